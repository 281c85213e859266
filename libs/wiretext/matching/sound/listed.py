"""A name of a watch list that is heard as a whole: an organisation's, a place's, or one in East Asian scripts."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A label of the entity with the index *entity*, and its parts."""

    entity: int
    label: str
    parts: tuple[str, ...]
