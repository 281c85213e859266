"""Writes a word as it sounds, so that spellings of one name in many scripts meet: Wolodymyr, Володимир, वोलोदिमीर.

Sounds are coarse: voiced and voiceless consonants are one, and so are all that hiss. A letter that languages read
differently gives several sounds (``letters.yaml``). Scripts that leave vowels out are loose: their readings begin with
a mark, and a star stands for any vowel or none. Says nothing about whether two words are one name: that takes more than
one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product

from wiretext.matching.endings import endings
from wiretext.scripts import script_of
from wiretext.tables import table

LONGEST = 24
"""Letters of a word in a name."""

_MOST = 12  # readings of a word
SKETCH_BITS = 6
"""Bits of a sketch, three for each of two vowels."""
_SHORT = 3  # consonants from which on vowels need not be compared

_DOUBLED = re.compile(r"(.)(?=\1)")
_GLIDE = re.compile(r"(?<=[aeou])i|i(?=[aeou])")
_FAMILY = re.compile("[oe]?f")  # an ending that makes one family name of another: Karim, Karimov
_CONSONANT = re.compile("[^aeiou*~]")
_NEAR = {"a": "aeo", "e": "eai", "i": "ie", "o": "oua", "u": "uo"}
_VOWELS = re.compile(r"[aeiou*~^]+")
_BARE = re.compile(r"(?<=[^aeiou*~^])(?=[^aeiou*~^]|$)")
_FIRST_VOWELS = " aeiou"  # none first
_ANY, _SLIGHT = "*", "~"  # any vowel or none; none, or one that has no sign
_LOOSE = "^"
_COLUMNS = 8  # of a row of Ethiopic syllables

VOCAL = frozenset({"Latn", "Cyrl", "Grek", "Geor", "Armn"})
"""Scripts of which the letters say what they sound like, vowels and all."""

_INDIC = "indic"
FAMILIES = {
    **dict.fromkeys(("Arab", "Hebr"), "semitic"),
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym"), _INDIC),
    "Ethi": "ethiopic",
}
"""Scripts that leave vowels out, each with its family: labels in one are looked for in the others."""

SOUNDED = VOCAL | FAMILIES.keys()
"""Scripts that are read by their sound."""


def sounds(word: str) -> tuple[str, ...]:
    """The readings of the normalised *word*, with vowels; none when it is long or no word of a ``SOUNDED`` script."""
    return _sounds(word) if 0 < len(word) <= LONGEST else ()


@lru_cache(maxsize=1 << 13)
def _sounds(word: str) -> tuple[str, ...]:
    read, letters = _reader()
    pieces = letters.findall(word)
    if "".join(pieces) != word:
        return ()
    script = script_of(word[0])
    heard = list(islice(product(_initial(pieces[0]), *(read[piece] for piece in pieces[1:])), _MOST))
    if script in VOCAL:
        heard = list(filter(_is_audible, heard)) or heard
    if FAMILIES.get(script) == "semitic":  # two like letters have a vowel between them there
        plain = dict.fromkeys("".join(reading).replace("ts", "s") for reading in heard)
    else:
        apart = FAMILIES.get(script) == _INDIC  # a vowel that is not written may stand between a *t* and an *s*
        plain = dict.fromkeys(each for reading in heard for each in _plainly("".join(reading), apart=apart))
    if script in VOCAL:
        return tuple(plain)
    between = _ANY if FAMILIES.get(script, "indic") != "indic" else _SLIGHT
    return tuple(dict.fromkeys(_loosened(reading, between) for reading in plain))


def _is_audible(reading: tuple[str, ...]) -> bool:
    """Whether a *reading*, sound by sound, has two consonants or no silent letter: *Mihai* is more than *Ma*."""
    return "" not in reading or len(_CONSONANT.findall("".join(reading))) > 1


def _loosened(reading: str, between: str) -> str:
    """The *reading* of a script that leaves vowels out, with what may stand between its consonants."""
    return _LOOSE + _BARE.sub(between, reading)


def is_loose(reading: str) -> bool:
    """Whether a reading is of a script that leaves vowels out."""
    return reading.startswith(_LOOSE)


@cache
def _reader() -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """What letters sound like, and what finds them."""
    tables = table("matching/sound/letters")
    read = dict(_pairs(" ".join(tables["scripts"].values())))
    for first in tables["indic"]["blocks"].values():
        for number, heard in _pairs(tables["indic"]["letters"]):
            read[chr(first + int(number, 16))] = heard
    read.update(_syllables(tables["ethiopic"]))
    several = sorted((letters for letters in read if len(letters) > 1), key=len, reverse=True)
    begin, alone = ({letters[0] for letters in some} for some in (several, read.keys() - {*several}))
    # One class for all that stand alone: a thousand alternatives would be tried one after the other.
    return read, re.compile(f"(?=[{''.join(begin)}])(?:{'|'.join(several)})|[{''.join(alone)}]")


def _pairs(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pair in text.split():
        letters, _, heard = pair.partition("=")
        yield letters, tuple(heard.split("|"))


def _syllables(rules: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row, consonants in enumerate(rules["rows"].split()):
        for column, vowel in enumerate(rules["vowels"].split()):
            heard = tuple(consonant.strip("-") + vowel for consonant in consonants.split("|"))
            yield chr(int(rules["first"]) + _COLUMNS * row + column), heard


@cache
def _initial(letters: str) -> tuple[str, ...]:
    """What *letters* sound like at the beginning of a word, where none is silent."""
    heard = {"j": ("s", "i", "h"), "w": ("f", "u"), "у": ("u", "f")}.get(letters, _reader()[0][letters])
    return tuple(filter(None, heard)) or heard


def _plainly(reading: str, *, apart: bool) -> Iterator[str]:
    """A plain reading; a last *s* may be an ending after a *t*, as in the Latvian *Donalds*; or all are *apart*."""
    yield _plain(reading)
    if apart and "ts" in reading:
        yield _plain(reading.replace("ts", f"t{_SLIGHT}s"))
    if reading.endswith("ts"):
        yield _plain(reading[:-1]) + "s"


def _plain(reading: str) -> str:
    """Without doubled letters, glides beside vowels, and the stop in ts and dz."""
    return _DOUBLED.sub("", _GLIDE.sub("", _DOUBLED.sub("", reading.replace("ts", "s"))))


@lru_cache(maxsize=1 << 14)
def is_short(sound: str) -> bool:
    """Whether a reading has so few consonants that its vowels count too."""
    return len(_VOWELS.sub("", sound)) < _SHORT


@lru_cache(maxsize=1 << 14)
def bones(sound: str) -> str:
    """The consonants of a reading, and whether a vowel begins it."""
    return ("A" if sound.removeprefix(_LOOSE)[:1] in set("aeiou*~") else "") + _VOWELS.sub("", sound)


def agree(label: str, reading: str, *, strict: bool) -> bool:
    """Whether the vowels between the consonants of two readings are near each other; a long word may have odd ones.

    Of three consonants one vowel between may differ; of more, one may be missing.

    At the beginning *o* and *u* make two names: Orban, Urban.

    *strict* takes no odd vowels, and none that is missing: one syllable makes another name in East Asia.
    """
    if is_loose(label) or is_loose(reading):
        return agree_loosely(label, reading)
    if {label[:1], reading[:1]} == {"o", "u"}:
        return False
    *slots, last = zip(_CONSONANT.split(label), _CONSONANT.split(reading), strict=False)
    if len(slots) == _SHORT and sum(1 for ours, theirs in slots if ours != theirs) > 1:
        return False
    if strict:
        same = all(ours == theirs or _are_near(ours, theirs) for ours, theirs in slots)
        return same and (not last[0] or _are_near(*last))
    odd = sum(1 for ours, theirs in slots if ours and theirs and not _are_near(ours, theirs))
    odd += max(0, sum(1 for ours, theirs in slots if ours and not theirs) - 1)
    odd += last[0] > "" and last[1] == ""
    return odd <= max(0, len(slots) - _SHORT)


@lru_cache(maxsize=1 << 13)
def sketch(label: str, *, loosely: bool = False) -> int:
    """The vowels before two consonants of a *label*'s reading, as a number, where ``agree`` takes none but near ones.

    That is so in a reading of three consonants, and *loosely* in one of fewer; of any other it is 0.
    """
    if not has_sketch(bones(label), loosely=loosely) or (is_loose(label) and not loosely):
        return 0
    told = ("" if _is_open(vowels) else vowels[:1] for vowels in _sketched(label))
    return sum(_FIRST_VOWELS.find(vowel or " ") << 3 * place for place, vowel in enumerate(told))


def has_sketch(stem: str, *, loosely: bool) -> bool:
    """Whether a reading with such ``bones`` has a ``sketch``."""
    count = len(stem.removeprefix("A"))
    return count == _SHORT or (loosely and count < _SHORT)


@lru_cache(maxsize=1 << 13)
def sketches_near(reading: str) -> tuple[int, ...]:
    """The sketches of all labels with which a word's *reading* may ``agree``."""
    ways = [
        [
            number
            for number, vowel in enumerate(_FIRST_VOWELS)
            if not number or _is_open(heard) or _are_near(vowel, heard)
        ]
        for heard in _sketched(reading)
    ]
    return tuple(first | second << 3 for first, second in product(*ways))


