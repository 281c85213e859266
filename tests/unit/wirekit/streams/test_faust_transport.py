"""What our driver does with a fetch that ends at the wrong moment; the rest is held on Kafka."""

from __future__ import annotations

from typing import Any

import faust
import pytest
from faust.types import TP

from wirekit.streams.faust_transport import Consumer

FETCHED = {TP("articles", 0): ["a record"]}


class HandOver:
    """A fetch of *consumer* during which the group hands over: it brings a record. The next one brings none."""

    def __init__(self, consumer: Consumer, *, flow_stands: bool) -> None:
        self.fetches = 0
        self.sought_after = 0
        self._consumer = consumer
        self._flow_stands = flow_stands

    async def fetch(self, timeout: float) -> Any:  # noqa: ASYNC109 - Faust's
        """Return when Faust has sought already, with the flow standing still or going on again."""
        del timeout
        self.fetches += 1
        self._consumer.turn += self.fetches == 1
        self._consumer.flow_active = self.fetches > 1 or not self._flow_stands
        return (FETCHED if self.fetches == 1 else {}), None

    async def seek(self) -> None:
        """Read on from what is committed."""
        self.sought_after = self.fetches


@pytest.mark.parametrize(("flow_stands", "fetches"), [(False, 1), (True, 2)])
async def test_what_was_fetched_across_a_hand_over_is_read_again(
    monkeypatch: pytest.MonkeyPatch, *, flow_stands: bool, fetches: int
) -> None:
    consumer: Any = faust.App("test", broker="wirewatch://127.0.0.1:1").consumer
    hand_over = HandOver(consumer, flow_stands=flow_stands)
    monkeypatch.setattr(consumer, "_wait_next_records", hand_over.fetch)
    monkeypatch.setattr(consumer, "perform_seek", hand_over.seek)

    consumer._thread.thread_loop.close()  # which only a start would use

    handed_out = [chunk for _ in range(fetches) async for chunk in consumer.getmany(0)]

    assert handed_out == []
    assert hand_over.sought_after == fetches
