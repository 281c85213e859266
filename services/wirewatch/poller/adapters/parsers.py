"""The pool of child processes that read feeds: a body that kills or stalls its parser costs a child, not the poller."""

from __future__ import annotations

from wirekit.errors import InvalidMessage
from wirekit.runtime.pool import ENVIRONMENT, TIMED_OUT, Pool
from wirewatch.poller.digest import DIGEST, TASK, Digest, Task

PARSER = "wirewatch.poller.digesting:work"


class PoolReader:
    """Reads bodies in the children of *pool*, which run ``PARSER``."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def read(self, body: bytes, task: Task) -> Digest:
        """What *body* holds; raises InvalidMessage, also where the child died of it or took too long."""
        (answer,) = await self._pool.run([body], TASK.dump_json(task))
        if isinstance(answer, bytes):
            return DIGEST.validate_json(answer)
        if answer.reason == TIMED_OUT:
            size = f"a document of {len(body) / 1e6:.1f} MB: {answer.detail}"
            raise InvalidMessage(f"parser_{TIMED_OUT}", f"{size}; WIREWATCH_POLLER_PARSE_SECONDS allows it more")
        died = answer.reason in ("crashed", "raised", ENVIRONMENT)
        raise InvalidMessage(f"parser_{answer.reason}" if died else answer.reason, answer.detail)
