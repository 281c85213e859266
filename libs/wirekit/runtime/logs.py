"""Configures logging once a process: one line an event on standard error, for people or as JSON.

Libraries that log through the standard library (aiokafka, faust, uvicorn) pass through the same lines, from WARNING up.
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from typing import Literal, TextIO, cast

import structlog
from structlog.typing import EventDict, FilteringBoundLogger, Processor, WrappedLogger

from wirekit.errors import ConfigError
from wirekit.runtime.outage import Outage

# aiokafka reports at ERROR what is normal until the coordinator of a new cluster is elected.
_HARMLESS = "GroupCoordinatorNotAvailableError"
_REPEAT_SECONDS = 10.0
_MAX_REMEMBERED = 500
_LIBRARIES = ("aiokafka", "asyncio", "faust", "httpcore", "mode", "uvicorn")


def get_logger() -> FilteringBoundLogger:
    """A logger for a module: ``log.info("feed.polled", status="not_modified", new=0)``."""
    return cast("FilteringBoundLogger", structlog.get_logger())


def configure_logs(style: Literal["console", "json"], level: str, service: str) -> None:
    """Log events of at least *level* (a name of the standard library) in *style*, each with ``service``.

    Raises:
        ConfigError: There is no such level.
    """

    def add_service(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        event["service"] = service
        return event

    threshold = logging.getLevelNamesMapping().get(level.upper())
    if threshold is None:
        raise ConfigError(f"{level!r} is no level of logging: debug, info, warning or error")
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_service,
        structlog.processors.StackInfoRenderer(),
    ]
    render = _rendering(style)
    structlog.configure(
        processors=[*before, *render],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", _StandardError())),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(foreign_pre_chain=before, processors=_foreign(render))
    _route_standard_library(formatter, threshold)


class _StandardError:
    """Standard error whose reader may go away: what a service does, its end above all, must not fail for that."""

    def write(self, text: str) -> None:
        """Write *text*, if anybody still reads."""
        with suppress(BrokenPipeError):
            sys.stderr.write(text)

    def flush(self) -> None:
        """As `write`."""
        with suppress(BrokenPipeError):
            sys.stderr.flush()


def _rendering(style: Literal["console", "json"]) -> list[Processor]:
    if style == "json":
        return [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ]
    plain = structlog.dev.plain_traceback
    return [_one_line, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _foreign(render: list[Processor]) -> list[Processor]:
    return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render]


def _one_line(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Escape line breaks and control characters: what a feed wrote must not forge a line or drive a terminal."""
    for key, value in event.items():
        if isinstance(value, str) and not value.isprintable():
            event[key] = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in value)
    return event


class _Sparing(logging.Filter):
    """Passes each sentence of a library once in a while."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether *record* is worth a line."""
        sentence = record.name, record.getMessage()
        if _HARMLESS in sentence[1] or abs(record.created - self._said.get(sentence, 0.0)) < _REPEAT_SECONDS:
            return False
        if len(self._said) >= _MAX_REMEMBERED:
            self._said.clear()
        self._said[sentence] = record.created
        return True


def _route_standard_library(formatter: logging.Formatter, threshold: int) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    handler.addFilter(Outage())
    handler.addFilter(_Sparing())
    handler.setLevel(max(logging.WARNING, threshold))  # Faust lowers the level of its loggers when it starts
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in _LIBRARIES:
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
