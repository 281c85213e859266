"""An article as the matcher and the vetoes read it: words, capitals, beginnings of sentences. Knows no entity."""

from __future__ import annotations

import bisect
import re
from functools import cached_property
from typing import Protocol

import numpy as np

from wiretext.matching.sound.hearing import LONGEST_SMALL, is_small
from wiretext.matching.sound.letters import LONGEST, SOUNDED
from wiretext.normal import Normalised
from wiretext.noting import Flags
from wiretext.proclitics import joins_words
from wiretext.scripts import CASED, are_capitals, are_of, are_small, code_points
from wiretext.words import Words

MOST_BEGINNINGS = 20_000
"""Of names in a text, in each search by sound: what has more is no article."""
_OPENING = "\"'“„‚‘«‹¿¡([{–—-·*#>"
SENTENCE_ENDS = ".!?…;।۔؟。！？\n"
"""What may end a sentence; a full stop also ends an abbreviation."""
QUOTES_OPEN, QUOTES_CLOSE = "\"'「『《〈", "\"'」』》〉"
"""Quotation marks of a normalised text."""
_STARTS_SENTENCE = frozenset(f"{SENTENCE_ENDS}:")
_STARTS_QUOTATION = frozenset(_OPENING) - {"-", "'"}
_WITHOUT_CAPITALS = frozenset(SOUNDED - CASED)
_ACRONYM = 2  # letters of a word in capitals that is beside another more likely an acronym than loud
_LONGEST_TIE = 3  # characters between two words of a name
_QUIET = 200  # for so many letters a text in lower case has at most one capital


class _Listed(Protocol):
    def __contains__(self, word: str, /) -> bool: ...


