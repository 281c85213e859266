"""Tells private persons in Vietnamese texts: *em X, học sinh lớp 6*, *X, 46 tuổi, thợ hồ*; and bearers of firms' names.

Words are compared with their accents there: without them *bà* is *ba*, and *thủ* of a prime minister *thu*. The words
are in ``vietnamese.yaml``, walks of life in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed
from wiretext.vetoes.context.ages import OF_AGE
from wiretext.vetoes.context.wordlists import one_of

_LANGUAGE = "vi"
_REACH = 60  # characters on one side of a name
_SYLLABLES = 2  # of a whole name at least
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_AGE = re.compile(r",? ?\(?(?:năm nay )?(?:(\d{1,2}) tuổi|(?:sinh năm|sn|sinh) (?:19|20)\d\d)")


def private_persons(hits: Iterable[Hit], reading: Reading) -> set[int]:
    """The persons, by the numbers of their entities, whose name somebody in private life has, and nobody in office."""
    if reading.language != _LANGUAGE:
        return set()
    hits = [hit for hit in hits if len(hit.forms) >= _SYLLABLES and not hit.alias.heard and not hit.alias.unspaced]
    private = {hit.alias.entity for hit in hits if _is_private(hit, reading)}
    return private - {hit.alias.entity for hit in hits if private and _is_in_office(hit, reading)}


def is_called_in_vietnamese(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether what a singer or a child is called stands before an organisation's name in two syllables: *ca sĩ X*."""
    if reading.language != _LANGUAGE or entity.type != "organization" or len(hit.forms) != _SYLLABLES:
        return False
    before, _ = _beside(hit, reading)
    if not all(map(str.isalpha, reading.text[hit.start : hit.end].split())) or hit.alias.acronym:
        return False
    return _is_led(before, _persons())


def is_of_place(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a street, a school or the like stands before a person's whole name: *đại lộ X*, *trường THPT X*.

    Before an organisation's it is a pagoda, a market, an island: what no firm has that is called so.
    """
    if reading.language != _LANGUAGE or entity.type == "place" or len(hit.forms) < _SYLLABLES:
        return False
    before = _beside(hit, reading)[0].lower()
    if entity.type == "organization":
        return _spots().search(before) is not None
    return _places().search(before) is not None


def _is_private(hit: Hit, reading: Reading) -> bool:
    before, after = _beside(hit, reading)
    if _is_led(before, _walks()) or (_is_native(hit, reading) and _is_led(before, _address())):
        return True
    age = _AGE.match(after)
    if age is None:
        return _glossed().match(after) is not None
    if age[1] is not None and int(age[1]) < OF_AGE:
        return True
    return _walks_anywhere().search(after, age.end()) is not None or not _tells_of_office(reading)


def _is_native(hit: Hit, reading: Reading) -> bool:
    """Whether the name begins with a Vietnamese family name: *Anh X* is also *Britain's X*."""
    form = hit.forms[0]
    return _surface(reading, form.start, form.end) in listed("vetoes/private/vietnamese", "families")


def _is_led(before: str, words: re.Pattern[str]) -> bool:
    """Whether one of *words* ends the text *before* a name: with a capital only where a sentence begins."""
    found = words.search(before)
    if found is None:
        return False
    opens = found.start() == 0 or before[: found.start()].rstrip(' "“').endswith((":", "-", "–"))
    if before[found.start()].isupper() and not opens:
        return False
    return not before[: found.start()].rstrip().lower().endswith(tuple(_phrases("unlike")))


def _is_in_office(hit: Hit, reading: Reading) -> bool:
    before, after = _beside(hit, reading)
    held = _held_before().search(before.lower()) is not None and not _is_led(before, _walks())
    return held or _held_after().match(after) is not None


@lru_cache(maxsize=8)  # asked for each place where a name stands
def _tells_of_office(reading: Reading) -> bool:
    """Whether the article tells of an office anywhere."""
    return _offices().search(unicodedata.normalize("NFC", reading.normal.source).lower()) is not None


def _beside(hit: Hit, reading: Reading) -> tuple[str, str]:
    """What stands in the same sentence before a name, as it is written, and after it, in small letters."""
    before = reading.surface(max(0, hit.start - _REACH), hit.start) if hit.start else ""
    until = min(len(reading.text), hit.end + _REACH)
    after = reading.surface(hit.end, until) if until > hit.end else ""
    before, after = (
        unicodedata.normalize("NFC", side).strip("\u0300\u0301\u0303\u0309\u0323") for side in (before, after)
    )
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0].lower()


def _surface(reading: Reading, start: int, end: int) -> str:
    return unicodedata.normalize("NFC", reading.surface(start, end)).lower()


def _phrases(key: str) -> list[str]:
    return [phrase.replace("_", " ") for phrase in listed("vetoes/private/vietnamese", key)]


@cache
def _either(*keys: str) -> str:
    return one_of(phrase for key in keys for phrase in _phrases(key))


@cache
def _roles() -> str:
    """What people in private life do, also as ``titles.yaml`` has it."""
    shared = (phrase.strip("_").replace("_", " ") for phrase in listed("vetoes/context/titles", "phrases"))
    return one_of((*shared, *_phrases("walks")))


@cache
def _before_name(words: str) -> re.Pattern[str]:
    called = r"(?: (?:tên là|tên|mang tên))?"
    return re.compile(rf"(?<!\w)(?:{words})(?: (?:{_either('complements')}|lớp \w+))*{called} [\"“]?$", re.IGNORECASE)


def _walks() -> re.Pattern[str]:
    return _before_name(_roles())


def _address() -> re.Pattern[str]:
    return _before_name(_either("address"))


def _persons() -> re.Pattern[str]:
    return _before_name(_either("address", "artists"))


@cache
def _places() -> re.Pattern[str]:
    schools = r"(?: (?:thpt|thcs|tiểu học|mầm non|chuyên|dân lập|nội trú|đa khoa|quốc tế|mang tên))*"
    return re.compile(rf"(?<!\w)(?:(?:{_either('places')}){schools}|số \d+\w?(?:/\d+)*(?: đường)?) [\"“]?$")


@cache
def _spots() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('spots')}) $")


@cache
def _walks_anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_roles()}|{_either('resident')})(?!\w)")


@cache
def _glossed() -> re.Pattern[str]:
    trade = rf"(?:{_roles()}|{_either('resident')})(?!\w)"
    return re.compile(rf"(?:(?:, | \()(?:{trade}|(?:học )?lớp \d)| là (?:một )?(?:{_roles()})(?!\w)|, người dân)")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('offices')})(?!\w)")


@cache
def _held_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('offices')})(?: [^\s,.;:]+){{0,6}},? $")


@cache
def _held_after() -> re.Pattern[str]:
    return re.compile(rf",? ?[-–(]? ?(?:\w+ ){{0,2}}(?:{_either('offices')})(?!\w)")
