"""Tells a town or a village from the organisation that bears the same name: *the town of Nokia*, 豊田市.

The words are in ``settlements.yaml``. Knows no name.
"""

from __future__ import annotations

import re

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import script_of
from wiretext.tables import table, words_for, words_of
from wiretext.vetoes.context.grammar import SYLLABIC
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.context.wordlists import WordList, proclitic_list

_NAMED_OF = frozenset({"en", "fr", "es", "pt", "it", "ca", "gl"})  # *the town of X*, and not *the town X*
# Languages in which the name of a town before the word for one is in the genitive.
_GENITIVES: dict[str, str | tuple[str, ...]] = {"fi": "n", "lv": ("a", "as", "s"), "lt": ("o", "os", "aus", "es")}
_UP_TO_DIRECTION = 3  # words after a comma: *en el sur*
_SYLLABLES = 2
_KANA_TOWN = "町"
# How an adjective of a place ends, in the nominative and in other cases.
_EPITHETS = {
    "pl": (re.compile("[sc]k(?:i|a|ie)$"), re.compile("[sc]k(?:iego|iemu|im|iej|a)$")),
    "cs": (re.compile("[sc]k[yae]$"), re.compile("[sc]k(?:eho|emu|em|e|ou)$")),
    "sk": (re.compile("[sc]k[yae]$"), re.compile("[sc]k(?:eho|emu|om|ej|u)$")),
}
_LONGEST_CASE = 4  # letters of such an ending
_REACH = 12  # characters beside a name in a script without blanks


def is_settlement(hit: Hit, reading: Reading) -> bool:
    """Whether the word beside the name says that it is a town's, in whose own name it may be."""
    if (len(hit.forms) > 1 and reading.language not in SYLLABIC) or (
        hit.alias.acronym and reading.surface(hit.start, hit.end).isupper()
    ):
        return False
    before, after, unlike = (
        proclitic_list(reading.language, "vetoes/places/settlements", side) for side in ("before", "after", "unlike")
    )
    if hit.alias.unspaced:
        left, right = reading.around(hit.start, hit.end, _REACH)
        joined = after.begins(right) and not unlike.begins(right)
        if (
            hit.alias.words[0].script == "Kana"
        ):  # トヨタ町 is a town's, トヨタ町長 may be the mayor's and イオン町田 lies in another
            joined = right.startswith(_KANA_TOWN) and script_of(right[1:2] or " ") != "Hani"
        return before.ends(left) or joined
    if _follows(hit, reading, before) or _leads(hit, reading, after) or _lies_in_direction(hit, reading):
        return True
    return is_glossed_as_town(hit, reading) or _is_part_of_town(hit, reading) or _has_facility(hit, reading)


def is_one_word(hit: Hit, reading: Reading) -> bool:
    """Whether the name is of one word, or of two where each syllable is written apart."""
    words = len(hit.alias.words)
    return words == 1 or (reading.language in SYLLABIC and words == _SYLLABLES)


def is_joined_to_town(hit: Hit, reading: Reading) -> bool:
    """Whether the word for a town is joined to the name in a script without blanks: 岸田町, but not 岸田町長."""
    return hit.alias.unspaced and is_settlement(hit, reading)


def is_town(hit: Hit, reading: Reading) -> bool:
    """Whether the town has the name alone, as *the town of Nokia* has, and not *Toyota City*."""
    if hit.alias.unspaced:
        return proclitic_list(reading.language, "vetoes/places/settlements", "small").begins(
            reading.text[hit.end : hit.end + _REACH]
        )
    if not is_settlement(hit, reading):
        return False
    last = reading.index(hit.end - 1)
    return not (reading.between(last, last + 1) in {" ", "-"} and reading.is_capital(last + 1))


