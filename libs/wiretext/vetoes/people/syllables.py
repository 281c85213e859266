"""Tells Vietnamese syllables of longer names from those of countries, and given names: *Mỹ Tho*, *Thị Nga*, *cô Nga*.

In Vietnamese the names of countries are syllables that given names, towns and common words have, too. They are compared
with their accents, which tell most of them apart, and stand in ``syllables.yaml``. Knows no name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from wirekit.contracts import Entity
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed, table

_LANGUAGE = "vi"
_FRIENDSHIP = 40  # characters before a name among which a hospital and the friend of its country may be
_AGE = re.compile(r", [1-9]\d tuoi(?! tro)\b")
_SHORTEST = 2  # syllables of a person's full name


def is_syllable(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the syllables beside *hit* are of one name or one word with it."""
    if reading.language != _LANGUAGE or hit.alias.unspaced:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.is_loud(first):
        return False
    if _has_small_syllable(hit, reading):
        return True
    following = _at(reading, last + 1) if reading.between(last, last + 1) == " " else ""
    if entity.type == "person":
        return len(hit.forms) >= _SHORTEST and reading.is_capital(last + 1) and following in _set("given")
    if entity.type == "organization":
        return _is_school(entity, reading, first)
    return _is_of_other(hit, reading, first, last, following)


def _has_small_syllable(hit: Hit, reading: Reading) -> bool:
    """Whether the second of two syllables is small behind a capital, as no name is written: *Kinh đô xưa*."""
    two = len(hit.forms) == len(hit.alias.words) == _SHORTEST and not hit.alias.acronym
    if not two or reading.is_quiet or not hit.alias.words[1].capital:
        return False
    first, second = (reading.index(form.start) for form in hit.forms)
    return reading.is_capital(first) and not reading.is_capital(second)


def _is_school(entity: Entity, reading: Reading, first: int) -> bool:
    """Whether a school has the name of an organisation that is none itself: *Đại học FPT*."""
    leading = f"{_at(reading, first - 2)} {_at(reading, first - 1)}"
    schools = {school.replace("_", " ") for school in _set("schools")}
    own = any(
        "universit" in name.lower() or name.lower().startswith("đại học") for name in (entity.name, *entity.names)
    )
    return leading in schools and reading.between(first - 1, first) == " " and not own


def _is_of_other(hit: Hit, reading: Reading, first: int, last: int, following: str) -> bool:
    goes_on = _by_syllable("names" if reading.is_capital(last + 1) else "words")
    if following and following in goes_on.get(_surface(reading, first, last), ()):
        return True
    if len(hit.forms) == 1 and _is_in_name(reading, first, following):
        return True
    thing = _at(reading, first - 1)
    called_after = reading.between(first - 1, first) == " " and not _set("things").isdisjoint({
        thing, f"{_at(reading, first - 2)}_{thing}",
    })  # fmt: skip
    called_after = called_after and _at(reading, first - 2) not in _set("famous")
    return called_after or _is_of_friends(hit, reading)


def is_called_by_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a word of address stands before the one syllable of a country's or a firm's name: *chị Nga*."""
    if reading.language != _LANGUAGE or entity.type == "person" or hit.alias.acronym:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if _is_aged(hit, reading, first):
        return True
    if last > first and _surface(reading, first, last) not in _called():
        return False
    if (
        reading.is_loud(first)
        or reading.between(first - 1, first) != " "
        or _at(reading, first - 1) not in _set("address")
    ):
        return False
    opens = reading.starts_sentence(reading.starts[first - 1])
    if reading.is_capital(first - 1) and not opens:
        return False
    several = not opens and reading.between(first - 2, first - 1) == " " and _at(reading, first - 2) in _set("unlike")
    goes_on = reading.between(last, last + 1) == " " and reading.is_capital(last + 1)
    return not several and not goes_on


def _is_aged(hit: Hit, reading: Reading, first: int) -> bool:
    """Whether an age follows, as of somebody who is called so: *Trung, 24 tuổi*, but not *ở Đức, 30 tuổi trở lên*."""
    aged = _AGE.match(reading.text, hit.end) is not None and len(hit.forms) <= _SHORTEST
    return aged and _at(reading, first - 1) not in _set("where")


def opens_as_country(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a country of one syllable opens a sentence, and what it does follows: *Bỉ khánh thành cầu*, *Ý sẽ giúp*.

    Where it is called like a pronoun, the article has to tell a city of it: *Anh mời* is also *he invites*.
    """
    if reading.language != _LANGUAGE or entity.type != "place" or len(hit.forms) > 1:
        return False
    first = reading.index(hit.start)
    if reading.is_loud(first) or not reading.starts_sentence(hit.start) or reading.between(first, first + 1) != " ":
        return False
    acts = _at(reading, first + 1) in _set("acts") and not reading.is_capital(first + 1)
    if _at(reading, first) not in _set("pronouns"):
        return acts
    return _names_city(reading)


def _is_in_name(reading: Reading, first: int, following: str) -> bool:
    """Whether a syllable of names with a capital stands on one side of the word *first*."""
    if reading.is_capital(first + 1) and following in _set("after"):
        return True
    leading = _at(reading, first - 1) if reading.between(first - 1, first) == " " else ""
    if not reading.is_capital(first - 1) or leading not in _set("before"):
        return False
    if leading == "nam" and _at(reading, first - 2) == "việt":  # two countries, and no *Nam Mỹ*
        return False
    return leading in _set("families") or not reading.starts_sentence(reading.starts[first - 1])


def _is_of_friends(hit: Hit, reading: Reading) -> bool:
    """Whether a hospital, a school or the like bears the names of two countries: *Bệnh viện Việt Nam - Cuba*."""
    return _friendship().search(reading.text[max(0, hit.start - _FRIENDSHIP) : hit.start]) is not None


@cache
def _friendship() -> re.Pattern[str]:
    things = "|".join(_plain(thing.replace("_", " ")) for thing in listed("vetoes/people/syllables", "friendship"))
    return re.compile(rf"\b(?:{things})(?: huu nghi)?(?: [a-z]+){{1,2}} ?- ?$")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _by_syllable(key: str) -> dict[str, frozenset[str]]:
    entries = table("vetoes/people/syllables")[key].items()
    return {syllable.replace("_", " "): frozenset(words.split()) for syllable, words in entries}


def _at(reading: Reading, index: int) -> str:
    return _surface(reading, index, index) if 0 <= index < len(reading) else ""


def _surface(reading: Reading, first: int, last: int) -> str:
    surface = reading.surface(reading.starts[first], reading.ends[last])
    return unicodedata.normalize("NFC", surface).lower()


@cache
def _called() -> frozenset[str]:
    return frozenset(name.replace("_", " ") for name in _set("called"))


@lru_cache(maxsize=8)  # asked for each place where a name opens a sentence
def _names_city(reading: Reading) -> bool:
    """Whether the article names a city of a country, and of nobody speaks as *anh* in lower case."""
    cities = {name.replace("_", " ") for name in _set("capitals")}
    words = [_at(reading, at) for at in range(len(reading))]
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    small = any(word == "anh" and not reading.is_capital(at) for at, word in enumerate(words))
    return not small and not cities.isdisjoint(pairs.union(words))


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(listed("vetoes/people/syllables", key))
