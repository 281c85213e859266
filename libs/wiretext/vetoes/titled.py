"""Tells what an article calls a series, a circle or a camp once in quotation marks: it is that wherever it stands so.

*Гурток «X»* and *у «X»* later. Knows no name; the words are in ``titled.yaml``, by language.
"""

from __future__ import annotations

from collections.abc import Iterable

from wirekit.contracts import Entity
from wiretext.matching.aliases import NOT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.roles import walks
from wiretext.vetoes.wordlists import proclitic_list


def titled(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """Those of *hits* that are titles in quotation marks, as the first in the article with such marks says."""
    first: dict[int, bool] = {}
    quoted: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.alias.kind == NOT or entities[hit.alias.entity].type == "person" or hit.alias.unspaced:
            continue
        if opens_quotation(hit, reading) and closes_quotation(hit, reading):
            quoted.append(hit)
            first.setdefault(hit.alias.entity, _is_title(hit, reading))
    return {hit for hit in quoted if first[hit.alias.entity]}


def _is_title(hit: Hit, reading: Reading) -> bool:
    """Whether the word before the quotation mark says that a thing has the name, which no firm or party runs."""
    first = reading.index(hit.start)
    if reading.between(first - 1, first) not in {' "', " ' "}:
        return False
    of = reading.word(first - 1) in walks("private", reading.language)  # *хор пенсионеров «X»*
    kind = reading.before(first - 1) if of else reading.word(first - 1)
    return kind in proclitic_list(reading.language, "vetoes/titled", "kinds")
