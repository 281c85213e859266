"""Faust as a source of batches: an app with one agent that passes on what our driver makes of a topic.

Runs as a coroutine on the caller's loop, without Faust's worker, web server, tables or command line. The agent never
raises and never acknowledges: a batch does that itself.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Self

from wirekit.streams.lane import Batch, Lane
from wirekit.streams.membership import HEARTBEAT_MS, NEVER_MS, SESSION_MS, Membership, to_records
from wirekit.streams.records import Connection

QUEUED_CHUNKS = 16


class FaustSource:
    """One member of *membership*'s group, reading its one topic through Faust."""

    def __init__(self, connection: Connection, membership: Membership) -> None:
        self._connection = connection
        self._membership = membership
        self._queue: asyncio.Queue[tuple[Lane, list[Any]] | None] = asyncio.Queue(1)
        self._app: Any = None
        self._watching: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._app = app = _app(self._connection, self._membership)
        _add_agent(app, self._membership.topics, self._queue.put)
        await app.start()
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._watching:
            self._watching.cancel()
        await self._app.stop()

    async def _watch(self) -> None:
        while not self._app.should_stop:  # noqa: ASYNC110  # Faust tells nobody
            await asyncio.sleep(0.5)
        await self._queue.put(None)

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches of up to 500 records, as long as the caller asks.

        Raises:
            Exception: What crashed Faust.
        """
        while (piece := await self._queue.get()) is not None:
            lane, records = piece
            if lane.is_giving:  # else the group took it while it was queued; it is read again
                yield lane.take(to_records(records))
        raise self._app.crash_reason or RuntimeError("Faust stopped by itself")

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and is not about to change its mind."""
        return bool(self._app and self._app.consumer.flow_active and not self._app.rebalancing)

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        return list(self._app.consumer.progress()) if self._app else []

    def failure(self) -> str | None:
        """What broke without anybody being told."""
        failure: str | None = self._app.consumer.failure() if self._app else None
        return failure


def _app(connection: Connection, membership: Membership) -> Any:
    import faust  # noqa: PLC0415  # half a second that only the processes with Faust pay

    return faust.App(
        membership.group,
        broker=";".join(f"wirewatch://{server.strip()}" for server in connection.bootstrap_servers.split(",")),
        broker_client_id=connection.client_id,
        broker_commit_interval=1.0,
        broker_session_timeout=SESSION_MS / 1000,
        broker_heartbeat_interval=HEARTBEAT_MS / 1000,
        broker_rebalance_timeout=membership.revoke_seconds * 2,
        broker_max_poll_interval=NEVER_MS / 1000,
        consumer_group_instance_id=membership.instance_id,
        stream_buffer_maxsize=QUEUED_CHUNKS,
        table_standby_replicas=0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        worker_redirect_stdouts=False,
        datadir=Path(tempfile.gettempdir()) / "wirewatch-faust",  # made at a start, though nothing is put there
    )


def _add_agent(app: Any, topics: tuple[str, ...], pass_on: Callable[[Any], Awaitable[None]]) -> None:
    from faust import Schema  # noqa: PLC0415  # see above

    class Untouched(Schema[Any, Any]):
        """Passes the value of our driver's messages on as it is."""

        def compile(self, app: Any, **_: Any) -> Callable[..., Awaitable[Any]]:
            async def decode(message: Any, *, propagate: bool = False) -> Any:
                del propagate
                return app.create_event(None, message.value, None, message)

            return decode

    async def pass_chunks(stream: Any) -> None:
        async for chunk in stream.noack():
            await pass_on(chunk)

    app.agent(app.topic(*topics, schema=Untouched()))(pass_chunks)
    # Faust builds debug records for every message and then drops them.
    logging.getLogger("faust").setLevel(logging.INFO)
