"""Tells when a stadium, a cup, a prize or a foundation has the name of the organisation that pays for it.

The words, which stand before the name, are in ``thing_words.yaml``, by language. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.thing_words import Things, is_written_as_thing
from wiretext.vetoes.words.initials import resemble

_FOR = frozenset("לل")


def is_sponsored(hit: Hit, entity: Entity, reading: Reading, things: Things) -> bool:
    """Whether a stadium, a cup or a prize stands before the name: no firm's own, with a capital, or no verb follows."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    linked = first - 1 if reading.word(first - 1) in things.linking else first
    thing, following = reading.before(linked), reading.after(last)
    if thing in things.never_own:
        return is_written_as_thing(reading, linked - 1) and not resemble([thing], entity, by_any=True)
    if thing not in things.sponsored:
        return False
    named = reading.is_capital(linked - 1) and reading.language != "de"
    of_what = reading.language in {"he", "ar"} and following[:1] in _FOR  # *a prize for*
    return named or not following or of_what or following in function_words(reading.language)