class Reading(Words):
    """Normalised text with its words and their capitals; *language* (BCP 47) is what it is written in.

    Attributes:
        capitals: Of each word: whether it begins with a capital in the source.
        capital_flags: The same, for all words at once.
        may_name: Of each word: whether it may be of a name read by sound. Not too long, with a capital if it has any.
        naming: The words that may, by their numbers.
        tied: Of each word: whether one follows it that is near.
        followed: Of each word: whether one does that a name may go on with and that is not small.
        leading: The words that a name may begin with, by their numbers: tied to one that it may go on with.
        quoted: Of each word: whether an apostrophe stands before it.
        marked: Of each word: whether it begins with a capital in the source, or a full stop follows.
        joins_words: Whether a short word, such as *and*, may be joined to a name in a script where one can be.
    """

    def __init__(self, normal: Normalised, language: str) -> None:
        super().__init__(normal)
        starts, ends = self.bounds
        self._source_codes = code_points(normal.source)
        capitals = are_capitals(self._source_codes[normal.starts(starts)])
        may_name = (capitals | are_of(_WITHOUT_CAPITALS, self.codes[starts])) & (ends - starts <= LONGEST)
        self.capital_flags: Flags = capitals
        self.capitals: list[bool] = capitals.tolist()
        self.may_name: list[bool] = may_name.tolist()
        self.naming = may_name.nonzero()[0]
        hyphens = self.codes[ends[:-1]] == ord("-")
        quotes = self.codes[ends[:-1]] == ord("'")
        tied = starts[1:] - ends[:-1] <= _LONGEST_TIE
        followed = tied & (may_name[1:] | hyphens)
        self.tied, self.followed = np.append(tied, [False]), np.append(followed, [False])
        self.quoted = np.append([False], quotes)
        self.marked = capitals | (self.codes.take(ends, mode="clip") == ord("."))
        self.leading = (may_name[:-1] & (followed | tied & (ends[1:] - starts[1:] <= LONGEST_SMALL))).nonzero()[0]
        self.language = language.partition("-")[0]
        self.joins_words = joins_words(self.language)
        # Where each line of the source begins, and the end.
        self._lines = [0, *(found.end() for found in re.finditer("\n", normal.source)), len(normal.source) + 1]
        self._loud: dict[int, bool] = {}
        self._distinct: frozenset[str] = frozenset()
        self._listed: dict[_Listed, frozenset[str]] = {}

    def is_capital(self, index: int) -> bool:
        """Whether the word *index* begins with a capital in the source."""
        return 0 <= index < len(self) and self.capitals[index]

    def is_loud(self, index: int) -> bool:
        """Whether the word *index* stands among capitals, in its line or beside it, so that they prove nothing."""
        line = bisect.bisect_right(self._lines, self._begin(index)) - 1
        if line not in self._loud:
            self._loud[line] = _are_capitals(self.normal.source[self._lines[line] : self._lines[line + 1]])
        return self._loud[line] or self._is_in_loud_run(index)

    def has_telling_capital(self, index: int) -> bool:
        """Whether the word *index* has a capital that proves something: it does not stand among capitals."""
        return self.is_capital(index) and not self.is_loud(index)

    def _begin(self, index: int) -> int:
        """Where the word *index* begins in the source."""
        return self.normal.start(self.starts[index])

    def _is_in_loud_run(self, index: int) -> bool:
        """Whether the word *index* stands among words in capitals: between two, or beside one that is no acronym."""
        sides = [(side, self.between(min(index, side), max(index, side))) for side in (index - 1, index + 1)]
        loud = [between == " " and self._is_in_capitals(side) for side, between in sides]
        if any(is_loud and len(self.word(side)) > _ACRONYM for is_loud, (side, _) in zip(loud, sides, strict=True)):
            return True
        return all("\n" not in between and self._is_in_capitals(side) for side, between in sides)

    def _is_in_capitals(self, index: int) -> bool:
        if not 0 <= index < len(self):
            return False
        surface = self.normal.source[self._begin(index) : self.normal.start(self.ends[index])]
        return surface.isupper() and len(surface) > 1

    def starts_sentence(self, at: int) -> bool:
        """Whether the character *at* begins a sentence, a quotation or a line."""
        before = self.text[max(0, at - 8) : at].rstrip(" ")
        stripped = before.rstrip(_OPENING + " ")
        return not stripped or stripped[-1] in _STARTS_SENTENCE or before[-1:] in _STARTS_QUOTATION

    def goes_on(self, index: int) -> bool:
        """Whether a word follows the word *index* that a name read by sound may go on with."""
        following = index + 1
        if following == len(self) or self.starts[following] - self.ends[index] > _LONGEST_TIE:
            return False
        return self.may_name[following] or self.text[self.ends[index]] == "-" or is_small(self.word(following))

    @cached_property
    def is_quiet(self) -> bool:
        """Whether the whole text is written without capitals; a title may have some all the same."""
        body = self.text.find("\n\n")
        body = body if len(self.text) - body > _QUIET else 0
        codes, capitals = self._source_codes[self.normal.start(body) :], self.capital_flags[self.index(body) + 1 :]
        if capitals.sum() * _QUIET > len(codes):  # which tells nearly all texts, without looking at every letter
            return False
        return bool(are_capitals(codes).sum() * _QUIET <= are_small(codes).sum())

    def listed(self, words: _Listed) -> frozenset[str]:
        """Those of the words of the text that are among *words*, a list that stays: looked for once."""
        found = self._listed.get(words)
        if found is None:
            self._distinct = self._distinct or frozenset(map(self.word, range(len(self))))
            found = self._listed[words] = frozenset(word for word in self._distinct if word in words)
        return found

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that stand somewhere in lower case."""
        source, start = self.normal.source, self.normal.start
        return frozenset(self.word(at) for at in range(len(self)) if source[start(self.starts[at])].islower())


def _are_capitals(text: str) -> bool:
    """Whether nine letters of ten are capitals, as the first fifth of a *text* in small ones mostly tells."""
    if sum(map(str.islower, text[: len(text) // 5])) > len(text) // 10:
        return False
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals > 1 and small <= (capitals + small) // 10
