"""The topic that the enricher reads."""

from __future__ import annotations

from wirekit.contracts import topology
from wirekit.streams import Connection, FaustSource, Membership


def articles(connection: Connection, instance: str | None) -> FaustSource:
    """The raw articles, as the group of the enrichers shares them."""
    return FaustSource(connection, Membership(topology.ENRICHER.name, topology.ENRICHER.topic_names, instance))
