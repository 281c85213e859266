"""Decides what follows from an endpoint's answer: delivered, tried again and when, or dead. Pure; sends nothing.

Only 2xx is success (Standard Webhooks); 410 says the endpoint is gone. Time-outs, 408, 425, 429 and 5xx may pass and
get the whole schedule; any other status (3xx: redirects are not followed) gets few, a URL that we may not call none.
``Retry-After`` (RFC 9110 10.2.3) is a lower bound, up to what a setting says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wirekit.net import read_retry_after

FEW_TRIES = 3
GONE = 410

_PASSING = frozenset((408, 425, 429))
_SPREAD = 0.2


class DeliveryOutcome(StrEnum):
    """What became of a delivery, as ``deliveries.attempted`` says it."""

    DELIVERED = "delivered"
    RETRIED = "retried"
    DEAD = "dead"
    DISABLED = "disabled"
    UNROUTABLE = "unroutable"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        status: Of HTTP; None when no answer came.
        error: Why no answer came, None with a status.
        rest: How long the endpoint wants to be left alone; None when it did not say.
        refused: We would not call this URL, whatever its name resolves to.
    """

    status: int | None
    error: str | None = None
    rest: dt.timedelta | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows.

    Attributes:
        next_at: When to try again; None when the delivery is over.
        rest_until: Until when the endpoint wants to be left alone; None when it did not say.
        is_gone: The endpoint said that it takes nothing any more.
    """

    outcome: DeliveryOutcome
    next_at: dt.datetime | None = None
    rest_until: dt.datetime | None = None
    is_gone: bool = False


def judge(answer: Answer, tries: int, schedule: Sequence[dt.timedelta], now: dt.datetime, luck: float) -> Verdict:
    """What follows from *answer* to try number *tries* (1, 2, …), given at *now*.

    Args:
        answer: What came back.
        tries: Tries so far, this one included.
        schedule: The wait after each failed try; as many further tries as it has waits.
        now: When the answer came.
        luck: Random in [0, 1): spreads the wait by 20 % to either side.
    """
    status = answer.status
    if status is not None and 200 <= status < 300:  # noqa: PLR2004 - the class of success
        return Verdict(DeliveryOutcome.DELIVERED)
    if status == GONE:
        return Verdict(DeliveryOutcome.DEAD, is_gone=True)
    rest_until = None if answer.rest is None else now + answer.rest
    waits = () if answer.refused else schedule if _may_pass(status) else schedule[: FEW_TRIES - 1]
    if tries > len(waits):
        return Verdict(DeliveryOutcome.DEAD, rest_until=rest_until)
    wait = waits[tries - 1] * (1 - _SPREAD + 2 * _SPREAD * luck)
    return Verdict(DeliveryOutcome.RETRIED, now + max(wait, answer.rest or wait), rest_until)


def rest_asked_for(retry_after: str | None, now: dt.datetime, longest: dt.timedelta) -> dt.timedelta | None:
    """What the header *retry_after* asks for, *longest* at most; None where it asks for nothing that makes sense."""
    asked = read_retry_after(retry_after, now)
    return None if asked is None else min(asked, longest)


def _may_pass(status: int | None) -> bool:
    return status is None or status in _PASSING or status >= 500  # noqa: PLR2004 - the class of server errors