def _sketched(reading: str) -> list[str]:
    """The vowels before the first and the second consonant where a vowel comes first, else those before the next."""
    slots = [*_CONSONANT.split(reading.removeprefix(_LOOSE)), "", ""]
    return slots[:2] if slots[0] else slots[1:3]


def _is_open(vowels: str) -> bool:
    """Whether there may be any vowel where a reading has these."""
    return not vowels or _ANY in vowels or _SLIGHT in vowels


def agree_loosely(label: str, reading: str) -> bool:
    """Whether no vowel of two readings contradicts the other, as far as both are written."""
    ours, theirs = (_CONSONANT.split(each.removeprefix(_LOOSE)) for each in (label, reading))
    pairs = list(zip(ours, theirs, strict=False))
    odd = sum(1 for one, other in pairs if not _may_meet(one, other))
    return odd <= max(0, len(pairs) - 1 - _SHORT)


def _may_meet(ours: str, theirs: str) -> bool:
    """Whether what is written between two consonants may be the same; a script may have a vowel between any two."""
    if not ours or not theirs or _ANY in ours or _ANY in theirs:
        return True
    if _SLIGHT in ours or _SLIGHT in theirs:
        return "i" not in ours + theirs
    return _are_near(ours, theirs)


def _are_near(ours: str, theirs: str) -> bool:
    return ours != "" and not set(_NEAR[ours[0]]).isdisjoint(theirs)


@lru_cache(maxsize=512)
def ending_sounds(language: str, script: str) -> frozenset[str]:
    """What the endings of *language* (BCP 47) sound like; also no ending at all."""
    spoken = {sound for ending in endings(language, script) for sound in sounds(ending) if not _FAMILY.match(sound)}
    return frozenset({"", *spoken})


@lru_cache(maxsize=512)
def ending_bones(spoken: frozenset[str]) -> frozenset[str]:
    """What may follow the ``bones`` of a name that the endings *spoken* may follow."""
    return frozenset({*spoken, *(_VOWELS.sub("", sound) for sound in spoken)})
