"""Tells a poet, a painter or a composer who has a politician's name, by what he made: *X she'rlari*, *poems by X*.

Politicians write books, too: so only by what hardly any of them does, and where the article says what he is besides.
The words are in ``authors.yaml``. Knows no name.
"""

from __future__ import annotations

from collections.abc import Iterable

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.context.roles import is_on_stage
from wiretext.vetoes.context.wordlists import proclitic_list, word_list

_FEW = 2  # words between a name and what its bearer made, with its number: *X's twenty poems*


def authors(hits: Iterable[Hit], reading: Reading) -> set[int]:
    """The persons, by their *hits*, whom the article calls poets or the like, and of whose poems it speaks."""
    hits = tuple(hits)
    made = {hit.alias.entity for hit in hits if is_of_author(hit, reading)}
    return {hit.alias.entity for hit in hits if hit.alias.entity in made and is_on_stage(hit, reading)}


def is_of_author(hit: Hit, reading: Reading) -> bool:
    """Whether a poem, a painting or a symphony of the name's bearer stands beside *hit*."""
    if hit.alias.unspaced:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    after = proclitic_list(reading.language, "vetoes/people/authors", "after")
    if reading.between(last, last + 1) == "'":
        last += 1
    if any(reading.after(at) in after and _is_phrase(reading, last, at) for at in range(last, last + _FEW)):
        return True
    before = word_list("vetoes/people/authors", "before", "any")
    apart = reading.word(first - 1) in words_of("vetoes/people/authors", "by", "any")
    at = first - 1 - apart
    return reading.between(at, at + 1) in {" ", "'"} and reading.word(at) in before


def _is_phrase(reading: Reading, first: int, last: int) -> bool:
    return all(reading.between(at, at + 1) == " " for at in range(first, last))
