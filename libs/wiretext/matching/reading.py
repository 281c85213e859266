"""An article as the matcher and the vetoes read it: words, capitals, beginnings of sentences. Knows no entity."""

from __future__ import annotations

import bisect
import re
from functools import cached_property

import numpy as np

from wiretext.matching.sound.hearing import is_small
from wiretext.matching.sound.letters import LONGEST, SOUNDED
from wiretext.matching.words import Words
from wiretext.normal import Normalised
from wiretext.proclitics import joins_words
from wiretext.scripts import CASED, capitals_at, stands_in

MOST_BEGINNINGS = 20_000
"""Of names in a text, in each search by sound: what has more is no article."""
_OPENING = "\"'“„‚‘«‹¿¡([{–—-·*#>"
SENTENCE_ENDS = ".!?…;।۔؟。！？\n"
"""What may end a sentence; a full stop also ends an abbreviation."""
QUOTES_OPEN, QUOTES_CLOSE = "\"'「『《〈", "\"'」』》〉"
"""Quotation marks of a normalised text."""
_WITHOUT_CAPITALS = frozenset(SOUNDED - CASED)
_ACRONYM = 2  # letters of a word in capitals that is beside another more likely an acronym than loud
_LONGEST_TIE = 3  # characters between two words of a name
_QUIET = 200  # for so many letters a text in lower case has at most one capital


class Reading(Words):
    """Normalised text with its words and their capitals; *language* (BCP 47) is what it is written in.

    Attributes:
        joins_words: Whether a short word, such as *and*, may be joined to a name in a script where one can be.
    """

    def __init__(self, normal: Normalised, language: str) -> None:
        super().__init__(normal)
        self.language = language.partition("-")[0]
        self.joins_words = joins_words(self.language)
        # Where each line of the source begins, and the end.
        self._lines = [0, *(found.end() for found in re.finditer("\n", normal.source)), len(normal.source) + 1]
        self._loud: dict[int, bool] = {}

    def is_capital(self, index: int) -> bool:
        """Whether the word *index* begins with a capital in the source."""
        return 0 <= index < len(self.spans) and self.capitals[index]

    def is_loud(self, index: int) -> bool:
        """Whether the word *index* stands among capitals, in its line or beside it, so that they prove nothing."""
        line = bisect.bisect_right(self._lines, self._begin(index)) - 1
        if line not in self._loud:
            text = self.normal.source[self._lines[line] : self._lines[line + 1]]
            capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
            self._loud[line] = capitals > 1 and small <= (capitals + small) // 10
        return self._loud[line] or self._is_in_loud_run(index)

    def _begin(self, index: int) -> int:
        """Where the word *index* begins in the source."""
        return self.normal.start(self.spans[index][0])

    def _is_in_loud_run(self, index: int) -> bool:
        """Whether the word *index* stands among words in capitals: between two, or beside one that is no acronym."""
        sides = [(side, self.between(min(index, side), max(index, side))) for side in (index - 1, index + 1)]
        loud = [between == " " and self._is_in_capitals(side) for side, between in sides]
        if any(is_loud and len(self.word(side)) > _ACRONYM for is_loud, (side, _) in zip(loud, sides, strict=True)):
            return True
        return all("\n" not in between and self._is_in_capitals(side) for side, between in sides)

    def _is_in_capitals(self, index: int) -> bool:
        if not 0 <= index < len(self.spans):
            return False
        surface = self.normal.source[self._begin(index) : self.normal.start(self.spans[index][1])]
        return surface.isupper() and len(surface) > 1

    def starts_sentence(self, at: int) -> bool:
        """Whether the character *at* begins a sentence, a quotation or a line."""
        before = self.text[max(0, at - 8) : at].rstrip(" ")
        stripped = before.rstrip(_OPENING + " ")
        return not stripped or stripped[-1] in f"{SENTENCE_ENDS}:" or before[-1:] in set(_OPENING) - {"-", "'"}

    @cached_property
    def capitals(self) -> list[bool]:
        """Of each word: whether it begins with a capital in the source."""
        found: list[bool] = capitals_at(self.normal.source, self.normal.starts(self.bounds[0])).tolist()
        return found

    @cached_property
    def may_name(self) -> list[bool]:
        """Of each word: whether it may be of a name read by sound. Not too long, with a capital if it has any."""
        starts, ends = self.bounds
        allowed = stands_in(_WITHOUT_CAPITALS, self.text, starts) | np.array(self.capitals, np.bool_)
        found: list[bool] = (allowed & (ends - starts <= LONGEST)).tolist()
        return found

    def goes_on(self, index: int) -> bool:
        """Whether a word follows the word *index* that a name read by sound may go on with."""
        end, following = self.spans[index][1], index + 1
        if following == len(self.spans) or self.spans[following][0] - end > _LONGEST_TIE:
            return False
        return self.may_name[following] or self.text[end] == "-" or is_small(self.texts[following])

    @cached_property
    def is_quiet(self) -> bool:
        """Whether the whole text is written without capitals."""
        source = self.normal.source
        if sum(self.capitals) * _QUIET > len(source):  # which tells nearly all texts, without looking at every letter
            return False
        return sum(map(str.isupper, source)) * _QUIET <= sum(map(str.islower, source))

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that stand somewhere in lower case."""
        source, start = self.normal.source, self.normal.start
        return frozenset(self.text[first:end] for first, end in self.spans if source[start(first)].islower())
