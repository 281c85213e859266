"""Tells when a given name, which no table has, makes a family name of an organisation's: *skipper Olle Ericsson*.

Judges by the capital of the word before the name. Asks in languages that have capitals for names alone. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wirekit.contracts import Entity
from wiretext import places
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.roles import role_before
from wiretext.vetoes.people.bearers import goes_with_names

_LANGUAGES = frozenset({"en", "nl", "sv", "da", "nb", "nn", "fr", "ca"})
_SHORTEST = 3  # letters of a given name
# Languages in which a title right before the name of a country is no title of that country.
_TITLES_OF_PEOPLE = frozenset({"en", "de", "nl", "sv", "da", "nb", "nn"})
_GENITIVE = frozenset({"sv", "da", "nb", "nn"})  # languages in which *Sveriges X* is no given name
# What says in a language that writes it with a capital where a firm is from: *Korean X*, *Duitse X*.
_DEMONYMS = {"en": re.compile(r".+(?:an|ish|ese|ic|ern|based)$"), "nl": re.compile(r".+(?:se|sche)$")}
# Languages in which no noun has a capital, and a word with one behind an acronym that is written as a word is a name.
_NAMES_ALONE = _LANGUAGES - {"en"}
_SHORTEST_FAMILY, _LONGEST_GIVEN = 3, 4  # letters of a family name, and of an acronym that is a given name, too
_OF = frozenset({"de", "d", "da", "di", "van", "von", "af", "av"})


def follows_forename(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a word with a capital that can be nothing but a given name stands before an organisation's one word.

    An acronym that is written as a word may be a given name itself, with a family name behind it: *Pam Delorme*.
    """
    if entity.type != "organization" or len(hit.forms) > 1 or hit.alias.words[0].script not in CASED:
        return False
    if hit.alias.acronym and _has_family_name(hit, reading):
        return True
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if _is_of_family(reading, first) or _is_of_artist(reading, first):
        return True
    if reading.language not in _LANGUAGES or reading.surface(hit.start, hit.end).isupper():
        return False
    goes_on = reading.is_capital(last + 1) and reading.between(last, last + 1) in {" ", "-"}
    return not goes_on and _is_forename(reading, first - 1)


def follows_title(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether what one is called with his family name, and no firm is, stands before the name: *huisarts X*."""
    is_place = entity.type == "place" and reading.language in _TITLES_OF_PEOPLE and not hit.inflected
    if not (is_place or entity.type == "organization") or len(hit.forms) > 1 or hit.alias.acronym:
        return False
    title = reading.before(reading.index(hit.start), (" ", ". "))
    goes_on = reading.is_capital(reading.index(hit.end - 1) + 1)
    return not goes_on and title in words_for(reading.language, "vetoes/people/bearers", "titled")


def _has_family_name(hit: Hit, reading: Reading) -> bool:
    """Whether an acronym is written as a word that may be a given name, and a family name follows and nothing else."""
    last, name = reading.index(hit.end - 1), reading.surface(hit.start, hit.end)
    if not name.istitle() or not (_may_be_given(hit, reading) or _does(hit, reading)):
        return False
    family = reading.after(last)
    if len(family) < _SHORTEST_FAMILY or not family.isalpha() or not reading.has_telling_capital(last + 1):
        return False
    goes_on = reading.is_capital(last + 2) and reading.between(last + 1, last + 2) == " "
    return not goes_on and not goes_with_names(family, reading.language) and family not in _territories()


def _may_be_given(hit: Hit, reading: Reading) -> bool:
    """Whether an acronym of few letters may be a given name where no noun has a capital."""
    name = reading.text[hit.start : hit.end]
    if reading.language not in _NAMES_ALONE or len(name) > _LONGEST_GIVEN:
        return False
    return is_given(name) or reading.starts_sentence(hit.start)


def _does(hit: Hit, reading: Reading) -> bool:
    """Whether what somebody does stands before the name: *slastičarka Irena X*."""
    return any(role_before(hit, reading, walks(kind, reading.language)) >= 0 for kind in ("private", "stage"))


def _is_of_family(reading: Reading, first: int) -> bool:
    """Whether a known given name and *de* stand before the name: *Léonard de X*, *Willem van X*."""
    if reading.before(first, (" ", "'")) not in _OF or reading.is_capital(first - 1):
        return False
    given = reading.before(first - 1)
    return (
        bool(given) and reading.has_telling_capital(first - 2) and is_given(given) and not _is_led(reading, first - 2)
    )


def _is_of_artist(reading: Reading, first: int) -> bool:
    """Whether a painting or the like stands before the name, *by* and maybe one other word of the artist's name."""
    pictures = words_for(reading.language, "vetoes/people/bearers", "pictures")
    for by in (first - 1, first - 2):
        if (
            reading.before(by + 1) in words_of("vetoes/people/bearers", "agents") | _OF
            and reading.before(by) in pictures
        ):
            return by == first - 1 or reading.is_capital(first - 1)
    return False


def _is_forename(reading: Reading, at: int) -> bool:
    word = reading.before(at + 1)
    if len(word) < _SHORTEST or not word.isalpha() or not reading.has_telling_capital(at):
        return False
    if reading.starts_sentence(reading.starts[at]) or _is_led(reading, at):
        return False
    if reading.surface(reading.starts[at], reading.ends[at]).isupper() or word in reading.lower_words:
        return False
    language = reading.language
    if (language in _GENITIVE and word.endswith("s")) or (language in _DEMONYMS and _DEMONYMS[language].match(word)):
        return False
    return not (
        goes_with_names(word, language)
        or not _territories().isdisjoint({word, word.removesuffix("s")})
        or word in words_of("vetoes/people/bearers", "ahead")
    )


def _is_led(reading: Reading, at: int) -> bool:
    """Whether the word before the word *at* makes no given name of it: an article, *in*, another capital."""
    before = reading.before(at, (" ", "'", "-"))
    return (
        reading.between(at - 1, at) not in {" ", "\n"}
        or (reading.is_capital(at - 1) and not _opens_with_trade(reading, at - 1))
        or before in offices(reading.language)
        or before in words_for(reading.language, "vetoes/people/bearers", "leading")
    )


def _opens_with_trade(reading: Reading, at: int) -> bool:
    """Whether the sentence begins with the word *at*, a walk of life: *Skepparen Olle X*."""
    if not reading.starts_sentence(reading.starts[at]):
        return False
    return any(reading.word(at) in walks(kind, reading.language) for kind in ("private", "stage", "kin", "retired"))


@cache
def _territories() -> frozenset[str]:
    """The words of the names of countries and large cities in any language."""
    found = (places.place(key) for key in places.place_ids())
    return frozenset(word for place in found for name in (place.name, *place.names) for word in spelling(name))
