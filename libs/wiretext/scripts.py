"""Which script a character belongs to, and how words behave in it. Knows no language and no name."""

from __future__ import annotations

import bisect
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from wiretext.vocabulary import Codes, Places

    Bounds = tuple[Places, Places]  # where words begin in a text, and where they end
    Marks = npt.NDArray[np.bool_]

# First code point of a block, and the script (ISO 15924) that owns its letters. Gaps belong to the block before.
_BLOCKS = (
    (0x0041, "Latn"), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, "Arab"),
    (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"), (0x08A0, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"),
    (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"),
    (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1780, "Khmr"),
    (0x1800, "Mong"), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1D00, "Latn"), (0x1F00, "Grek"), (0x2000, "Zyyy"),
    (0x2C60, "Latn"), (0x2D00, "Geor"), (0x2D30, "Tfng"), (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, "Zyyy"),
    (0x2E80, "Hani"), (0x3001, "Zyyy"), (0x3005, "Hani"), (0x3008, "Zyyy"), (0x3040, "Hira"), (0x30A0, "Kana"),
    (0x3100, "Bopo"), (0x3130, "Hang"), (0x3200, "Zyyy"), (0x3400, "Hani"), (0xA640, "Cyrl"), (0xA720, "Latn"),
    (0xA960, "Hang"), (0xAB30, "Latn"), (0xAC00, "Hang"), (0xD800, "Zyyy"), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, "Zyyy"), (0xFE70, "Arab"), (0xFF00, "Zyyy"),
    (0xFF21, "Latn"), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, "Zyyy"), (0x20000, "Hani"), (0x40000, "Zyyy"),
)  # fmt: skip
_STARTS = [first for first, _ in _BLOCKS]
_SCRIPTS = [script for _, script in _BLOCKS]
_NAMES = ["Zyyy", *sorted({*_SCRIPTS} - {"Zyyy"})]
_HIRA, _KANA = _NAMES.index("Hira"), _NAMES.index("Kana")

INDIC = frozenset({"Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym"})
"""Scripts of South Asia whose letters stand in one order in Unicode, and have a vowel of their own."""

