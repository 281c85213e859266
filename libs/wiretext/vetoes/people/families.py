"""Tells a family name that stands alone as that of somebody else, whom the article has named in full: *Carlo Berg*.

Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.matching.aliases import SHORT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.given_names import follows_other_given_name
from wiretext.vetoes.context.roles import has_role
from wiretext.vetoes.people.longer_names import is_in_longer_name


def is_somebody_elses(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside a short name make it that of somebody else."""
    return is_in_longer_name(hit, reading) or follows_other_given_name(hit, entity, reading)


def of_one_family(hits: tuple[Hit, ...], kept: list[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The persons of whom the article has the family name alone, behind somebody else's full name, and in no office.

    What a title says is told by the text below it.
    """
    title = reading.text.find("\n\n")
    known = {hit.alias.entity for hit in hits if hit.alias.kind != SHORT or entities[hit.alias.entity].type != "person"}
    bare = [hit for hit in kept if hit.alias.entity not in known]
    known |= {hit.alias.entity for hit in bare if has_role(hit, reading, offices(reading.language))}
    first: dict[int, int] = {}
    for hit in bare:
        if hit.start > title:
            first[hit.alias.entity] = min(hit.start, first.get(hit.alias.entity, hit.start))
    return {
        hit.alias.entity
        for hit in (hits if bare else ())
        if hit.alias.entity not in known
        and title < hit.start < first.get(hit.alias.entity, len(reading.text))
        and is_somebody_elses(hit, entities[hit.alias.entity], reading)
    }
