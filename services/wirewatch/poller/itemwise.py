"""Reads a feed's items each by itself and remembers them: most of what a feed lists it listed before. Knows no format.

What an item says depends on its own markup and on the tags around all items, unless it is entangled with more. A cut by
letters is a guess: it counts only where a strict parser finds exactly these items, and reads a probe as it reads it
alone: in their place, behind them, and behind each that nests elements, for those may change how the parser goes on.
Every other feed is for the caller to read as a whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_FRAME = re.compile(r"(?P<root><(?P<name>rss|feed|rdf:RDF)\b[^<>]*>)\s*(?P<channel><channel\b[^<>]*>)?")
_ITEM, _ENTRY = re.compile(r"<item[\s>]"), re.compile(r"<entry[\s>]")
_LIKE_AN_ITEM = re.compile(r"<(?:[^\s<>/]*:)?(?:item|entry)[\s/>]")
# The parser takes namespaces along to whatever follows, and looks at the feed where an item has an image.
_FLAT = re.compile(
    r"<[^<>]*+>(?:\s*+<(?:[^\s<>/!?]++[^<>]*+/>|([^\s<>/!?]++)[^<>]*+>"
    r"(?:[^<]++|<!\[CDATA\[(?:[^\]]++|\](?!\]>))*\]\]>)*</\1>))*\s*+</[a-z]++>"  # no possessive group: gh-106052
)
_ENTANGLED = ("xmlns:", "<image", "<textinput")
# The identifier comes first: it tells whether the parser is still within content.
_PROBE = "<id>probe</id><title>probe</title><link>probe</link><description>probe</description><name>probe</name>"
_OVERHEAD_BYTES, _PART_BYTES = 2048, 256  # of what an item is read as, and of each field and value of it
_LONGEST = 2_000_000  # characters; a longer feed would push out all others

Parsed = Any
"""What feedparser returns: *bozo* where the document is not well-formed, *feed*, *entries*."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A feed in pieces: *shell* has the *probe* in place of the *items*; *opening* and *closing* stand around those."""

    shell: str
    opening: str
    closing: str
    probe: str
    items: tuple[str, ...]


class Itemwise:
    """Reads feeds by *parse*, with a memory of about *most* bytes; when it is full, all is forgotten."""

    def __init__(self, parse: Callable[[str], Parsed], most: int) -> None:
        self._parse = parse
        self._most = self._room = most
        self._known: dict[bytes, Any] = {}

    def read(self, markup: str) -> tuple[Any, Sequence[Any]] | None:
        """The feed's own fields and its items, not to be changed; None where it must be read as a whole."""
        pieces = cut(markup)
        if pieces is None or (shell := self._parse(pieces.shell)).bozo:
            return None
        probe, *items = self._items(pieces) or (None,)
        return (shell.feed, items) if shell.entries == [probe] else None

    def _items(self, pieces: Cut) -> list[Any]:
        """The probe and the items of *pieces*; none where the parser finds others, or goes on otherwise behind them."""
        around = hashlib.blake2b(pieces.opening.encode(), digest_size=16)
        listed = (pieces.probe, *pieces.items)
        keys = [_key(around, item) for item in listed]
        # Asked once, for `check` reads feeds in several threads.
        read = {key: known for key in keys if (known := self._known.get(key)) is not None}
        new = {key: item for key, item in zip(keys, listed, strict=True) if key not in read}
        if new:
            found = self._found(pieces, [*_probed(new.values(), pieces.probe), pieces.probe])
            read |= {key: found[item] for key, item in new.items() if found}
            if not found or read[keys[0]] != found[pieces.probe]:
                return []
            self._remember(new, read)
        return [read[key] for key in keys]

    def _found(self, pieces: Cut, asked: Sequence[str]) -> dict[str, Any]:
        """What the parser finds in *asked*; nothing where it finds other items, or the same one said something else."""
        parsed = self._parse(f"{pieces.opening}{''.join(asked)}{pieces.closing}")
        found = dict(zip(asked, parsed.entries, strict=False))
        return {} if parsed.bozo or [found.get(item) for item in asked] != parsed.entries else found

    def _remember(self, new: Mapping[bytes, str], read: Mapping[bytes, Any]) -> None:
        for key, item in new.items():
            size = len(item.encode()) + max(_OVERHEAD_BYTES, _PART_BYTES * _parts(read[key]))
            if size > self._room:
                self._known.clear()
                self._room = self._most
            if size <= self._room:
                self._known[key] = read[key]
                self._room -= size


def cut(markup: str) -> Cut | None:
    """*markup* in pieces, where it looks as if its items followed one another and were not entangled."""
    frame = _FRAME.match(markup) if len(markup) <= _LONGEST else None
    if frame is None:
        return None
    name, start = ("entry", _ENTRY) if frame["name"] == "feed" else ("item", _ITEM)
    end = f"</{name}>"
    first, last = start.search(markup), markup.rfind(end)
    if first is None or last < first.start():
        return None
    head, listed, tail = markup[: first.start()], markup[first.start() : last], markup[last + len(end) :]
    items, lowered = [item.lstrip() for item in listed.split(end)], listed.lower()
    if not all(map(start.match, items)) or len(_LIKE_AN_ITEM.findall(lowered)) != len(items):
        return None
    if any(sign in lowered for sign in _ENTANGLED):
        return None
    probe = f"<{name}>{_PROBE}{end}"
    opening, closing = frame["root"], f"</{frame['name']}>"
    if frame["channel"] and "</channel>" not in head:
        opening, closing = opening + frame["channel"], f"</channel>{closing}"
    if head.count("xmlns") > opening.count("xmlns"):
        return None
    return Cut(f"{head}{probe}{tail}", opening, closing, probe, tuple(item + end for item in items))


def _probed(items: Iterable[str], probe: str) -> Iterator[str]:
    """*items*, with a *probe* behind each that nests elements."""
    for item in items:
        yield item
        if not _FLAT.fullmatch(item):
            yield probe


def _parts(entry: Mapping[str, Any]) -> int:
    """How many fields *entry* has, and values in them: `<link/>` is seven letters, and a dictionary."""
    return len(entry) + sum(len(value) for value in entry.values() if isinstance(value, list))


def _key(around: hashlib.blake2b, item: str) -> bytes:
    key = around.copy()
    key.update(item.encode())
    return key.digest()
