"""Finds what is wrong with a newsroom before it runs: its files together, its watches' tests, secrets, addresses.

Asks each feed once and resolves each endpoint's name; sends nothing to an endpoint. Never talks to Kafka.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from wirekit.clock import SystemClock
from wirekit.errors import ConfigError
from wirekit.net import AddressPolicy, FetchError, HttpClient, RefusedRequest, check_address
from wirekit.runtime.settings import load_settings
from wirewatch import __version__
from wirewatch.cli.newsroom.choices import unmet_sources
from wirewatch.cli.newsroom.files import Newsroom
from wirewatch.cli.phrases import amount
from wirewatch.console.adapters.token import access
from wirewatch.console.settings import ConsoleSettings
from wirewatch.notifier.adapters.secrets import present_keys
from wirewatch.notifier.endpoints import Endpoint

PROBES_AT_ONCE = 8
LOOK_SECONDS = 3.0
"""A resolver that does not answer keeps no newsroom from its start."""


@dataclass(frozen=True, slots=True)
class Policies:
    """Which addresses the poller may ask, and which the notifier may call."""

    feeds: AddressPolicy
    endpoints: AddressPolicy

    @classmethod
    def parse(cls, feeds: str, endpoints: str) -> Policies:
        """Read the two settings; raises ConfigError."""
        return cls(
            AddressPolicy.parse(feeds, "`--allow` or WIREWATCH_POLLER_ALLOW"),
            AddressPolicy.parse(endpoints, "`--allow-endpoints` or WIREWATCH_NOTIFIER_ALLOW"),
        )


def wrong_in_files(newsroom: Newsroom) -> Iterator[str]:
    """What is wrong with the files together, in words."""
    from wirewatch.cli.newsroom.watch_tests import failed_tests  # noqa: PLC0415 - it loads what reads articles

    for watch, endpoint in newsroom.missing_endpoints():
        yield f"watch {watch} notifies {endpoint}: no such endpoint"
    domains = frozenset(feed.source.domain for feed in newsroom.feeds)
    yield from filter(None, (unmet_sources(watch, domains) for watch in newsroom.watchlist.watches))
    yield from failed_tests(newsroom.watchlist)


def wrong_secrets(newsroom: Newsroom) -> Iterator[str]:
    """Which secrets cannot be used, in words; one that is missing is made, or set, where the services run."""
    checks: list[Callable[[], object]] = [partial(present_keys, endpoint) for endpoint in newsroom.endpoints]
    checks.append(lambda: access(load_settings(ConsoleSettings)))
    for check in checks:
        try:
            check()
        except ConfigError as refusal:
            yield str(refusal)


async def wrong_on_the_net(newsroom: Newsroom, policies: Policies, say: Callable[[str], None]) -> list[str]:
    """Ask every feed once and *say* what each lists; what is wrong with the others, and with endpoints' addresses."""
    from wirewatch.poller.adapters.probing import probe  # noqa: PLC0415 - it loads what reads feeds

    slots = asyncio.Semaphore(PROBES_AT_ONCE)
    async with HttpClient(policies.feeds, user_agent=f"wirewatch/{__version__}") as client:

        async def ask(feed_id: str, url: str) -> str | None:
            async with slots:
                found = await probe(url, client, SystemClock())
            if found.error is None:
                say(f"✓ feed {feed_id}: {found.title!r}, {amount(found.entries, 'item')}")
                return None
            return f"feed {feed_id}: {found.error}"

        problems = await asyncio.gather(
            *(ask(feed.feed_id, feed.url) for feed in newsroom.feeds),
            *(_refused(endpoint, policies.endpoints, FetchError) for endpoint in newsroom.endpoints),
        )
    return [problem for problem in problems if problem]


async def refused_endpoints(newsroom: Newsroom, policies: Policies) -> list[str]:
    """Which endpoints lie where the notifier may not call; nothing of those whose names do not resolve now."""
    refusals = (_refused(endpoint, policies.endpoints, RefusedRequest) for endpoint in newsroom.endpoints)
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            return [refusal for refusal in await asyncio.gather(*refusals) if refusal]
    except TimeoutError:
        return []


async def _refused(endpoint: Endpoint, policy: AddressPolicy, wrong: type[FetchError]) -> str | None:
    """Why the notifier would not call *endpoint*, where that is *wrong*; None where it would."""
    try:
        await check_address(endpoint.url, policy)
    except FetchError as failure:
        return f"endpoint {endpoint.id}: {failure}" if isinstance(failure, wrong) else None
    return None
