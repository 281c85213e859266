"""Prepares what a newsroom needs before it runs, here or elsewhere: its topics, its files on them, its secrets."""

from __future__ import annotations

from collections.abc import Callable

from wirekit.clock import SystemClock
from wirekit.contracts.topology import TOPICS
from wirekit.kafka import Connection, TopicAdmin
from wirewatch.cli.newsroom.applying import Applied, apply
from wirewatch.cli.newsroom.files import Newsroom
from wirewatch.cli.newsroom.place import ENDPOINTS_FILE
from wirewatch.cli.phrases import amount
from wirewatch.notifier.adapters.secrets import read_keys


def make_secrets(newsroom: Newsroom) -> None:
    """Make the missing secrets of endpoints; raises ConfigError where one cannot be read or made."""
    for endpoint in newsroom.endpoints:
        read_keys(endpoint)


async def prepare(connection: Connection, newsroom: Newsroom, say: Callable[[str], None]) -> Applied:
    """Create missing topics, apply the files; say what changed."""
    async with TopicAdmin(connection) as admin:
        created = await admin.create_missing(TOPICS.values())
        for difference in await admin.check(TOPICS.values()):
            say(f"wirewatch │ topic differs: {difference}")
    if created:
        say(f"wirewatch │ created {amount(len(created), 'topic')}")
    applied = await apply(connection, newsroom.feeds, newsroom.watchlist, SystemClock().now())
    for line in (*applied.feeds.lines("feed"), *applied.watchlist.lines("")):
        say(f"wirewatch │ {line}")
    for watch_id, endpoint_id in newsroom.missing_endpoints():
        say(f"wirewatch │ watch {watch_id} notifies {endpoint_id}, which {ENDPOINTS_FILE} lacks: it will not be told")
    return applied
