"""Reads the bytes of a feed into entries: RSS, Atom, RDF by feedparser, JSON Feed by our own reader. Fetches nothing.

feedparser gets bytes in a stream and nothing else, ever: what looks like a path it opens, what looks like a URL it
fetches (feedparser issue 107). Links are made absolute here: feedparser would also turn a bare guid into a URL.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import feedparser

from wirekit.errors import InvalidMessage
from wirewatch.poller.charset import decode
from wirewatch.poller.dates import NO_DATE, DateReader, ReadDate
from wirewatch.poller.document import (
    Document,
    Entry,
    absolute_url,
    author_names,
    bounded,
    clean,
    declared_language,
    is_challenge,
    newest,
    plain_title,
)
from wirewatch.poller.itemwise import Itemwise
from wirewatch.poller.jsonfeed import parse_json_feed

_ROOT = re.compile(
    r"<((?:[A-Za-z_][\w.-]*:)?(rss|feed|RDF|channel|html|head|body|urlset|sitemapindex))(?=[\s>/])", re.IGNORECASE
)
_ROOT_WITHIN = 256 * 1024
_ITEM_END = re.compile(r"</(?:[A-Za-z_][\w.-]*:)?(?:item|entry)\s*>", re.IGNORECASE)
_CHARACTER_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));?")
_LINK = re.compile(r"<link\s[^<>]*+>", re.IGNORECASE)  # possessive: a page without an end is read once
_FEED_TYPE = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json)", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_DATE_FIELDS = ("published", "updated", "created")
# Whatever feedparser raises on hostile input is that input's fault; a death of the process is the pool's business.
_PARSER_ERRORS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def parse(
    body: bytes, url: str, dates: DateReader, content_type: str | None = None, language: str | None = None
) -> Document:
    """Read *body*.

    Args:
        body: The whole answer, inflated.
        url: Where it came from, after redirects: the base of relative links.
        dates: Reads the dates of this document.
        content_type: The HTTP header.
        language: What the operator said about the feed; helps only where no encoding is declared.

    Raises:
        InvalidMessage: The body is no feed: blocked, html, sitemap, not_a_feed, not_json or parser.
    """
    text = clean(decode(body, content_type, language).text).lstrip("\ufeff \t\r\n")
    if not text:
        return Document("", (), complete=False)
    if text.startswith(("{", "[")):
        return parse_json_feed(text, url, dates)
    root = _ROOT.search(text[:_ROOT_WITHIN])
    if root is None:
        raise InvalidMessage("not_a_feed", f"neither XML nor JSON of a feed; it begins with {text[:60]!r}")
    _refuse_what_is_no_feed(root[2].lower(), text, url)
    markup, complete = _whole_items(text[root.start() :], root[1])
    feed, items = (complete and _by_items(markup)) or _as_a_whole(markup)
    # Plain dictionaries: feedparser's own are slow, and their lookup takes one date for another.
    entries = (_entry(dict(item), feed, url, dates) for item in items)
    kept, left_out = newest(entry for entry in entries if entry)
    return Document(plain_title(_text(feed, "title")), kept, complete, left_out)


def _whole_items(text: str, root: str) -> tuple[str, bool]:
    """*text* to the end of its *root* and True; where that end is missing, to the end of its last item and False."""
    last_item = max((item.end() for item in _ITEM_END.finditer(text)), default=None)
    closing = text.rfind(f"</{root}")
    if closing >= (last_item or 0):
        return f"{text[:closing]}</{root}>", True
    return text[:last_item], False


def _refuse_what_is_no_feed(root: str, text: str, url: str) -> None:
    if root in ("urlset", "sitemapindex"):
        raise InvalidMessage("sitemap", "a sitemap, not a feed")
    if root not in ("html", "head", "body"):
        return
    start = text[:_ROOT_WITHIN]
    if is_challenge(start):
        raise InvalidMessage("blocked", "the site asks for a browser (a challenge page instead of the feed)")
    links = (_HREF.search(link[0]) for link in _LINK.finditer(start) if _FEED_TYPE.search(link[0]))
    found = next((link for match in links if match and (link := absolute_url(url, html.unescape(match[1])))), None)
    raise InvalidMessage(
        "html", f"a web page, not a feed; it names the feed {found}" if found else "a web page, not a feed"
    )


def _by_items(markup: str) -> tuple[Any, Sequence[Any]] | None:
    """As `_as_a_whole`; None where that must be asked, as where feedparser gives up on a part alone."""
    with suppress(InvalidMessage):
        return _ITEMWISE.read(markup)
    return None


def _as_a_whole(markup: str) -> tuple[Any, list[Any]]:
    """The feed's own fields and its items."""
    parsed = _parsed(markup)
    if not parsed.get("version") and not parsed.entries:
        raise InvalidMessage("not_a_feed", f"XML, but no feed: {parsed.get('bozo_exception', 'no feed element')}"[:300])
    return parsed.feed, parsed.entries


