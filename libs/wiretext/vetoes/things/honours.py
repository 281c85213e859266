"""Tells when a thing that stands before a person's name is named after him: *Universitas X*, *улица X*, *freighter X*.

Judges by the words before the name, which are in ``thing_words.yaml``, and by its case. Knows no name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from wiretext.tables import listed, listed_for
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.grammar import DECLINING, UNCHANGING
from wiretext.vetoes.context.roles import REACH
from wiretext.vetoes.context.thing_words import Things, ends_with_one_of, is_written_as_thing, things_of
from wiretext.vetoes.context.wordlists import as_phrases, joining, word_list

_TITLES_BETWEEN = 2
_STREETS_OF = frozenset({"es", "ca", "gl"})  # languages in which a street may be *of* somebody
_GREEK = re.compile("[αιο]σ$")  # last letters of names that have another genitive; foreign ones have none


def is_honoured(hit: Hit, reading: Reading, things: Things) -> bool:
    """Whether the word before the name is the thing (Universitas X); titles and the like may stand between."""
    first = reading.index(hit.start)
    if _is_of_owner(reading, first, things):
        return True
    index = _thing_before(reading, first, things)
    word = reading.word(index)
    if index < 0 or word in things.vessels:
        return index >= 0
    if word in things.naming:
        return not _speaks_for(reading, index, things)
    return not _is_nominative(hit, reading) or _opens_sentence(reading, index, things)


def is_called_after_person(hit: Hit, reading: Reading) -> bool:
    """Whether what is called after persons is joined to the name in a script without blanks: 王文涛故居, ร้านสมชาย."""
    if not hit.alias.unspaced:
        return False
    before, after = reading.around(hit.start, hit.end, REACH)
    inside, behind = before.rstrip(QUOTES_OPEN), after.lstrip(QUOTES_CLOSE)
    if things_of(reading.language).unlike.begins(behind):
        return False
    led = reading.language == "th" and word_list("vetoes/context/thing_words", "persons", "before").ends(inside)
    return led or word_list("vetoes/context/thing_words", "persons", "after").begins(behind)


def _opens_sentence(reading: Reading, index: int, things: Things) -> bool:
    """Whether the sentence begins with a cup, a prize or the like: then a name in the nominative is its own."""
    return reading.word(index) in things.sponsored and reading.starts_sentence(reading.starts[index])


def _thing_before(reading: Reading, first: int, things: Things) -> int:
    """The thing before the name that begins with the word *first*; -1 where there is none."""
    for index in range(first - 1, first - 2 - _TITLES_BETWEEN, -1):
        if not reading.is_one_phrase(index):
            return -1
        word = reading.word(index)
        if word in things.vessels or ends_with_one_of(things.before, reading, index):
            named = reading.language != "en" or word in things.vessels or reading.is_capital(index)  # *Storm X*
            named = named and _is_spelt_so(reading, index) and is_written_as_thing(reading, index)
            no_thing = _is_of_place(reading, index) or _is_of_minister(reading, index)
            return index if named and not no_thing else -1
        between = any(
            word in words for words in (things.linking, things.middle, things.naming, offices(reading.language))
        )
        if not between and not _is_of_thing(reading, index, things):
            return -1
    return -1


def _is_spelt_so(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a thing with its accents, too: in Vietnamese *phố* is a street, *Phó* a deputy."""
    if reading.language != "vi":
        return True
    surface = unicodedata.normalize("NFC", reading.surface(reading.starts[index], reading.ends[index])).lower()
    before = unicodedata.normalize("NFC", reading.surface(reading.starts[index - 1], reading.ends[index])).lower()
    return surface.isascii() or not _accented().isdisjoint({surface, before})


@cache
def _accented() -> frozenset[str]:
    things = listed_for("vi", "vetoes/context/thing_words", "before")
    return frozenset(unicodedata.normalize("NFC", thing.replace("_", " ")).lower() for thing in things)


def _is_of_place(reading: Reading, index: int) -> bool:
    """Whether the word *index* is the first or the last of the name of a country or a city: *Tây Ban Nha*."""
    text, places = reading.text, _places()
    return text.endswith(places, 0, reading.ends[index]) or text.startswith(places, reading.starts[index])


def _is_of_minister(reading: Reading, index: int) -> bool:
    """Whether the word *index* says of what somebody is a minister: *ministro da Fazenda X*, *Menteri Perumahan X*."""
    of = reading.word(index - 1) in function_words(reading.language)
    return reading.word(index - 1 - of) in word_list("vetoes/context/thing_words", "ministers", "any")


@cache
def _places() -> tuple[str, ...]:
    return as_phrases(listed("vetoes/context/thing_words", "places", "any"))


def _speaks_for(reading: Reading, index: int, things: Things) -> bool:
    """Whether the word *index* is the *name* of what is done in somebody's name."""
    return reading.before(index) in things.on_behalf


def _is_of_owner(reading: Reading, first: int, things: Things) -> bool:
    """Whether a bakery or the like is said to be of the bearer of the name, who is in no office then, or a street."""
    at = first - 1
    apart = reading.word(at) in things.of
    at -= apart
    if reading.between(at, at + 1) not in {" ", "'"}:
        return False
    named = apart and reading.language in _STREETS_OF and reading.word(at) in things.streets
    return named or reading.word(at) in things.shops


def _is_nominative(hit: Hit, reading: Reading) -> bool:
    """Whether the name stands in the nominative, where whom a thing is named after would be in the genitive."""
    lemmas = [word.lemma for word in hit.alias.words]
    if hit.inflected:
        return False
    if reading.language == "el":
        return any(_GREEK.search(lemma) for lemma in lemmas)
    return reading.language in DECLINING and not all(map(UNCHANGING.search, lemmas))


def _is_of_thing(reading: Reading, index: int, things: Things) -> bool:
    """Whether *index* is the second word of what a thing is called, as in *Jalan Layang X*: both have a capital."""
    is_named = reading.is_capital(index - 1) and reading.is_capital(index)
    joins = reading.word(index) in joining(reading.language)  # *PEDRO CASTILLO Y X*
    return is_named and not joins and reading.before(index) in things.before
