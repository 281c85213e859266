"""Compiles a watch list into what a text is searched for: forms of words, pieces of runs, sounds. Reads no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import Entity, Watchlist
from wiretext import compiling
from wiretext.labels import first_script, spelling
from wiretext.matching.aliases import FULL, NOT, SHORT, Alias, Word, spellings
from wiretext.matching.anchoring import Anchored, Anchors
from wiretext.matching.beginnings import Beginnings
from wiretext.matching.compounds import before_nouns, takes_nouns
from wiretext.matching.endings import any_endings
from wiretext.matching.indic import IndicNames
from wiretext.matching.organizations import Organizations
from wiretext.matching.reading import Reading
from wiretext.matching.sound.ear import Ear, keys_of
from wiretext.matching.sound.hangul import HangulNames
from wiretext.matching.sound.kana import KanaNames
from wiretext.matching.sound.thai import ThaiNames
from wiretext.matching.sound.transcribed import HanNames
from wiretext.picking import Heads
from wiretext.proclitics import LONGEST_PROCLITIC, PROCLITICS
from wiretext.remembering import Remembered
from wiretext.scripts import CASED, INDIC, script_of

_NONE = Anchored()
_MANY = 5_000  # labels, with which nearly every word of a text is looked at
_LONGEST_REST = 40  # letters of a word before and after the shortest stem of a name


@dataclass(frozen=True, slots=True)
class Label:
    """A label of an entity, and what leads to it in a text.

    Attributes:
        kind: full, short, or not.
        text: The label as the watch list gives it.
        forms: The anchors of its aliases and their stems: a word of a text is one of them, or one with an ending.
        compounded: Those after which a noun may follow in a compound: of acronyms, and of organisations' names.
        pieces: The same for aliases in scripts without blanks, where it may stand inside a run of letters.
        sound: Where it lies in an ear; empty for what is not heard.
        indic: Whether it is in a script of South Asia and may be spelt with other vowels there.
    """

    kind: str
    text: str
    forms: tuple[str, ...]
    compounded: tuple[str, ...]
    pieces: tuple[str, ...]
    sound: bytes
    indic: bool


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
        anchoring: Which words may lead to aliases, but for those in scripts without blanks.
        automaton: What finds the pieces of aliases in scripts without blanks; None where there are none.
        inside: The aliases that a piece leads to, by the number that the automaton gives it.
        ear: The names of persons by their sound.
        beginnings: Where those may begin in a text.
        organizations: The names of organisations by theirs.
        indic: The names in scripts of South Asia by theirs, but for persons' in one word.
        transcribed: The names of persons in katakana, in Han characters, in Thai and in Hangul.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._labels = [(index, label) for index, entry in enumerate(self.entries) for label in entry.labels]
        self.entities = tuple(entry.entity for entry in self.entries)
        self._forms = _owners(label.forms for _, label in self._labels)
        self._compounded = _owners(label.compounded for _, label in self._labels)
        self._longest = max(map(len, self._forms), default=0) + _LONGEST_REST
        pieces = _owners(label.pieces for _, label in self._labels)
        self._pieces = tuple(pieces.items())
        self.automaton = AhoCorasick(list(pieces), store_patterns=False) if pieces else None
        self.ear = Ear((index, label.text, label.sound) for index, label in self._labels if label.sound)
        self.beginnings = Beginnings(self.ear)
        self.organizations = Organizations(
            (index, label.text)
            for index, label in self._labels
            if label.kind == FULL and self.entities[index].type == "organization"
        )
        self.indic = IndicNames((index, label.text) for index, label in self._labels if label.indic)
        self.transcribed = self._transcribed()
        self._aliases_of = lru_cache(maxsize=1 << 15)(self._spelt)
        self._heads = Heads(self._forms)
        self.anchoring = Anchors(self._anchored_on, self._anchored_in_small)
        self._begun_by = Remembered(self._anchored, 1 << 17)
        self._in_small_letters = Remembered(self._uninflected, 1 << 15)
        self.inside = lru_cache(maxsize=1 << 12)(self._inside)

    def _transcribed(self) -> tuple[KanaNames, HanNames, ThaiNames, HangulNames]:
        persons = [
            (index, label)
            for index, label in self._labels
            if label.kind == FULL and self.entities[index].type == "person"
        ]
        unspaced = [(index, label.text) for index, label in persons if label.pieces]
        spaced = ((index, label.text) for index, label in persons if not label.pieces)
        return KanaNames(unspaced), HanNames(unspaced), ThaiNames(unspaced), HangulNames(spaced)

    @classmethod
    def compile(cls, watchlist: Watchlist, before: Lexicon | None = None) -> Lexicon:
        """The lexicon of *watchlist*; what an entity has in the one *before* is not worked out again."""
        known = {} if before is None else {entry.entity.id: entry for entry in before.entries}
        entries = []
        for entity in watchlist.entities:
            entry = known.get(entity.id)
            entries.append(entry if entry is not None and entry.entity == entity else _entry(entity))
        if sum(len(entry.labels) for entry in entries) >= _MANY:
            compiling.load()
        return cls(entries)

    def anchors(self, reading: Reading) -> Iterator[tuple[int, Alias]]:
        """Which words of an article may be anchors of aliases, but for scripts without blanks; and of which.

        Of a name in several words, one beside its anchor begins as a word near there does. An inflected name of a
        person has capitals.
        """
        for index, left, right in self.anchoring.among(reading):
            large = reading.capitals[index] or reading.is_quiet
            anchored = (self._anchored_on if large else self._anchored_in_small)(reading.word(index))
            for alias in anchored.beside(reading, index, left, right):
                yield index, alias

    def _anchored_on(self, word: str) -> Anchored:
        return self._begun_by[word[: self._longest]] if self._heads.may_begin(word) else _NONE

    def _anchored_in_small(self, word: str) -> Anchored:
        """What *word* may be the anchor of where it is written without a capital in a text that has some."""
        return self._in_small_letters[word[: self._longest]] if self._heads.may_begin(word) else _NONE

    def _anchored(self, word: str) -> Anchored:
        found: dict[Alias, None] = {}
        for start in range(LONGEST_PROCLITIC + 1 if script_of(word[0]) in PROCLITICS else 1):
            for end in range(start + 1, len(word) + 1):
                form = word[start:end]
                if owners := self._forms.get(form):
                    if end < len(word) and word[end:] not in any_endings(script_of(form[0])):
                        owners = self._compounded.get(form, [])
                    for owner in owners:
                        found.update(dict.fromkeys(filter(partial(_is_anchored, form), self._aliases_of(owner))))
        return Anchored.of(found) if found else _NONE

    def _uninflected(self, word: str) -> Anchored:
        return Anchored.of(
            alias
            for alias in self._begun_by[word].all()
            if alias.words[alias.anchor].lemma == word or not self._has_capitals(alias)
        )

    def _has_capitals(self, alias: Alias) -> bool:
        """Whether *alias* is a person's name of which every word has a capital, as ``vetoes.casing`` will ask."""
        person = self.entities[alias.entity].type == "person" and alias.kind != NOT
        return person and all(word.capital and word.script in CASED for word in alias.words)

    def _inside(self, number: int) -> tuple[Alias, ...]:
        """The aliases in scripts without blanks that are anchored on what the automaton counts as *number*."""
        return tuple(alias for alias in self._led_to(*self._pieces[number]) if alias.unspaced)

    def _led_to(self, pattern: str, owners: Iterable[int]) -> Iterator[Alias]:
        """The aliases of the labels *owners* that *pattern* leads to."""
        aliases = (alias for owner in owners for alias in self._aliases_of(owner))
        return (alias for alias in aliases if pattern in _patterns(alias.words[alias.anchor]))

    def _spelt(self, owner: int) -> tuple[Alias, ...]:
        index, label = self._labels[owner]
        person = self.entities[index].type == "person" and label.kind != SHORT
        return tuple(dict.fromkeys(spellings(index, label.kind, label.text, person=person)))


