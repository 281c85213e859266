"""One partition that we hold: its rows, its lane, its writer, and the lock that keeps them one.

Whatever changes the rows goes through :meth:`Holding.write`, one at a time: chunks of input, timers, the hand-over.
After an error the lane is closed, for nobody knows what was written: the process has to restart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence

from wirekit.clock import SystemClock
from wirekit.streams.cloudevents import Envelope, encode_headers
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.fenced import FencedWriter
from wirekit.streams.lane import Lane
from wirekit.streams.records import Outgoing, Record
from wirekit.streams.rows import Effects, OwnedLane, Ownership

Decide = Callable[[OwnedLane], Effects]
"""Pure: what to change, from the rows as they are."""


class Holding:
    """A partition from its opening to its release."""

    def __init__(self, plan: Ownership, owned: OwnedLane, lane: Lane, writer: FencedWriter) -> None:
        self.owned = owned
        self.lane = lane
        self.writer = writer
        self._plan = plan
        self._clock = SystemClock()
        self._lock = asyncio.Lock()

    async def write(self, decide: Decide, dead_letters: DeadLetters, records: Sequence[Record] = ()) -> Effects | None:
        """Decide when no other write can come between, make the effects durable, then visible in the rows.

        *records* are the input that *decide* folds; their end is committed in the same transaction. None where the lane
        was given back meanwhile: then nothing is decided.
        """
        async with self._lock:
            if not self.lane.is_open:
                return None
            batch = self.lane.take(records) if records else None
            try:
                effects = decide(self.owned)
                dead_letters.passed(len(records) - len(effects.buried))
                letters = [dead_letters.letter(record, reason) for record, reason in effects.buried]
                outgoing = [*self._rows(effects), *effects.outputs, *letters]
                if outgoing or batch:
                    await self._write(effects, outgoing, batch.end if batch else None)
            except BaseException:
                self.lane.close()
                raise
            if batch:
                batch.acknowledge()
                self.lane.committed = batch.end
            return effects

    async def _write(self, effects: Effects, outgoing: Sequence[Outgoing], upto: int | None) -> None:
        if large := next((item for item in outgoing if item.is_oversize), None):
            raise ValueError(f"a record of {large.size} bytes is too large for {large.topic}; its key is {large.key!r}")
        ends = await self.writer.write(outgoing, upto)
        for key, value in effects.rows.items():
            self.owned.apply(key, value)
        self.owned.position = ends.get((self._plan.state, self.owned.partition), self.owned.position)

    def _rows(self, effects: Effects) -> list[Outgoing]:
        """The rows as records of the state topic, in the partition of the same number, under stable ids."""
        now, source, rows = self._clock.now(), f"/wirewatch/{self._plan.group}", []
        for key, value in effects.rows.items():
            version = hashlib.blake2b(key + b"\0" + (value or b""), digest_size=16).hexdigest()
            headers = encode_headers(self._plan.row_type(key), Envelope(version, source, now))
            rows.append(Outgoing(self._plan.state, key, value, headers, self.owned.partition))
        return rows

    async def release(self) -> None:
        """Wait for the write in hand, then let nobody write any more."""
        async with self._lock:
            self.lane.close()
            await self.writer.stop()
