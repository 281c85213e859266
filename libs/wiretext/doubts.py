"""Doubts about the names of a watch list: which of them go wrong, each with a text on which it does.

A doubt is never a guess about names in general: the text is read with the very list, and only what the matcher gets
wrong there is reported. Which texts are tried is decided here; nothing is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from wirekit.contracts import TITLE_SEPARATOR, Entity, Mention, Watchlist
from wiretext import places, starter
from wiretext.enrich import Enricher
from wiretext.han import words_around
from wiretext.labels import first_script, spelling
from wiretext.matching.aliases import FULL, SHORT
from wiretext.scripts import UNSPACED
from wiretext.vetoes.words.ordinary import is_ordinary

_TRIES = 8  # texts for one name
_BEGINNING = 3  # letters that a word keeps in any case
_SHORT_WORD, _SHORT_RUN = 2, 2  # letters of a word that says little; of a run in a script without blanks

Where = tuple[str | int, ...]
"""The place of a name among the fields of its entity: ``("names", 3)``."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about an entity that goes wrong.

    Attributes:
        entity: Its index in the watch list.
        where: The field that it is about; empty for the entity as a whole.
        problem: What is wrong, in words.
        example: A text on which it shows; empty where none is needed.
        remedy: What to do about it.
    """

    entity: int
    where: Where
    problem: str
    example: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of an entity of the list."""

    entity: int
    kind: str
    where: Where
    label: str
    words: tuple[str, ...]


def doubts(watchlist: Watchlist) -> Iterator[Doubt]:
    """What is doubtful about the entities of *watchlist*, in their order."""
    yield from sorted(_Doubts(watchlist).all(), key=lambda doubt: doubt.entity)


class _Doubts:
    """The names of a list, and what proves doubts about them."""

    def __init__(self, watchlist: Watchlist) -> None:
        self._entities = watchlist.entities
        self._watches = watchlist.watches
        self._enricher = Enricher(watchlist)
        self._names = [name for index, entity in enumerate(watchlist.entities) for name in _names_of(index, entity)]
        self._full = _by_words(name for name in self._names if name.kind == FULL)

    def all(self) -> Iterator[Doubt]:
        yield from self._unused()
        yield from self._shared()
        yield from self._inflected()
        others = _Others(self._entities)
        for name in self._names:
            found = next(self._alone(name), None) or self._within_longer(name, others)
            if found is not None:
                yield found

    def _unused(self) -> Iterator[Doubt]:
        used = {entity_id for watch in self._watches for entity_id in watch.entity_ids()}
        for index, entity in enumerate(self._entities):
            if entity.id not in used:
                yield Doubt(index, (), "no watch names it", "", "name it in a watch, or leave it out")

    def _shared(self) -> Iterator[Doubt]:
        """Full names that are another entity's too: its full name, or its short one."""
        for name in self._names:
            others = [other for other in self._full.get(name.words, ()) if other.entity != name.entity]
            if name.kind == FULL and others and others[0].entity < name.entity:
                text = _said(name.label)
                if any(mention.candidates for mention in self._mentions(text)):
                    problem = f"{name.label!r} is a name of {self._id(others[0])} too: it counts for neither"
                    yield _doubt(name, problem, text, "leave it out of one of them, or make it a short name of both")
            elif name.kind == SHORT and others:
                text = self._head(name) + _said(name.label)
                last = self._mentions(text)[-1:]
                if last and last[0].entity_id == self._id(others[0]):
                    problem = f"{name.label!r} is a full name of {self._id(others[0])}: it always means that one"
                    yield _doubt(name, problem, text, "make it a short name there, or leave it out here")

    def _inflected(self) -> Iterator[Doubt]:
        """Full names that are another entity's, too, in some case: *Александра Иванова* and *Александр Иванов*."""
        alike: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for words, (name, *_) in self._full.items():
            alike[tuple(word[:_BEGINNING] for word in words)].append(name)
        for names in alike.values():
            for name in names if len({name.entity for name in names}) > 1 else ():
                text = _said(name.label)
                for mention in self._mentions(text)[:1]:
                    others = [other for other in mention.candidates if other != self._id(name)]
                    if others and len({same.entity for same in self._full[name.words]}) == 1:
                        problem = f"{name.label!r} is also a form of a name of {others[0]}: it counts for neither"
                        yield _doubt(name, problem, text, "leave it out, or give both a longer name")

    def _alone(self, name: _Name) -> Iterator[Doubt]:
        """What makes *name* say little by itself: few letters, an ordinary word."""
        script, length = first_script(name.label), sum(map(len, name.words))
        if script in UNSPACED and length <= _SHORT_RUN:
            for text in (self._head(name) + word for word in islice(words_around(name.words[0]), _TRIES)):
                if self._is_mentioned(name, text):
                    yield _doubt(name, f"{name.label!r} is part of other words", text, "give a longer name instead")
        elif name.kind == FULL and len(name.words) == 1 and script not in UNSPACED:
            shortest = _SHORT_WORD if script != "Hang" else _SHORT_WORD // 2  # a syllable is a character there
            if length <= shortest and self._is_mentioned(name, text := f"Model {name.label} 3 is sold out."):
                yield _doubt(name, f"{name.label!r} is short and means much else", text, "make it a short name")
            written = name.label.capitalize() if name.label.isupper() else name.label
            text = f"{written}, tables and chairs are sold here."
            if is_ordinary(name.words[0]) and self._is_mentioned(name, text):
                yield _doubt(name, f"{name.label!r} is an ordinary word", text, "make it a short name")

    def _within_longer(self, name: _Name, others: _Others) -> Doubt | None:
        """Whether *name* is found in a longer name of somebody else."""
        own = self._entities[name.entity]
        for other in islice(others.containing(name, own), _TRIES):
            if self._is_mentioned(name, text := self._head(name) + _said(other.label)):
                problem = f"{name.label!r} is in a name of somebody else, {other.entity}"
                return _doubt(name, problem, text, f"add `not: [{other.label}]`")
        return None

    def _head(self, name: _Name) -> str:
        """What a text on *name* begins with: the full name, where it counts only beside that."""
        return f"{self._entities[name.entity].name}. " if name.kind == SHORT else ""

    def _is_mentioned(self, name: _Name, text: str) -> bool:
        """Whether the entity is found in *text*, after its head."""
        own, first = self._id(name), len(TITLE_SEPARATOR) + len(self._head(name))
        found = [mention for mention in self._mentions(text) if mention.start >= first]
        return any(own in (mention.entity_id, *mention.candidates) for mention in found)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        return self._enricher.enrich_text("doubt", "", text).mentions

    def _id(self, name: _Name) -> str:
        return self._entities[name.entity].id


