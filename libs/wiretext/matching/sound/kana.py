"""Hears names in katakana that are transcribed otherwise than a label: ヴォロディミル, ウォロディミル.

The family name, the last part, has the same sounds, long or short; the given name the same consonants. Knows no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from wiretext.matching.sound.listed import Name
from wiretext.normal import normalise

RUN = re.compile("(?<![\u30a1-\u30fa])[\u30a1-\u30fa]+(?:[\u00b7=-][\u30a1-\u30fa]+)+")
"""A name in katakana of several parts, in normal form: without ー and ッ, its small letters large."""
_DOTS = re.compile("[\u00b7=-]")
_ROWS = {
    "a": "アカガサザタダナハパマヤラワ", "i": "イキギシジチニヒピミリ", "u": "ウクグスズツヌフヴプムユル",
    "e": "エケゲセゼテデネヘペメレ", "o": "オコゴソゾトドノホポモヨロ",
}  # fmt: skip
_VOWEL = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
_LENGTHENS = {"ア": "a", "イ": "ie", "ウ": "uo", "エ": "e", "オ": "o"}
_FOLDED = (
    ("デイ", "ジ"), ("テイ", "チ"), ("トウ", "ツ"), ("ドウ", "ズ"), ("テユ", "ツ"), ("デユ", "ズ"),
    ("ワ", "ヴア"), ("ヲ", "オ"),
    ("ウア", "ヴア"), ("ウイ", "ヴイ"), ("ウエ", "ヴエ"), ("ウオ", "ヴオ"),
)  # fmt: skip
_CONSONANTS = {
    kana: consonant
    for consonant, row in {
        "k": "カキクケコガギグゲゴ", "s": "サシスセソザジズゼゾチ", "t": "タツテトダデド", "n": "ナニヌネノン",
        "h": "ハヒフヘホ", "b": "ヴ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
    }.items()
    for kana in row
}  # fmt: skip
_FEWEST = 3  # consonants of a given name that may have other vowels
_ARTICLE = re.compile("(?<=[\u00b7=-])(?:アル|エル|アス|アン|アシ)[\u00b7=-](?=[ァ-ヺ]{2})")
"""The Arabic article as a part of its own, which may be left out: ヌーリ・アル・マリキ."""


class KanaNames:
    """The names in katakana of a watch list by what their family names sound like; of each label its person's index."""

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)
        for entity, label in labels:
            spelt = normalise(label).text
            if RUN.fullmatch(spelt):
                parts = _parts(spelt)
                self._names[folded(parts[-1])].append(Name(entity, label, parts))

    def heard(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Where a name of *text*, in normal form, sounds like one of these, and that name."""
        for run in RUN.finditer(text) if self._names else ():
            parts = _parts(run[0])
            for name in self._names.get(folded(parts[-1]), ()):
                if len(parts) == len(name.parts) and all(map(_may_be_one, parts, name.parts)):
                    yield run.start(), run.end(), name
                    break


def _parts(spelt: str) -> tuple[str, ...]:
    return tuple(_DOTS.split(_ARTICLE.sub("", spelt)))


def _may_be_one(part: str, other: str) -> bool:
    if folded(part) == folded(other):
        return True
    bones = _bones(part)
    return len(bones) >= _FEWEST and bones == _bones(other)


@lru_cache(maxsize=1 << 12)
def folded(part: str) -> str:
    """What all spellings of the same sounds have: one vowel for a long one, the same letter for w and v."""
    for spelt, sound in _FOLDED:
        part = part.replace(spelt, sound)
    found = part[:1]
    for kana in part[1:]:
        vowel = _VOWEL.get(found[-1], "-")
        if kana == "ヤ" and vowel == "i":
            found += "ア"
        elif vowel not in _LENGTHENS.get(kana, ""):
            found += kana
    return found


def _bones(part: str) -> str:
    return "".join(_CONSONANTS.get(kana, "") for kana in folded(part))
