"""A web site with feeds, in a process of its own: ``python -m tests.e2e.feed_site FOLDER PORT HOST…``.

``/<feed>.xml`` is RSS of the items in ``FOLDER/<feed>.jsonl``, one JSON object a line (title, link, html, published),
as they are at the moment; a later line with the same link is another wording of it. What it puts into an answer stands
in ``FOLDER/served.jsonl`` before the answer leaves, each wording once a feed. A feed lists what was last put on it.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.loopback import Answer, Asked, serve

LISTED = 100
Item = dict[str, Any]


class FeedSite:
    """The feeds of *folder*."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._noted: set[tuple[str, str]] = set()
        self._log = (folder / "served.jsonl").open("a", encoding="utf-8")

    async def answer(self, asked: Asked) -> Answer:
        """The feed as it is now, or 304 to who has it."""
        feed = asked.path.strip("/").removesuffix(".xml")
        items = items_of(self._folder / f"{feed}.jsonl")
        body = rss(feed, items)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if asked.headers.get("if-none-match") == etag:
            return Answer(304, headers={"ETag": etag})
        for item in items:
            self._note(feed, item)
        self._log.flush()
        return Answer(body=body, headers={"ETag": etag, "Content-Type": "application/rss+xml"})

    def _note(self, feed: str, item: Item) -> None:
        wording = feed, json.dumps(item)
        if wording not in self._noted:
            self._noted.add(wording)
            self._log.write(json.dumps({"at": time.time(), "feed": feed, **item}) + "\n")


def items_of(path: Path) -> list[Item]:
    """The last hundred items put on the feed, in their latest wording; the last line may still be being written."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    items: Iterable[Item] = map(json.loads, text[: text.rfind("\n") + 1].splitlines())
    latest: dict[str, Item] = {}
    for item in items:
        latest.pop(item["link"], None)
        latest[item["link"]] = item
    return list(latest.values())[-LISTED:]


def rss(feed: str, items: Iterable[Item]) -> bytes:
    listed = "".join(
        f"\n<item><title>{escape(item['title'])}</title><link>{escape(item['link'])}</link>"
        f"<guid>{escape(item['link'])}</guid><pubDate>{item['published']}</pubDate>"
        f"<description>{escape(item['html'])}</description></item>"
        for item in items
    )
    head = f"<title>{feed}</title><link>https://{feed}.example/</link><description>Test</description>"
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel>{head}{listed}</channel></rss>\n'.encode()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[3:], int(sys.argv[2]), FeedSite(Path(sys.argv[1])).answer))
