"""Owned state: candidates folded into rows and alerts, the delay of an alert at a steady pace, the restore of rows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tests.bench import report
from tests.bench.streams import latency
from tests.integration.streams import topics
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import Effects, Fold, OwnedLane, OwnedState, Ownership

PARTITIONS = 4
WATCHES = 500
CANDIDATE = b'{"candidate": "%s"}' % (b"x" * 1500)
ROW_BYTES = 2000
RESTORED_ROW = b"r" * 300


def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
    """A row of 2 KB that counts, and an alert for each candidate."""
    effects = Effects()
    for record in records:
        key = record.key or b""
        row = effects.rows.get(key) or lane.rows.get(key) or b"0"
        count = int(row.split(maxsplit=1)[0]) + 1
        effects.rows[key] = (b"%d " % count).ljust(ROW_BYTES, b".")
        effects.outputs.append(Outgoing("state.alerts", record.headers[0][1] or b"", b"%d" % count))
    return effects


async def measure(connection: Connection, candidates: int, rows: int) -> dict[str, float]:
    """Candidates/s and chunks/s from a full topic; ms p50 and p99 at a steady pace; seconds to restore *rows*."""
    await topics.create(connection, "state.candidates", "state.alerts", partitions=PARTITIONS)
    await topics.create(connection, "state.rows", partitions=PARTITIONS, compacted=True)
    return {
        **await _throughput(connection, candidates),
        **{f"{name}_at_50": value for name, value in (await _delay(connection, 50, 20)).items()},
        **{f"{name}_at_500": value for name, value in (await _delay(connection, 500, 20)).items()},
        "restore_seconds": await _restore(connection, rows),
    }


def _candidates(count: int) -> list[Outgoing]:
    return [
        Outgoing("state.candidates", b"watch-%d" % (number % WATCHES), CANDIDATE, (("id", b"%d" % number),))
        for number in range(count)
    ]


@asynccontextmanager
async def _owner(
    connection: Connection, topic: str = "state.candidates", rows: str = "state.rows", folding: Fold = fold
) -> AsyncIterator[OwnedState]:
    state = OwnedState(connection, Ownership(f"bench.{rows}", topic, rows, lambda _: "bench.row.v1"), folding)
    running = asyncio.create_task(state.run())
    try:
        yield state
    finally:
        running.cancel()
        await asyncio.wait({running})


async def _throughput(connection: Connection, count: int) -> dict[str, float]:
    chunks: list[int] = []

    def counted(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        chunks.append(len(records))
        return fold(lane, records)

    await topics.fill(connection, _candidates(count))
    async with _owner(connection, folding=counted) as state:
        await topics.until(lambda: state.is_assigned)
        started = time.monotonic()
        await topics.until(lambda: sum(lane.watermark or 0 for lane, _ in state.progress()) >= count, 300)
        taken = time.monotonic() - started
    return {"candidates_per_second": count / taken, "chunks_per_second": len(chunks) / taken}


async def _delay(connection: Connection, per_second: int, seconds: int) -> dict[str, float]:
    sent: dict[bytes, float] = {}
    count = per_second * seconds
    async with _owner(connection) as state:
        await topics.until(lambda: state.is_assigned)
        took = asyncio.create_task(latency.watch(connection, "state.alerts", sent, count))
        await asyncio.sleep(1)
        await latency.feed(connection, _candidates(count), sent, per_second)
        return latency.figures(await asyncio.wait_for(took, 60))


async def _restore(connection: Connection, rows: int) -> float:
    await topics.create(connection, "restore.candidates", partitions=PARTITIONS)
    await topics.create(connection, "restore.rows", partitions=PARTITIONS, compacted=True)
    await topics.fill(
        connection, (Outgoing("restore.rows", b"row-%d" % number, RESTORED_ROW) for number in range(rows))
    )
    async with _owner(connection, "restore.candidates", "restore.rows") as state:
        started = time.monotonic()
        await topics.until(lambda: state.is_assigned, 120)
        taken = time.monotonic() - started
        restored = sum(len(lane.rows) for lane in state.lanes.values())
    if restored != rows:
        raise RuntimeError(f"{restored} of {rows} rows came back")
    return taken


def section(found: dict[str, float], rows: int) -> str:
    """The table, as Markdown."""
    return "Owned state: rows of 2 KB, an alert for each candidate, rows, alerts and offset in one transaction.\n\n" + (
        report.table(
            ("what", "figure"),
            [
                ("candidates/s from a full topic", found["candidates_per_second"]),
                ("chunks/s, a transaction each, from a full topic", found["chunks_per_second"]),
                ("candidate → alert at 50/s, ms p50", found["p50_ms_at_50"]),
                ("candidate → alert at 50/s, ms p99", found["p99_ms_at_50"]),
                ("candidate → alert at 500/s, ms p50", found["p50_ms_at_500"]),
                ("candidate → alert at 500/s, ms p99", found["p99_ms_at_500"]),
                (f"restore of {rows:,} rows, s (joining the group included)", found["restore_seconds"]),
            ],
        )
    )
