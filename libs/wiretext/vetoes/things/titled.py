"""Tells what an article calls a series, a circle or a camp once: it is that wherever it stands so.

*Гурток «X»* and *у «X»* later, *hotel X* and *X* where quotation marks are not usual, *hospoda Na X*. Knows no name;
the words are in ``titled.yaml``, by language.
"""

from __future__ import annotations

from collections.abc import Iterable

from wirekit.contracts import Entity
from wiretext.matching.aliases import NOT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.grammar import SLAVIC
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list
from wiretext.vetoes.words.openings import acts

_UNQUOTED = frozenset({"cs", "sk", "pl", "sl", "hr"})  # languages that seldom put the name of a house in such marks


def titled(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """Those of *hits* that are titles in quotation marks, as the first in the article with such marks says."""
    first: dict[int, bool] = {}
    quoted: list[Hit] = []
    unquoted: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.inflected)):
        if hit.alias.kind == NOT or entities[hit.alias.entity].type == "person" or hit.alias.unspaced:
            continue
        if opens_quotation(hit, reading) and closes_quotation(hit, reading):
            quoted.append(hit)
            first.setdefault(hit.alias.entity, _is_title(hit, reading))
        elif reading.language in _UNQUOTED and len(hit.forms) == 1:
            unquoted.append(hit)
    works = {hit for hit in hits if _is_in_work(hit, entities[hit.alias.entity], reading)}
    return {hit for hit in quoted if first[hit.alias.entity]} | _resumed(unquoted, reading) | works


def _is_in_work(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the name and a word with a capital are a title in quotation marks somewhere: *«Norwegian Wood»*.

    Not in Slavic languages, which put firms in such marks, nor where an offshoot of the firm is so called.
    """
    if entity.type == "person" or len(hit.forms) > 1 or hit.alias.unspaced or reading.language in SLAVIC:
        return False
    last = reading.index(hit.end - 1)
    following = reading.after(last)
    if not following or not reading.has_telling_capital(last + 1) or following in things_of(reading.language).offshoots:
        return False
    return f'"{reading.text[hit.start : reading.ends[last + 1]]}"' in reading.text


def is_of_inn(hit: Hit, reading: Reading) -> bool:
    """Whether a preposition with a capital makes it the name of an inn: *hospoda Na Kanadě*."""
    first = reading.index(hit.start)
    called = reading.before(first) in words_for(reading.language, "vetoes/things/titled", "at")
    if not called or not reading.has_telling_capital(first - 1) or reading.between(first - 2, first - 1) != " ":
        return False
    return not reading.starts_sentence(reading.starts[first - 1]) and not reading.is_loud(first)


def _resumed(hits: list[Hit], reading: Reading) -> set[Hit]:
    """Those of *hits* that name a house as the first in the article does, and do nothing that countries do."""
    houses: dict[int, str] = {}
    found: set[Hit] = set()
    for hit in hits:
        form = reading.text[hit.start : hit.end]
        first = reading.index(hit.start)
        before = reading.before(first)
        if hit.alias.entity not in houses:
            is_house = not hit.inflected and before in proclitic_list(
                reading.language, "vetoes/things/titled", "houses"
            )
            houses[hit.alias.entity] = form if is_house else ""
        elif houses[hit.alias.entity] == form and not acts(hit, reading) and before not in _at(reading.language):
            found.add(hit)
    return found


def _at(language: str) -> ProcliticList:
    return proclitic_list(language, "vetoes/things/titled", "at")


def _is_title(hit: Hit, reading: Reading) -> bool:
    """Whether the word before the quotation mark says that a thing has the name, which no firm or party runs."""
    first = reading.index(hit.start)
    if reading.between(first - 1, first) not in {' "', " ' "}:
        return False
    of = reading.word(first - 1) in walks("private", reading.language)  # *хор пенсионеров «X»*
    kind = reading.before(first - 1) if of else reading.word(first - 1)
    return kind in proclitic_list(reading.language, "vetoes/things/titled", "kinds")
