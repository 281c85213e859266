"""Languages told on articles of five sentences, made of the 101 languages of FLORES-200 (through SIB-200)."""

from __future__ import annotations

from collections import Counter, defaultdict

from tests.bench.report import table
from tests.eval.beside import LANGUAGE_WORK, lines_of
from wiretext.language import detect

_SENTENCES = 5
_ONE = {"hr": "sh", "bs": "sh", "sr": "sh", "nn": "nb"}
"""Languages that the reference counts as one."""


def section() -> str:
    """Macro accuracy over articles and single sentences, and where it is not perfect."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines_of(LANGUAGE_WORK / "lid_flores101_devtest.tsv.gz"):
        flores, code, *_, text = line.split("\t")
        texts[flores, code].append(text)
    rows: list[tuple[object, ...]] = []
    sums: dict[str, float] = defaultdict(float)
    for (flores, code), sentences in sorted(texts.items()):
        articles = [" ".join(sentences[at : at + _SENTENCES]) for at in range(0, len(sentences) - 4, _SENTENCES)]
        told = Counter(detect(article).code for article in articles)
        single = Counter(detect(sentence).code for sentence in sentences)
        scores = _share(told, code), _share(single, code), told[code] / told.total()
        for name, score in zip(("article", "sentence", "strict"), scores, strict=True):
            sums[name] += score / len(texts)
        if min(scores[0], scores[2]) < 1:
            others = ", ".join(f"{other} {count}" for other, count in told.most_common() if other != code)
            rows.append((flores, *(f"{score:.3f}" for score in scores), others))
    head = table(["", "macro accuracy"], [(words, f"{sums[name]:.4f}") for name, words in _MEASURES.items()])
    return f"{head}\n\nLanguages with an article that was told wrong:\n\n{table(_COLUMNS, rows)}\n"


_MEASURES = {
    "article": "articles of five sentences; Bosnian, Croatian and Serbian count as one, Bokmål and Nynorsk too",
    "strict": "the same, each language by itself",
    "sentence": "single sentences",
}
_COLUMNS = ["language", "article", "sentence", "article, by itself", "taken for"]


def _share(told: Counter[str], code: str) -> float:
    right = sum(count for other, count in told.items() if _ONE.get(other, other) == _ONE.get(code, code))
    return right / told.total()
