"""Tells what has a country's name as a part of its own: a mountain, a sea, a school, a country whose name is longer.

CLDR has the names of territories in the language of the text, the words for all else are in ``features.yaml``.
"""

from __future__ import annotations

from functools import cache

from wirekit.contracts import Entity
from wiretext import places
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.grammar import ATTRIBUTIVE
from wiretext.vetoes.context.thing_words import things_of

_NAMED_IN_CAPITALS = frozenset({"id", "ms"})  # *Universiti Malaysia*, where *universiti Malaysia* is one from there
_TIES = frozenset({" ", "-"})
_SHORTEST, _LONGEST_ENDING = 4, 2  # letters of a word that all its forms have, and of what a case replaces


def is_part_of_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside *hit*, a country, make the name of a mountain or the like, or of another country."""
    if hit.alias.unspaced:
        return _is_inside_longer_name(hit, entity, reading)
    return _is_of_longer_name(hit, entity, reading) or _is_of_feature(hit, reading) or _is_of_school(hit, reading)


def _is_of_longer_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether another territory has a name here in which *hit* is: *Sudan Kusini*, *Papúa Nueva Guinea*."""
    longer = _longer_names(reading.language, unspaced=False)
    words = tuple(word.lemma for word in hit.alias.words)
    if words not in longer:
        return False
    own = {spelling(name) for name in (entity.name, *entity.names)}
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    for before, name in longer[words]:
        at = range(first - before, first - before + len(name))
        ties = all(reading.between(word, word + 1) in _TIES for word in at[:-1])
        if ties and name not in own and at[-1] >= last and all(map(_are_forms, map(reading.word, at), name)):
            return True
    return False


def _are_forms(word: str, lemma: str) -> bool:
    """Whether *word* may be *lemma* in another case: *Gwinei Równikowej*."""
    kept = max(_SHORTEST, len(lemma) - _LONGEST_ENDING)
    return word == lemma or (
        len(lemma) > _SHORTEST and word[:kept] == lemma[:kept] and abs(len(word) - len(lemma)) < kept
    )


def _is_inside_longer_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """The same in a script without blanks: 尼日 is no name in 尼日利亞."""
    own = {spelling(name) for name in (entity.name, *entity.names)}
    longer = _longer_names(reading.language, unspaced=True).get(tuple(reading.text[hit.start : hit.end]), ())
    return any(
        ("".join(name),) not in own and reading.text.startswith("".join(name), hit.start - before)
        for before, name in longer
        if before <= hit.start
    )


def _is_of_feature(hit: Hit, reading: Reading) -> bool:
    """Whether a mountain or the like stands right before the name, a sea also with *of* between."""
    first, language = reading.index(hit.start), reading.language
    if hit.start != reading.starts[first]:
        return False
    feature = reading.before(first)
    if feature in words_of("vetoes/places/features", "new") and reading.has_telling_capital(first - 1):
        return True
    if feature in words_for(language, "vetoes/places/features", "always") and _may_be_of(reading, first - 1):
        return True
    if feature in words_for(language, "vetoes/places/features", "before"):
        return language not in ATTRIBUTIVE or _is_named(reading, first - 1)
    return feature in words_for(language, "vetoes/places/features", "of") and _is_of_sea(hit, reading, first - 1)


def _may_be_of(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a language, or has a capital: *desa Jepang* may be one in Japan."""
    return reading.word(index) in words_of("vetoes/places/features", "languages") or reading.has_telling_capital(index)


def _is_of_sea(hit: Hit, reading: Reading, of: int) -> bool:
    """Whether one sea, or one town of which it is said where it lies, stands before the word *of*."""
    language = reading.language
    if reading.before(of - 1) in words_for(language, "vetoes/places/features", "several"):
        return False
    located = reading.after(reading.index(hit.end - 1)) in words_for(language, "vetoes/places/features", "in")
    return reading.before(of) in words_for(language, "vetoes/places/features", "towns" if located else "seas")


def _is_of_school(hit: Hit, reading: Reading) -> bool:
    """Whether a school has the name after *Republic of*, or has the name of a country that is no attribute of it."""
    first, things = reading.index(hit.start), things_of(reading.language)
    if reading.word(first - 1) in things.of and reading.before(first - 1) in things.states:
        return reading.is_capital(first - 2) and reading.before(first - 2) in things.before
    if reading.language not in _NAMED_IN_CAPITALS:
        return False
    linked = first - 1 if reading.word(first - 1) in things.linking else first
    thing = reading.before(linked)
    return (thing in things.sponsored or thing in things.before) and _is_named(reading, linked - 1)


def _is_named(reading: Reading, index: int) -> bool:
    """Whether the word *index* has a capital that no beginning of a sentence explains: *laut Indonesia* has none."""
    return reading.has_telling_capital(index) and not reading.starts_sentence(reading.starts[index])


@cache
def _longer_names(language: str, *, unspaced: bool) -> dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """The names of territories in which that of another is, by the shorter, each with how many words before it.

    Where they are *unspaced*, of characters.
    """
    names = {tuple("".join(words)) if unspaced else words: code for words, code in places.names_in(language).items()}
    found: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = {}
    for name, code in names.items():
        for before in range(len(name)):
            for end in range(before + 1, len(name) + 1):
                if names.get(name[before:end], code) != code:
                    found.setdefault(name[before:end], []).append((before, name))
    return found
