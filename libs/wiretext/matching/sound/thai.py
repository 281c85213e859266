"""Finds names in Thai letters that are spelt with other vowels than a label: โดนัลด์, ดอนัลด์.

Compares consonants that sound alike. Knows no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from wiretext.matching.sound.listed import Name
from wiretext.normal import normalise

_CONSONANTS = re.compile("[กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ]")
_LEADING = frozenset("เแโใไอ")  # what is written before the consonant that it follows, or carries a vowel
_ALIKE = str.maketrans("ขคฆฉชฌฎฏฐฑฒดถทธณปผพภศษซฬฮญ", "กกกจจจตตตตตตตตตนบบบบสสสลหย")
_FEWEST = 3  # consonants
_FEWEST_OF_BOTH = 5  # consonants of a given name and a family name
_FEW = 6  # of fewer the given name is spelt as the label's
_LONGEST = 24  # characters
_PARTED = re.compile(r"(?<=[ก-๎]) (?=[ก-๎])")
_DEPENDENT = re.compile("[ะาิีึืุูำัๅ]*")
_PARTS = 2  # of a name that is heard: a given name and a family name


class ThaiNames:
    """The names in Thai of a watch list, of two parts, by the first consonants of the second; each with its person."""

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)
        for entity, label in labels:
            if _PARTED.search(label) is None:
                continue
            spelt = normalise(label).text
            parts, bones = tuple(spelt.split(" ")), _bones(spelt)
            if len(parts) == _PARTS and len(bones) >= _FEWEST_OF_BOTH:
                family = _bones(parts[-1])
                if len(family) >= _FEWEST:
                    self._names[family[:_FEWEST]].append(Name(entity, label, parts))

    def heard(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Where a name of *text*, in normal form, sounds like one of these, and that name."""
        for parted in _PARTED.finditer(text) if self._names else ():
            found = [match.end() for match in _CONSONANTS.finditer(text, parted.end(), parted.end() + 2 * _LONGEST)]
            bones = _bones(text[parted.end() : parted.end() + 2 * _LONGEST])
            for name in self._names.get(bones[:_FEWEST], ()):
                family = _bones(name.parts[1])
                start = _given_before(text, parted.start(), name) if bones.startswith(family) else -1
                if start >= 0:
                    after = _DEPENDENT.match(text, found[len(family) - 1])
                    yield start, after.end() if after else found[len(family) - 1], name
                    break


def _given_before(text: str, end: int, name: Name) -> int:
    """Where the given name of *name* begins that ends at *end*, in some spelling; -1 where it does not stand there."""
    given = name.parts[0]
    if text.endswith(given, 0, end):
        return end - len(given)
    return given_name_before(text, end, given) if len(_bones("".join(name.parts))) >= _FEW else -1


def given_name_before(text: str, end: int, name: str) -> int:
    """Where a spelling of *name* begins that ends at *end*; -1 where there is none."""
    wanted = _bones(name)
    if len(wanted) < _FEWEST:
        return -1
    run = text[max(0, end - _LONGEST) : end]
    found = [match.start() for match in _CONSONANTS.finditer(run)][-len(wanted) :]
    if not found or _bones(run[found[0] :]) != wanted:
        return -1
    start = found[0] - (run[found[0] - 1 : found[0]] in _LEADING)
    return end - len(run) + start


def _bones(word: str) -> str:
    return "".join(_CONSONANTS.findall(word)).translate(_ALIKE)
