"""Faust as it comes (variant ``record``: models, defaults), and with all its tuning on plain bytes (``bytes``)."""

from __future__ import annotations

import asyncio
import tempfile
from typing import Any

import faust

from tests.bench.streams.job import Job, Stopwatch, decoded

_TUNED = {"broker_commit_every": 10_000, "producer_linger": 0.005, "producer_max_batch_size": 256 * 1024}


class Article(faust.Record, serializer="json"):
    """What a Faust application would declare for the fields that the job reads."""

    article_id: str
    revision: int
    revision_id: str
    feed_id: str
    url: str | None = None
    title: str = ""
    content_html: str | None = None


def run(job: Job, watch: Stopwatch, variant: str) -> None:
    """The whole job in a Faust worker without web server."""
    options: dict[str, Any] = _TUNED if variant == "bytes" else {}
    app: Any = faust.App(
        job.group,
        broker="kafka://" + job.servers,
        datadir=tempfile.mkdtemp(),
        topic_disable_leader=True,
        topic_allow_declare=False,
        web_enabled=False,
        consumer_auto_offset_reset="earliest",
        **options,
    )
    source = (
        app.topic(job.source, value_type=bytes, value_serializer="raw")
        if variant == "bytes"
        else app.topic(job.source, value_type=Article)
    )
    target = app.topic(job.target, value_serializer="raw" if variant == "bytes" else "json")
    finished = asyncio.Event()

    async def work(stream: Any) -> None:
        done, sent = 0, []
        async for value in stream:
            watch.start()
            key = decoded(value).article_id if variant == "bytes" else value.article_id
            sent.append(await target.send(key=key, value=value))
            done += 1
            if len(sent) == 500 or done == job.count:
                await asyncio.gather(*sent)
                sent.clear()
            if done == job.count:
                watch.stop()
                finished.set()

    app.agent(source)(work)

    async def until_finished() -> None:
        await app.start()
        await finished.wait()

    # Not asyncio.run: an application that is cancelled does not always end.
    asyncio.new_event_loop().run_until_complete(until_finished())
