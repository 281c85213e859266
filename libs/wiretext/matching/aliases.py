"""Writes a label as a text may have it: separators, joined parts, name order, umlauts written out. Reads no text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wiretext.matching.endings import stems
from wiretext.matching.orthographies import orthographies, syllabic
from wiretext.matching.variants import variants
from wiretext.normal import normalise
from wiretext.scripts import INDIC, UNSPACED, WORD, script_of

FULL, SHORT, NOT = "full", "short", "not"
"""What a label is: a name by itself, one that counts beside a full one only, a longer name of somebody else."""

_SYLLABLE = 4  # letters
_SPELT = 3  # letters of an acronym that is spelt: it takes endings, but no letter of its own goes
# Characters of a family name that leads to the given name before.
_SHORTEST_ANCHORS = {"Thai": _SYLLABLE, "Hani": 2, "Hang": 3}
_NAMES, _LONG = 2, 8  # parts of a name that are joined in scripts of South Asia, and letters of both
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
        kind: full, short, or not.
        label: The spelling as the watch list gives it.
        words: Its words; for a script without blanks its parts, between which there may be a dot, or nothing.
        anchor: Index of the word that the text is searched for.
        acronym: Whether the label is a word of capitals.
        heard: Whether its words are as a text spells them, which only sound like the label.
    """

    entity: int
    kind: str
    label: str
    words: tuple[Word, ...]
    anchor: int
    acronym: bool = False
    heard: bool = False

    @property
    def unspaced(self) -> bool:
        """Whether the alias is in a script that puts no blank between words."""
        return self.words[0].script in UNSPACED


def spellings(index: int, kind: str, label: str, *, person: bool) -> Iterator[Alias]:
    """The aliases of a *label*: as written, with umlauts spelt out, with parts joined, in other orders; some twice.

    *index* is that of its entity; the words of a *person* may change their places.
    """
    for form in dict.fromkeys((*variants(label), *(syllabic if person else orthographies)(label))):
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
        if words[0].script in INDIC:
            yield from _names_joined(words)
        if len(words) == 3:  # noqa: PLR2004 (Korean and Chinese names: the family name goes last)
            yield [*words[1:], words[0]]


def _syllables_joined(words: list[Word]) -> Iterator[list[Word]]:
    """The last two words as one, where they are short: the given name of a Chinese or a Korean."""
    *others, first, second = words
    if others and max(len(first.lemma), len(second.lemma)) <= _SYLLABLE:
        yield [*others, Word(first.lemma + second.lemma, (), "Arab", capital=False)]


def _names_joined(words: list[Word]) -> Iterator[list[Word]]:
    """A long given name and a family name as one word, which Telugu papers write so: రేవంత్‌రెడ్డి."""
    joined = "".join(word.lemma for word in words)
    if len(words) == _NAMES and len(joined) >= _LONG and words[1].script == words[0].script:
        yield [Word(joined, stems(joined, words[0].script), words[0].script, capital=False)]


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
    if len(words[-1].lemma) >= _SHORTEST_ANCHORS.get(words[-1].script, len(label) + 1):
        anchor = len(words) - 1  # the given name before it may be spelt otherwise
    return Alias(index, kind, label, tuple(words), anchor, acronym)
