"""Lists of cue words: a word is on a list as it stands, or by its beginning (``univers*``). Compared in normal form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from wiretext.matching.endings import endings
from wiretext.normal import normalise
from wiretext.proclitics import ARTICLE, FOR_ARTICLE, ONE_LETTER
from wiretext.scripts import CASED, script_of
from wiretext.tables import listed, listed_for, words_for

_SHORTEST_STEM = 3
# Not the Ethiopic ones: a thing stands after a name there, and with a preposition it is of another phrase.
_JOINED = {script: ONE_LETTER[script] for script in ("Arab", "Hebr")}
_LONGEST_ENDING = 6
_ARTICLES = {"ar": (ARTICLE["Arab"], FOR_ARTICLE["Arab"]), "he": (ARTICLE["Hebr"], ())}
# What makes a word for somebody of a stem, in languages that have no endings of their own in the table.
_DERIVED = frozenset({
    *"aeiouns", "as", "es", "os", "is", "en", "er", "ers", "in", "ins", "innen", "or", "ora", "ore", "ores", "eur",
    "euse", "eurs", "ere", "ier", "iere", "iers", "iste", "ist", "ista", "isti", "istas", "ce",
    "era", "ero", "eros", "eras",
    "r", "rs", "se", "ses", "ь", "от", "ка", "ката", "ица", "ицата",
    "eiro", "eira", "aio", "aia", "aro", "ara", "ice", "ico", "ica", "ka", "ky", "kou", "ska", "sko", "ing", "ene",
    "erne", "ern", "erin", "ten", "tes", "ant", "ante", "anti", "ng",
})  # fmt: skip


class WordList:
    """Words, and beginnings of words, but for those that are *unlike* any, such as small words of a language."""

    def __init__(self, cues: Iterable[str] = (), *, unlike: frozenset[str] = frozenset()) -> None:
        # Whether more letters may follow; a word may be there twice, spelt with accents too.
        normal: dict[str, bool] = {}
        for cue in cues:
            plain = normalise(cue.rstrip("*")).text
            normal[plain] = normal.get(plain, False) or cue.endswith("*")
        self._whole = frozenset(normal)
        self._words = tuple(normal)
        self._sizes = sorted(set(map(len, normal)))
        self._beginnings = frozenset(cue for cue, beginning in normal.items() if beginning)
        self._lengths = sorted(set(map(len, self._beginnings)))
        self._unlike = unlike

    def __bool__(self) -> bool:
        return bool(self._words)

    def __contains__(self, word: str) -> bool:
        if word in self._unlike:
            return False
        if word in self._whole:
            return True
        for length in self._lengths:  # noqa: SIM110 - asked too often for a generator
            if word[:length] in self._beginnings:
                return True
        return False

    def has_whole(self, word: str) -> bool:
        """Whether *word* is on the list as it stands, with no ending."""
        return word in self._whole

    def begins(self, text: str) -> bool:
        """Whether *text*, in a script without blanks, begins with a word of the list."""
        return any(text[:size] in self._whole for size in self._sizes if size <= len(text))

    def ends(self, text: str) -> bool:
        """Whether *text*, in a script without blanks, ends with a word of the list."""
        return any(text[len(text) - size :] in self._whole for size in self._sizes if size <= len(text))

    def rests(self, text: str) -> Iterator[str]:
        """What is left of *text*, in a script without blanks, behind each word of the list that it begins with."""
        return (text[size:] for size in self._sizes if size <= len(text) and text[:size] in self._whole)

    def stands_in(self, text: str) -> bool:
        """Whether a word of the list stands in *text*, in a script without blanks."""
        return any(text[at : at + size] in self._whole for size in self._sizes for at in range(len(text) - size + 1))


@cache
def word_list(name: str, *keys: str) -> WordList:
    """The words that ``<name>.yaml`` has under *keys*, as ``wiretext.tables.listed`` reads them."""
    return WordList(listed(name, *keys))


class ProcliticList(WordList):
    """Words of one language, to which in Hebrew and Arabic a short one may be joined."""

    def __contains__(self, word: str) -> bool:
        if super().__contains__(word):
            return True
        return word != "" and word[0] in _JOINED.get(script_of(word[0]), ()) and super().__contains__(word[1:])

    def removed_from(self, text: str) -> str:
        """*text*, in a script without blanks, without a word of the list at its beginning."""
        return next((text.removeprefix(word) for word in self._words if text.startswith(word)), text)


@cache
def proclitic_list(language: str, name: str, key: str) -> ProcliticList:
    """The words of *language* that ``<name>.yaml`` has under *key*, as ``wiretext.tables.listed_for`` reads them."""
    return ProcliticList(listed_for(language, name, key))


class InflectedList(WordList):
    """Words of many languages: after a beginning only an ending of the text's language may follow."""

    def __init__(self, cues: Iterable[str], language: str, *, unlike: frozenset[str] = frozenset()) -> None:
        cues = tuple(cues)
        super().__init__(cues, unlike=unlike)
        self._stems = frozenset(
            normalise(cue.rstrip("*")).text for cue in cues if cue.endswith("*") or script_of(cue[0]) not in CASED
        )
        self._language = language

    def __contains__(self, word: str) -> bool:
        if word in self._unlike:
            return False
        if word in self._whole or self._without_joined(word) in self._whole:
            return True
        shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
        return any(
            word[:at] in self._stems and self._may_end(word, at) for at in range(len(word) - 1, shortest - 1, -1)
        )

    def _without_joined(self, word: str) -> str:
        """*word* without the article before it, or what links it to the next."""
        if self._language == "tl":
            return word.removesuffix("ng")
        article, swallowing = _ARTICLES.get(self._language, ("", ()))
        return next((word.removeprefix(joined) for joined in (article, *swallowing) if word.startswith(joined)), word)

    def _may_end(self, word: str, at: int) -> bool:
        return word[at:] in _DERIVED or word[at:] in endings(self._language, script_of(word[0]))


@lru_cache(maxsize=256)
def inflected_list(name: str, key: str, language: str) -> InflectedList:
    """The words that ``<name>.yaml`` has under *key*, for texts in *language*."""
    return InflectedList(listed(name, key), language)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for one of *words* in normal form, as cues have them: _ is a blank, more letters may follow before a *.

    It may match nothing.
    """
    return one_of(as_phrases(words))


def as_phrases(cues: Iterable[str]) -> tuple[str, ...]:
    """*cues* in normal form, with a blank for each _."""
    return tuple(normalise(cue.replace("_", " ")).text for cue in cues)


def one_of(phrases: Iterable[str]) -> str:
    """The same for *phrases* as they are."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return "|".join(re.escape(each.rstrip("*")) + r"\w*" * each.endswith("*") for each in longest_first) or "(?!)"


def joining(language: str) -> frozenset[str]:
    """*And* and *with* in *language*: what joins a name to another."""
    return words_for(language, "vetoes/context/beside", "joining")
