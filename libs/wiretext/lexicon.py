"""Compiles a watch list into aliases that a text can be searched for, and one automaton over their rarest words.

Decides which spellings of a name are tried: separators, joined parts, name order, umlauts written out. Reads no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import Entity, Watchlist
from wiretext.endings import stems
from wiretext.normal import normalise
from wiretext.scripts import UNSPACED, WORD, script_of

FULL, SHORT, NOT = "full", "short", "not"

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"})
_SEPARATORS = ("", "·", " ", "-")
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an alias in normal form, with the stems of its other forms."""

    lemma: str
    stems: tuple[str, ...]
    script: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a name.

    Attributes:
        entity: Index into the entities of the watch list.
        kind: full, short, or not (a longer name of somebody else).
        label: The spelling as the watch list gives it.
        words: Its words; for a script without blanks the whole, as one.
        anchor: Index of the word that the automaton looks for.
        acronym: Whether the label is a word of capitals.
    """

    entity: int
    kind: str
    label: str
    words: tuple[Word, ...]
    anchor: int
    acronym: bool = False

    @property
    def unspaced(self) -> bool:
        """Whether the alias is in a script that puts no blank between words."""
        return self.words[0].script in UNSPACED


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All aliases of a watch list, found through one automaton over the words they are anchored on."""

    entities: tuple[Entity, ...]
    revision: int
    automaton: AhoCorasick | None
    buckets: tuple[tuple[Alias, ...], ...] = field(repr=False)

    @classmethod
    def compile(cls, watchlist: Watchlist) -> Lexicon:
        """The lexicon of *watchlist*; about 5 microseconds an alias."""
        buckets: dict[str, list[Alias]] = defaultdict(list)
        for index, entity in enumerate(watchlist.entities):
            for alias in dict.fromkeys(_aliases(index, entity)):
                word = alias.words[alias.anchor]
                for pattern in _patterns(word):
                    buckets[pattern].append(alias)
        automaton = AhoCorasick(list(buckets), store_patterns=False) if buckets else None
        return cls(watchlist.entities, watchlist.number, automaton, tuple(map(tuple, buckets.values())))


def _patterns(word: Word) -> Iterator[str]:
    """The strings of which one is in every form of *word*, none the beginning of another."""
    shortest: list[str] = []
    for form in sorted((word.lemma, *word.stems), key=len):
        if not any(form.startswith(other) for other in shortest):
            shortest.append(form)
    return iter(shortest)


def _aliases(index: int, entity: Entity) -> Iterator[Alias]:
    for label in (entity.name, *entity.names):
        yield from _spellings(index, FULL, label, person=entity.type == "person")
    for labels in entity.short.values():
        for label in labels:
            yield from _spellings(index, SHORT, label, person=False)
    for label in entity.not_:
        yield from _spellings(index, NOT, label, person=entity.type == "person")


def _spellings(index: int, kind: str, label: str, *, person: bool) -> Iterator[Alias]:
    """The label as written, with umlauts spelt out, and with its hyphenated parts joined."""
    forms = [label, label.translate(_SPELT_OUT)]
    forms += [_HYPHENS.sub("", form) for form in forms]
    for form in dict.fromkeys(forms):
        normal = normalise(form).text
        words = WORD.findall(normal)
        if not words:
            continue
        acronym = len(words) == 1 and label.isupper() and len(label) > 1
        if script_of(words[0][0]) in UNSPACED:
            for joined in dict.fromkeys(separator.join(words) for separator in _SEPARATORS):
                yield Alias(index, kind, label, (Word(joined, (), script_of(words[0][0])),), 0)
        else:
            for order in _orders(words, person=person):
                yield _alias(index, kind, label, order, acronym=acronym)


def _orders(words: list[str], *, person: bool) -> Iterable[list[str]]:
    """The words in order; for a person also with the last name first."""
    yield words
    if person and len(words) > 1:
        yield [words[-1], *words[:-1]]
        if len(words) == 3:  # noqa: PLR2004 (Korean and Chinese names: the family name goes last)
            yield [*words[1:], words[0]]


def _alias(index: int, kind: str, label: str, words: list[str], *, acronym: bool) -> Alias:
    compiled = tuple(Word(word, stems(word, script_of(word[0])), script_of(word[0])) for word in words)
    anchor = max(range(len(compiled)), key=lambda at: len(compiled[at].lemma))
    return Alias(index, kind, label, compiled, anchor, acronym)
