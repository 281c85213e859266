"""Makes mentions of what a tagger finds: names that no watch list holds. They name no entity, so no watch counts them.

What the watch list found always wins: a tag that meets one of its mentions is dropped, as is one that meets a tag
before it, or lies outside the text. A tagger reads the beginning of a long text, and of many names the first are told.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pydantic import TypeAdapter

from wirekit.contracts import Mention, Zone
from wiretext.normal import end_of_marks
from wiretext.tagging import Passage, Tag, Tagger
from wiretext.zones import zone_at

METHOD = "tagger"
MOST = 300
"""Mentions of unknown names in one article: about 60 kB of its record."""
_LONGEST = 200_000  # code points; what has more is no article
_LONGEST_NAME = 200
_MENTIONS = TypeAdapter(tuple[Mention, ...])  # made together in a third of the time
_TYPES = frozenset({"person", "organization", "place"})


def unknown(tagger: Tagger, passage: Passage, known: Sequence[Mention], marked: Sequence[Zone]) -> tuple[Mention, ...]:
    """The mentions that *tagger* adds to those *known*, in text order, at most ``MOST``."""
    short = passage if len(passage.text) <= _LONGEST else _beginning(passage)
    (tags,) = tagger.process([short])
    apart = islice(_apart(_sound(tags, short.text), known), MOST)
    return _MENTIONS.validate_python([_mention(short.text, tag, marked) for tag in apart])


def _beginning(passage: Passage) -> Passage:
    sentences = tuple((start, min(end, _LONGEST)) for start, end in passage.sentences if start < _LONGEST)
    return Passage(passage.text[:_LONGEST], sentences, passage.language, passage.script)


def _sound(tags: Iterable[Tag], text: str) -> list[Tag]:
    """The *tags* in order that lie in *text*, are of a type we have, and do not begin or end in blanks.

    Each goes on to the last mark on its last letter, and has a letter or a figure.
    """
    sound = [
        tag._replace(end=end_of_marks(text, tag.end))
        for tag in tags
        if 0 <= tag.start < tag.end <= len(text)
        and tag.type in _TYPES
        and tag.end - tag.start <= _LONGEST_NAME
        and not text[tag.start].isspace()
        and not text[tag.end - 1].isspace()
        and any(map(str.isalnum, text[tag.start : tag.end]))
    ]
    return sorted(sound, key=lambda tag: (tag.start, -tag.end))


def _apart(tags: Iterable[Tag], known: Sequence[Mention]) -> Iterator[Tag]:
    """Those of *tags*, in order, that meet neither one of *known* (by start, none meeting another) nor one before."""
    starts = [mention.start for mention in known]
    free = 0
    for tag in tags:
        before = bisect.bisect_left(starts, tag.end) - 1
        if tag.start >= free and (before < 0 or known[before].end <= tag.start):
            yield tag
            free = tag.end


def _mention(text: str, tag: Tag, marked: Sequence[Zone]) -> dict[str, object]:
    surface = text[tag.start : tag.end]
    return {
        "start": tag.start,
        "end": tag.end,
        "surface": surface,
        "name": surface,
        "type": tag.type,
        "zone": zone_at(marked, tag.start),
        "confidence": min(1.0, max(0.0, tag.confidence)),
        "method": METHOD,
    }
