"""What is asked of Kafka for a page."""

from __future__ import annotations

from pathlib import Path

from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection
from wirewatch.console.adapters.lags import GroupLags


async def test_a_page_is_not_kept_waiting_by_a_kafka_that_is_away(tmp_path: Path) -> None:
    async with EmbeddedKafka(tmp_path) as kafka, GroupLags(Connection(kafka.bootstrap_servers)) as lags:
        here = await lags.lags()
        await kafka.stop()
        away = await lags.lags()

    assert (here, away) == ([], None)