def _owners(led_to_by: Iterable[tuple[str, ...]]) -> dict[str, Sequence[int]]:
    """The numbers of the labels by the patterns that lead to them; nearly all lead to one, whose patterns share it."""
    found: dict[str, Sequence[int]] = {}
    several: dict[str, list[int]] = {}
    for number, patterns in enumerate(led_to_by):
        own = (number,)
        for pattern in patterns:
            known = found.setdefault(pattern, own)
            if known is own:
                continue
            if pattern not in several:
                found[pattern] = several[pattern] = list(known)
            several[pattern].append(number)
    return found


def _is_anchored(form: str, alias: Alias) -> bool:
    """Whether *form* is the anchor of *alias* or one of its stems."""
    word = alias.words[alias.anchor]
    return not alias.unspaced and (form == word.lemma or form in word.stems or form in before_nouns(alias))


@lru_cache(maxsize=1 << 15)
def _patterns(word: Word) -> tuple[str, ...]:
    """The strings of which one begins every form of *word*, none the beginning of another."""
    shortest: list[str] = []
    for form in sorted((word.lemma, *word.stems), key=len):
        if not any(form.startswith(other) for other in shortest):
            shortest.append(form)
    return tuple(shortest)


def _entry(entity: Entity) -> Entry:
    full = [(FULL, label) for label in (entity.name, *entity.names)]
    short = [(SHORT, label) for labels in entity.short.values() for label in labels]
    named = dict.fromkeys([*full, *short, *((NOT, label) for label in entity.not_)])
    return Entry(entity, tuple(_label(kind, label, entity) for kind, label in named))


def _label(kind: str, text: str, entity: Entity) -> Label:
    person = entity.type == "person"
    forms: dict[str, None] = {}
    compounded: dict[str, None] = {}
    pieces: dict[str, None] = {}
    for alias in spellings(0, kind, text, person=person and kind != SHORT):
        word = alias.words[alias.anchor]
        if alias.unspaced:
            pieces.update(dict.fromkeys(_patterns(word)))
        else:
            forms.update(dict.fromkeys((word.lemma, *word.stems)))
            if alias.acronym or (entity.type == "organization" and takes_nouns(alias)):
                compounded.update(dict.fromkeys((word.lemma, *word.stems, *before_nouns(alias))))
    sound = keys_of(text, main=text == entity.name) if person and kind == FULL else b""
    indic = kind == FULL and first_script(text) in INDIC and (not person or len(spelling(text)) > 1)
    forms.update(compounded)
    return Label(kind, text, tuple(forms), tuple(compounded), tuple(pieces), sound, indic)
