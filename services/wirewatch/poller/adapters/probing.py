"""Asks a feed once, without any memory of it, and says what is in it: for ``wirewatch check``. Writes nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from wirekit.clock import Clock
from wirekit.contracts import FeedSpec, FeedState, Source, topology
from wirekit.errors import InvalidMessage
from wirekit.net import FetchError, HttpClient, Limits
from wirewatch.poller.asking import judge, request_for
from wirewatch.poller.digest import Task
from wirewatch.poller.digesting import read_feed

_LIMITS = Limits(total_seconds=20.0, redirects=5)


@dataclass(frozen=True, slots=True)
class Probe:
    """What asking a feed once, without any memory of it, came to.

    Attributes:
        status: ok, or the code of what is wrong.
        entries: How many items it lists.
        error: A sentence for the operator; None where nothing is wrong.
    """

    status: str
    title: str
    entries: int
    error: str | None = None


async def probe(url: str, client: HttpClient, clock: Clock) -> Probe:
    """Ask the feed at *url* and say what is in it; the body is parsed in this process."""
    source = Source(name="probe", domain=topology.registrable_domain(url))
    spec = FeedSpec(feed_id="probe", url=url, source=source)
    state = FeedState(spec=spec, due_at=clock.now(), due_reason="probe", interval_seconds=0)
    try:
        response = await client.request(request_for(state, _LIMITS))
        poll = judge(state, response, clock.now())
        if poll.status != "ok":
            return Probe(poll.status, "", 0, poll.error)
        task = Task("probe", response.url, response.headers.get("content-type"), None, clock.now())
        digest = await asyncio.to_thread(read_feed, response.body, task)
    except FetchError as error:
        return Probe(error.reason.value, "", 0, str(error))
    except InvalidMessage as error:
        return Probe(error.reason, "", 0, error.detail)
    return Probe("ok", digest.title, len(digest.items) + digest.left_out)
