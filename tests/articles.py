"""Articles written for a test: plain text in, an enriched article out. The enrichment is as simple as the texts are.

A paragraph ends at a blank line, a sentence at a full stop, a paragraph that begins with "Read more" is boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.builders import an_article
from wirekit.contracts import EnrichedArticle, Mention, Span, Zone, ids

NAMES = {"Ana Brodie": "ana-brodie", "Tomas Ilk": "tomas-ilk", "Mira Soto": "mira-soto"}


def written(text: str, title: str = "", names: Mapping[str, str] = NAMES, **changes: Any) -> EnrichedArticle:
    """The article *title* and *text*, in which each of *names* is a sure mention of the entity it maps to."""
    full, head = f"{title}\n\n{text}", len(title) + 2
    paragraphs = [Span(start=m.start() + head, end=m.end() + head) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    zones = tuple(Zone(start=p.start, end=p.end, kind=_kind(full[p.start : p.end])) for p in paragraphs)
    defaults: dict[str, Any] = {
        "title": title,
        "text": text,
        "revision_id": ids.revision_id(title, text),
        "paragraphs": tuple(paragraphs),
        "sentences": tuple(_sentences(full, paragraphs)),
        "zones": zones,
        "mentions": tuple(_mentions(full, names, zones)),
        "fingerprint": None,
    }
    return an_article(**{**defaults, **changes})


def _kind(paragraph: str) -> str:
    return "boilerplate" if paragraph.startswith("Read more") else "body"


def _sentences(full: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        for match in re.finditer(r"[^\s.。][^.。]*[.。]?", full[paragraph.start : paragraph.end]):
            yield Span(start=paragraph.start + match.start(), end=paragraph.start + match.end())


def _mentions(full: str, names: Mapping[str, str], zones: tuple[Zone, ...]) -> Iterator[Mention]:
    for name, entity_id in names.items():
        for match in re.finditer(re.escape(name), full):
            zone = next((zone.kind for zone in zones if zone.start <= match.start() < zone.end), "title")
            yield Mention(
                start=match.start(),
                end=match.end(),
                name=name,
                type="person",
                surface=name,
                entity_id=entity_id,
                zone=zone,
                confidence=0.95,
                method="full",
            )
