"""The starter pack: entities that a watch list can refer to by their id alone, instead of writing their names out.

Persons, organisations and some cities lie beside this module as YAML that people review (``persons-*.yaml``,
``organizations-*.yaml``, ``places-*.yaml``): a list under ``entities``, each with the fields of an entity in
watchlist.yaml and its item in Wikidata. Territories and cities with their names in all languages come from
`wiretext.places`. Nothing is read before something is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from wirekit.contracts import Entity
from wiretext import places
from wiretext.labels import spelling
from wiretext.tables import table

__all__ = ["entities_of", "files", "find", "listed", "nearest", "reviewed", "same"]


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
    """The id in the pack that *entity_id* is a slip of, or the one entity that it names (``imf``); None when neither.

    A slip is a letter too many, too few, wrong, or before its neighbour. There may be one for every four letters of
    what follows the kind, as in ``city-geneva``: two ids of two letters have little in common but the kind.
    """
    words = spelling(entity_id.replace("-", " "))
    named = frozenset[str]().union(*(_by_name().get((kind, words), ()) for kind in ("person", "organization")))
    if len(named) == 1:
        return next(iter(named))
    most = (len(entity_id.partition("-")[2] or entity_id) + 1) // 4
    near = (known for known in listed() if abs(len(known) - len(entity_id)) <= most)
    slips, found = min(((_slips(entity_id, known), known) for known in near), default=(most + 1, ""))
    return found if slips <= most else None


def _slips(one: str, other: str) -> int:
    """The distance of two words by Damerau and Levenshtein, where no letter moves twice."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        costs = [row]
        for column, against in enumerate(other, start=1):
            cost = min(last[column] + 1, costs[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            costs.append(cost)
        before, last = last, costs
    return last[-1]


@cache
def listed() -> Mapping[str, tuple[str, str]]:
    """The type and the name of every entity, by its id; cheaper than to make all places."""
    own = {entity_id: (entity.type, entity.name) for entity_id, entity in reviewed().items()}
    return {entity_id: ("place", name) for entity_id, name in places.english_names().items()} | own
