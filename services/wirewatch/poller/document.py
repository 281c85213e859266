"""What a feed's document holds, whatever its format: frozen values, and how strings from outside become clean.

Knows no format and no feed. Every string in a value is free of control characters and lone surrogates, and bounded.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from wirekit.contracts.text import composed

MAX_ENTRIES = 1000
MAX_HTML_BYTES = 2 * 1024 * 1024
_TITLE_CHARS = 1000
_URL_CHARS = 2048
_NAME_CHARS = 200
_AUTHORS = 20

_CHALLENGES = ("just a moment...", "attention required! | cloudflare", "cf-challenge", "/cdn-cgi/challenge-platform/")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile("https?://[^/?#]")
_EMPTY = re.compile("https?:/*|/{2,}|", re.IGNORECASE)  # what would be resolved to the base, the feed itself
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_JSON_DOUBLED = '"\\\n\r\t'


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed.

    Attributes:
        guid: As the feed says, else the best that stands in for it; never empty.
        url: Absolute http or https address of the article; None where the feed gives none.
        title: Plain text in one line.
        date_source: What the feed wrote as date and how it was read.
        truncated: Whether the HTML fields were cut to 2 MiB of JSON together.
    """

    guid: str
    url: str | None
    title: str
    summary_html: str | None
    content_html: str | None
    authors: tuple[str, ...]
    language: str | None
    published_at: dt.datetime | None
    date_source: str | None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with its ids.

    Attributes:
        alias: The id the entry would have under the other rule, for a feed that changes what the rule sees; or None.
        revision_id: Of title and text, as everywhere.
    """

    entry: Entry
    article_id: str
    alias: str | None
    canonical_url: str | None
    revision_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """A feed as it stands. *complete* is False where its end is missing: then the entries are those that are whole.

    *left_out* counts older entries beyond the limit.
    """

    title: str
    entries: tuple[Entry, ...]
    complete: bool = True
    left_out: int = 0


def is_challenge(page: str) -> bool:
    """Whether *page* is what a bot wall shows instead of the feed."""
    lowered = page.lower()
    return any(sign in lowered for sign in _CHALLENGES)


def clean(text: str) -> str:
    """*text* without control characters and lone surrogates; tabs and line ends stay."""
    return _ILLEGAL.sub("", text)


def plain_title(markup: str) -> str:
    """A title as plain text in NFC: entities decoded (twice where they were escaped twice), inline markup gone."""
    text = _INLINE_TAG.sub("", html.unescape(_INLINE_TAG.sub("", html.unescape(markup))))
    return composed(" ".join(clean(text).split()))[:_TITLE_CHARS]


def absolute_url(base: str, link: str) -> str | None:
    """*link* as an absolute http or https address without credentials, or None where it is no such thing."""
    link = clean("".join(link.split()))
    if _EMPTY.fullmatch(link):
        return None
    try:
        parts = urlsplit(link if _ABSOLUTE.match(link) else urljoin(base, link))
        host = parts.hostname
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    netloc = (f"[{host}]" if ":" in host else host) + port
    url = parts._replace(netloc=netloc).geturl()
    return url if len(url) <= _URL_CHARS else None


def declared_language(*values: object) -> str | None:
    """The first of *values* that looks like a BCP 47 code."""
    codes = (value.strip() for value in values if isinstance(value, str))
    return next((code.replace("_", "-") for code in codes if _LANGUAGE.fullmatch(code)), None)


def author_names(names: Iterable[object]) -> tuple[str, ...]:
    """Distinct names in order, each in one line."""
    lines = (" ".join(clean(name).split())[:_NAME_CHARS] for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(line for line in lines if line))[:_AUTHORS]


def bounded(entry: Entry) -> Entry | None:
    """*entry* with its HTML fields clean and cut; None where nothing tells what it is, or nothing is in it."""
    content, summary = entry.content_html or "", entry.summary_html or ""
    if not entry.guid or not (entry.title or content or summary or entry.url):
        return None
    content_cut, room = _within(content, MAX_HTML_BYTES)
    summary_cut, _ = _within(summary, room)
    return replace(
        entry,
        content_html=content_cut or None,
        summary_html=summary_cut or None,
        truncated=(content_cut, summary_cut) != (content, summary),
    )


def _within(text: str, room: int) -> tuple[str, int]:
    """*text* clean and cut to *room* bytes of JSON, and the room left."""
    text = clean(text)
    while (size := len(text.encode()) + sum(map(text.count, _JSON_DOUBLED))) > room:
        text = text[: min(len(text) - 1, len(text) * room // size)]
    return text, room - size


def newest(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], int]:
    """The entries in document order, the 1,000 latest of them where there are more, and how many were left out.

    Undated ones count as latest.
    """
    listed = tuple(entries)
    if len(listed) <= MAX_ENTRIES:
        return listed, 0
    latest = dt.datetime.max.replace(tzinfo=dt.UTC)
    kept = sorted(range(len(listed)), key=lambda at: listed[at].published_at or latest, reverse=True)[:MAX_ENTRIES]
    return tuple(listed[at] for at in sorted(kept)), len(listed) - MAX_ENTRIES
