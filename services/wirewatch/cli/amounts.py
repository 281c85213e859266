"""How many of something there are, in words."""

from __future__ import annotations


def amount(number: int, one: str, several: str = "") -> str:
    """``1 feed``, ``2 feeds``; *several* is the plural that is not *one* with an s."""
    return f"{number} {one if number == 1 else several or one + 's'}"
