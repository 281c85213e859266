"""Puts articles together from sentences of one topic and language: SIB-200 has sentences, and news has articles."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.topics.sources import Sentence

SENTENCES = 5
_FOREIGN = 2  # sentences of other topics in a mixed article


@dataclass(frozen=True, slots=True)
class Article:
    """A made-up article: a normalised text, its language and its topic."""

    language: str
    topic: str
    text: str


def single(sentences: Iterable[Sentence]) -> list[Article]:
    """Each sentence as an article."""
    return [Article(each.language, each.topic, each.text) for each in sentences]


def articles(sentences: Iterable[Sentence], each: int, *, mixed: bool = False) -> list[Article]:
    """*each* articles of five sentences for each language and topic; of *mixed* ones, two are of other topics."""
    by_language: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_language[sentence.language].append(sentence)
    made: list[Article] = []
    for language, theirs in sorted(by_language.items()):
        draw = random.Random(language)  # noqa: S311 - the same articles every time
        for topic in sorted({sentence.topic for sentence in theirs}):
            own = [sentence for sentence in theirs if sentence.topic == topic]
            others = [sentence for sentence in theirs if sentence.topic != topic]
            for _ in range(each):
                chosen = _some(draw, own, SENTENCES - _FOREIGN * mixed) + _some(draw, others, _FOREIGN * mixed)
                draw.shuffle(chosen)
                made.append(Article(language, topic, "\n".join(sentence.text for sentence in chosen)))
    return made


def _some(draw: random.Random, sentences: list[Sentence], count: int) -> list[Sentence]:
    return draw.sample(sentences, min(count, len(sentences)))
