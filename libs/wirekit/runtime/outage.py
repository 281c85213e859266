"""One line when Kafka stops answering, one a minute while it does not, one when it answers again.

aiokafka reports every attempt of every client, hundreds of times a minute; that is heard here and goes no further.
Asks nothing of Kafka itself: while it is away aiokafka is told to log its answers, and the first one ends the outage.
"""

from __future__ import annotations

import logging
import re
import threading

import structlog

REMIND_SECONDS = 60.0
QUIET_SECONDS = 3.0  # of several brokers one may be away while the others answer
_LIBRARIES = ("aiokafka", "faust", "mode", "asyncio")  # the last tells of aiokafka's tasks that nobody waits for
_CAUSES = re.compile(
    "Unable (to )?connect|Unable to (request|update) metadata"
    "|KafkaConnectionError|NodeNotReadyError|RequestTimedOutError|Did we not perform bootstrap"
)
_CONSEQUENCES = re.compile(
    "[Mm]arking (the )?coordinator dead|is either not started or not valid"
    "|Timer .* is overlapping|NotLeaderForPartition"
)

log = structlog.get_logger()


class Outage(logging.Filter):
    """Stands before a handler; one a process."""

    def __init__(self) -> None:
        super().__init__()
        self._since: float | None = None
        self._last = self._said = 0.0
        self._lock = threading.Lock()  # Faust reads in a thread of its own
        self._answers = logging.getLogger("aiokafka.conn")
        self._answers.addFilter(self._note_answer)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether *record* says something else."""
        if not record.name.startswith(_LIBRARIES):
            return True
        sentence, error = record.getMessage(), record.exc_info[1] if record.exc_info else None
        if _CAUSES.search(f"{sentence} {error!r}"):
            self._note_failure(record.created, sentence)
            return False
        if _CONSEQUENCES.search(sentence):
            return self._since is None and record.levelno > logging.WARNING  # one that comes alone is Kafka starting
        return True

    def _note_failure(self, now: float, sentence: str) -> None:
        with self._lock:
            self._last = now
            if self._since is None:
                self._since = now
                self._answers.setLevel(logging.DEBUG)
            elif now - self._said < REMIND_SECONDS:
                return
            self._said, seconds = now, round(now - self._since)
        log.error("kafka.unreachable", detail=sentence, seconds=seconds)

    def _note_answer(self, record: logging.LogRecord) -> bool:
        if record.levelno > logging.DEBUG:
            return True
        with self._lock:
            is_quiet = record.created - self._last >= QUIET_SECONDS
            if self._since is None or not is_quiet or not record.msg.startswith("Response from"):
                return False
            seconds, self._since = round(record.created - self._since), None
            self._answers.setLevel(logging.NOTSET)
        log.warning("kafka.answered", seconds=seconds)
        return False
