"""Scores what `wirewatch enrich` finds in labelled sentences: exact spans with their type, in articles of ten lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from models.tagger.corpora import TYPE_OF, Sentence
from wirekit.contracts import TITLE_SEPARATOR
from wiretext import Enricher

_LINES = 10


@dataclass(frozen=True, slots=True)
class Score:
    """How many names of each type were found rightly, wrongly, and missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def f1(self, kind: str | None = None) -> float | None:
        """The F1 of one type or of all; None where there is nothing to find."""
        right, wrong, missed = (
            counts.total() if kind is None else counts[kind] for counts in (self.right, self.wrong, self.missed)
        )
        return 2 * right / (2 * right + wrong + missed) if right + missed else None

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right.total() / max(1, self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right.total() / max(1, self.right.total() + self.missed.total())


def score(enricher: Enricher, sentences: Sequence[Sentence], language: str) -> Score:
    """The score of *enricher* on *sentences*, whose *language* is declared as a feed would."""
    total = Score()
    for article in _articles(sentences):
        found, true = _found(enricher, article, language), _true(article)
        for counts, names in ((total.right, found & true), (total.wrong, found - true), (total.missed, true - found)):
            counts.update(kind for _, _, kind in names)
    return total


def _articles(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    rest = iter(sentences)
    while lines := list(islice(rest, _LINES)):
        yield lines


def _found(enricher: Enricher, lines: Sequence[Sentence], language: str) -> set[tuple[int, int, str]]:
    text = "\n".join(line.text for line in lines)
    article = enricher.enrich_text("scored", "", text, declared=language)
    return {(mention.start, mention.end, mention.type) for mention in article.mentions}


def _true(lines: Sequence[Sentence]) -> set[tuple[int, int, str]]:
    """The labelled names that have a letter or a figure: one corpus has the at sign before a handle as a name."""
    true = set()
    offset = len(TITLE_SEPARATOR)
    for line in lines:
        true |= {
            (offset + start, offset + end, TYPE_OF[kind])
            for start, end, kind in line.spans
            if any(map(str.isalnum, line.text[start:end]))
        }
        offset += len(line.text) + 1
    return true
