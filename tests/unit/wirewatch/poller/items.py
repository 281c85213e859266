"""Items of a feed for tests: valid by default, change one thing."""

from __future__ import annotations

from typing import Any

from wirekit.contracts import ids
from wirewatch.poller.document import Entry, Item


def an_entry(**changes: Any) -> Entry:
    values: dict[str, Any] = {
        "guid": "g1",
        "url": "https://harbour.example/ferry",
        "title": "Ferry runs again",
        "summary_html": None,
        "content_html": "<p>The ferry runs again.</p>",
        "authors": (),
        "language": None,
        "published_at": None,
        "date_source": None,
    }
    return Entry(**{**values, **changes})


def an_item(name: str = "ferry", wording: str = "first", *, by_guid: bool = False, entry: Entry | None = None) -> Item:
    """An item whose two possible ids follow from *name*; *by_guid* takes the one of the guid."""
    url = f"https://harbour.example/{name}"
    both = ids.article_id(url), ids.article_id_in_feed("harbour", name)
    chosen, other = reversed(both) if by_guid else both
    revision = ids.revision_id(name, wording)
    return Item(entry or an_entry(guid=name, url=url, title=name), chosen, other, None if by_guid else url, revision)
