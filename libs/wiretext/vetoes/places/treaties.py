"""Tells a treaty from the town where it was signed: *Geneva Convention*, *accord de Paris*; words in ``treaties.yaml``.

Knows no name. What a country signs is called after it in another way.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for
from wiretext.vetoes.context.wordlists import proclitic_list
from wiretext.vetoes.places.countries import is_country

_TABLE = "vetoes/places/treaties"
_MOST_LINKS = 2  # *convenția de la Geneva*
_CAPITALISING = frozenset({"en"})
_LINKING = frozenset({"en", "fr", "es", "pt", "it", "ca", "gl", "ro", "nl", "sw", "tl"})  # *Convention of Geneva*


def is_treaty(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a word beside the town *hit* says that a treaty is called after it."""
    if entity.type != "place" or is_country(entity):
        return False
    if hit.alias.unspaced or hit.alias.words[0].script == "Hang":
        return _touches(hit, reading)
    return (_is_behind(hit, reading) or _is_before(hit, reading)) and not _has_parties(hit, reading)


def _touches(hit: Hit, reading: Reading) -> bool:
    """The same where no blank need stand between the two: 日内瓦公约, อนุสัญญาเจนีวา."""
    before, after = (tuple(words_for(reading.language, _TABLE, key)) for key in ("before", "after"))
    end = hit.end + reading.text.startswith(" ", hit.end)
    return reading.text.startswith(after, end) or reading.text.endswith(before, 0, hit.start)


def _is_behind(hit: Hit, reading: Reading) -> bool:
    at = reading.index(hit.start) - 1
    for _ in range(_MOST_LINKS):
        at -= reading.word(at) in words_for(reading.language, _TABLE, "links")
    named = proclitic_list(reading.language, _TABLE, "before")
    if any(reading.between(word, word + 1) != " " for word in range(at, reading.index(hit.start))):
        return False
    is_named = reading.word(at) in named or f"{reading.before(at)} {reading.word(at)}" in named
    linked = at < reading.index(hit.start) - 1 or reading.language not in _LINKING
    return is_named and linked and _is_written_as_name(at, reading)


def _is_before(hit: Hit, reading: Reading) -> bool:
    at = reading.index(hit.end - 1) + 1
    return reading.after(at - 1) in proclitic_list(reading.language, _TABLE, "after") and _is_written_as_name(
        at, reading
    )


def _is_written_as_name(at: int, reading: Reading) -> bool:
    """Whether the word *at* has a capital in a language that gives it one: *the Paris agreement on fish* may be any."""
    return reading.language not in _CAPITALISING or reading.is_capital(at)


def _has_parties(hit: Hit, reading: Reading) -> bool:
    """Whether the name is followed by whom its government agreed with: *el acuerdo de París con Berlín*."""
    return reading.after(reading.index(hit.end - 1)) in words_for(reading.language, _TABLE, "parties")
