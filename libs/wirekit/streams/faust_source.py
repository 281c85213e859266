"""Faust as a source of batches: one agent passes on what our driver makes of a topic.

Runs on the caller's loop, without Faust's worker, web server or tables. The agent never raises and never acknowledges.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator
from typing import Any, Self

from wirekit.kafka import Connection
from wirekit.kafka.connection import METADATA_MS
from wirekit.kafka.denials import denied_as
from wirekit.kafka.insight import coordination_failure, stable_end
from wirekit.kafka.reading import to_records
from wirekit.streams import consumer as kafka
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.pace import Pace


class FaustSource:
    """One member of *membership*'s group, reading its topics through Faust."""

    def __init__(self, connection: Connection, membership: kafka.Membership) -> None:
        import faust  # noqa: PLC0415 - half a second that only the processes with Faust pay

        self.pace = Pace()
        self._chunks: asyncio.Queue[tuple[Lane, list[Any]] | None] = asyncio.Queue(1)
        logging.getLogger("faust").setLevel(logging.INFO)  # else it builds debug records that are dropped
        self._app: Any = faust.App(
            membership.group,
            broker=";".join(f"wirewatch://{server.strip()}" for server in connection.bootstrap_servers.split(",")),
            broker_client_id=connection.client_id,
            broker_credentials=connection.security and connection.security.for_faust(),
            broker_commit_interval=kafka.COMMIT_SECONDS,
            broker_session_timeout=kafka.SESSION_MS / 1000,
            broker_heartbeat_interval=kafka.HEARTBEAT_MS / 1000,
            broker_rebalance_timeout=kafka.REVOKE_SECONDS * 2,
            broker_max_poll_interval=kafka.NEVER_MS / 1000,
            consumer_group_instance_id=membership.instance_id,
            consumer_metadata_max_age_ms=METADATA_MS,
            stream_buffer_maxsize=16,  # chunks
            table_standby_replicas=0,
            topic_allow_declare=False,
            topic_disable_leader=True,
            web_enabled=False,
            datadir=f"{tempfile.gettempdir()}/wirewatch-faust",  # made at a start, though nothing is put there
        )
        chunks = self._app.topic(*membership.topics, value_type=bytes, value_serializer="raw")
        self._app.agent(chunks)(self._pass_on)

    async def __aenter__(self) -> Self:
        starting = asyncio.create_task(self._app.start())
        try:
            while not starting.done():  # not before the group has let us in
                await asyncio.wait({starting}, timeout=1)
                if failure := self.failure():
                    raise failure  # noqa: TRY301 - what has started is stopped below
            await starting
        except BaseException:  # also told to stop: what has started would never end by itself
            starting.cancel()
            await self.__aexit__()
            raise
        self._app.add_future(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._app.started and not self._app.crashed:  # what is in hand stays undone, and Faust would wait for it
            await self._app.consumer.commit()
            self._app.consumer.close_lanes()
        await self._app.stop()
        self._app.consumer.close_lanes()

    async def _pass_on(self, stream: Any) -> None:
        async for chunk in stream.noack():
            await self._chunks.put(chunk)

    async def _watch(self) -> None:
        await self._app.wait_until_stopped()
        await self._chunks.put(None)

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches as large as ``pace`` says, as long as the caller asks; raises what crashed Faust."""
        while chunk := await self._chunks.get():
            lane, records = chunk
            for batch in self.pace.batches(lane, to_records(records)):
                yield batch
        with denied_as("READ"):
            raise self._app.crash_reason or RuntimeError("Faust stopped by itself")

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and is not about to change its mind."""
        consumer = self._app.consumer if self._app.started else None
        return bool(consumer and consumer.turn and consumer.flow_active and not self._app.rebalancing)

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        lanes = list(self._app.consumer.lanes.items()) if self._app.started else []
        return [(lane, stable_end(self._app.consumer._thread._consumer, tp)) for tp, lane in lanes]  # noqa: SLF001 - Faust's

    def failure(self) -> Exception | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._app.consumer._thread._consumer if self._app.started else None)  # noqa: SLF001 - Faust's
