"""Hears names in scripts of South Asia that are spelt with other vowels there, but for persons' in one word: মন্টেনেগ্রো.

Foreign names are transcribed there as they sound, and vowels waver. A word is compared with labels in its own script:
consonants have to be of the same class in the same order, and between them vowels that may be written for each other.
Their blocks in Unicode have one order, so that a letter is told by its place in the block. Knows no name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from wiretext.labels import first_script, spelling
from wiretext.matching.beginning_words import BeginningWords
from wiretext.matching.endings import endings
from wiretext.matching.reading import Reading
from wiretext.matching.sound.letters import LONGEST
from wiretext.matching.sound.listed import Name
from wiretext.scripts import INDIC, script_of

_FEWEST, _FEWEST_TOGETHER = 4, 6  # consonants of a name in one word, and of one in several
_MOST_WORDS = 4
_LONG = 6  # consonants of a name in which one vowel may be any other
_LONGEST_ENDING = 9  # letters
_BLOCK = 0x80  # letters of a script
_FIRST, _ORDERED = 0x15, "kkggnccjjnttddnttddnnpfbbmyrrlllvsssh"
_CONSONANTS = {**dict(enumerate(_ORDERED, _FIRST)), 0x4E: "t", 0x70: "r", 0x71: "v"}  # fmt: skip
_TAMIL = {"c": "s", "j": "s"}
_VOWELS = {
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0D: "ea", 0x0E: "ei", 0x0F: "ei", 0x10: "eai",
    0x11: "oa", 0x12: "o", 0x13: "o", 0x14: "ou", 0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "i",
    0x45: "ea", 0x46: "ei", 0x47: "ei", 0x48: "eai", 0x49: "oa", 0x4A: "o", 0x4B: "o", 0x4C: "ou", 0x4D: "-",
}  # fmt: skip
_ANUSVARA = 0x02
_WITH_LAST_M = frozenset({"Telu", "Knda", "Mlym"})  # where that sign is an *m* at the end of a word
_DRAVIDIAN = _WITH_LAST_M | {"Taml"}
_TELLS_BARE = frozenset({"Taml", "Telu", "Knda"})  # where a consonant without a sign has an *a* for certain
_LABIALS = frozenset("pbm")
_UNWRITTEN = frozenset({"a-", "-"})  # what may be heard behind a consonant without a sign, and with that for no vowel

Vowels: TypeAlias = tuple[str, ...]
"""What stands between two consonants: of each vowel the letters of those that it may be, a stroke for none."""

_NONE: Vowels = ("-",)
_DIPHTHONGS: Mapping[Vowels, Vowels] = {("ei", "i"): ("ei",), ("a", "i"): ("eai",), ("a", "u"): ("ou",)}


class IndicNames:
    """The names of a watch list in these scripts by the consonants of their first words; each with its entity."""

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        found: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for entity, label in labels:
            words = spelling(label) if first_script(label) in INDIC else ()
            if _is_audible(words):
                found[script_of(words[0][0]), _heard(words[0])[0]].append(Name(entity, label, words))
        self._names: Mapping[tuple[str, str], list[Name]] = dict(found)
        self._words = BeginningWords(self._begun, _goes_on)

    def heard(self, reading: Reading) -> Iterator[tuple[range, Name]]:
        """The words of *reading* that may be a name, by their numbers, and the name."""
        return self._words.heard(reading) if self._names else iter(())

    def _begun(self, asked: tuple[str, str]) -> tuple[Name, ...]:
        """The names that may begin with a word in a text of a language."""
        word, language = asked
        script = script_of(word[0])
        if script not in INDIC or len(word) > LONGEST:
            return ()
        stems = {_heard(stem)[0] for stem in _stems(word, language)}
        names = dict.fromkeys(name for stem in stems for name in self._names.get((script, stem), ()))
        return tuple(name for name in names if _may_be(name.parts[0], word, language))


def _is_audible(words: tuple[str, ...]) -> bool:
    if not 0 < len(words) <= _MOST_WORDS or any(script_of(word[0]) not in INDIC for word in words):
        return False
    count = sum(len(_heard(word)[0]) for word in words)
    return count >= (_FEWEST if len(words) == 1 else _FEWEST_TOGETHER)


def _goes_on(parts: tuple[str, ...], first: int, reading: Reading) -> bool:
    """Whether the words after *first* may be the other *parts* of a name."""
    return len(parts) == 1 or all(
        reading.word(at)
        and reading.between(at - 1, at) in {" ", "-"}
        and _may_be(part, reading.word(at), reading.language)
        for at, part in enumerate(parts[1:], first + 1)
    )


def _may_be(part: str, word: str, language: str) -> bool:
    """Whether *word* may be written for *part* of a name, with an ending of *language*."""
    if len(word) > LONGEST:
        return False
    bones, ours = _heard(part)
    dravidian = script_of(word[0]) in _DRAVIDIAN
    for stem in _stems(word, language):
        # There an ending that begins with a vowel takes the place of a last one.
        told = len(ours) - (dravidian and stem != word and ord(word[len(stem)]) % _BLOCK in _VOWELS)
        heard, theirs = _heard(stem)
        if heard == bones:
            odd = sum(1 for one, other in zip(ours[:told], theirs[:told], strict=True) if not _are_near(one, other))
            if odd <= (len(bones) >= _LONG):
                return True
    return False


def _are_near(ours: Vowels, theirs: Vowels) -> bool:
    """Whether the vowels at one place of two words may be written for each other."""
    return len(ours) == len(theirs) and all(
        not set(one).isdisjoint(other) and ((one in _UNWRITTEN) == (other in _UNWRITTEN) or "a" in {one[0], other[0]})
        for one, other in zip(ours, theirs, strict=True)
    )


def _stems(word: str, language: str) -> Iterator[str]:
    """What *word* may be without an ending."""
    allowed = endings(language, script_of(word[0]))
    yield word
    for end in range(len(word) - 1, max(2, len(word) - _LONGEST_ENDING) - 1, -1):
        if word[end:] in allowed:
            yield word[:end]


@lru_cache(maxsize=1 << 14)
def _heard(word: str) -> tuple[str, tuple[Vowels, ...]]:
    """The consonants of *word*, one letter for each, and what vowels may be before, between and behind them."""
    script = script_of(word[0])
    bare = "a" if script in _TELLS_BARE else "a-"
    (_, first), *syllables = _syllables(word, script)
    bones, vowels = "", [first or _NONE]
    for (sound, written), (following, _) in pairwise([*syllables, ("", ())]):
        closed = written in {(), _NONE}
        if sound == "y":
            vowels[-1] = _glided(vowels[-1], ("a",) if closed else written)
        elif not (closed and following == sound):
            bones += "n" if closed and sound == "m" and following in _LABIALS else sound
            vowels.append(written or (bare,))
    if vowels[-1] == _NONE:
        vowels[-1] = ("-u",)  # which Dravidian languages put behind a last consonant
    return bones, tuple(vowels)


def _glided(before: Vowels, behind: Vowels) -> Vowels:
    """The vowels on both sides of a *y*; behind a consonant it is mostly an *a* that is near an *e*."""
    if before[-1] not in _UNWRITTEN:
        return before + behind
    return ("ea",) if behind == ("a",) else behind


def _syllables(word: str, script: str) -> list[tuple[str, Vowels]]:
    """The consonants of *word*, with the vowels behind each; first what is before them all."""
    found: list[tuple[str, Vowels]] = [("", ())]
    for at, letter in enumerate(word, 1):
        place = ord(letter) % _BLOCK
        sound = _CONSONANTS.get(place, "")
        sound = _TAMIL.get(sound, sound) if script == "Taml" else sound
        if place == _ANUSVARA:
            found.append(("m" if at == len(word) and script in _WITH_LAST_M else "n", _NONE))
        elif sound:
            found.append((sound, ()))
        elif place in _VOWELS:
            written = (*found[-1][1], _VOWELS[place])
            found[-1] = found[-1][0], _DIPHTHONGS.get(written, written)
    return found
