"""The corpora that the tagger learns from and is measured on: which there are, their licences, and how they are read.

They lie beside the project, in ``../shared``; nothing of them is kept here but what the model has learnt.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.beside import SHARED
from wirekit.contracts.text import composed

CHARACTERS = frozenset({"zh", "ja", "ko", "th"})
"""Languages whose corpora are given character by character."""
TYPE_OF = {"PER": "person", "LOC": "place", "ORG": "organization"}
"""What the corpora call the types of names, and what we do."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of labelled sentences: its short name, language, full name, where it comes from, and its licence."""

    name: str
    language: str
    title: str
    licence: str

    @property
    def key(self) -> str:
        """As the files are named."""
        return f"{self.name}.{self.language}"


_UNER = ("UNER v1 (Universal NER)", "CC BY-SA 4.0")
CORPORA = (
    Corpus("btc", "en", "Broad Twitter Corpus", "CC BY 4.0"),
    Corpus("estner", "et", "EstNER (TartuNLP)", "CC BY 4.0"),
    Corpus("factru", "ru", "factRuEval-2016 (dialogue-evaluation)", "MIT"),
    Corpus("germeval", "de", "GermEval 2014", "CC BY 4.0"),
    Corpus("idner", "id", "IDNER-News-2K (khairunnisaor)", "MIT"),
    Corpus("kaznerd", "kk", "KazNERD (IS2AI)", "CC BY 4.0"),
    Corpus("klue", "ko", "KLUE (KLUE-benchmark)", "CC BY-SA 4.0"),
    Corpus("nerkor", "hu", "NYTK-NerKor (nytud)", "CC BY-SA 4.0"),
    Corpus("norne", "nb", "NorNE (ltgoslo)", "NDT (open)"),
    Corpus("ronec", "ro", "RONEC (dumitrescustefan)", "MIT"),
    Corpus("stockmark", "ja", "Stockmark Wikipedia NER dataset", "CC BY-SA 3.0"),
    Corpus("thainer", "th", "Thai NER (wannaphong)", "CC BY 3.0"),
    Corpus("turku", "fi", "Turku NER corpus (TurkuNLP)", "CC BY-SA 4.0"),
    *(Corpus("uner", language, *_UNER) for language in ("da", "en", "hr", "pt", "sk", "sr", "sv", "zh")),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Labelled text: spans of ``PER``, ``LOC`` and ``ORG`` as ranges of code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read(path: Path, language: str) -> Iterator[Sentence]:
    """The sentences of a file of the form token, tab, BIO label; composed, with blanks where the language has them."""
    blank = "" if language in CHARACTERS else " "
    tokens: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in (*lines, "\n"):
            token, tab, label = line.rstrip("\n").rpartition("\t")
            if tab:
                tokens.append((composed(token), label))
            elif tokens:
                yield _sentence(tokens, blank)
                tokens = []


def _sentence(tokens: list[tuple[str, str]], blank: str) -> Sentence:
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for token, label in tokens:
        kind = label[2:]
        if label.startswith("B-") or (kind and (not spans or spans[-1][2] != kind or spans[-1][1] + len(blank) != at)):
            spans.append((at, at + len(token), kind))
        elif kind:
            spans[-1] = (spans[-1][0], at + len(token), kind)
        pieces.append(token)
        at += len(token) + len(blank)
    return Sentence(blank.join(pieces), tuple(spans))


def corpus_sentences(corpus: Corpus, split: str) -> list[Sentence]:
    """Those of the *split* train or dev."""
    path = SHARED / "data" / "ner" / f"{corpus.key}.{split}.conll.gz"
    return list(read(path, corpus.language))


def held_out() -> dict[str, Path]:
    """The test sets by ``name.language``: for reporting, never for training or tuning."""
    found = {}
    for path in sorted((SHARED / "eval" / "nlp").glob("ner_*_test.conll.gz")):
        _, name, language, _ = path.name.split("_")
        found[f"{name}.{language}"] = path
    return found
