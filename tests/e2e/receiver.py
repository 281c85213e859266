"""A receiver of webhooks, in a process of its own: ``python -m tests.e2e.receiver FOLDER PORT``. Verifies nothing.

Every request stands in ``FOLDER/received.jsonl`` before it is answered, with the answer it is about to get. That is 200
at once, unless ``FOLDER/answers.json`` says otherwise at that moment: ``{"/desk-1": {"status": 500, "seconds": 3}}``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from tests.loopback import Answer, Asked, serve


class Receiver:
    """Notes and answers as *folder* says."""

    def __init__(self, folder: Path) -> None:
        self._answers = folder / "answers.json"
        self._log = (folder / "received.jsonl").open("a", encoding="utf-8")

    async def answer(self, asked: Asked) -> Answer:
        """One request."""
        told = json.loads(self._answers.read_text()) if self._answers.exists() else {}
        how = {"status": 200, "seconds": 0, **told.get(asked.path, {})}
        request = {"path": asked.path, "headers": dict(asked.headers), "body": asked.body.decode()}
        self._log.write(json.dumps({"at": time.time(), **request, **how}) + "\n")
        self._log.flush()
        await asyncio.sleep(how["seconds"])
        return Answer(how["status"])


if __name__ == "__main__":
    asyncio.run(serve(["127.0.0.1"], int(sys.argv[2]), Receiver(Path(sys.argv[1])).answer))
