"""What names of organisations and places are else in a language, by the tables of such words.

The tables are ``homonyms.yaml``, ``eastern.yaml`` and, for acronyms, ``letters.yaml``; in which sense a name stands,
``homonyms`` tells.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import table
from wiretext.vetoes.context.grammar import alike
from wiretext.vetoes.context.wordlists import ProcliticList
from wiretext.vetoes.places.countries import is_country
from wiretext.vetoes.words.initials import has_full_form

_TABLE, _EASTERN, _LETTERS = (f"vetoes/words/{name}" for name in ("homonyms", "eastern", "letters"))
_FLAGS = ("place", "common", "proper", "construct", "dual", "far", "alone", "given", "marked", "country")
_LISTS = ("beside", "before", "after", "signs", "followed", "article", "within", "joined")
_ANY, _FAMILY = "any", "* "  # any language; before a family name among the names that have senses


@dataclass(frozen=True, slots=True)
class Sense:
    """What tells an ordinary word from the name that it is, too; the attributes are explained in the table."""

    beside: ProcliticList
    before: ProcliticList
    after: ProcliticList
    signs: ProcliticList
    followed: ProcliticList
    article: ProcliticList
    within: ProcliticList
    joined: ProcliticList
    place: bool
    common: bool
    proper: bool
    construct: bool
    dual: bool
    alone: bool
    far: bool
    given: bool
    marked: bool
    forms: frozenset[str]
    unlike: frozenset[str]
    country: bool


def sense_of(hit: Hit, entity: Entity, reading: Reading) -> Sense | None:
    """The other sense of the name in the language of the text, or in any."""
    name = " ".join(word.lemma for word in hit.alias.words)
    if entity.type == "person" and len(hit.alias.words) > 1:
        name = _FAMILY + hit.alias.words[-1].lemma
    letters = hit.alias.acronym and has_full_form(entity)
    sense = _sense(name, reading.language, place=entity.type == "place", letters=letters)
    if sense is None or (sense.country and not is_country(entity)) or _is_of_its_own(hit, entity, sense):
        return None
    bare = reading.surface(hit.start, hit.end).casefold() == reading.text[hit.start : hit.end]
    return None if sense.marked and bare else sense


def _is_of_its_own(hit: Hit, entity: Entity, sense: Sense) -> bool:
    """Whether an acronym's other bearer is the entity itself: one of its full forms has a word that tells the other."""
    if not hit.alias.acronym:
        return False
    own = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    return any(word in sense.beside or word in sense.within for word in own)


@lru_cache(maxsize=1 << 14)
def _sense(name: str, language: str, *, place: bool, letters: bool) -> Sense | None:
    """All that the *name* of a *place*, or of an organisation, is else in *language*, or else in any, as one sense.

    Also what *letters* stand for else, of which it is known for what they do.
    """
    own = _entries(_TABLE)
    entries = [*next((own[name, each, place] for each in (*alike(language), _ANY) if (name, each, place) in own), [])]
    entries += _entries(_EASTERN).get((name, language, place), [])
    if letters:
        entries += [entry for each in (language, _ANY) for entry in _entries(_LETTERS).get((name, each, place), ())]
    if not entries:
        return None
    fields: dict[str, Any] = {flag: any(entry.get(flag, False) for entry in entries) for flag in _FLAGS}
    for key in _LISTS:
        words = (word for entry in entries for word in entry.get(key, "").split())
        fields[key] = ProcliticList(word.replace("_", " ") for word in words)
    forms, unlike = (
        frozenset(normalise(word).text for entry in entries for word in entry.get(side, "").split())
        for side in ("forms", "unlike")
    )
    return Sense(forms=forms, unlike=unlike, **fields)


@cache
def _entries(name: str) -> dict[tuple[str, str, bool], list[dict[str, Any]]]:
    """The senses in a table by the names that have them, in normal form, the languages in which they do, their kind."""
    general = table("vetoes/context/beside")["signs"]
    found: dict[tuple[str, str, bool], list[dict[str, Any]]] = defaultdict(list)
    for sense in table(name)["senses"].values():
        place = sense.get("place", False)
        own = sense.get("signs", "")
        entry = sense if place else {**sense, "signs": f"{own} {general}"}
        for word in sense["words"].split():
            for lang in sense.get("languages", _ANY).split():
                spelt = _FAMILY * sense.get("family", False) + normalise(word.replace("_", " ")).text
                found[spelt, lang, place].append(entry)
    return found
