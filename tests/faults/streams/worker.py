"""A process to be killed: ``python -m tests.faults.streams.worker ROLE SERVERS PREFIX [options]``.

Prints a line ``HAND <records>`` each time it has a chunk in hand, then works on it for ``--slow`` seconds. SIGTERM
stops it in order. The planted bugs are made here, from outside the product's code.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import os
import signal
import time
import uuid
from collections.abc import Awaitable, Coroutine, Iterable, Sequence
from typing import Any

import uvloop
from aiokafka import AIOKafkaProducer, TopicPartition

from tests.faults.streams import deciding
from wirekit.errors import InvalidMessage
from wirekit.streams import (
    Connection,
    DeadLetters,
    Effects,
    FaustSource,
    Membership,
    Outcome,
    Outgoing,
    OwnedLane,
    OwnedState,
    Ownership,
    Pipeline,
    Publisher,
    Record,
    Subscription,
    Watchdog,
    consumer,
    fatal,
    pace,
    tenure,
)
from wirekit.streams.publisher import PRODUCER_OPTIONS, FencedWriter


class Unfenced(FencedWriter):
    """Planted bug: each process has a transactional id of its own, so nobody is fenced."""

    def __init__(self, connection: Connection, group: str, source: TopicPartition) -> None:
        super().__init__(connection, group, source)
        self._producer = AIOKafkaProducer(
            **connection.options(), **PRODUCER_OPTIONS, transactional_id=f"{group}-{uuid.uuid4()}", linger_ms=0
        )


class Hasty(Publisher):
    """Planted bug: says that records are confirmed and writes them later."""

    async def enqueue(self, outgoing: Iterable[Outgoing]) -> Awaitable[None]:
        """Return at once."""
        self._late = asyncio.gather(self._write_late(list(outgoing)))
        return asyncio.sleep(0)

    async def _write_late(self, outgoing: Sequence[Outgoing]) -> None:
        await asyncio.sleep(30)
        await (await super().enqueue(outgoing))


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


async def run_pipeline(args: argparse.Namespace, connection: Connection) -> None:
    async def handler(records: Sequence[Record]) -> Sequence[Outcome]:
        say(f"HAND {len(records)}")
        await asyncio.sleep(args.slow)
        return [
            InvalidMessage("poison") if r.value == b"poison" else [Outgoing(args.prefix + "out", r.key or b"", r.value)]
            for r in records
        ]

    seat = Membership(args.prefix + "group", (args.prefix + "in",), args.instance)
    source = (FaustSource if args.source == "faust" else Subscription)(connection, seat)
    kind = Hasty if args.planted == "hasty" else Publisher
    async with kind(connection) as publisher, Watchdog([source]):
        await Pipeline(source, handler, publisher, DeadLetters("test")).run()


async def run_owned(args: argparse.Namespace, connection: Connection) -> None:
    out = args.prefix + "out"

    def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        say(f"HAND {len(records)}")
        time.sleep(args.slow)
        return deciding.fold(out, lane, records)

    plan = Ownership(
        args.prefix + "group", args.prefix + "in", args.prefix + "state", lambda _: "test.row.v1", args.instance
    )
    state = OwnedState(connection, plan, fold)

    async def keep_ticking() -> None:
        while True:
            await asyncio.sleep(0.02)
            await asyncio.gather(
                *(state.update(lane, functools.partial(deciding.tick, out)) for lane in state.lanes.values())
            )

    async with Watchdog([state]):
        running = asyncio.create_task(state.run())
        ticking = asyncio.create_task(keep_ticking())
        try:
            await asyncio.wait({running, ticking}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ticking.cancel()
            running.cancel()
            await asyncio.wait({running, ticking})
        for task in (running, ticking):
            if not task.cancelled():
                task.result()


async def until_terminated(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
    except Exception as error:  # noqa: BLE001  # as the lifecycle does
        fatal(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("role", choices=["pipeline", "owned"])
    parser.add_argument("servers")
    parser.add_argument("prefix")
    parser.add_argument("--source", default="subscription", choices=["subscription", "faust"])
    parser.add_argument("--slow", type=float, default=0.05)
    parser.add_argument("--instance")
    parser.add_argument("--planted", choices=["hasty", "unfenced"])
    args = parser.parse_args()
    vars(pace).update(MOST_RECORDS=60)
    # The least that a broker allows: a test that waits for a session waits that long.
    vars(consumer).update(SESSION_MS=6_000)
    if args.planted == "unfenced":
        vars(tenure).update(FencedWriter=Unfenced)
    role = {"pipeline": run_pipeline, "owned": run_owned}[args.role]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(until_terminated(role(args, Connection(args.servers))))


if __name__ == "__main__":
    main()
