"""Compiles a watch list into what a text can be searched for: forms of words, pieces of runs, and sounds.

Decides which spellings of a name are tried: separators, joined parts, name order, umlauts written out. Reads no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import Entity, Watchlist
from wiretext.matching.bodies import Bodies
from wiretext.matching.ear import Ear, keys_of
from wiretext.matching.endings import any_endings, stems
from wiretext.matching.variants import variants
from wiretext.normal import normalise
from wiretext.proclitics import LONGEST_PROCLITIC, PROCLITICS
from wiretext.remembering import Remembered
from wiretext.scripts import UNSPACED, WORD, script_of

FULL, SHORT, NOT = "full", "short", "not"

_SYLLABLE = 4  # letters
_LONGEST_REST = 40  # letters of a word before and after the shortest stem of a name
_SPELT = 3  # letters of an acronym that is spelt: it takes endings, but no letter of its own goes
_SHORTEST_PART = 2  # letters of a part of a name in a script without blanks that may change its place


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an alias in normal form, with the stems of its other forms, and whether it has a capital."""

    lemma: str
    stems: tuple[str, ...]
    script: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a name.

    Attributes:
        entity: Index into the entities of the watch list.
        kind: full, short, or not (a longer name of somebody else).
        label: The spelling as the watch list gives it.
        words: Its words; for a script without blanks its parts, between which there may be a dot, or nothing.
        anchor: Index of the word that the text is searched for.
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
class Label:
    """A label of an entity, and what leads to it in a text.

    Attributes:
        kind: full, short, or not.
        text: The label as the watch list gives it.
        forms: The anchors of its aliases and their stems: a word of a text is one of them, or one with an ending.
        acronyms: Those of acronyms alone, after which a compound has any word.
        pieces: The same for aliases in scripts without blanks, where it may stand inside a run of letters.
        sound: Where it lies in an ear; empty for what is not heard.
    """

    kind: str
    text: str
    forms: tuple[str, ...]
    acronyms: tuple[str, ...]
    pieces: tuple[str, ...]
    sound: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity with its labels: what a lexicon keeps of it for the next."""

    entity: Entity
    labels: tuple[Label, ...]


class Lexicon:
    """The labels of a watch list by what leads to them; a label's aliases are made when a text first asks for them.

    Attributes:
        entries: The entities of the watch list with their labels.
        entities: The entities alone.
        automaton: What finds the pieces of aliases in scripts without blanks; None where there are none.
        begun_by: Of a word: the aliases, but for scripts without blanks, of which it may be the anchor in any form.
        ear: The names of persons by their sound.
        bodies: The names of organisations by theirs.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._labels = [(index, label) for index, entry in enumerate(self.entries) for label in entry.labels]
        self.entities = tuple(entry.entity for entry in self.entries)
        self._forms = _owners(label.forms for _, label in self._labels)
        self._acronyms = _owners(label.acronyms for _, label in self._labels)
        self._longest = max(map(len, self._forms), default=0) + _LONGEST_REST
        pieces = _owners(label.pieces for _, label in self._labels)
        self._pieces = tuple(pieces.items())
        self.automaton = AhoCorasick(list(pieces), store_patterns=False) if pieces else None
        self.ear = Ear((index, label.text, label.sound) for index, label in self._labels if label.sound)
        self.bodies = Bodies(
            (index, label.text)
            for index, label in self._labels
            if label.kind == FULL and self.entities[index].type == "organization"
        )
        self._aliases_of = lru_cache(maxsize=1 << 15)(self._spelt)
        self.begun_by = Remembered(self._anchored, 1 << 17)
        self.inside = lru_cache(maxsize=1 << 12)(self._inside)

    @classmethod
    def compile(cls, watchlist: Watchlist, before: Lexicon | None = None) -> Lexicon:
        """The lexicon of *watchlist*; what an entity has in the one *before* is not worked out again."""
        known = {} if before is None else {entry.entity.id: entry for entry in before.entries}
        entries = []
        for entity in watchlist.entities:
            entry = known.get(entity.id)
            entries.append(entry if entry is not None and entry.entity == entity else _entry(entity))
        return cls(entries)

    def _anchored(self, word: str) -> tuple[Alias, ...]:
        word = word[: self._longest]
        found: dict[Alias, None] = {}
        for start in range(LONGEST_PROCLITIC + 1 if script_of(word[0]) in PROCLITICS else 1):
            for end in range(start + 1, len(word) + 1):
                form = word[start:end]
                if owners := self._forms.get(form):
                    if end < len(word) and word[end:] not in any_endings(script_of(form[0])):
                        owners = self._acronyms.get(form, [])
                    for owner in owners:
                        found.update(dict.fromkeys(filter(partial(_is_anchored, form), self._aliases_of(owner))))
        return tuple(found)

    def _inside(self, number: int) -> tuple[Alias, ...]:
        """The aliases in scripts without blanks that are anchored on what the automaton counts as *number*."""
        return tuple(alias for alias in self._led_to(*self._pieces[number]) if alias.unspaced)

    def _led_to(self, pattern: str, owners: Iterable[int]) -> Iterator[Alias]:
        """The aliases of the labels *owners* that *pattern* leads to."""
        aliases = (alias for owner in owners for alias in self._aliases_of(owner))
        return (alias for alias in aliases if pattern in _patterns(alias.words[alias.anchor]))

    def _spelt(self, owner: int) -> tuple[Alias, ...]:
        index, label = self._labels[owner]
        return aliases_of(label, self.entities[index], index)