def _parsed(markup: str) -> Any:
    document = f'<?xml version="1.0" encoding="utf-8"?>\n{_CHARACTER_REFERENCE.sub(_legal_reference, markup)}'
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(
            io.BytesIO(document.encode()), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _PARSER_ERRORS as error:
        raise InvalidMessage("parser", f"feedparser gave up: {error!r}"[:300]) from error


_ITEMWISE = Itemwise(_parsed, 24 * 1024 * 1024)


def _legal_reference(match: re.Match[str]) -> str:
    """The reference itself if XML allows its character; what 0x80 to 0x9F mean in practice; else nothing."""
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:  # noqa: PLR2004 -- the C1 controls, written by programs that mean windows-1252
        return bytes((code,)).decode("cp1252", "ignore")
    legal = code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004 -- XML 1.0 2.2
    return match[0] if legal else ""


def _entry(item: dict[str, Any], feed: Any, base: str, dates: DateReader) -> Entry | None:
    title = plain_title(_text(item, "title"))
    link = _link(item, base)
    content = max((_html(part) for part in item.get("content", ())), key=len, default="")
    summary = _html(item.get("summary_detail") or {})
    date = _date(item, dates)
    stand_in = link or _enclosure(item) or f"{title} {date.source or ''}".strip()
    entry = Entry(
        guid=clean(_text(item, "id")).strip() or stand_in,
        url=link,
        title=title,
        summary_html="" if summary == content else summary,
        content_html=content,
        authors=author_names([author.get("name") for author in item.get("authors", ())] or [item.get("author")]),
        language=declared_language(
            item.get("language"), (item.get("title_detail") or {}).get("language"), feed.get("language")
        ),
        published_at=date.instant,
        date_source=date.source,
    )
    return bounded(entry)


def _text(holder: Any, name: str) -> str:
    value = holder.get(name, "")
    return value if isinstance(value, str) else ""


def _html(part: Any) -> str:
    """A text construct as HTML: feedparser says which values are plain text."""
    value = _text(part, "value")
    return html.escape(value, quote=False) if part.get("type") == "text/plain" else value


def _link(item: dict[str, Any], base: str) -> str | None:
    """The article's address; a guid that only claims to be one (isPermaLink is true by default) is none."""
    original = _text(item, "feedburner_origlink") or _text(item, "link")
    claimed = original == _text(item, "id") and not original.startswith(("http://", "https://"))
    if not original or (claimed and not any(link.get("rel") == "alternate" for link in item.get("links", ()))):
        return None
    return absolute_url(base, original)


def _enclosure(item: dict[str, Any]) -> str:
    return next(
        (link["href"] for link in item.get("links", ()) if link.get("rel") == "enclosure" and link.get("href")), ""
    )


def _date(item: dict[str, Any], dates: DateReader) -> ReadDate:
    read = (dates.read(name, item[name], item.get(f"{name}_parsed")) for name in _DATE_FIELDS if item.get(name))
    first = next(read, NO_DATE)
    return first if first.instant else next((date for date in read if date.instant), first)
