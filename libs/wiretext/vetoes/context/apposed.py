"""Tells by their cases when what somebody does is no apposition of the name behind it: *the librarian gave X*.

Knows no name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.grammar import DECLINING, UNCHANGING

_ERGATIVE = ("მა", "მ")
_PARTICLES = (*"이가은는을를와과의도", "에게", "들이", "들은")  # in Korean
_DATIVES = {
    "sk": ("ovi",), "cs": ("ovi",), "pl": ("owi",), "uk": ("ові", "еві"), "sl": ("ju",), "ru": ("телю", "нику"),
    "be": ("ку",), "sr": ("ku", "ку"), "hr": ("ku",), "bs": ("ku",),
}  # fmt: skip
_VOWELS = frozenset("aeiouyаеиіоуыюяєї")


def is_nominative(hit: Hit, reading: Reading) -> bool:
    """Whether the name has no case, though it would show one; in languages without cases any name is so."""
    first = reading.text[hit.forms[0].start : hit.forms[0].end]
    return not hit.inflected and not (reading.language in DECLINING and UNCHANGING.search(first))


def is_in_another_case(hit: Hit, reading: Reading, role: int, *, whole: bool) -> bool:
    """Whether the word *role* before the name is no apposition, as it says by its case alone.

    In Georgian who does something has an ending that the name would have, too; a Slavic man who is given something has
    one, where the name of a man that ends in a consonant has none; *the teacher* without one before a name that has one
    is somebody's teacher. In Korean a particle says it, unless the word is *whole*: 작가.
    """
    word, name = reading.word(role), reading.text[hit.start : hit.end]
    if reading.language == "ko":
        return word.endswith(_PARTICLES) and not whole
    if reading.language == "ka":
        return word.endswith(_ERGATIVE) and not name.endswith(_ERGATIVE)
    if reading.language not in _DATIVES or hit.alias.heard:
        return False
    if hit.inflected:
        return word[-1:] not in _VOWELS
    return word.endswith(_DATIVES[reading.language]) and name[-1] not in _VOWELS
