"""What a running newsroom is told: what comes from now on, and nothing older."""

from __future__ import annotations

import asyncio

from tests import builders
from tests.polling import until
from wirekit.contracts import Message
from wirekit.contracts.topology import ALERTS_RAISED, DELIVERIES_ATTEMPTED
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, Publisher, encode
from wirewatch.cli.machine.following import follow
from wirewatch.cli.machine.narrator import Narrator


def record(message: Message, topic: str, key: str) -> Outgoing:
    return encode(message, topic=topic, key=key, event=Envelope(key, "/wirewatch/test", builders.NOON), partition=0)


async def test_only_what_comes_from_now_on_is_told(blank_topics: Connection) -> None:
    said: list[str] = []
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(record(builders.an_alert(), ALERTS_RAISED.name, "brodie-ilk"))
        following = asyncio.create_task(follow(blank_topics, Narrator(), said.append))

        async def a_delivery_is_told() -> bool:
            await publisher.publish(record(builders.a_delivery_attempt(), DELIVERIES_ATTEMPTED.name, "desk-1"))
            return any("accepted the webhook" in line for line in said)

        await until(a_delivery_is_told)
        await publisher.publish(Outgoing(ALERTS_RAISED.name, b"brodie-ilk", b"\xff", partition=0))
        await until(lambda: any("cannot be read" in line for line in said))
    following.cancel()
    await asyncio.wait({following})

    assert not any(line.startswith("ALERT") for line in said)
