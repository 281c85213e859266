"""Tells what bears a country's name from the country: *the US state of X*, *X, Ohio*, *estación X*, *the mayor of X*.

The words are in ``countries.yaml``, those for towns in ``settlements.yaml``; CLDR says which entity is a country.
"""

from __future__ import annotations

from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext import places
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import listed, table, words_of
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS, has_own_capital
from wiretext.vetoes.context.grammar import ATTRIBUTIVE, DECLINING, SYLLABIC, UNCHANGING
from wiretext.vetoes.context.wordlists import ProcliticList, as_phrases, proclitic_list, word_list
from wiretext.vetoes.places.features import is_part_of_name
from wiretext.vetoes.places.regions import lies_in_region
from wiretext.vetoes.places.settlements import is_glossed_as_town

_REACH = 4  # characters after a name in a script without blanks
_FEW = 3  # of an entity's names among which its usual one is
_UNION = 3  # words before a name among which a state and *American* may be
_APART = (" ", "-", ". ")
_CAPITAL_WITHIN = 400  # characters after a name in which its part of the country may be named
_ATTRIBUTIVE = ATTRIBUTIVE | {"tl", "sw", "th", "ar", "he"}  # *stasiun X* may be one there
# Languages in which *the town of X* with an article is X itself; in those after them no preposition stands between.
_NAMED_OF = frozenset({"en", "es"})
_NAMED = frozenset({
    "de", "nl", "sv", "da", "nb", "nn", "ro", "pl", "cs", "sk", "sl", "hr", "bs", "sr", "mk", "bg", "ru", "uk", "be",
})  # fmt: skip


