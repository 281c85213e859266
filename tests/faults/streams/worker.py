"""A process to be killed: ``python -m tests.faults.streams.worker ROLE SERVERS PREFIX [options]``.

Prints a line ``HAND <records>`` each time it has a chunk in hand, then works on it for ``--slow`` seconds. SIGTERM
stops it in order. The planted bugs are made here, from outside the product's code, and so are the shorter times.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import os
import random
import re
import signal
import time
import uuid
from collections.abc import Awaitable, Coroutine, Iterable, Sequence
from pathlib import Path
from typing import Any

import uvloop
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.client import AIOKafkaClient

from tests.faults.streams import deciding
from tests.faults.streams.stages import Staged
from wirekit.contracts.topology import MAX_RECORD_BYTES
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.runtime.logs import configure_logs
from wirekit.runtime.pool import Failure, Pool
from wirekit.streams import (
    DeadLetters,
    Effects,
    FaustSource,
    Handler,
    Membership,
    Outcome,
    OwnedLane,
    OwnedState,
    Ownership,
    Pipeline,
    Publisher,
    Subscription,
    Watchdog,
    consumer,
    fatal,
    pace,
    publisher,
    tenure,
    watchdog,
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


def broken(*_: object) -> None:
    """Planted bug: a listener of the group fails."""
    raise RuntimeError("broken listener")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def jump(seconds: float) -> None:
    """The wall clock is put forward, or back; clocks that only measure go on."""
    stock = time.time
    vars(time).update(time=lambda: stock() + seconds)
    say(f"JUMP {seconds}")


def is_held(hold: Path | None, records: Sequence[Record]) -> bool:
    """Whether the file *hold* is there, and names no record or one of these by its value."""
    if hold is None or not hold.exists():
        return False
    value = hold.read_bytes()
    return not value or value in {record.value for record in records}


async def run_pipeline(args: argparse.Namespace, connection: Connection) -> None:
    def outcome(record: Record) -> Outcome:
        value = record.value or b""
        if value.startswith(b"poison"):
            return InvalidMessage("poison")
        if args.while_exists and args.while_exists.exists():
            return TemporaryFailure("the dependency is away")
        written = bytes(MAX_RECORD_BYTES) if value == b"large" else value
        return [Outgoing(args.prefix + "out", record.key or b"", written)]

    async def handler(records: Sequence[Record]) -> Sequence[Outcome]:
        say(f"HAND {len(records)}")
        await asyncio.sleep(random.uniform(0, 2 * args.slow))
        while is_held(args.hold, records):
            await asyncio.sleep(0.02)
        return [outcome(record) for record in records]

    await run_line(args, connection, handler)


async def run_pool(args: argparse.Namespace, connection: Connection) -> None:
    shout = "tests.integration.runtime.pool_functions:shout"
    async with Pool(shout, workers=args.children, timeout_seconds=args.child_seconds) as pool:

        async def handler(records: Sequence[Record]) -> Sequence[Outcome]:
            say(f"HAND {len(records)}")
            results = await pool.run([record.value or b"" for record in records])
            return [
                InvalidMessage(result.reason, result.detail)
                if isinstance(result, Failure)
                else [Outgoing(args.prefix + "out", record.key or b"", result)]
                for record, result in zip(records, results, strict=True)
            ]

        await run_line(args, connection, handler)


async def run_line(args: argparse.Namespace, connection: Connection, handler: Handler) -> None:
    seat = Membership(args.prefix + "group", (args.prefix + "in",), args.instance)
    source = (FaustSource if args.source == "faust" else Subscription)(connection, seat)
    kind = Hasty if args.planted == "hasty" else Publisher
    async with kind(connection) as writer, Watchdog([source]):
        await Pipeline(source, handler, writer, DeadLetters("test")).run()


async def run_owned(args: argparse.Namespace, connection: Connection) -> None:
    out = args.prefix + "out"

    def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        say(f"HAND {len(records)}")
        time.sleep(args.slow)
        while is_held(args.hold, records):
            time.sleep(0.02)
        effects = deciding.fold(out, lane, [r for r in records if not (r.value or b"").startswith(b"poison")])
        effects.buried = [(r, InvalidMessage("poison")) for r in records if (r.value or b"").startswith(b"poison")]
        effects.rows |= {record.key or b"": bytes(MAX_RECORD_BYTES) for record in records if record.value == b"large"}
        return effects

    plan = Ownership(
        args.prefix + "group", args.prefix + "in", args.prefix + "state", lambda _: "test.row.v1", args.instance
    )
    state = OwnedState(connection, plan, fold)

    async def keep_ticking() -> None:
        while True:
            await asyncio.sleep(args.tick)
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


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("role", choices=["pipeline", "pool", "owned"])
    parser.add_argument("servers")
    parser.add_argument("prefix")
    parser.add_argument("--source", default="subscription", choices=["subscription", "faust"])
    parser.add_argument("--slow", type=float, default=0.05)
    parser.add_argument("--tick", type=float, default=0.02, help="seconds between two writes of a timer")
    parser.add_argument("--instance")
    parser.add_argument("--logs", action="store_true", help="log as a service does, as JSON")
    parser.add_argument("--planted", choices=["hasty", "unfenced", "listener"])
    parser.add_argument("--linger", type=float, default=0.0, help="seconds in each transaction, before its commit")
    parser.add_argument("--mortality", type=float, default=0.0, help="how likely it dies at a step of a transaction")
    parser.add_argument("--hold", type=Path, help="a file; a chunk stays in hand while it is there (see is_held)")
    parser.add_argument("--while-exists", type=Path, help="a dependency is away while this file is there")
    parser.add_argument("--children", type=int, default=2, help="how many do the work of a pool")
    parser.add_argument("--child-seconds", type=float, default=2.0, help="what a child may take for a record")
    parser.add_argument("--metadata-ms", type=int, help="after so long Kafka is asked again which partitions there are")
    parser.add_argument("--revoke", type=float, help="the budget to finish what is in hand, in seconds")
    parser.add_argument("--jumps", action="store_true", help="SIGUSR1, SIGUSR2: its clock goes an hour ahead, back")
    parser.add_argument("--set", action="append", default=[], help="another constant: module.NAME=number")
    return parser.parse_args()


def prepare(args: argparse.Namespace) -> None:
    """Set what a test has no time for, and plant the bugs."""
    vars(pace).update(MOST_RECORDS=60)
    # The least that a broker allows: a test that waits for a session waits that long.
    vars(consumer).update(SESSION_MS=6_000)
    modules = {"consumer": consumer, "pace": pace, "publisher": publisher, "tenure": tenure, "watchdog": watchdog}
    for setting in args.set:
        module, name, value = re.split("[.=]", setting, maxsplit=2)
        vars(modules[module])[name] = type(vars(modules[module])[name])(value)
    if args.metadata_ms:
        start = AIOKafkaClient.__init__
        AIOKafkaClient.__init__ = lambda *a, **k: start(*a, **{**k, "metadata_max_age_ms": args.metadata_ms})
    if args.revoke is not None:
        vars(tenure).update(REVOKE_SECONDS=args.revoke)
        consumer.drained.__defaults__ = (args.revoke,)
    if args.linger or args.mortality:
        Staged.linger, Staged.mortality = args.linger, args.mortality
        vars(tenure).update(FencedWriter=Staged)
    if args.jumps:
        signal.signal(signal.SIGUSR1, lambda *_: jump(3600))
        signal.signal(signal.SIGUSR2, lambda *_: jump(-3600))
    if args.planted == "unfenced":
        vars(tenure).update(FencedWriter=Unfenced)
    if args.planted == "listener":
        AIOKafkaConsumer.pause = broken
        vars(consumer).update(Lane=broken)


def main() -> None:
    args = parsed()
    prepare(args)
    if args.logs:
        configure_logs("json", "info", "worker")
    role = {"pipeline": run_pipeline, "pool": run_pool, "owned": run_owned}[args.role]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(until_terminated(role(args, Connection(args.servers))))


if __name__ == "__main__":
    main()
