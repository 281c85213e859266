"""Tells when a thing or a beast right beside the name has it, where cases tell: *pieseň X*, *v selu X*, *„X“ arenoje*.

The words are in ``kinds.yaml``, by language. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.context.casing import has_own_capital
from wiretext.vetoes.context.grammar import DECLINING, UNCHANGING
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list

_TIES = (" ", '" ', '"-')
_APART = (" ", '" ')
_BEFORE = (" ", ' "')
# Languages in which a name before a noun has the form that it has alone, so that it may be of what follows.
_UNMARKED = frozenset({"et"})


def is_kind(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the word beside the name of a place or an organisation says that a song, a street, an arena has it."""
    if entity.type == "person" or hit.alias.unspaced:
        return False
    last = reading.index(hit.end - 1)
    if _is_led(hit, entity, reading):
        return True
    following = reading.after(last, _TIES)
    if entity.type == "place":
        apart = reading.between(last, last + 1) == " "
        return apart and (following in _list("streets", reading) or following in _list("breeds", reading))
    # An attribute with a capital may stand between: *X Tallinna maraton*.
    ahead = last + (reading.between(last, last + 1) in _APART and reading.has_telling_capital(last + 1))
    return any(reading.after(at, _TIES) in _list("after", reading) or _is_venue(at, reading) for at in {last, ahead})


def _is_led(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the thing stands before the name as it stands; a capital says that it is of a name itself."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    thing = reading.before(first, _BEFORE)
    if hit.inflected or not thing or hit.start != reading.starts[first] or has_own_capital(first - 1, reading):
        return False
    following = reading.after(last)
    if reading.language in _UNMARKED and following and following not in function_words(reading.language):
        return False
    if thing in _list("before", reading) or (entity.type == "place" and thing in _list("houses", reading)):
        return True
    tells = reading.language in DECLINING and UNCHANGING.search(reading.text[hit.start : hit.end]) is None
    return tells and thing in _list("loose", reading)


def _is_venue(last: int, reading: Reading) -> bool:
    """Whether an English word for a venue follows in a case of the language: *v X Arene*."""
    known = _list("before", reading)
    following = reading.after(last, (" ", "-"))
    return (
        bool(known)
        and reading.has_telling_capital(last + 1)
        and following in words_of("vetoes/things/kinds", "venues", "any")
    )


def _list(key: str, reading: Reading) -> ProcliticList:
    return proclitic_list(reading.language, "vetoes/things/kinds", key)
