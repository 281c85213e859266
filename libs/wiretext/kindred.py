"""Knows which language may be read as which, where something is known for a few only: its words are near enough."""

from __future__ import annotations

from collections.abc import Container

_LIKE = {  # the nearest first
    "nn": ("nb", "no"),
    "nb": ("no",),
    "no": ("nb",),
    "bs": ("hr",),
    "cnr": ("sr",),
    "ms": ("id",),
    "cs": ("sk",),
    "yue": ("zh",),
    "wuu": ("zh",),
}


def kindred(language: str, known: Container[str]) -> str:
    """*language* (ISO 639) where it is among those *known*, else the nearest of them, else *language* all the same."""
    return next((each for each in (language, *_LIKE.get(language, ())) if each in known), language)
