"""Writes text in one form for matching, with a way back: letters without case, accents and variants, marks removed.

The result is for comparing only and is never shown. Every position in it leads back to the text that it came from, in
code points. Text that stands for another name in another language is none of its business.
"""

from __future__ import annotations

import bisect
import operator
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wirekit.contracts.text import composed
from wiretext.han import simplified
from wiretext.scripts import code_points

if TYPE_CHECKING:
    from wiretext.vocabulary import Codes, Places

_BLANK, _DASH, _APOSTROPHE, _DOT = " ", "-", "'", "·"


def _ethiopic(rows: str, plain: str) -> dict[str, str]:
    """The syllables of the *rows* that begin so, each with its counterpart in the *plain* one."""
    return {chr(ord(row) + vowel): chr(ord(plain) + vowel) for row in rows for vowel in range(7)}


_ONE_TO_ONE = {
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\f\v", _BLANK),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), _BLANK),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃־᐀", _DASH),
    **dict.fromkeys("’‘‛ʼʹ′＇`´ʻʽ׳ꞌˈ", _APOSTROPHE),
    **dict.fromkeys("・‧･·•∙⸱᛫＝゠", _DOT),
    **dict.fromkeys("“”„‟″״＂«»", '"'), "．": "·",
    **dict.fromkeys("։።", "۔"),  # full stops that look like nothing else
    **dict(zip("łđøħıŋəðɓɗƙƴɛɔǝⱥŧ", "ldohinedbdkyeoeat", strict=True)),
    # Arabic script: forms of alef, yeh, kaf and heh that languages and keyboards write differently
    **dict.fromkeys("أإآٱٲٳ", "ا"), **dict.fromkeys("ىیےۍېٸئۓ", "ي"), **dict.fromkeys("کڪݣ", "ك"),
    **dict.fromkeys("ةهہھۀۂەۃ", "ه"), **dict.fromkeys("ؤۆۇۋ", "و"),
    **dict.fromkeys("ټٹ", "ت"), **dict.fromkeys("ډڈ", "د"), **dict.fromkeys("ړڑ", "ر"),
    "ё": "е", "ѐ": "е", "ѝ": "и", "ґ": "г", "э": "е", "ς": "σ", "η": "ι", "υ": "ι", "ω": "ο",
    **dict.fromkeys("غگڠݢ", "ج"), "پ": "ب", "ڤ": "ف",  # g, p and v in foreign names
    # Indian scripts: long and short i and u, and the two nasal signs, vary in foreign names
    "ी": "ि", "ू": "ु", "ँ": "ं", "ী": "ি", "ূ": "ু", "ঁ": "ং", "ੀ": "ਿ", "ੂ": "ੁ", "ી": "િ", "ૂ": "ુ",
    **dict(zip("ൺൻർൽൾ", "ണനരലള", strict=True)),  # Malayalam letters without a vowel
    **dict(zip("णषঢণষட", "नशডনশத", strict=True)),  # sounds that loanwords confuse
    **dict(zip("ีูื", "ิุึ", strict=True)),  # Thai: long and short vowels
    # Ethiopic: letters that sound alike are written for one another
    **_ethiopic("ሐኀኸ", "ሀ"), **_ethiopic("ሠ", "ሰ"), **_ethiopic("ዐ", "አ"), **_ethiopic("ፀ", "ጸ"),
    **dict.fromkeys("ሃሓኃኻ", "ሀ"), **dict.fromkeys("ኣዓ", "አ"),
    "ヂ": "ジ", "ヅ": "ズ",
    # kana: small letters are written large too (ッ is left out), and ヴ is written ブ
    **dict(zip("ァィゥェォヵヶャュョヮブ", "アイウエオカケヤユヨワヴ", strict=True)),
}  # fmt: skip
_SPELT_OUT = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj",
             "バ": "ヴア", "ビ": "ヴイ", "ベ": "ヴエ", "ボ": "ヴオ"}  # fmt: skip