class _Other(NamedTuple):
    """A full name of somebody else."""

    entity: str
    type: str
    wikidata: str | None
    label: str
    words: tuple[str, ...]


class _Others:
    """Full names of the starter pack and of the list's own entities, by their words; of CLDR's places the English."""

    def __init__(self, own: Iterable[Entity]) -> None:
        self._by_word: dict[str, list[_Other]] = defaultdict(list)
        self._runs: list[_Other] = []
        for other in _others({**starter.reviewed(), **{entity.id: entity for entity in own}}):
            if first_script(other.label) in UNSPACED:
                self._runs.append(other)
            else:
                for word in other.words:
                    self._by_word[word].append(other)

    def containing(self, name: _Name, own: Entity) -> Iterator[_Other]:
        """Longer names of others of the same type that hold *name*, and that *own* has no ``not`` for."""
        known = {spelling(label) for label in (own.name, *own.names, *own.not_)}
        unspaced = first_script(name.label) in UNSPACED
        for other in self._runs if unspaced else self._by_word.get(name.words[0], ()):
            if other.entity == own.id or other.type != own.type or other.words in known:
                continue
            is_same = other.wikidata is not None and other.wikidata == own.wikidata
            if not is_same and _holds(other.words, name.words, unspaced=unspaced):
                yield other


def _others(entities: Mapping[str, Entity]) -> Iterator[_Other]:
    for entity in entities.values():
        for label in (entity.name, *entity.names):
            yield _Other(entity.id, entity.type, entity.wikidata, label, spelling(label))
    for entity_id, label in places.english_names().items():
        if entity_id not in entities:
            yield _Other(entity_id, "place", None, label, spelling(label))


def _holds(words: tuple[str, ...], part: tuple[str, ...], *, unspaced: bool) -> bool:
    if unspaced:
        return words != part and "".join(part) in "".join(words)
    spans = (words[at : at + len(part)] for at in range(len(words) - len(part) + 1))
    return len(words) > len(part) and part in spans


def _names_of(index: int, entity: Entity) -> Iterator[_Name]:
    labelled: list[tuple[str, Where, str]] = [(FULL, ("name",), entity.name)]
    labelled += [(FULL, ("names", at), label) for at, label in enumerate(entity.names)]
    for script, labels in entity.short.items():
        labelled += [(SHORT, ("short", script, at), label) for at, label in enumerate(labels)]
    for kind, where, label in labelled:
        if words := spelling(label):
            yield _Name(index, kind, where, label, words)


def _by_words(names: Iterable[_Name]) -> dict[tuple[str, ...], list[_Name]]:
    found: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        found[name.words].append(name)
    return found


def _said(label: str) -> str:
    """A sentence about *label*; in scripts that have their own words for it, the name alone."""
    return f"{label} spoke on Tuesday." if first_script(label) == "Latn" else f"{label}."


def _doubt(name: _Name, problem: str, example: str, remedy: str) -> Doubt:
    return Doubt(name.entity, name.where, problem, example, remedy)
