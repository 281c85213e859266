"""The watch list ready for look-up: watches by id and by entity, names by entity. Never decides anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wirekit.contracts import Entity, Watch, Watchlist


@dataclass(frozen=True, slots=True)
class Watches:
    """The watches and entities of one revision of the watch list.

    Attributes:
        number: The number of the revision; 0 for a list that was not applied.
        by_id: Every watch by its id, in the order of the list.
        by_entity: The ids of the watches that name an entity, by the entity's id.
        entities: Every entity by its id.
    """

    number: int
    by_id: Mapping[str, Watch]
    by_entity: Mapping[str, tuple[str, ...]]
    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, watchlist: Watchlist) -> Watches:
        """Index *watchlist*."""
        by_entity: dict[str, tuple[str, ...]] = {}
        for watch in watchlist.watches:
            for entity_id in dict.fromkeys(watch.entity_ids()):
                by_entity[entity_id] = (*by_entity.get(entity_id, ()), watch.id)
        return cls(
            watchlist.number,
            {watch.id: watch for watch in watchlist.watches},
            by_entity,
            {entity.id: entity for entity in watchlist.entities},
        )

    def get(self, watch_id: str) -> Watch | None:
        """The watch with this id; None where the list has none."""
        return self.by_id.get(watch_id)

    def naming(self, entity_ids: Iterable[str]) -> tuple[Watch, ...]:
        """The watches that name at least one of *entity_ids*, by id."""
        found = {watch_id for entity_id in entity_ids for watch_id in self.by_entity.get(entity_id, ())}
        return tuple(self.by_id[watch_id] for watch_id in sorted(found))

    def name_of(self, entity_id: str) -> str:
        """What to call the entity; its id where the list does not know it."""
        entity = self.entities.get(entity_id)
        return entity_id if entity is None else entity.name
