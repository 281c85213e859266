"""A text by its words: which one holds a character, and what stands beside it and between two. Knows no capitals."""

from __future__ import annotations

import bisect
import re
from collections.abc import Container

from wiretext.normal import Normalised
from wiretext.scripts import CASED, code_points, script_of, word_bounds
from wiretext.vocabulary import keys, secret_factors

_BLANK = frozenset({" "})
_WITHIN_NAME = re.compile(r" ?['\"·.-]? ?")
_INITIALS = 2  # letters at most of what a full stop does not end a sentence after
_SPELT_INITIALS = 4  # the same in scripts that write out what a Latin letter is called: எஸ்.
_SHORTENED = frozenset({
    "abd", "chr", "joh", "moh", "mohd", "muh", "muhd", "jos", "geo", "chas", "thos", "jun", "sen", "gen",
})  # fmt: skip
_WRAPPED, _CUT = 30, 12  # letters of a line that is wrapped, and of what follows
_ABBREVIATED = frozenset({
    "jl", "ul", "im", "st", "av", "bd", "pl", "bul", "blvd", "str", "ул", "бул", "пл", "им", "ім", "вул", "просп", "пр",
})  # fmt: skip


class Words:
    """Normalised text with its words, each known by its number; a number outside the text is that of an empty word.

    Attributes:
        codes: The code points of the text.
        bounds: Where the words begin, and where they end.
        starts: Where they begin, as a list.
        ends: Where they end, as a list.
        keys: The keys of the words (``vocabulary.keys``).
    """

    def __init__(self, normal: Normalised) -> None:
        self.normal = normal
        self.text = normal.text
        self.codes = code_points(normal.text)
        self.bounds = starts, ends = word_bounds(self.codes)
        self.starts: list[int] = starts.tolist()
        self.ends: list[int] = ends.tolist()
        self._count = len(starts)  # asked for at every word
        self.keys = keys(self.codes, starts, ends, secret_factors())
        self._has_blank_line = "\n\n" in normal.text  # as paragraphs, or the title and the text, are parted

    def __len__(self) -> int:
        return self._count

    def index(self, at: int) -> int:
        """The word that holds the character *at*, or the last one before it; -1 before the first."""
        return bisect.bisect_right(self.starts, at) - 1

    def word(self, index: int) -> str:
        """The word *index*; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self._count else ""

    def between(self, first: int, second: int) -> str:
        """What stands between two words, the first of which comes first; a line feed at the ends of the text."""
        return self.text[self.ends[first] : self.starts[second]] if first >= 0 and second < self._count else "\n"

    def before(self, index: int, ties: Container[str] = _BLANK) -> str:
        """The word before the word *index*, if one of *ties* is all that stands between; else empty."""
        return self.word(index - 1) if self.between(index - 1, index) in ties else ""

    def after(self, index: int, ties: Container[str] = _BLANK) -> str:
        """The word after the word *index*, if one of *ties* is all that stands between; else empty."""
        return self.word(index + 1) if self.between(index, index + 1) in ties else ""

    def around(self, start: int, end: int, reach: int) -> tuple[str, str]:
        """At most *reach* characters before the range *start* to *end*, and after it."""
        return self.text[max(0, start - reach) : start], self.text[end : end + reach]

    def surface(self, start: int, end: int) -> str:
        """The source of the range *start* to *end*, with the marks on its last letter."""
        return self.normal.source[slice(*self.normal.span(start, end))]

    def is_one_phrase(self, index: int) -> bool:
        """Whether the word *index* and the next are of one phrase: a full stop may end an abbreviation alone."""
        between = self.between(index, index + 1)
        return between in {" ", "-"} or (between in {".", ". "} and self.word(index) in _ABBREVIATED)

    def may_be_one_name(self, index: int) -> bool:
        """Whether the word *index* and the next may be of one name: a line may be wrapped between them.

        A full stop ends an initial or a short form (*Mohd. Ali*); after a longer word it ends a sentence.
        """
        between = self.between(index, index + 1)
        if between == " ":
            return True
        if "." in between and not _is_cut_short(self.word(index)):
            return False
        return _WITHIN_NAME.fullmatch(between) is not None or (between == "\n" and self._is_wrapped(index))

    def _is_wrapped(self, index: int) -> bool:
        """Whether a paragraph goes on in the line after the word *index*: lines are long, blank ones part others."""
        if not 0 <= index < len(self) - 1 or not self._has_blank_line:
            return False
        end, following = self.ends[index], self.starts[index + 1]
        rest = self.text.find("\n", following)
        line = end - self.text.rfind("\n", 0, end)
        return line > _WRAPPED and (rest if rest >= 0 else len(self.text)) - following > _CUT


def _is_cut_short(word: str) -> bool:
    """Whether a full stop after *word* says that it is an initial, or a name or a title cut short."""
    initial = _INITIALS if script_of(word[:1]) in CASED else _SPELT_INITIALS
    return len(word) <= initial or word in _SHORTENED or word in _ABBREVIATED


def occurrences(words: Words, index: int) -> list[int]:
    """Where *words* has its word *index*, by number; nowhere where that is outside the text."""
    found: list[int] = (words.keys == words.keys[index]).nonzero()[0].tolist() if 0 <= index < len(words) else []
    return found