UNSPACED = frozenset({"Hani", "Hira", "Kana", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that put no blank between words."""

CASED = frozenset({"Latn", "Grek", "Cyrl", "Armn"})
"""Scripts in which a capital marks a name."""

_UNSPACED_LETTERS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0f40-\u0fbc\u1000-\u104f\u1050-\u109f\u1780-\u17d3\u2e80-\u2fdf"
    "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
# Vowel signs of South Asia and the like, which the regular expressions do not count as letters.
_SIGNS = "\u0900-\u0903\u093a-\u0963\u0971-\u0983\u09bc-\u09e3\u0a01-\u0df3\u135d-\u135f"
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED_LETTERS}]")
_FIRST_UNSPACED = "\u0e01"  # no letter before it is of a script without blanks
# Scripts of which no letter is like a Latin one: Hebrew to Sinhala, Georgian, Hangul, Ethiopic.
_APART = (
    "\u0590-\u0dff\u10a0-\u11ff\u1200-\u139f\u1c90-\u1cbf\u2d00-\u2d2f\u2d80-\u2ddf\u3130-\u318f\ua8e0-\ua8ff\ua960-\ua97f"
    "\uac00-\ud7ff\ufb1d-\ufdff\ufe70-\ufefc\uffa0-\uffdc"
)
_APART_OR_SIGN = re.compile(f"[{_APART}{_SIGNS}]")
_LAST_CAPITAL, _LAST_SMALL = 0x1F189, 0x1E943

WORD = re.compile(
    rf"[{_UNSPACED_LETTERS}]+|(?:(?=[{_APART}])[^\W_]|[{_SIGNS}])+|(?:(?![{_APART}])[^\W_{_UNSPACED_LETTERS}])+"
)
"""A word; in scripts that put no blank between words, an unbroken run of letters.

What some languages join to a word in Latin letters is a word of its own: *NATO가*, בNATO, *NATOর*.
"""


@lru_cache(maxsize=1 << 14)
def script_of(character: str) -> str:
    """The ISO 15924 script of *character*; ``Zyyy`` for what no script owns."""
    if not character.isalpha():
        return "Zyyy"
    index = bisect.bisect_right(_STARTS, ord(character)) - 1
    return _SCRIPTS[index] if index >= 0 else "Zyyy"


def main_script(text: str) -> str:
    """The script of most letters among the first 2,000 characters of *text*; kana beside Han make it Japanese."""
    import numpy as np  # noqa: PLC0415 - only a process that reads articles needs it

    numbers = _script_numbers().take(code_points(text[:2000]), mode="clip")
    counts = np.bincount(numbers, minlength=len(_NAMES)).tolist()
    counts[0] = 0
    most = max(counts)
    if most == 0:
        return "Zyyy"
    script = _NAMES[next(number for number in numbers.tobytes() if counts[number] == most)]
    if counts[_HIRA] + counts[_KANA] > sum(counts) / 8 and script in UNSPACED:
        return "Jpan"
    return {"Hira": "Jpan", "Kana": "Jpan", "Hang": "Kore"}.get(script, script)


@cache
def _script_numbers() -> npt.NDArray[np.uint8]:
    """The place in ``_NAMES`` of each code point's script; the last stands for all from it on."""
    import numpy as np  # noqa: PLC0415 - as above

    sizes = np.diff([0, *_STARTS, _STARTS[-1] + 1])
    numbers = np.repeat(np.array([0, *map(_NAMES.index, _SCRIPTS)], np.uint8), sizes)
    is_letter = np.fromiter(map(str.isalpha, map(chr, range(len(numbers)))), np.bool_)
    return numbers * is_letter


def code_points(text: str) -> Codes:
    """The code points of *text*."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def are_capitals(codes: Codes) -> Marks:
    """Of each of *codes*: whether it is a capital."""
    return _capitals().take(codes, mode="clip")


def are_small(codes: Codes) -> Marks:
    """Of each of *codes*: whether it is a small letter of a script that has capitals."""
    return _small_letters().take(codes, mode="clip")


def are_of(scripts: frozenset[str], codes: Codes) -> Marks:
    """Of each of *codes*: whether it is a letter of one of *scripts*."""
    return _letters_of(scripts).take(codes, mode="clip")


@cache
def _letters_of(scripts: frozenset[str]) -> Marks:
    """Of each code point: whether it is a letter of one of *scripts*."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.array([name in scripts for name in _NAMES])[_script_numbers()]


@cache
def _capitals() -> Marks:
    """Of each code point: whether it is a capital."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.fromiter(map(str.isupper, map(chr, range(_LAST_CAPITAL + 2))), np.bool_)


@cache
def _small_letters() -> Marks:
    """Of each code point: whether it is a small letter."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.fromiter(map(str.islower, map(chr, range(_LAST_SMALL + 2))), np.bool_)


def is_unspaced(word: str) -> bool:
    """Whether *word*, as ``WORD`` finds it, is a run of a script without blanks."""
    return word[0] >= _FIRST_UNSPACED and script_of(word[0]) in UNSPACED


def word_bounds(codes: Codes) -> Bounds:
    """Where each word of a text of these *codes* begins and ends, as ``WORD`` finds it in three times the time."""
    import numpy as np  # noqa: PLC0415 - as above

    kinds = np.zeros(len(codes) + 2, np.uint8)
    _kinds_of_letters().take(codes, mode="clip", out=kinds[1:-1])
    before, after = kinds[:-1], kinds[1:]
    changes = (before != after).nonzero()[0]
    return changes.compress(after.take(changes)), changes.compress(before.take(changes))


@cache
def _kinds_of_letters() -> npt.NDArray[np.uint8]:
    """For each code point: 0 for what is in no word; letters of one word have the same number."""
    import numpy as np  # noqa: PLC0415 - as above

    characters = "".join(map(chr, range(_STARTS[-1] + 1)))
    kinds = np.zeros(len(characters), np.uint8)
    for run in WORD.finditer(characters):
        unspaced, apart = _UNSPACED_LETTER.match(run[0]), _APART_OR_SIGN.match(run[0])
        kinds[slice(*run.span())] = 1 + (unspaced is not None) + 2 * (apart is not None)
    return kinds
