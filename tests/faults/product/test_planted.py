"""Replays, frozen owners and early deaths do no harm; where a bug is planted, the same checks find the harm.

The slow ones have a quick twin that finds the same bug below the services, in ``tests/faults/streams``.
"""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Iterator

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.chaos.oracle import Verdict, judge
from tests.chaos.wire import ENDPOINTS, PAIRS, Wire, watchlist
from tests.e2e.newsroom import GROUPS, Layout, Newsroom, a_newsroom
from tests.e2e.processes import Child
from tests.faults.product.planted import IN_HAND
from tests.integration.streams.topics import read, until
from wirekit.contracts import AlertRaised, topology
from wirekit.streams import decode

pytestmark = [pytest.mark.faults, pytest.mark.long]

PLANTED = "tests.faults.product.planted"
SERVICES = ("poller", "enricher", "alerter", "notifier")
STORIES = 20


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One for all tests of this file: each has feeds of its own, and leaves healthy services behind."""
    layout = Layout(("replayed", "forgotten", "hurried", "fenced", "unfenced"), watchlist(), ENDPOINTS, SERVICES)
    with a_newsroom(tmp_path_factory.mktemp("planted"), layout) as running:
        yield running


def verdict_on(newsroom: Newsroom, feed: str) -> Verdict:
    """The verdict on what *feed* carried."""
    served = [item for item in newsroom.served() if item["feed"] == feed]
    links = {item["link"] for item in served}
    about = [r for r in newsroom.received() if r.event["data"]["evidence"][0]["article"]["url"] in links]
    return judge(served, about, PAIRS)


async def tell(newsroom: Newsroom, feed: str) -> None:
    """Put stories that must alert on *feed*; return when they were served."""
    wire, pairs = Wire(random.Random(feed), (feed,)), list(PAIRS)
    newsroom.publish(feed, *(wire.story(pairs[number % len(pairs)])[1] for number in range(STORIES)))
    await until(lambda: any(item["feed"] == feed for item in newsroom.served()))


async def until_told(newsroom: Newsroom, feed: str) -> None:
    """Return when all stories of *feed* were told, and nothing is under way."""
    await until(lambda: not verdict_on(newsroom, feed).lost, 60)
    await newsroom.until_settled()


async def replace(newsroom: Newsroom, service: str, *module: str, name: str | None = None) -> Child:
    """End the *service* that runs, in order, and start another one, of *module* where one is given."""
    for child in newsroom.living(service):
        await child.stop()
    return newsroom.start(service, name, module)


async def rewind(newsroom: Newsroom, group: str) -> None:
    """Let *group*, of which no member runs, read everything again."""
    topic = GROUPS[group]
    start = {TopicPartition(topic.name, partition): 0 for partition in range(topic.partitions)}
    async with AIOKafkaConsumer(**newsroom.connection.options(), group_id=group, enable_auto_commit=False) as consumer:
        consumer.assign(list(start))
        await consumer.commit(start)


async def test_a_replay_of_all_topics_tells_nobody_a_second_time(newsroom: Newsroom) -> None:
    await tell(newsroom, "replayed")
    await until_told(newsroom, "replayed")
    await newsroom.stop_all()

    for group in GROUPS:
        await rewind(newsroom, group)
    for service in SERVICES:
        newsroom.start(service)
    await newsroom.until_settled()

    verdict = verdict_on(newsroom, "replayed")
    assert verdict.is_exact
    assert verdict.repeats == 0


async def test_a_notifier_that_forgets_what_it_delivered_is_found_out(newsroom: Newsroom) -> None:
    await tell(newsroom, "forgotten")
    await until_told(newsroom, "forgotten")
    (notifier,) = newsroom.living("notifier")
    await notifier.stop()

    await rewind(newsroom, "notifier")
    newsroom.start("notifier", module=(PLANTED, "forgetful"))
    await until(lambda: len(verdict_on(newsroom, "forgotten").unexplained) >= STORIES, 60)
    await newsroom.until_settled()

    await replace(newsroom, "notifier")


@pytest.mark.slow
async def test_an_enricher_that_acknowledges_too_early_is_found_out(newsroom: Newsroom) -> None:
    hasty = await replace(newsroom, "enricher", PLANTED, "hasty")
    await tell(newsroom, "hurried")
    await newsroom.until_settled()
    hasty.kill()
    newsroom.start("enricher")
    await newsroom.until_settled()

    assert len(verdict_on(newsroom, "hurried").lost) >= STORIES


async def test_a_replica_whose_group_makes_it_wait_can_be_stopped(newsroom: Newsroom) -> None:
    (frozen,) = newsroom.living("alerter")
    frozen.send(signal.SIGSTOP)
    waiting = newsroom.start("alerter")
    await until(lambda: "watchlist.swapped" in waiting.text(), 60)

    code = await waiting.stop()
    frozen.send(signal.SIGCONT)

    assert code == 0


async def woken(newsroom: Newsroom, feed: str, *bugs: str) -> Child:
    """An alerter that was frozen with decisions in hand and replaced, and wakes up when all is told."""
    frozen = await replace(newsroom, "alerter", PLANTED, "slow", *bugs, name="alerter-0")
    await tell(newsroom, feed)
    await until(lambda: IN_HAND in frozen.text(), 60)
    frozen.send(signal.SIGSTOP)
    newsroom.start("alerter", "alerter-0", (PLANTED, *bugs))  # of the same name: it takes over at once
    await until_told(newsroom, feed)
    frozen.send(signal.SIGCONT)
    return frozen


async def repeated(newsroom: Newsroom, feed: str) -> bool:
    """Whether a revision of an alert about *feed* stands on its topic more than once, for who reads what is committed.

    Nobody would be told twice: the notifier knows it by its id. But subscribers of the topic were promised better.
    """
    records = await read(newsroom.connection, topology.ALERTS_RAISED.name)
    alerts = [decode(record, AlertRaised).data for record in records]
    told = Counter((a.alert_id, a.revision) for a in alerts if a.evidence[0].article.feed_id == feed)
    return max(told.values()) > 1


@pytest.mark.slow
async def test_an_owner_that_was_replaced_while_frozen_writes_nothing_and_ends(newsroom: Newsroom) -> None:
    frozen = await woken(newsroom, "fenced")

    assert await frozen.ended() == 70
    assert not await repeated(newsroom, "fenced")
    assert verdict_on(newsroom, "fenced").is_exact
    await replace(newsroom, "alerter")


@pytest.mark.slow
async def test_without_fencing_it_is_found_out(newsroom: Newsroom) -> None:
    frozen = await woken(newsroom, "unfenced", "unfenced")

    await until(lambda: repeated(newsroom, "unfenced"), 60)
    frozen.kill()
    await replace(newsroom, "alerter")
