"""Texts with marked names: ``[id|words]`` is a mention, ``[-id|words]`` looks like one and is none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MARK = re.compile(r"\[(-?)([a-z0-9-]+)\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """The text without marks, and the mentions in it: entity id and words, in order."""

    text: str
    mentions: list[tuple[str, str]]


def read_marked(text: str) -> Marked:
    """Take the marks out of *text*, and compose it (NFC), as an article is."""
    text = unicodedata.normalize("NFC", text)
    mentions = [(mark[2], mark[3]) for mark in _MARK.finditer(text) if not mark[1]]
    return Marked(_MARK.sub(lambda mark: mark[3], text), mentions)
