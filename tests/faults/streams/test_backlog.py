"""A backlog of a million records is fetched as it is handled, and never gathered in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.streams.crowd import Worker, crowd
from wirekit.broker import EmbeddedKafka

pytestmark = pytest.mark.faults
RECORDS = 1_000_000
GROWTH_MIB = 16


def memory_mib(worker: Worker) -> float:
    """What *worker* holds in memory now (proc(5))."""
    status = Path(f"/proc/{worker.process.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@pytest.mark.slow
async def test_the_memory_of_who_is_a_million_records_behind_stays_flat(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("pipeline", kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        for _ in range(20):
            await workers.feed(RECORDS // 20)
        grown = {}
        for source in ("subscription", "faust"):
            worker = workers.spawn("--source", source, "--slow", "0.01")
            await worker.busy(300)
            early = memory_mib(worker)
            await worker.busy(1500)
            grown[source] = memory_mib(worker) - early
            await worker.end()
        behind = sum(end - committed for committed, end in (await workers.places()).values())

    assert behind > RECORDS / 2
    assert {source: mib for source, mib in grown.items() if mib > GROWTH_MIB} == {}