def is_no_country(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside *hit* say that a state of a union, a town or a station has the name of a country."""
    if hit.alias.acronym or not is_country(entity):
        return False
    if _lies_about_towns(hit, entity, reading) or is_part_of_name(hit, entity, reading):
        return True
    if hit.alias.unspaced:
        return _list("after", reading).begins(reading.around(hit.start, hit.end, _REACH)[1])
    if script_of(reading.text[hit.start]) in CASED and reading.is_loud(reading.index(hit.start)):
        return False
    if (
        _is_its_city(hit, reading)
        or _is_station(hit, reading)
        or _is_of_union(hit, reading)
        or lies_in_region(hit, _code_of(entity), reading)
    ):
        return True
    return not _is_city((entity.name, *entity.names[:_FEW])) and (
        _has_official(hit, reading)
        or _is_town(hit, reading)
        or is_glossed_as_town(hit, reading)
        or _is_capital_of_part(hit, reading)
    )


def _is_its_city(hit: Hit, reading: Reading) -> bool:
    """Whether a city is called after the country, or it after the city: *X City*, *Ciudad de X*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    cities = word_list("vetoes/places/countries", "city", "any")
    if reading.has_telling_capital(last + 1) and reading.after(last, (" ", "-")) in cities:
        return True
    of = first - 1
    return reading.word(of) in _list("city_of", reading) and reading.before(of) in cities and reading.is_capital(of - 1)


def _is_station(hit: Hit, reading: Reading) -> bool:
    """Whether a station stands beside the name as it is: *estação X*, *X-asema*; not *a station in X*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if hit.start != reading.starts[first]:
        return False
    station = first - 1 - (reading.word(first - 1) in words_of("vetoes/places/countries", "metro", "any"))
    stations = word_list("vetoes/places/countries", "before", "any")
    apart = reading.between(first - 1, first) in {" ", ' "'} and "\n" not in reading.between(station, first)
    is_station = reading.word(station) in stations and reading.word(station) not in function_words(reading.language)
    if apart and not hit.inflected and is_station:
        return has_own_capital(station, reading) or reading.language not in {*_ATTRIBUTIVE, "en"}
    if reading.after(last, _APART) not in _list("after", reading):
        return False
    hyphened = reading.between(last, last + 1) == "-"
    return hyphened or (reading.is_capital(last + 1) and reading.language not in NOUNS_IN_CAPITALS)


def _is_of_union(hit: Hit, reading: Reading) -> bool:
    """Whether the word beside the name is a state's of a union: *штат X*, *the US state of X*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    after = table("vetoes/places/countries")["unions_after"].get(reading.language)
    if after and reading.after(last) in _list("unions_after", reading):
        return True
    if reading.language == "en" and _is_american(reading, first, last):
        return True
    at = first - 1 - (reading.word(first - 1) in table("vetoes/context/beside")["of"])
    if hit.inflected or reading.between(at, at + 1) != " ":
        return False
    unions = word_list("vetoes/places/countries", "unions", "any")
    word = reading.word(at)
    if (word in unions or f"{reading.before(at)}_{word}" in unions) and not _is_marked_otherwise(reading, at):
        return at == first - 1 or reading.language not in _NAMED
    near = [near for near in range(at - _UNION, at + 2) if near >= 0]
    if reading.between(last, last + 1) == ", ":  # *, en Estados Unidos*
        near += range(last + 1, last + 1 + _UNION)
    words = {word, reading.before(at)}
    american = word_list("vetoes/places/countries", "american", "any")
    is_state = not words.isdisjoint(words_of("vetoes/places/countries", "state_of", "any"))
    return is_state and any(reading.word(word) in american for word in near)


def _is_marked_otherwise(reading: Reading, index: int) -> bool:
    """Whether a Vietnamese word has accents that the word in the table has not: *bảng Anh* is money, *bang* a state."""
    surface = reading.surface(reading.starts[index], reading.ends[index])
    return reading.language in SYLLABIC and not surface.isascii()


def _is_american(reading: Reading, first: int, last: int) -> bool:
    """Whether what only a state of the union has follows, or a town of it stands before a comma: *Macon, X*."""
    following = reading.after(last + 1) if reading.word(last + 1) == "s" else reading.after(last)
    if following in words_of("vetoes/places/countries", "american_after"):
        return True
    return reading.between(first - 1, first) == ", " and reading.word(first - 1) in words_of(
        "vetoes/places/countries", "american_towns"
    )


def _lies_about_towns(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the article names a town of the state that has the country's name, and nothing of the country.

    Of a town that many know (*Atlanta*) only where it stands right before the name.
    """
    code = _code_of(entity)
    twins = table("vetoes/places/countries")["twins"]
    if code not in twins:
        return False
    if hit.alias.unspaced:
        return _tells_of_towns_unspaced(reading.text, code)
    first, known = reading.index(hit.start), word_list("vetoes/places/countries", "twins", code, "known")
    at = next((at for at in range(first - 1, first - 1 - _UNION, -1) if reading.between(at, at + 1) != " "), first - 1)
    if reading.between(at, at + 1) in {", ", " ("} and reading.is_capital(at) and reading.word(at) in known:
        return True
    return _tells_of_towns(reading, code)


@lru_cache(maxsize=8)  # asked for each place where a country's name stands
def _tells_of_towns(reading: Reading, code: str) -> bool:
    towns, own = (word_list("vetoes/places/countries", "twins", code, key) for key in ("towns", "own"))
    if not reading.listed(towns) or reading.listed(own):
        return False
    return any(reading.word(at) in towns and reading.may_name[at] for at in range(len(reading)))


@lru_cache(maxsize=8)  # the same
def _tells_of_towns_unspaced(text: str, code: str) -> bool:
    towns, own = (word_list("vetoes/places/countries", "twins", code, key) for key in ("towns", "own"))
    return towns.stands_in(text) and not own.stands_in(text)


def _has_official(hit: Hit, reading: Reading) -> bool:
    """Whether the head of a town stands before the name: *the mayor of X*, *мэр X*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.between(last, last + 1) in {"'", "-"}:
        return False
    apart = reading.word(first - 1) in table("vetoes/context/beside")["of"]
    at = first - 1 - apart
    ties = {" ", "'"} if apart else {" "}
    if reading.between(at, at + 1) not in ties or (apart and reading.between(first - 1, first) not in ties):
        return False
    if not apart and reading.language not in DECLINING:
        return False
    return reading.word(at) in word_list("vetoes/places/countries", "officials", "any")


def _is_town(hit: Hit, reading: Reading) -> bool:
    """Whether the word for a town stands before the name, as it does before no country's: *la ciudad de X*."""
    first, language = reading.index(hit.start), reading.language
    towns = proclitic_list(language, "vetoes/places/settlements", "before")
    if hit.inflected:
        return False
    if language in _NAMED_OF:
        of = reading.word(first - 1) == ("of" if language == "en" else "de")
        return of and reading.before(first - 1) in towns and reading.before(first - 2) in _definite()
    name = reading.text[hit.start : hit.end]
    plural = language in {"pl", "cs"} and name.endswith("y")  # *Włochy*, of which it is *Włoch*
    ambiguous = language in DECLINING and not plural and UNCHANGING.search(name)
    return language in _NAMED and not ambiguous and reading.before(first) in towns


def _is_capital_of_part(hit: Hit, reading: Reading) -> bool:
    """Whether a sentence after the name begins with *the capital of the department*, and no place stands between."""
    within = reading.text[hit.end : hit.end + _CAPITAL_WITHIN]
    found = [(at, phrase) for phrase in _capitals() if (at := within.find(phrase)) >= 0]
    if not found or not reading.starts_sentence(hit.end + min(found)[0]):
        return False
    first = reading.index(hit.end - 1) + 1
    until = hit.end + min(found)[0]
    at = first
    while at < len(reading) and reading.starts[at] < until:
        if reading.is_capital(at) and reading.before(at) in function_words(reading.language):
            return False
        at += 1
    return reading.before(reading.index(hit.start)) in words_of("vetoes/context/beside", "at")


def is_country(entity: Entity) -> bool:
    """Whether *entity* is a territory of CLDR's by one of its first names."""
    return entity.type == "place" and _is_country((entity.name, *entity.names[:_FEW]))


@lru_cache(maxsize=1 << 12)
def _is_country(names: tuple[str, ...]) -> bool:
    return any(spelling(name) in _countries() for name in names)


@lru_cache(maxsize=1 << 12)
def _is_city(names: tuple[str, ...]) -> bool:
    """Whether one of *names* is that of a country that is a city, or called as one."""
    return any(_countries().get(spelling(name)) in words_of("vetoes/places/countries", "cities") for name in names)


def _code_of(entity: Entity) -> str:
    return _code((entity.name, *entity.names[:_FEW]))


@lru_cache(maxsize=1 << 12)
def _code(names: tuple[str, ...]) -> str:
    """The code of the territory that has one of *names*; empty where none has."""
    return next((code.lower() for name in names if (code := _countries().get(spelling(name)))), "")


@cache
def _countries() -> dict[tuple[str, ...], str]:
    """The codes of the countries by the spellings of their English names."""
    english = places.english_names().items()
    return {spelling(name): key.removeprefix(places.TERRITORY) for key, name in english if places.TERRITORY in key}


@cache
def _capitals() -> tuple[str, ...]:
    return as_phrases(listed("vetoes/places/countries", "capitals"))


def _definite() -> frozenset[str]:
    return words_of("vetoes/places/countries", "definite")


def _list(key: str, reading: Reading) -> ProcliticList:
    return proclitic_list(reading.language, "vetoes/places/countries", key)