def aliases_of(label: Label, entity: Entity, index: int) -> tuple[Alias, ...]:
    """The spellings of a *label* of the entity with the *index*."""
    person = entity.type == "person" and label.kind != SHORT
    return tuple(dict.fromkeys(_spellings(index, label.kind, label.text, person=person)))


def _owners(led_to_by: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """The numbers of the labels by the patterns that lead to them."""
    found: dict[str, list[int]] = {}
    for number, patterns in enumerate(led_to_by):
        for pattern in patterns:
            if pattern in found:
                found[pattern].append(number)
            else:
                found[pattern] = [number]
    return found


def _is_anchored(form: str, alias: Alias) -> bool:
    """Whether *form* is the anchor of *alias* or one of its stems."""
    word = alias.words[alias.anchor]
    return not alias.unspaced and (form == word.lemma or form in word.stems)


@lru_cache(maxsize=1 << 15)
def _patterns(word: Word) -> tuple[str, ...]:
    """The strings of which one begins every form of *word*, none the beginning of another."""
    shortest: list[str] = []
    for form in sorted((word.lemma, *word.stems), key=len):
        if not any(form.startswith(other) for other in shortest):
            shortest.append(form)
    return tuple(shortest)


def _entry(entity: Entity) -> Entry:
    person = entity.type == "person"
    full = [(FULL, label) for label in (entity.name, *entity.names)]
    short = [(SHORT, label) for labels in entity.short.values() for label in labels]
    named = dict.fromkeys([*full, *short, *((NOT, label) for label in entity.not_)])
    return Entry(entity, tuple(_label(kind, label, person=person, main=label == entity.name) for kind, label in named))


def _label(kind: str, text: str, *, person: bool, main: bool) -> Label:
    forms: dict[str, None] = {}
    acronyms: dict[str, None] = {}
    pieces: dict[str, None] = {}
    for alias in _spellings(0, kind, text, person=person and kind != SHORT):
        word = alias.words[alias.anchor]
        if alias.unspaced:
            pieces.update(dict.fromkeys(_patterns(word)))
        else:
            forms.update(dict.fromkeys((word.lemma, *word.stems)))
            acronyms.update(dict.fromkeys((word.lemma, *word.stems) if alias.acronym else ()))
    sound = keys_of(text, main=main) if person and kind == FULL else b""
    return Label(kind, text, tuple(forms), tuple(acronyms), tuple(pieces), sound)


def _spellings(index: int, kind: str, label: str, *, person: bool) -> Iterator[Alias]:
    """The label as written, with umlauts spelt out, with its parts joined, and in other orders."""
    for form in variants(label):
        words = _words(form)
        if not words:
            continue
        if words[0].script in UNSPACED:
            yield from _unspaced(index, kind, label, words, person=person)
        else:
            acronym = len(words) == 1 and label.isupper() and len(label) > 1
            if acronym and len(words[0].lemma) <= _SPELT:
                words = [replace(words[0], stems=())]
            orders = _orders(words, person=person)
            yield from (_alias(index, kind, label, order, acronym=acronym) for order in orders)


def _words(form: str) -> list[Word]:
    normal = normalise(form)
    found = []
    for match in WORD.finditer(normal.text):
        capital = form[normal.start(match.start())].isupper()
        script = script_of(match[0][0])
        found.append(Word(match[0], stems(match[0], script), script, capital))
    return found


def _unspaced(index: int, kind: str, label: str, words: list[Word], *, person: bool) -> Iterator[Alias]:
    """The label as one word, or part by part: parts may be joined, and a person's last part may come first."""
    if len(words) == 1:
        yield Alias(index, kind, label, (Word(normalise(label).text, (), words[0].script, capital=False),), 0)
        return
    yield _alias(index, kind, label, words, acronym=False)
    if person and min(len(word.lemma) for word in words) >= _SHORTEST_PART:
        yield _alias(index, kind, label, [words[-1], *words[:-1]], acronym=False)


def _orders(words: list[Word], *, person: bool) -> Iterator[list[Word]]:
    """The words in order; for a person also with the last name first, and in Hangul joined and apart."""
    yield words
    if words[0].script == "Hang":
        yield from _hangul(words, person=person)
    elif person and len(words) > 1:
        yield [words[-1], *words[:-1]]
        if words[0].script == "Arab":
            yield from _syllables_joined(words)
        if len(words) == 3:  # noqa: PLR2004 (Korean and Chinese names: the family name goes last)
            yield [*words[1:], words[0]]


def _syllables_joined(words: list[Word]) -> Iterator[list[Word]]:
    """The last two words as one, where they are short: the given name of a Chinese or a Korean."""
    *others, first, second = words
    if others and max(len(first.lemma), len(second.lemma)) <= _SYLLABLE:
        yield [*others, Word(first.lemma + second.lemma, (), "Arab", capital=False)]


def _hangul(words: list[Word], *, person: bool) -> Iterator[list[Word]]:
    whole = "".join(word.lemma for word in words)
    if len(words) > 1:
        yield [Word(whole, (), "Hang", capital=False)]
        if person and min(len(word.lemma) for word in words) >= _SHORTEST_PART:
            yield [words[-1], *words[:-1]]
    elif person and len(whole) == 3:  # noqa: PLR2004 (a family name and a given name)
        yield [Word(part, (), "Hang", capital=False) for part in (whole[0], whole[1:])]


def _alias(index: int, kind: str, label: str, words: list[Word], *, acronym: bool) -> Alias:
    anchor = max(range(len(words)), key=lambda at: len(words[at].lemma))
    if words[-1].script == "Thai" and len(words[-1].lemma) >= _SYLLABLE:
        anchor = len(words) - 1  # the given name before it may have other vowels
    return Alias(index, kind, label, tuple(words), anchor, acronym)
