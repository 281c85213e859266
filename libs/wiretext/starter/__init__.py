"""The starter pack: entities that a watch list can refer to by their id alone, instead of writing their names out.

Persons, organisations and some cities lie beside this module as YAML that people review (``persons-*.yaml``,
``organizations-*.yaml``, ``places-*.yaml``): a list under ``entities``, each with the fields of an entity in
watchlist.yaml and its item in Wikidata. Territories and cities with their names in all languages come from
`wiretext.places`. Nothing is read before something is asked for.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from wirekit.contracts import Entity
from wiretext import places
from wiretext.labels import spelling
from wiretext.tables import table

__all__ = ["entities_of", "files", "find", "listed", "nearest", "reviewed", "same"]

_ALIKE = 0.6  # of the letters of two ids


@cache
def files() -> tuple[str, ...]:
    """The names of the YAML files, without their ending."""
    folder = resources.files("wiretext").joinpath("starter")
    names = (file.name for file in folder.iterdir() if file.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def entities_of(file: str) -> Iterator[Entity]:
    """The entities of one of the files; ValidationError where one has a field that an entity has not."""
    for fields in table(f"starter/{file}")["entities"]:
        yield Entity.model_validate(fields, extra="forbid")


@cache
def reviewed() -> Mapping[str, Entity]:
    """The entities of all files, by their ids."""
    return {entity.id: entity for file in files() for entity in entities_of(file)}


def find(entity_id: str) -> Entity | None:
    """The entity of that id; None when the pack has none."""
    if entity_id in reviewed():
        return reviewed()[entity_id]
    return places.place(entity_id) if entity_id in places.place_ids() else None


def same(entity: Entity) -> Entity | None:
    """The entity of the files that *entity* is: by its item in Wikidata, or by its type and a full name of it.

    None when the pack has none or several, and where the two differ in their items.
    """
    found = _by_name().get((entity.type, spelling(entity.name)), frozenset())
    if entity.wikidata:
        found = _by_item().get(entity.wikidata, frozenset())
    return reviewed()[next(iter(found))] if len(found) == 1 else None


@cache
def _by_name() -> Mapping[tuple[str, tuple[str, ...]], frozenset[str]]:
    ids: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for entity in reviewed().values():
        short = set().union(*entity.short.values())
        for name in {entity.name, *entity.names} - short:
            ids[entity.type, spelling(name)].add(entity.id)
    return {name: frozenset(found) for name, found in ids.items()}


@cache
def _by_item() -> Mapping[str, frozenset[str]]:
    return {entity.wikidata: frozenset((entity.id,)) for entity in reviewed().values() if entity.wikidata}


def nearest(entity_id: str) -> str | None:
    """The id in the pack that is most like *entity_id*; None when none is like it."""
    return next(iter(difflib.get_close_matches(entity_id, list(listed()), n=1, cutoff=_ALIKE)), None)


@cache
def listed() -> Mapping[str, tuple[str, str]]:
    """The type and the name of every entity, by its id; cheaper than to make all places."""
    own = {entity_id: (entity.type, entity.name) for entity_id, entity in reviewed().items()}
    return {entity_id: ("place", name) for entity_id, name in places.english_names().items()} | own
