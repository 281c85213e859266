"""Decides which article an entry is and which wording it has. Remembers wordings to save work; no answer hangs on it.

An article is its canonical URL, so that several feeds share it; where that says nothing, its guid within the feed,
with the URL added where the feed repeats the guid. Query parameters decide which article a site shows, so only known
trackers go, and their order stays. (courlan's own list also drops ``cid``, ``eid``, ``uid`` and a bare ``?20240501``.)
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

import courlan

from wirekit.contracts import ids
from wiretext.html import plain_text
from wirewatch.poller.document import Entry, Item

_TRACKERS = re.compile(
    r"utm_\w+|(?:fb|g|d|y|tw|ms|msck|ttc|wick)clid|gbraid|wbraid|igshid|igsh|mc_[ce]id|mkt_tok|at_\w+|xtor|pk_\w+|mtm_\w+|"
    r"wt_?(?:mc|zmc)(?:_\w+)?|wt\.\w+|cmpid|ncid|smid|icid|ocid|ito|_ga|_gl|ref_src|ref_url|ftag|taid|traffic_source|"
    r"fb_action_ids|fb_source|spm|cmp",
    re.IGNORECASE,
)
_AMP = re.compile(r"(?:outputtype|amp|output)=(?:amp|1|true)?", re.IGNORECASE)
# By a hash of title and HTML: most of what a feed lists it listed before. 250 bytes each.
_revisions: dict[bytes, str] = {}
_MOST_REVISIONS = 1 << 16


def identify(feed_id: str, entries: Sequence[Entry]) -> tuple[Item, ...]:
    """The entries of one document with their ids, each article once, in order.

    A URL that several guids of the document share (the front page, a live page) identifies none of them.
    """
    urls = [canonical_url(entry.url) if entry.url else None for entry in entries]
    carriers = Counter(url for url, _ in {(url, entry.guid) for url, entry in zip(urls, entries, strict=True)} if url)
    guids = Counter(guid for guid, _ in {(entry.guid, entry.url or entry.title) for entry in entries})
    items: dict[str, Item] = {}
    for entry, url in zip(entries, urls, strict=True):
        by_guid = ids.article_id_in_feed(
            feed_id, entry.guid, (entry.url or entry.title) if guids[entry.guid] > 1 else None
        )
        by_url = ids.article_id(url) if url else None
        shared = url is not None and carriers[url] > 1
        chosen, other = (by_guid, by_url) if shared or by_url is None else (by_url, by_guid)
        if chosen not in items:
            items[chosen] = Item(entry, chosen, other, None if shared else url, revision_of(entry))
    return tuple(items.values())


def revision_of(entry: Entry) -> str:
    """The id of the entry's wording: its title, and the text of its content, else of its summary."""
    parts = entry.title, entry.content_html or "", entry.summary_html or ""
    key = hashlib.blake2b("\0".join(parts).encode(), digest_size=16).digest()
    if (known := _revisions.get(key)) is None:
        if len(_revisions) >= _MOST_REVISIONS:
            _revisions.clear()
        texts = (plain_text(part) for part in parts[1:] if part)
        known = _revisions[key] = ids.revision_id(entry.title, next((text for text in texts if text), ""))
    return known


def canonical_url(url: str) -> str | None:
    """*url* without trackers and fragment, host and path normalised; None for a bare host, which names no article."""
    try:
        parts = urlsplit(url)
        place = courlan.normalize_url(parts._replace(query="", fragment="").geturl())
    except ValueError:
        return None
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _is_noise(pair))
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    if parts.path in ("", "/") and not query and not route:
        return None
    return f"{place}{'?' if query else ''}{query}{route}"


def _is_noise(pair: str) -> bool:
    return _TRACKERS.fullmatch(pair.partition("=")[0]) is not None or _AMP.fullmatch(pair) is not None
