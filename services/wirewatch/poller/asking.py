"""Decides what a feed is asked and what the answer means. Sends nothing, parses no feed.

Both validators are sent back as they came, byte for byte. An answer of the same bytes is "unchanged" whatever its
validators say, and costs no parse.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace

from wirekit.contracts import FeedState
from wirekit.errors import InvalidMessage
from wirekit.net import BadAnswer, FetchError, Limits, Request, Response
from wirewatch.poller.digest import Digest
from wirewatch.poller.document import Item, is_challenge
from wirewatch.poller.hints import NO_HINTS, Hints, read_hints

SUCCESSES = frozenset(("ok", "not_modified", "unchanged", "incomplete"))
_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)
_PERMANENT = frozenset((301, 308))
_VALIDATOR_CHARS = 4096
_PAGE_BYTES = 64 * 1024
_OK, _NOT_MODIFIED, _GONE, _TOO_MANY = 200, 304, 410, 429
_MAYBE_CHALLENGE = frozenset((403, 429, 503))


@dataclass(frozen=True, slots=True)
class Poll:
    """What asking a feed once came to.

    Attributes:
        status: ok, incomplete (whole items, no end), unchanged, not_modified; else the code of what went wrong.
        at: When the answer was there.
        error: A sentence for the operator; None where nothing went wrong.
        etag, last_modified, body_sha256: What to remember of an answer that could be read.
        moved_to: Where permanent redirects, and only those, led.
        items: None where nothing was parsed.
        left_out: How many older items the feed lists beyond those.
    """

    feed_id: str
    url: str
    status: str
    at: dt.datetime
    error: str | None = None
    hints: Hints = NO_HINTS
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None
    moved_to: str | None = None
    plain_only: bool = False
    items: tuple[Item, ...] | None = None
    left_out: int = 0

    @property
    def succeeded(self) -> bool:
        """Whether the feed answered as a feed should."""
        return self.status in SUCCESSES


def request_for(state: FeedState, limits: Limits) -> Request:
    """The conditional request for the feed."""
    headers = {"accept": _ACCEPT}
    if state.etag:
        headers["if-none-match"] = state.etag
    if state.last_modified:
        headers["if-modified-since"] = state.last_modified
    if state.plain_only:
        headers["accept-encoding"] = "identity"
    return Request(state.spec.url, headers=headers, limits=limits)


def failed(state: FeedState, error: FetchError, at: dt.datetime) -> Poll:
    """No usable answer came."""
    return Poll(state.spec.feed_id, state.spec.url, error.reason.value, at, str(error))


def judge(state: FeedState, response: Response, at: dt.datetime) -> Poll:
    """What *response* means for the feed; an ``ok`` has a body that must still be parsed."""
    hints = read_hints(response.headers.get, at)
    poll = Poll(state.spec.feed_id, state.spec.url, f"http_{response.status}", at, f"HTTP {response.status}", hints)
    if _is_walled(response):
        return replace(poll, status="blocked", error=f"HTTP {response.status}: the site asks for a browser")
    if response.status == _NOT_MODIFIED:
        return _not_modified(poll, state, response)
    if response.status != _OK:
        return replace(poll, status={_GONE: "gone", _TOO_MANY: "throttled"}.get(response.status, poll.status))
    try:
        sha256 = hashlib.sha256(response.body).hexdigest()
    except BadAnswer as error:
        return failed(state, error, at)
    return replace(
        poll,
        status="unchanged" if sha256 == state.body_sha256 else "ok",
        error=None,
        etag=_validator(response, "etag"),
        last_modified=_validator(response, "last-modified"),
        body_sha256=sha256,
        moved_to=_moved_to(response),
        plain_only=response.plain_only or state.plain_only,
    )


def _not_modified(poll: Poll, state: FeedState, response: Response) -> Poll:
    """RFC 9111 4.3.4: validators that come with a 304 replace the stored ones, those that do not come stay."""
    return replace(
        poll,
        status="not_modified",
        error=None,
        etag=_validator(response, "etag") or state.etag,
        last_modified=_validator(response, "last-modified") or state.last_modified,
        body_sha256=state.body_sha256,
        moved_to=_moved_to(response),
        plain_only=state.plain_only,
    )


def understood(poll: Poll, digest: Digest) -> Poll:
    """The poll with what its body holds. A body without its end is asked for again as a whole: no validators."""
    poll = replace(poll, items=digest.items, left_out=digest.left_out)
    if digest.complete:
        return poll
    return replace(poll, status="incomplete", etag=None, last_modified=None, body_sha256=None)


def not_understood(poll: Poll, reason: InvalidMessage) -> Poll:
    """The poll whose body is no feed: nothing of it is remembered."""
    return Poll(poll.feed_id, poll.url, reason.reason, poll.at, reason.detail or reason.reason, poll.hints)


def _validator(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value if value and len(value) <= _VALIDATOR_CHARS else None


def _moved_to(response: Response) -> str | None:
    permanent = response.redirects and all(hop.status in _PERMANENT for hop in response.redirects)
    return response.url if permanent else None


def _is_walled(response: Response) -> bool:
    if (response.headers.get("cf-mitigated") or "").lower() == "challenge":
        return True
    page = response.received[:_PAGE_BYTES].decode("latin-1")
    return response.status in _MAYBE_CHALLENGE and is_challenge(page)
