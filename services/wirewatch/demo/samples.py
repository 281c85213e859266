"""The sample articles, and the RSS that carries them. Invented events, written for this project."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import yaml
from pydantic import Field

from wirekit.contracts import Slug, Value


class SampleItem(Value):
    """One article: published *minutes_ago* before the feed server started."""

    id: Slug
    minutes_ago: int = Field(ge=0)
    title: str
    html: str


class SampleFeed(Value):
    """One feed with its items."""

    feed: Slug
    title: str
    language: str
    items: tuple[SampleItem, ...]


def sample_feeds() -> tuple[SampleFeed, ...]:
    """Every sample feed of the package, in the order of their names."""
    folder = files("wirewatch.demo") / "articles"
    found: list[Any] = [
        yaml.safe_load(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name.endswith(".yaml")
    ]
    return tuple(sorted(map(SampleFeed.model_validate, found), key=lambda feed: feed.feed))


def rss(feed: SampleFeed, base_url: str, started: dt.datetime) -> bytes:
    """*feed* as RSS 2.0; the same bytes for the same arguments, so that its ETag holds."""
    items = "".join(_item(feed, item, base_url, started) for item in feed.items)
    head = (
        f"<title>{escape(feed.title)}</title><link>{escape(base_url)}/{feed.feed}</link>"
        f"<description>Sample articles</description><language>{feed.language}</language>"
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>{head}{items}</channel></rss>\n'.encode()
    )


def _item(feed: SampleFeed, item: SampleItem, base_url: str, started: dt.datetime) -> str:
    published = format_datetime(started - dt.timedelta(minutes=item.minutes_ago))
    url = f"{base_url}/{feed.feed}/{item.id}"
    return (
        f"\n<item><title>{escape(item.title)}</title><link>{escape(url)}</link>"
        f"<guid isPermaLink={quoteattr('true')}>{escape(url)}</guid><pubDate>{published}</pubDate>"
        f"<description>{escape(item.html)}</description></item>"
    )
