"""Proposes spellings of a name in other scripts and languages, each with where it comes from and how sure it is.

First the starter pack: who has that name there, or one that sounds like it. Then parts of the pack's names, as *Sergei*
in another Sergei's; the rest by rules (`wiretext.transliteration`). Decides nothing: people choose from what it says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from unicodedata import category

from anyascii import anyascii

from wirekit.contracts import Entity
from wiretext import places, starter
from wiretext.labels import first_script, spelling
from wiretext.matching.sound.ear import Ear
from wiretext.matching.sound.hearing import parts_of
from wiretext.matching.sound.letters import bones, sounds
from wiretext.scripts import WORD
from wiretext.transliteration import SEPARATOR, Written, by_rules, language_of, word_in

CERTAIN, LIKELY, GUESS = "certain", "likely", "guess"
"""How sure a proposal is: reviewed for this name, reviewed for its parts or its like, or by rules alone."""

_SAME_WORD = 0.5  # of the consonants of two words that may be one word in two scripts
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼʻ`](?=\w)")  # of a romanisation, or between two letters of one word
_NO_ENDING = frozenset({""})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A spelling to consider.

    Attributes:
        label: The spelling.
        script: Its script (ISO 15924).
        source: Where it comes from, in words.
        confidence: ``certain``, ``likely`` or ``guess``.
    """

    label: str
    script: str
    source: str
    confidence: str


def suggestions(name: str) -> Iterator[Suggestion]:
    """Spellings of *name*, the surest first; each spelling once, and not that of *name* itself."""
    seen = {spelling(name)}
    for found in _every(name):
        if spelling(found.label) not in seen and (found.confidence == CERTAIN or _is_whole(found.label)):
            seen.add(spelling(found.label))
            yield found


def is_beyond_rules(name: str) -> bool:
    """Whether nothing says how *name* sounds: Han characters write meanings, and Hangul may hide the family name."""
    script = first_script(name)
    return script == "Hani" or (script == "Hang" and len(spelling(name)) == 1)


def same_name(name: str) -> Iterator[Entity]:
    """The entities of the starter pack that have exactly this name."""
    words = spelling(name)
    yield from (starter.reviewed()[entity_id] for entity_id in _owners().get(words, ()))
    yield from map(places.place, places.named(words))


def _every(name: str) -> Iterator[Suggestion]:
    exact = list(same_name(name))
    for entity in exact:
        yield from _names_of(entity, CERTAIN)
    if exact:
        return
    for entity in _sounding_like(name):
        yield from _names_of(entity, LIKELY)
    if not is_beyond_rules(name):
        yield from _composed(_APOSTROPHE.sub("", name))


def _composed(name: str) -> Iterator[Suggestion]:
    composed = dict(_from_parts(name))
    yield from sorted(composed.values(), key=lambda found: found.confidence, reverse=True)
    for written in by_rules(name):
        if written.language not in composed and not _is_in(name, written):
            yield Suggestion(written.label, written.script, f"rules for {written.language}", GUESS)


def _is_in(name: str, written: Written) -> bool:
    """Whether *name* is in that language or script already, where rules only spoil it.

    Languages of Latin letters spell one name in many ways, and those of Cyrillic in some.
    """
    if written.script in ("Latn", "Cyrl"):
        return written.language == language_of(name) and written.script != "Latn"
    return written.script == first_script(name)


def _is_whole(label: str) -> bool:
    """Whether *label* has two letters, and no word that begins with a mark of the letter before it."""
    return sum(map(str.isalpha, label)) > 1 and not any(category(word[0]).startswith("M") for word in label.split())


def _names_of(entity: Entity, confidence: str) -> Iterator[Suggestion]:
    for label in (entity.name, *entity.names):
        yield Suggestion(label, first_script(label), f"starter pack: {entity.id}", confidence)


@cache
def _owners() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The ids of the reviewed entities that have a name of this spelling."""
    owners: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for entity in starter.reviewed().values():
        for label in (entity.name, *entity.names):
            owners[spelling(label)][entity.id] = None
    return {words: tuple(ids) for words, ids in owners.items()}


def _sounding_like(name: str) -> Iterator[Entity]:
    """The persons of the pack of whom a name sounds as *name* does, from its first word to its last."""
    persons, ear = _ear()
    parts = parts_of(list(spelling(name)))
    named = [who for who, found in ear.named(parts, _NO_ENDING) if found == parts]
    yield from (persons[index] for index in dict.fromkeys(who.entity for who in named))


@cache
def _ear() -> tuple[tuple[Entity, ...], Ear]:
    persons = tuple(entity for entity in starter.reviewed().values() if entity.type == "person")
    return persons, Ear.of((index, label) for index, who in enumerate(persons) for label in (who.name, *who.names))


def _from_parts(name: str) -> Iterator[tuple[str, Suggestion]]:
    """*name* by each language in which the pack spells one of its words; the others by rules, where there are any."""
    words = spelling(name)
    known = [_parts().get(word, {}) for word in words]
    for language in sorted({language for spelt in known for language in spelt}):
        written = [spelt.get(language) or word_in(language, word) for spelt, word in zip(known, words, strict=True)]
        if not all(written):
            continue
        script = first_script(written[0] or "")
        label = SEPARATOR.get(script, " ").join(part for part in written if part)
        sure = len(words) > 1 and all(language in spelt for spelt in known)
        source = "parts of names in the starter pack" + ("" if sure else f", the rest by rules for {language}")
        yield language, Suggestion(label, script, source, LIKELY if sure else GUESS)


@cache
def _parts() -> Mapping[str, Mapping[str, str]]:
    """Words of persons' names in normal form, each with its commonest spelling in languages of other scripts."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for entity in starter.reviewed().values():
        if entity.type == "person":
            for language, word, part in _aligned(entity):
                counts[word][language][part] += 1
    return {word: {code: c.most_common(1)[0][0] for code, c in found.items()} for word, found in counts.items()}


def _aligned(entity: Entity) -> Iterator[tuple[str, str, str]]:
    """A language, a word of the name, and its counterpart there: at the same place, and alike in sound."""
    labels = (entity.name, *entity.names)
    latin = [spelling(label) for label in labels if first_script(label) == "Latn"]
    for label in labels:
        parts = WORD.findall(label) if first_script(label) != "Latn" else []
        for words in latin:
            if len(words) == len(parts):
                pairs = zip(words, parts, strict=True)
                yield from ((language_of(label), word, part) for word, part in pairs if _are_alike(word, part))


@cache
def _are_alike(word: str, part: str) -> bool:
    ours, theirs = (_bones(each) for each in (word, anyascii(part).lower()))
    return bool(ours and theirs) and SequenceMatcher(None, ours, theirs).ratio() >= _SAME_WORD


def _bones(word: str) -> str:
    """The consonants of *word* by its first reading; of one without any, its vowels."""
    reading = next(iter(sounds("".join(filter(str.isalpha, word)))), "")
    return bones(reading).lstrip("A") or reading
