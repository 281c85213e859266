"""Tells when a small house bears an organisation's name: *kebabbaren X*, *warung sate X*, *X-Imbiss*. Knows no name.

The words are in ``houses.yaml``. What a firm has of its own, such as shops, is not among them.
"""

from __future__ import annotations

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from wiretext.scripts import CASED, script_of
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list

_REACH = 8  # characters beside a name in a script without blanks
_TIES = (" ", ' "')
_TIES_AFTER = (" ", "-", '" ', '"-')
# Languages in which what is served stands between the house and its name: *warung sate X*, *restaurante chino X*.
_ATTRIBUTE_LAST = frozenset({
    "id", "ms", "vi", "tl", "sw", "fr", "es", "pt", "it", "ca", "gl", "ro", "sq", "ar", "he", "fa",
})  # fmt: skip
# Languages in which every noun has a capital.
_HYPHEN_ONLY = frozenset({"de"})
_POSSESSED = frozenset({"tr", "az", "kk", "ky", "uz"})  # languages in which an ending says that the name is the house's


def is_house(hit: Hit, reading: Reading) -> bool:
    """Whether an eatery or the like stands beside the name, which has no ending that ties it to that."""
    return stands_beside(hit, reading, "vetoes/things/houses")


def stands_beside(hit: Hit, reading: Reading, name: str) -> bool:
    """Whether a word of the table *name* stands before or after the name, which has no ending that ties it to that."""
    before, after = (proclitic_list(reading.language, name, side) for side in ("before", "after"))
    if hit.alias.unspaced:
        left, right = reading.around(hit.start, hit.end, _REACH)
        return before.ends(left.rstrip(QUOTES_OPEN + " ")) or after.begins(right.lstrip(QUOTES_CLOSE + " "))
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    return _leads(hit, reading, first, before) or _follows(reading, last, after)


def _leads(hit: Hit, reading: Reading, first: int, houses: ProcliticList) -> bool:
    """Whether the house stands before the name, or before what it serves."""
    if hit.inflected or hit.start != reading.starts[first]:
        return False
    kind = reading.before(first, _TIES)
    if not kind or kind in houses:
        return kind in houses
    attributive = reading.language in _ATTRIBUTE_LAST and kind not in function_words(reading.language)
    return attributive and not reading.has_telling_capital(first - 1) and reading.before(first - 1) in houses


def _follows(reading: Reading, last: int, houses: ProcliticList) -> bool:
    """Whether the house stands after the name: with a capital or a hyphen where there are capitals."""
    if reading.after(last, _TIES_AFTER) not in houses:
        return False
    if script_of(reading.word(last + 1)[0]) not in CASED or reading.between(last, last + 1).endswith("-"):
        return True
    if reading.language in _POSSESSED:
        return True
    return reading.language not in _HYPHEN_ONLY and reading.has_telling_capital(last + 1)
