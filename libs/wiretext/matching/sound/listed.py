"""A name of a watch list that is heard as a whole, in katakana, Han characters, Thai and Hangul."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A label of the person with the index *entity*, and its parts."""

    entity: int
    label: str
    parts: tuple[str, ...]
