"""Tells whether two transcriptions of a foreign name in Han characters may be of one: 乔治娅, 喬吉亞.

Character by character, by the consonants that they begin with (``han.yaml``). Knows no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, partial

from wiretext.matching.sound.listed import Name
from wiretext.normal import normalise
from wiretext.tables import table

_FEWEST = 3  # characters of a name that may be transcribed otherwise
_CONSONANTS = _PAIR = 2
_SILENT = frozenset("德特尔勒斯夫克")  # a last consonant, or none
_MANY, _SOUNDS = "J", frozenset("JSKT")  # what ji and qi may stand for
_VOWEL = "-"
_DOT = "·"
_NAME = re.compile(r"[一-鿿]+(?:·[一-鿿]+)+")
_TIE = re.compile(r"(?<=[一-鿿])·(?=[一-鿿])")
# Characters of transcriptions that hardly any word begins with: after a name they are its next syllable.
_GOES_ON = frozenset("尔兹茨蒂莎丝娅妮姆瓦斯弗娃姬珀逊娜勒森")


class HanNames:
    """The transcribed names of a watch list's persons; of each label its person's index."""

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        self._names: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for entity, label in labels:
            spelt = normalise(label).text
            if _NAME.fullmatch(spelt):
                name = Name(entity, label, tuple(spelt.split(_DOT)))
                for key in _keys(spelt, spelt.index(_DOT)):
                    self._names[key].append(name)

    def heard(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Where a name of *text*, in normal form, may be one of these, and that name."""
        for tie in _TIE.finditer(text) if self._names else ():
            names = dict.fromkeys(name for key in _keys(text, tie.start()) for name in self._names.get(key, ()))
            for name in names:
                start = tie.start() - len(name.parts[0])
                end = start + sum(map(len, name.parts)) + len(name.parts) - 1
                if start >= 0 and _stands_apart(text, start, end) and _are_alike(text[start:end], name.parts):
                    yield start, end, name
                    break


def goes_on(text: str, end: int) -> bool:
    """Whether one more syllable follows what ends at *end*, and no other name: 雷诺瓦的, where 雷诺 ends."""
    return text[end : end + 1] in _GOES_ON and text[end + 1 : end + 2] not in _table()


def is_transcription(run: str) -> bool:
    """Whether each character of *run* is one that foreign names are transcribed with."""
    return all(character in _table() for character in run)


def _keys(text: str, dot: int) -> set[tuple[str, str]]:
    return {(last, first) for last in _sounds(text[dot - 1]) for first in _sounds(text[dot + 1])}


def _stands_apart(text: str, start: int, end: int) -> bool:
    return _DOT not in {text[start - 1 : start], text[end : end + 1]} and not goes_on(text, end)


def _are_alike(run: str, parts: tuple[str, ...]) -> bool:
    """Whether *run* has as many *parts*, each with half of its characters at least and like sounds for the others.

    Between a first and a last part that are the same, like sounds are enough.
    """
    written = tuple(run.split(_DOT))
    if list(map(len, written)) != list(map(len, parts)):
        return False
    known = len(parts[0]) if parts[0] == written[0] else 0
    framed = known >= _FEWEST and parts[-1] == written[-1]
    alike = may_be_one if framed else partial(_is_near, known=known)
    return all(ours == theirs or alike(ours, theirs) for ours, theirs in zip(parts, written, strict=True))


def _is_near(ours: str, theirs: str, *, known: int) -> bool:
    """Whether two parts have like sounds and half of their characters.

    Behind a given name of *known* characters, which are the same, one of two may differ: 威廉·鲁托, 威廉·盧托; behind a
    longer one all but one.
    """
    same = sum(map(str.__eq__, ours, theirs))
    near = same > 0 and (known >= _FEWEST or 2 * same >= len(ours))
    return near and _sound_alike(ours, theirs, _PAIR if known >= _PAIR else _FEWEST)


@lru_cache(maxsize=1 << 12)
def may_be_one(name: str, other: str) -> bool:
    """Whether *other* may be written for *name*; both in normal form."""
    return _sound_alike(name, other, _FEWEST)


def given_name_before(text: str, end: int, name: str) -> int:
    """Where the given *name* begins that ends at *end*, or one that may be written for it; -1 where none does.

    A last consonant may be a syllable or not be written: 唐纳德, 唐纳.
    """
    start = end - len(name)
    if start < 0 or may_be_one(name, text[start:end]):
        return start
    shorter = name[:-1] if name[-1] in _SILENT and len(name) >= _FEWEST else ""
    if shorter and text.endswith(shorter, 0, end):
        return end - len(shorter)
    if text[end - 1] in _SILENT and len(name) >= _CONSONANTS and text.endswith(name, 0, end - 1):
        return start - 1
    return -1


def _sound_alike(name: str, other: str, fewest: int) -> bool:
    if len(name) != len(other) or len(name) < fewest:
        return False
    heard = [(_sounds(one), _sounds(two)) for one, two in zip(name, other, strict=True)]
    spoken = sum(_VOWEL not in one for one, _ in heard)
    return spoken >= _CONSONANTS and not any(one.isdisjoint(two) for one, two in heard)


def _sounds(character: str) -> frozenset[str]:
    found = _table().get(character, frozenset())
    return found | _SOUNDS if _MANY in found else found


@cache
def _table() -> dict[str, frozenset[str]]:
    groups = {sound: frozenset(characters) for sound, characters in table("matching/sound/han").items()}
    every = frozenset().union(*groups.values())
    return {each: frozenset(sound for sound, group in groups.items() if each in group) for each in every}
