"""What is remembered of the feeds: rows on ``feeds.state``, written together with articles and events."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Protocol

from wirekit.contracts import FeedState, topology
from wirekit.kafka import Connection, Record
from wirekit.runtime.metrics import StreamMetrics
from wirekit.streams import Effects, OwnedLane, OwnedState, Ownership, Update
from wirewatch.poller.adapters.records import effects_of, feed_ids_of, fold_registry, row_type_of, seen_of, state_of
from wirewatch.poller.asking import Poll
from wirewatch.poller.settlement import Settlement, settle

COMMIT_SECONDS = 0.1
_luck = SystemRandom().random


class Owner(Protocol):
    """Who polls the feeds of the lanes."""

    def opened(self, lane: OwnedLane) -> None:
        """A lane is ours."""

    def closed(self, partition: int) -> None:
        """It no longer is."""

    def changed(self, lane: OwnedLane, feed_ids: Sequence[str]) -> None:
        """The registry changes these feeds; their rows will show it soon."""


@dataclass(slots=True)
class _Batch:
    """Polls of one lane that share a transaction, and what became of them by feed."""

    polls: list[Poll] = field(default_factory=list)
    settled: dict[str, Settlement] = field(default_factory=dict)
    written: asyncio.Event = field(default_factory=asyncio.Event)


class FeedLedger:
    """The feeds of the partitions that the group gives us, on ``feeds.state``."""

    def __init__(self, connection: Connection, instance_id: str | None = None) -> None:
        group, (source,) = topology.POLLER.name, topology.POLLER.topic_names
        plan = Ownership(group, source, topology.FEEDS_STATE.name, row_type_of, instance_id)
        self.owned = OwnedState(connection, plan, self._fold, self._opened, self._closed, StreamMetrics())
        self._owner: Owner
        self._commits = GroupCommit(self.owned.update)

    async def run(self, owner: Owner) -> None:
        """Follow the registry and tell *owner* which feeds are ours, until cancelled."""
        self._owner = owner
        await self.owned.run()

    def feeds(self, lane: OwnedLane) -> list[str]:
        """The ids of the feeds in *lane*."""
        return feed_ids_of(lane.rows)

    def state(self, lane: OwnedLane, feed_id: str) -> FeedState | None:
        """The feed as of the last transaction; None where it was removed."""
        return state_of(lane.rows, feed_id)

    async def caught_up(self, lane: OwnedLane) -> bool:
        """Return when every write begun so far is visible; False where the lane is no longer ours."""
        return await self.owned.update(lane, lambda _: Effects())

    async def settle(self, lane: OwnedLane, poll: Poll) -> Settlement | None:
        """Settle *poll* and make that durable. None where its feed is gone, has another URL, or another owner."""
        return await self._commits.add(lane, poll)

    def _fold(self, lane: OwnedLane, records: Sequence[Record]) -> Effects:
        effects = fold_registry(lane.rows, records)
        self._owner.changed(lane, feed_ids_of(effects.rows))
        return effects

    def _opened(self, lane: OwnedLane) -> None:
        self._owner.opened(lane)

    def _closed(self, partition: int) -> None:
        self._owner.closed(partition)


class GroupCommit:
    """Settles polls, at most one transaction per lane and 100 ms: twenty together cost little more than one.

    *update* writes what a decision makes of the rows as they are then, and answers False where the lane is not ours.
    """

    def __init__(self, update: Update) -> None:
        self._update = update
        self._batches: dict[OwnedLane, _Batch] = {}
        self._written_at: dict[int, float] = {}

    async def add(self, lane: OwnedLane, poll: Poll) -> Settlement | None:
        """What *poll* changed, when that is durable; None where it changed nothing."""
        batch = self._batches.setdefault(lane, _Batch())
        batch.polls.append(poll)
        if batch.polls[0] is poll:
            await self._write(lane, batch)
        else:
            await batch.written.wait()
        return batch.settled.get(poll.feed_id)

    async def _write(self, lane: OwnedLane, batch: _Batch) -> None:
        """The first poll of a batch waits for its time, and takes along those that come meanwhile."""
        now = asyncio.get_running_loop().time
        settled: dict[str, Settlement] = {}

        def decide(lane: OwnedLane) -> Effects:
            settled.update(_settled(lane.rows, batch.polls))
            return effects_of(settled.values())

        try:
            await asyncio.sleep(self._written_at.get(lane.partition, 0.0) + COMMIT_SECONDS - now())
            self._written_at[lane.partition] = now()
            del self._batches[lane]
            if await self._update(lane, decide):
                batch.settled = settled
        finally:
            if self._batches.get(lane) is batch:
                del self._batches[lane]
            batch.written.set()


def _settled(rows: Mapping[bytes, bytes], polls: Iterable[Poll]) -> dict[str, Settlement]:
    settled = {}
    for poll in polls:
        state = state_of(rows, poll.feed_id)
        if state is not None and state.spec.url == poll.url:
            settled[poll.feed_id] = settle(state, seen_of(rows, poll), poll, _luck())
    return settled
