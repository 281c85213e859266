"""What all contracts share: frozen models, UTC instants, durations. Never what a message means."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticKnownError

from wirekit.contracts.problems import UNITS, in_words

_DURATION = re.compile(r"^\s*(\d{1,9})\s*([smhd])\s*$")
_ISO_8601 = re.compile(r"[+-]?P")


def _utc(instant: dt.datetime) -> dt.datetime:
    try:
        return instant.astimezone(dt.UTC)
    except OverflowError:  # the first or last day of the calendar, in a zone beyond it
        raise ValueError("the instant is out of range in UTC") from None


def _duration(value: Any) -> Any:
    """Read ``90s``, ``15m``, ``6h`` and ``2d``; leave ISO 8601 to pydantic, and refuse what it guesses the unit of."""
    if isinstance(value, str) and (match := _DURATION.match(value)):
        return dt.timedelta(seconds=int(match[1]) * UNITS[match[2]])
    if isinstance(value, dt.timedelta) or (isinstance(value, str) and _ISO_8601.match(value)):
        return value
    raise PydanticKnownError("time_delta_type")


Instant = Annotated[AwareDatetime, AfterValidator(_utc)]
"""An aware instant, kept in UTC, written as RFC 3339 with Z."""

Duration = Annotated[dt.timedelta, BeforeValidator(_duration)]
"""A span of time: ``6h`` in files, ISO 8601 on the wire."""

Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A whole number that every store and protocol holds."""

RecordOffset = Annotated[int, Field(ge=0, le=2**63 - 1)]
"""A place in a partition, as Kafka counts it."""

NOT_FOR_FILES = "not for files"

ManagedBy = Annotated[str, NOT_FOR_FILES]
"""Whose a row is: a file's, or the console's. What a file names is the file's, so no file may say it."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""An id that an operator chose: lower-case letters, digits, ``-`` and ``_``, at most 64 characters."""


def first_problem(error: ValidationError) -> str:
    """Where the first thing lies that *error* found wrong, and what it is; bounded, for much of it came from outside.

    The document as a whole is ``it``.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'it':.300}: {in_words(first):.300}"


def rfc3339(instant: dt.datetime) -> str:
    """An aware *instant* as the messages write it: in UTC, with Z."""
    return instant.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


class Value(BaseModel):
    """A frozen part of a message. Readers ignore fields that they do not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", serialize_by_alias=True)


class Message(Value):
    """A frozen value that travels on a topic as the data of a CloudEvent."""

    event_type: ClassVar[str]

    def to_json(self) -> bytes:
        """The value as UTF-8 JSON, never ASCII-escaped."""
        return self.__pydantic_serializer__.to_json(self)  # model_dump_json would decode it, for us to encode it
