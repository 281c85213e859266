"""Measures the shipped topics on sentences that the model never saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.topics import articles
from models.topics.articles import Article
from models.topics.making import evidence
from models.topics.sources import TOP_OF, Sentence
from wiretext.scripts import main_script
from wiretext.topics.cues import languages
from wiretext.topics.deciding import LIKELY, Support, likelihoods
from wiretext.topics.model import LinearModel, shipped
from wiretext.topics.taxonomy import taxonomy

_EACH = 6
_CLASSES = tuple(sorted(TOP_OF.values()))
_SOUTH_ASIA = ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh")
_SCRIPTS = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Arab": "Arabic",
    **dict.fromkeys(("Hani", "Jpan"), "Chinese and Japanese"),
    **dict.fromkeys(("Thai", "Laoo", "Khmr", "Mymr"), "Thai, Lao, Khmer and Burmese"),
    **dict.fromkeys(_SOUTH_ASIA, "of South Asia"),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A text, and what is held to be likely of it: all of SIB-200's classes with their probabilities."""

    article: Article
    likely: dict[str, float]

    @property
    def right(self) -> bool:
        """Whether the likeliest class is the text's."""
        return max(_CLASSES, key=lambda code: self.likely[code]) == self.article.topic


def judged(texts: Sequence[Article]) -> list[Judged]:
    """*texts* as the shipped model and cues judge them."""
    model = shipped()
    return [Judged(text, _likely(support, model)) for text, support in evidence(model, texts)]


def _likely(support: Support, model: LinearModel) -> dict[str, float]:
    tops = [code for code in _CLASSES if code in taxonomy().labels]
    others = [code for code in _CLASSES if code not in taxonomy().labels]
    likely = likelihoods(support, tops, model.with_cues if support.listed else model.without_cues)
    return likely | likelihoods(support, others, model.without_cues)


def accuracy(found: Iterable[Judged]) -> float:
    """The mean over languages of the share of texts whose likeliest class is right."""
    by_language: dict[str, list[bool]] = defaultdict(list)
    for each in found:
        by_language[each.article.language].append(each.right)
    return sum(sum(right) / len(right) for right in by_language.values()) / max(1, len(by_language))


def report(held_out: Sequence[Sentence]) -> str:
    """The quality on *held_out* as Markdown."""
    short, long = judged(articles.single(held_out)), judged(articles.articles(held_out, _EACH))
    numbers = len({sentence.number for sentence in held_out})
    spoken = len({sentence.language for sentence in held_out})
    intro = (
        f"{len(short)} sentences, {numbers} in each of {spoken} languages, of which the model saw none in any; "
        f"and {len(long)} articles, each of five of these sentences with one topic. Seven classes; mean over languages "
        "of the share whose likeliest class is right."
    )
    parts = [
        intro,
        _table([*_by(short, long, _listed), *_by(short, long, _script), ("all", short, long)]),
        "By class, over all languages: recall and precision of the likeliest class.",
        _classes(short, long),
        f"As probabilities: topics that were given {LIKELY} or more, which is what is published, by score.",
        _reliability([*short, *long]),
    ]
    return "\n\n".join(parts)


Grouped = list[tuple[str, list[Judged], list[Judged]]]


def _by(short: Sequence[Judged], long: Sequence[Judged], group: Callable[[Judged], str]) -> Grouped:
    names = sorted({group(each) for each in short})
    return [(name, [x for x in short if group(x) == name], [x for x in long if group(x) == name]) for name in names]


def _listed(each: Judged) -> str:
    return "with a cue list" if each.article.language in languages() else "without a cue list"


def _script(each: Judged) -> str:
    return f"script: {_SCRIPTS.get(main_script(each.article.text), 'others')}"


def _table(groups: Grouped) -> str:
    lines = ["| languages | number | sentences | articles |", "|---|---|---|---|"]
    for group, short, long in groups:
        count = len({each.article.language for each in short})
        lines.append(f"| {group} | {count} | {accuracy(short):.3f} | {accuracy(long):.3f} |")
    return "\n".join(lines)


def _classes(short: Sequence[Judged], long: Sequence[Judged]) -> str:
    lines = ["| class | sentences: recall | precision | articles: recall | precision |", "|---|---|---|---|---|"]
    names = {code: name for name, code in TOP_OF.items()}
    for code in _CLASSES:
        cells = [f"{value:.3f}" for found in (short, long) for value in _recall_precision(found, code)]
        lines.append(f"| {names[code]} (`{code}`) | {' | '.join(cells)} |")
    return "\n".join(lines)


def _recall_precision(found: Sequence[Judged], code: str) -> tuple[float, float]:
    chosen = [each for each in found if max(_CLASSES, key=lambda c: each.likely[c]) == code]
    there = [each for each in found if each.article.topic == code]
    hits = sum(each.article.topic == code for each in chosen)
    return hits / max(1, len(there)), hits / max(1, len(chosen))


def _reliability(found: Sequence[Judged]) -> str:
    lines = ["| score | topics | right |", "|---|---|---|"]
    scores = [
        (score, each.article.topic == code)
        for each in found
        for code, score in each.likely.items()
        if code in taxonomy().labels and score >= LIKELY
    ]
    for low, high in ((LIKELY, 0.55), (0.55, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        inside = [right for score, right in scores if low <= score < high]
        mean = sum(score for score, _ in scores if low <= score < high) / max(1, len(inside))
        share = sum(inside) / max(1, len(inside))
        lines.append(f"| {low:.2f} to {min(high, 1):.2f}, mean {mean:.2f} | {len(inside)} | {share:.3f} |")
    return "\n".join(lines)
