"""Writes an entity as lines of watchlist.yaml, ready to paste, and names it. Reads nothing."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import category

from anyascii import anyascii

_WIDTH = 120
_LONGEST_ID = 64
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['`]")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}
_JOINERS = " .'-\u00b7\u30fb\u200c\u200d\u2019"  # mean nothing to YAML inside a word


def slug(name: str) -> str:
    """An id made of *name*: its letters in ASCII without apostrophes, parts tied by hyphens."""
    return (
        _NO_SLUG.sub("-", _APOSTROPHES.sub("", anyascii(name).lower())).strip("-")[:_LONGEST_ID].strip("-") or "entity"
    )


def entity_yaml(
    entity_id: str,
    kind: str,
    name: str,
    names: Iterable[tuple[str, str]],
    short: Mapping[str, Iterable[str]] | None = None,
    wikidata: str = "",
) -> Iterator[str]:
    """The lines of an item of ``entities``.

    Args:
        entity_id: Its id.
        kind: Its type, and after it maybe a comment.
        name: Its name.
        names: Its other names, each with a remark or none. Those with one stand on lines of their own.
        short: Its short names by script.
        wikidata: Its item, if it has one.
    """
    yield f"  - id: {entity_id}"
    yield f"    type: {kind}"
    yield f"    name: {scalar(name)}"
    listed = list(names)
    if any(remark for _, remark in listed):
        yield "    names:"
        yield from (f"      - {scalar(label)}" + (f"  # {remark}" if remark else "") for label, remark in listed)
    elif listed:
        yield from _flow("    names: [", [label for label, _ in listed])
    if short:
        yield "    short:"
        for script, labels in short.items():
            yield from _flow(f"      {script}: [", list(labels))
    if wikidata:
        yield f"    wikidata: {wikidata}"


def scalar(text: str) -> str:
    """*text* as YAML has it, quoted where it could be read as something else."""
    plain = all(char.isalnum() or char in _JOINERS or category(char).startswith("M") for char in text)
    is_name = text[:1].isalpha() and text == text.strip() and text.casefold() not in _WORDS
    return text if plain and is_name else json.dumps(text, ensure_ascii=False)


def _flow(head: str, labels: list[str]) -> Iterator[str]:
    """A list in brackets, over as many lines as it takes; no label is broken."""
    glued = ", ".join(scalar(label).replace(" ", "\0") for label in labels) + "]"
    lines = textwrap.wrap(
        head + glued,
        _WIDTH,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    yield from (line.replace("\0", " ") for line in lines)
