"""Finds short names that an article spells as it spells the full name there, and as no label is.

*Mikhaïl Michoustine* is heard as a full name in a French text; *Michoustine* alone is that person's short name then.
Where no full name stands nothing is looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL, SHORT, Alias, Word
from wiretext.matching.matcher import Form, Hit
from wiretext.matching.reading import Reading
from wiretext.matching.sound.hearing import is_like, is_small
from wiretext.matching.sound.letters import SOUNDED, ending_sounds
from wiretext.scripts import script_of
from wiretext.tables import words_of

_SHORTEST, _SHORTEST_SYLLABIC = 4, 2  # letters of a short name; syllables, where a letter is one
_SYLLABIC = frozenset({"Ethi"})
_SHARED = 3  # first letters that two forms of one spelling have in common


def echoes(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> Iterator[Hit]:
    """Short names spelt as in those full names of persons among *hits* that are not as the watch list has them."""
    sought: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
    for hit in hits:
        entity = hit.alias.entity
        if hit.alias.kind == FULL and hit.inflected and entities[entity].type == "person":
            sought[entity].update(dict.fromkeys(_spelt_there(hit, entities[entity], reading)))
    for entity, variants in sought.items():
        found: dict[int, str] = {}
        for label, beginning in variants:
            for index in _beginning_with(beginning, reading):
                if index not in found and _fits(label, index, reading):
                    found[index] = label
        yield from (_hit(entity, label, index, reading) for index, label in sorted(found.items()))


def _beginning_with(beginning: str, reading: Reading) -> list[int]:
    """The words that may be of a name and begin with *beginning*."""
    found = reading.naming
    for at, letter in enumerate(beginning):
        places = reading.bounds[0][found] + at
        found = found[reading.codes.take(places, mode="clip") == ord(letter)]
    begun: list[int] = found.tolist()
    return begun


def _hit(entity: int, label: str, index: int, reading: Reading) -> Hit:
    """The short name *label* in the word at *index*, with the Arabic article before it."""
    start, end = reading.starts[index], reading.ends[index]
    word = Word(reading.text[start:end], (), script_of(reading.text[start]), capital=True)
    before = _article_before(index, reading)
    words = (*(Word(reading.word(at), (), word.script, capital=False) for at in before), word)
    spans = [*((reading.starts[at], reading.ends[at]) for at in before), (start, end)]
    forms = tuple(Form(*span, inflected=True) for span in spans)
    return Hit(Alias(entity, SHORT, label, words, len(before), heard=True), forms)


def _spelt_there(hit: Hit, entity: Entity, reading: Reading) -> Iterator[tuple[str, str]]:
    """The short names of *entity* that sound like a word of the full name *hit*, and how that word begins."""
    for form in hit.forms:
        for at in range(reading.index(form.start), reading.index(form.end - 1) + 1):
            word = reading.word(at)
            shortest = _SHORTEST_SYLLABIC if script_of(word[0]) in _SYLLABIC else _SHORTEST
            for label in _family_names(entity, script_of(word[0])) if len(word) >= shortest else ():
                if (not word.startswith(label) or _article_before(at, reading)) and _fits(label, at, reading):
                    yield label, word[:_SHARED]


def _article_before(index: int, reading: Reading) -> tuple[int, ...]:
    """The word before *index* where it is the Arabic article, as in *ar-Rashid*."""
    return (index - 1,) if reading.before(index, ("-",)) in words_of("matching/particles", "articles") else ()


def _fits(label: str, index: int, reading: Reading) -> bool:
    word = reading.word(index)
    return is_like(label, word, ending_sounds(reading.language, script_of(word[0])))


def _family_names(entity: Entity, script: str) -> Iterator[str]:
    """The short labels in a script whose letters say what they sound like, without their small words."""
    for label in (label for labels in entity.short.values() for label in labels):
        words = spelling(label)
        if not words or len(words[-1]) < _SHORTEST or not all(map(is_small, words[:-1])):
            continue
        if script in SOUNDED and script_of(words[-1][0]) in SOUNDED:
            yield words[-1]
