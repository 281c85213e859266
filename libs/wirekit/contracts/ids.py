"""Every id that Wirewatch makes: stable hashes of what a thing is, so that a replay yields the same id.

Form: prefix, ``_``, then the base32 (RFC 4648, lower case, no padding) of BLAKE2b-16 over the parts, each part as UTF-8
preceded by its length in bytes (4 bytes, big-endian). An id holds no dot: Standard Webhooks signs parts joined by dots.
"""

from __future__ import annotations

import base64
import hashlib

from wirekit.contracts.text import composed


def _digest(prefix: str, *parts: str) -> str:
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(4, "big"))
        state.update(data)
    return f"{prefix}_{base64.b32encode(state.digest()).decode().rstrip('=').lower()}"


def article_id(canonical_url: str) -> str:
    """Id of an article that has a canonical URL: the same in every feed that carries it."""
    return _digest("art", canonical_url)


def article_id_in_feed(feed_id: str, guid: str, repeated_at: str | None = None) -> str:
    """Id of an article without a canonical URL; *repeated_at* is its URL where the feed repeats the guid."""
    return _digest("art", feed_id, guid) if repeated_at is None else _digest("art", feed_id, guid, repeated_at)


def revision_id(title: str, text: str) -> str:
    """Id of a wording: NFC title and NFC text before boilerplate marking; dates and markup do not enter."""
    return _digest("rev", composed(title), composed(text))


def story_id(watch_id: str, article_id: str, revision_id: str) -> str:
    """Id of a story, made from the article and wording that opened it for the watch."""
    return _digest("sto", watch_id, article_id, revision_id)


def alert_id(watch_id: str, story_id: str, epoch: int) -> str:
    """Id of an alert; *epoch* counts the openings of the story (1, 2, …)."""
    return _digest("alr", watch_id, story_id, str(epoch))


def is_alert_id(text: str) -> bool:
    """Whether *text* has the form of an alert's id; what deliveries of test events name as their alert has not."""
    return text.startswith("alr_")


def webhook_id(alert_id: str, revision: int, endpoint: str) -> str:
    """The ``webhook-id`` (Standard Webhooks) of one alert revision for one endpoint: equal on every attempt."""
    return _digest("msg", alert_id, str(revision), endpoint)
