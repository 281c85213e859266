"""Writes a name as other scripts and languages would, by rules: proposals for people to look at, never evidence.

A name is read to sounds and written from them (``transliteration.yaml``). Knows no names; Han characters, which write
meanings, are beyond it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from wiretext.labels import first_script
from wiretext.scripts import CASED, WORD
from wiretext.tables import table

SEPARATOR = {"Kana": "・", "Hani": "·"}
"""What parts a name in scripts that put no blank between words."""

_VOWELS = "aeiou"
_SYLLABLES, _VOWEL_COUNT, _LAST_COUNT = 0xAC00, 21, 28
_NO_SOUND = re.compile("[^a-zSZCJN]")
_VOWEL_Y = re.compile(r"(?<![aeiou])y(?![aeiou])")
_LONG_I = re.compile(r"iy(?![aeiou])")
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Written:
    """A name by rules: *label* as *language* (BCP 47) writes it in *script* (ISO 15924)."""

    label: str
    script: str
    language: str


def by_rules(name: str) -> Iterator[Written]:
    """*name* in each script and language that there are rules for; its own spelling may be among them."""
    words = [sounds_of(word) for word in WORD.findall(unicodedata.normalize("NFC", name))]
    if not all(words):
        return
    for language, script, write in _writers():
        written = SEPARATOR.get(script, " ").join(write(sounds) for sounds in words)
        if first_script(written) == script:
            yield Written(unicodedata.normalize("NFC", _capitals(written, script)), script, language)


def word_in(language: str, word: str) -> str | None:
    """*word* as *language* writes it; None where there are no rules."""
    sounds = sounds_of(word)
    found = next(((script, write) for code, script, write in _writers() if code == language), None)
    return _capitals(found[1](sounds), found[0]) if found and sounds else None


def language_of(name: str) -> str:
    """Whose letters *name* is written in: a language that there are rules for, or the script where there is none."""
    script = first_script(name)
    for language, letters in table("transliteration")["tell_tale"].items():
        if not set(letters).isdisjoint(name.lower()):
            return str(language)
    return next((language for language, written, _ in _writers() if written == script), script)


def sounds_of(word: str) -> str:
    """What *word* sounds like, in the letters of the table; scripts that it does not read by their romanisation."""
    readings = table("transliteration")["reading"]
    script = first_script(word)
    if script not in readings:
        script, word = "Latn", anyascii(word)
    read = _pairs(readings[script])
    word = word.lower() if script != "Latn" else "".join(_readable(letter, read) for letter in word.lower())
    sounds = "".join(_replaced(word, read, keep=script == "Latn"))
    return _DOUBLE.sub(r"\1", _VOWEL_Y.sub("i", _NO_SOUND.sub("", sounds)))


def _readable(letter: str, read: Mapping[str, str]) -> str:
    """*letter* of the Latin script without the marks that the table has no reading for: two of them, or a rare one."""
    if letter.isascii() or letter in read:
        return letter
    once = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter)[:-1])
    return _readable(once, read) if once and once != letter else anyascii(letter).lower()


@cache
def _writers() -> tuple[tuple[str, str, Callable[[str], str]], ...]:
    tables = table("transliteration")
    found: list[tuple[str, str, Callable[[str], str]]] = []
    for language, rules in tables["scripts"].items():
        found.append((language, rules["script"], _letters(_pairs(rules["letters"]), keep=False)))
    for language, rules in tables["abugidas"].items():
        found.append((language, rules["script"], _abugida(rules)))
    found += [("ko", "Hang", _hangul), ("ja", "Kana", _kana)]
    for language, rules in tables["languages"].items():
        found.append((language, "Latn", _letters(_pairs(rules), keep=True)))
    return tuple(found)


def _letters(pairs: Mapping[str, str], *, keep: bool) -> Callable[[str], str]:
    return lambda sounds: "".join(_replaced(sounds, pairs, keep=keep))


def _replaced(text: str, pairs: Mapping[str, str], *, keep: bool) -> Iterator[str]:
    """The pieces of *text* by the longest pairs that fit; what has none stays where *keep* says so."""
    bounded, at, longest = f"^{text}$", 0, max(map(len, pairs))
    while at < len(bounded):
        piece = next((p for n in range(longest, 0, -1) if (p := bounded[at : at + n]) in pairs), "")
        if piece:
            yield pairs[piece]
        elif keep and bounded[at] not in "^$":
            yield bounded[at]
        at += max(len(piece), 1)


@cache
def _pairs(text: str) -> Mapping[str, str]:
    return {left: right for left, _, right in (pair.partition("=") for pair in text.split())}


def _capitals(written: str, script: str) -> str:
    if script not in CASED:
        return written
    return " ".join(word[:1].upper() + word[1:] for word in written.split(" "))


def _abugida(rules: Mapping[str, str]) -> Callable[[str], str]:
    consonants = _pairs(rules["consonants"])
    vowels = {vowel: forms.split(",") for vowel, forms in _pairs(rules["vowels"]).items()}

    def write(sounds: str) -> str:
        written, open_ = "", False  # whether a consonant waits for its vowel
        for sound in _LONG_I.sub("i", sounds):
            if sound in vowels:
                letter, sign = vowels[sound]
                written, open_ = written + (sign if open_ else letter), False
            elif sound in consonants:
                written, open_ = written + (rules["mute"] if open_ else "") + consonants[sound], sound != "N"
        return written

    return write


def _hangul(sounds: str) -> str:
    rules = table("transliteration")["hangul"]
    first, vowels, last = ({k: int(v) for k, v in _pairs(rules[part]).items()} for part in ("first", "vowels", "last"))
    pattern = re.compile(
        f"(?P<first>[{''.join(first)}])?(?P<vowel>[yw]?[{_VOWELS}])"
        f"(?:(?P<last>[{''.join(last)}])(?![{_VOWELS}yw]))?|(?P<alone>[{''.join(first)}yw])"
    )
    written = ""
    for match in pattern.finditer(_LONG_I.sub("i", sounds)):
        if alone := match["alone"]:
            silent = rules["mute_rounded"] if alone in rules["rounded"] else rules["mute"]
            written += _syllable(first.get(alone, 11), vowels.get(alone, silent))
        else:
            vowel = vowels.get(match["vowel"], vowels[match["vowel"][-1]])
            written += _syllable(first.get(match["first"] or "", 11), vowel, last.get(match["last"] or "", 0))
    return written


def _syllable(first: int, vowel: int, last: int = 0) -> str:
    return chr(_SYLLABLES + (first * _VOWEL_COUNT + vowel) * _LAST_COUNT + last)


def _kana(sounds: str) -> str:
    rows, alone = (_pairs(table("transliteration")["kana"][part]) for part in ("rows", "alone"))
    syllables = {row: re.findall(r".[ァィゥェォャュョ]?", written) for row, written in rows.items()}
    written = ""
    for match in re.finditer(rf"([^{_VOWELS}]?)([{_VOWELS}])|(.)", _LONG_I.sub("i", sounds)):
        if match[3]:
            written += alone.get(match[3], "")
        elif match[1] in syllables:
            written += syllables[match[1]]["aeiou".index(match[2])]
    return written