_DROPPED_RANGES = (
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05C7), (0x0610, 0x061A),
    (0x061C, 0x061C), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x093C, 0x093C),
    (0x09BC, 0x09BC), (0x094D, 0x094D), (0x09CD, 0x09CD), (0x0A3C, 0x0A3C), (0x0ABC, 0x0ABC), (0x0B3C, 0x0B3C),
    (0x0EC8, 0x0ECD), (0x02BE, 0x02C1),
    (0x0E47, 0x0E4E), (0x180B, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0x30C3, 0x30C3), (0x30FC, 0x30FC), (0xFF6F, 0xFF70),
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
)  # fmt: skip
_LONG = 256  # code points from which a text is translated faster by numpy
_LONGEST_FOLD = 4  # a ligature of a whole sentence is in no name, and a text of them would grow 18-fold
_ACCENTED_END = 0x0530  # Latin, Greek and Cyrillic letters come before it
_JOINING = frozenset({
    *range(0x1161, 0x1176), *range(0x11A8, 0x11C3),
    0x09BE, 0x09D7, 0x0B3E, 0x0B56, 0x0B57, 0x0BBE, 0x0BD7, 0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D57, 0x0DCF, 0x0DDF,
    0x102E, 0x1B35, 0x110BA, 0x11127, 0x1133E, 0x11357, 0x114B0, 0x114BA, 0x114BD, 0x115AF, 0x11930,
})  # fmt: skip
_KEEPS_ITS_MARK = frozenset("йўїґђѓќџҙҫҗҡӣӯ")  # Cyrillic letters of their own, not accented ones


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text for matching, and its way back.

    Attributes:
        text: The normalised text.
        source: The text it was made from.
    """

    text: str
    source: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]
    _sources: tuple[int, ...]

    def start(self, index: int) -> int:
        """Where in the source the normalised character *index* begins; the end of the source for the end."""
        return index + self._shifts[bisect.bisect_right(self._starts, index) - 1]

    def starts(self, indexes: Places) -> Places:
        """``start`` of each of *indexes*."""
        import numpy as np  # noqa: PLC0415 - only a process that reads articles needs it

        places = np.searchsorted(self._starts, indexes, side="right") - 1
        return indexes + np.array(self._shifts, np.intp)[places]

    def index(self, place: int) -> int:
        """The first normalised character that begins at the source's *place* or after it."""
        at = bisect.bisect_left(self._sources, place)
        if at < len(self._sources) and self._sources[at] == place:
            return self._starts[at]
        limit = self._starts[at] if at < len(self._starts) else len(self.text)
        return min(place - self._shifts[at - 1], limit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source range of the normalised range *start* to *end* (not empty), with the marks on its last letter."""
        return self.start(start), end_of_marks(self.source, self.start(end - 1) + 1)


def normalise(text: str) -> Normalised:
    """The form of *text* in which names are compared. Takes NFC; other forms match less."""
    table, longer, specials = _tables()
    plain = text.translate(table) if len(text) < _LONG else _translated(text)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = at = 0
    for special in specials.finditer(text):
        index = special.start()
        pieces.append(plain[at:index])
        length += index - at
        for part in longer.get(text[index], ""):
            pieces.append(part)
            starts.append(length)
            shifts.append(index - length)
            length += 1
        at = index + 1
        starts.append(length)
        shifts.append(at - length)
    pieces.append(plain[at:])
    sources = tuple(map(operator.add, starts, shifts))
    return Normalised("".join(pieces), text, tuple(starts), tuple(shifts), sources)


def _translated(text: str) -> str:
    """What ``text.translate`` makes of it, which takes tens of nanoseconds for each character."""
    return _codes().take(code_points(text)).tobytes().decode("utf-32-le", "surrogatepass")


def _fold(character: str) -> str:
    """The normal form of one character: one character, a few, or none."""
    if character in _ONE_TO_ONE:
        return _ONE_TO_ONE[character]
    compatible = unicodedata.normalize("NFKC", character).lower()
    folded = "".join(_fold_part(part) for part in compatible if not _dropped(ord(part)))
    return folded if len(folded) <= _LONGEST_FOLD else character


def _fold_part(part: str) -> str:
    base = unicodedata.normalize("NFD", part)[0] if _accented(part) else part
    found = (kind.get(form) for form in (part, base) for kind in (_ONE_TO_ONE, _SPELT_OUT, simplified()))
    return next(filter(None, found), base)


def _accented(character: str) -> bool:
    """Whether *character* is a letter with a mark that spelling variants leave out."""
    if character in _KEEPS_ITS_MARK:
        return False
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and ord(parts[0]) < _ACCENTED_END and all(unicodedata.combining(mark) for mark in parts[1:])


def end_of_marks(text: str, end: int) -> int:
    """Where the marks end that stand in *text* on the character before *end*."""
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return end


def _is_mark(character: str) -> bool:
    """Whether *character* is of the letter before it: an accent, or a mark of length, which the normal form drops."""
    if unicodedata.combining(character):
        return True
    return _dropped(ord(character)) and unicodedata.category(character) in {"Mn", "Lm"}


def _dropped(code: int) -> bool:
    return any(first <= code <= last for first, last in _DROPPED_RANGES)


@cache
def _tables() -> tuple[dict[int, str], dict[str, str], re.Pattern[str]]:
    """What translates one to one, what becomes longer, and what finds all that becomes longer or nothing."""
    table: dict[int, str] = {ord(form): plain for form, plain in simplified().items()}
    longer: dict[str, str] = {}
    for code in [*range(0x80), *range(0x80, 0x3400), *range(0xA640, 0xABC0), *range(0xF900, 0xFFEF)]:
        character = chr(code)
        folded = _fold(character) if character != "\n" else character
        if len(folded) == 1 and folded != character:
            table[code] = folded
        elif len(folded) > 1:
            longer[character] = folded
    dropped = "".join(f"{chr(first)}-{chr(last)}" for first, last in _DROPPED_RANGES)
    return table, longer, re.compile(f"[{dropped}{re.escape(''.join(longer))}]")


@cache
def _codes() -> Codes:
    """What each code point is translated to one to one."""
    import numpy as np  # noqa: PLC0415 - as above

    codes = np.arange(sys.maxunicode + 1, dtype="<u4")
    table, _, _ = _tables()
    codes[list(table)] = list(map(ord, table.values()))
    return codes


class Composition:
    """Text in NFC, with a way back to the text as given."""

    __slots__ = ("_ends", "text")

    def __init__(self, given: str) -> None:
        self.text = composed(given)
        self._ends: list[int] | None = None
        if self.text != given:
            self._ends = _composed_ends(given)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text that the NFC range *start* to *end* came from."""
        if self._ends is None:
            return start, end
        return self._ends[start], self._ends[end]


def _composed_ends(given: str) -> list[int]:
    """For each boundary between code points of the NFC form: the boundary in *given*."""
    boundaries = [0]
    start = 0
    for end in [*_cluster_starts(given), len(given)]:
        inside = len(composed(given[start:end]))
        boundaries.extend(min(start + index, end) for index in range(1, inside))
        boundaries.extend([end] * (inside > 0))
        start = end
    return boundaries


def _cluster_starts(given: str) -> Iterator[int]:
    """Where a character begins that composes with nothing before it."""
    return (
        index
        for index, character in enumerate(given)
        if index and not unicodedata.combining(character) and not _composes_backward(ord(character))
    )


def _composes_backward(code: int) -> bool:
    """Whether *code*, though no combining mark, joins the letter before it: jamo, and vowel signs of Indian scripts."""
    return code in _JOINING