def is_glossed_as_town(hit: Hit, reading: Reading) -> bool:
    """Whether a comma follows and that it is a town, or in which district it lies: *X, oraș din*, *X, no distrito de*.

    Of a district only where the sentence begins with the name: *in X, in the district of* may tell where in X.
    """
    at, language = reading.index(hit.end - 1) + 1, reading.language
    if reading.between(at - 1, at) != ", " or reading.is_capital(at):
        return False
    small, towns = function_words(language), words_for(language, "vetoes/places/settlements", "glosses")
    opens = reading.word(at) in small and reading.between(at, at + 1) in {" ", "'"}
    if reading.word(at) in towns or (opens and reading.word(at + 1) in towns and not reading.is_capital(at + 1)):
        at += reading.word(at) not in towns
        return reading.after(at) in small or reading.after(at) in table("vetoes/context/beside")["of"]
    districts = words_for(language, "vetoes/places/settlements", "districts")
    return opens and reading.starts_sentence(hit.start) and reading.word(at + 1) in districts


def _has_facility(hit: Hit, reading: Reading) -> bool:
    """Whether what a town has, or who lives there, stands before *in* and the name: *ishallen i X*, *wohnt in X*."""
    first, language = reading.index(hit.start), reading.language
    if reading.before(first) not in words_for(language, "vetoes/places/settlements", "within"):
        return False
    return reading.before(first - 1) in words_for(language, "vetoes/places/settlements", "facilities")


def _is_part_of_town(hit: Hit, reading: Reading) -> bool:
    """Whether a word with a capital of its own stands before the name as in towns: *Den Bosch*, *Bad Nokia*."""
    first = reading.index(hit.start)
    if reading.before(first) not in words_of("vetoes/places/settlements", "parts"):
        return False
    own = reading.language == "nl" or not reading.starts_sentence(reading.starts[first - 1])
    return own and reading.has_telling_capital(first - 1) and reading.has_telling_capital(first)


def _follows(hit: Hit, reading: Reading, towns: WordList) -> bool:
    """Whether the word for a town stands before the name, and what follows does not go on as after a subject."""
    at = reading.index(hit.start) - 1
    if reading.word(at) in table("vetoes/context/beside")["of"]:
        return reading.between(at, at + 1) in {" ", "'"} and reading.before(at) in towns
    constructs = words_for(reading.language, "vetoes/places/settlements", "construct")
    if reading.between(at, at + 1) == " " and reading.word(at) in constructs:
        return True
    if reading.word(at) in things_of(reading.language).naming and reading.between(at, at + 1) == " ":
        return reading.before(at) in towns  # *a village called X*
    last = reading.index(hit.end - 1)
    following = reading.after(last)
    return (
        reading.language not in _NAMED_OF
        and reading.between(at, at + 1) == " "
        and reading.word(at) in towns
        and (not following or following in function_words(reading.language))
    )


def _leads(hit: Hit, reading: Reading, towns: WordList) -> bool:
    """Whether the word for a town stands after the name."""
    last = reading.index(hit.end - 1)
    if reading.after(last) not in towns:
        return False
    if reading.language == "en":
        return reading.has_telling_capital(last + 1)
    return reading.text.endswith(_GENITIVES.get(reading.language, ""), hit.start, hit.end)


def _lies_in_direction(hit: Hit, reading: Reading) -> bool:
    """Whether a comma follows and where it lies, as only of a place: *X, in the south of Peru*."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) != ", " or reading.word(last + 1) not in function_words(reading.language):
        return False
    if not hit.alias.acronym and reading.before(last) not in words_of("vetoes/context/beside", "at"):
        return False
    for at in range(last + 1, last + 1 + _UP_TO_DIRECTION):
        word = reading.word(at)
        if word in words_of("vetoes/context/beside", "directions", "any"):
            return word not in function_words(reading.language)  # *sul* is the south, or *on the*
        if reading.between(at, at + 1) != " ":
            return False
    return False


def has_epithet(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an adjective with a capital, in the same case, makes the name that of another town: *Brześć Kujawski*."""
    last = reading.index(hit.end - 1)
    epithet, cases = reading.after(last), _EPITHETS.get(reading.language)
    if cases is None or len(hit.forms) > 1 or not epithet or not reading.has_telling_capital(last + 1):
        return False
    own = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    known = any(epithet[:-_LONGEST_CASE] in word for word in own)
    return not known and cases[hit.inflected].search(epithet) is not None
