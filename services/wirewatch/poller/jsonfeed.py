"""Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Reads no other JSON.

Lenient where feeds in the wild are: ids may be numbers, unknown types count as absent; ``authors`` precedes ``author``.
"""

from __future__ import annotations

import html
import json
from typing import Any

from wirekit.contracts.problems import no_json
from wirekit.errors import InvalidMessage
from wirewatch.poller.dates import NO_DATE, DateReader
from wirewatch.poller.document import (
    Document,
    Entry,
    absolute_url,
    author_names,
    bounded,
    clean,
    declared_language,
    newest,
    plain_title,
)

_VERSION = "https://jsonfeed.org/version/"


def parse_json_feed(text: str, url: str, dates: DateReader) -> Document:
    """Read *text*, which came from *url*; raises InvalidMessage."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidMessage("not_json", f"the body looks like JSON and is none: {no_json(error)}") from error
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_VERSION):
        raise InvalidMessage("not_a_feed", "the body is JSON, but no JSON Feed: no version of jsonfeed.org")
    items = feed.get("items")
    read = (
        _entry(item, feed, url, dates) for item in (items if isinstance(items, list) else ()) if isinstance(item, dict)
    )
    kept, left_out = newest(entry for entry in read if entry)
    return Document(plain_title(_text(feed.get("title"))), kept, left_out=left_out)


def _entry(item: dict[str, Any], feed: dict[str, Any], base: str, dates: DateReader) -> Entry | None:
    title = plain_title(_text(item.get("title")))
    link = next((found for name in ("url", "external_url") if (found := _link(base, item.get(name)))), None)
    content_text = _text(item.get("content_text"))
    content = _text(item.get("content_html")) or html.escape(content_text, quote=False)
    summary = html.escape(_text(item.get("summary")), quote=False)
    fields = ("date_published", "date_modified")
    field = next((name for name in fields if _text(item.get(name))), None)
    date = dates.read(field.removeprefix("date_"), _text(item.get(field))) if field else NO_DATE
    entry = Entry(
        guid=_text(item.get("id")).strip() or link or title,
        url=link,
        title=title,
        summary_html=summary,
        content_html=content,
        authors=author_names(_names(item) or _names(feed)),
        language=declared_language(item.get("language"), feed.get("language")),
        published_at=date.instant,
        date_source=date.source,
    )
    return bounded(entry)


def _text(value: Any) -> str:
    """Strings as they are, numbers as written; everything else is absent."""
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _link(base: str, value: Any) -> str | None:
    return absolute_url(base, value) if isinstance(value, str) and value.strip() else None


def _names(holder: dict[str, Any]) -> list[Any]:
    authors = holder.get("authors")
    listed = authors if isinstance(authors, list) and authors else [holder.get("author")]
    return [author.get("name") for author in listed if isinstance(author, dict)]
