"""Compiles a watch list into aliases that a text can be searched for, and one automaton over their rarest words.

Decides which spellings of a name are tried: separators, joined parts, name order, umlauts written out. Reads no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import Entity, Watchlist
from wiretext.endings import stems
from wiretext.hearing import Ear
from wiretext.normal import normalise
from wiretext.scripts import UNSPACED, WORD, script_of

FULL, SHORT, NOT = "full", "short", "not"

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"})
_SYLLABLE = 4  # letters
_SPELT = 3  # letters of an acronym that is spelt: it takes endings, but no letter of its own goes
_SHORTEST_PART = 2  # letters of a part of a name in a script without blanks that may change its place
_NON_JOINER = "\u200c"
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


# In Devanagari and Gujarati a nasal before a consonant is a letter or a sign: हिन्दी, हिंदी.
_NASAL = re.compile(r"[ङञणनम]्(?=[क-म])|[ઙઞણનમ]્(?=[ક-મ])")
_NASAL_SIGN = re.compile(r"ं(?=[क-म])|ં(?=[ક-મ])")


def _nasal_sign(match: re.Match[str]) -> str:
    return "ं" if match[0] < "ઁ" else "ં"


def _nasal(match: re.Match[str]) -> str:
    devanagari = match[0] < "ઁ"
    labial = match.string[match.end()] in "पफबभमપફબભમ"
    return {(True, True): "म्", (True, False): "न्", (False, True): "મ્", (False, False): "ન્"}[devanagari, labial]


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
    ear: Ear = field(repr=False)

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
        ear = Ear(_labels_of_persons(watchlist.entities))
        return cls(watchlist.entities, watchlist.number, automaton, tuple(map(tuple, buckets.values())), ear)


def _labels_of_persons(entities: tuple[Entity, ...]) -> Iterator[tuple[int, str]]:
    for index, entity in enumerate(entities):
        if entity.type == "person":
            yield from ((index, label) for label in dict.fromkeys((entity.name, *entity.names)))


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
    """The label as written, with umlauts spelt out, with its parts joined, and in other orders."""
    forms = [label, label.translate(_SPELT_OUT)]
    forms += [_HYPHENS.sub("", form) for form in forms]
    forms += [form.replace(_NON_JOINER, " ") for form in forms] + [form.replace("ů", "o") for form in forms]
    forms += [_NASAL.sub(_nasal_sign, form) for form in forms] + [_NASAL_SIGN.sub(_nasal, form) for form in forms]
    for form in dict.fromkeys(forms):
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
    elif person and len(whole) == 3:  # noqa: PLR2004 (a family name and a given name)
        yield [Word(part, (), "Hang", capital=False) for part in (whole[0], whole[1:])]


def _alias(index: int, kind: str, label: str, words: list[Word], *, acronym: bool) -> Alias:
    anchor = max(range(len(words)), key=lambda at: len(words[at].lemma))
    return Alias(index, kind, label, tuple(words), anchor, acronym)
