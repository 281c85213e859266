"""What the enricher is measured with: articles in thirty languages beside the project, and invented names."""

from __future__ import annotations

import gzip
import json
import random

from models.beside import SHARED
from wirekit.contracts import Entity, Watchlist

ARTICLES = SHARED / "data" / "bench" / "articles-30-languages.json.gz"
_NAMES_EACH = 5  # of an entity
_SYLLABLES = [
    consonant + rest
    for consonant in "bdfgklmnprstvz"
    for rest in ("a", "e", "i", "o", "u", "an", "el", "ir", "os")
]  # fmt: skip


def articles(sample: int = 1_020) -> list[str]:
    """So many texts, of all languages alike."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        texts = [text for _, text in json.load(lines)]
    return texts[:: max(1, len(texts) // sample)][:sample]


def watchlist(names: int, number: int = 1, changed: int = 0) -> Watchlist:
    """Persons with *names* names in all, five each, the same at every call; *changed* of them are called otherwise."""
    luck = random.Random(1729)
    entities = [_person(luck, index) for index in range(max(1, names // _NAMES_EACH))]
    for index in range(changed):
        entities[index] = _person(luck, index)
    return Watchlist(number=number, entities=tuple(entities))


def _person(luck: random.Random, index: int) -> Entity:
    first, *others = (f"{_word(luck)} {_word(luck)}" for _ in range(_NAMES_EACH))
    return Entity(id=f"person-{index}", type="person", name=first, names=tuple(others))


def _word(luck: random.Random) -> str:
    return "".join(luck.choices(_SYLLABLES, k=luck.choice((2, 3)))).capitalize()
