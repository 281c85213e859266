"""Tells when musicians have the name of a place or an organisation: *the band X*, *la banda de rock X*, X乐队.

The words are in ``bands.yaml``. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.grammar import ATTRIBUTIVE
from wiretext.vetoes.context.wordlists import word_list
from wiretext.vetoes.things.houses import stands_beside

# Also where the word for a band stands after the name: 约旦乐队 is one from there.
_ATTRIBUTIVE = ATTRIBUTIVE | {"tl", "sw", "th", "zh", "ja", "ko", "hi", "bn"}
_OF_MUSIC = 2  # words that an article of musicians has
_TIES, _TIED = (" ", ' "', '" '), (" ", "-")  # the name to a word, and a word to another


def is_band(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a band stands beside the name of *entity*, no person: then musicians have it."""
    if entity.type == "person" or hit.alias.acronym or len(hit.forms) > 1:
        return False
    if entity.type == "place" and reading.language in _ATTRIBUTIVE:
        return False
    if stands_beside(hit, reading, "vetoes/things/bands"):
        return True
    if hit.alias.unspaced or hit.inflected or hit.start != reading.starts[reading.index(hit.start)]:
        return False
    return any(_is_of_genre(hit, reading, step) for step in (-1, 1)) or _is_of_musicians(hit, entity, reading)


def _is_of_musicians(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an organisation's name stands behind a word for a group, and the article is of music."""
    group = reading.before(reading.index(hit.start), _TIES)
    if entity.type != "organization" or group not in word_list("vetoes/things/bands", "groups", "any"):
        return False
    return len(reading.listed(word_list("vetoes/things/bands", "music", "any"))) >= _OF_MUSIC


def _is_of_genre(hit: Hit, reading: Reading, step: int) -> bool:
    """Whether a group and what it plays stand on one side of the name, with nothing but *of* between."""
    at = reading.index(hit.start if step < 0 else hit.end - 1)
    words: list[str] = []
    while len(words) < 2:  # noqa: PLR2004 (a group and what it plays)
        ties = _TIED if words else _TIES
        word = reading.before(at, ties) if step < 0 else reading.after(at, ties)
        at += step
        if not word:
            return False
        if not words or word not in function_words(reading.language) or _is_either(word):
            words.append(word)
    groups, genres = (word_list("vetoes/things/bands", kind, "any") for kind in ("groups", "genres"))
    return (words[0] in groups and words[1] in genres) or (words[0] in genres and words[1] in groups)


def _is_either(word: str) -> bool:
    return any(word in word_list("vetoes/things/bands", kind, "any") for kind in ("groups", "genres"))
