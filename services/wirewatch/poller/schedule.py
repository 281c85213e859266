"""Decides when a feed is due next, and says why. Reads no clock: the instant and a random number are arguments.

News halves or shortens the interval, silence stretches it, within the bounds of the registry. A server's Retry-After
binds; the freshness of its answer is a hint (up to 15 minutes). Failures of polls that were due add to a score that
stretches the interval exponentially, up to a day: a feed never dies, except by answering 410 for a day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from wirekit.contracts import FeedState, PollEvery
from wirekit.net import Reason
from wirewatch.poller.hints import Hints

DAY = dt.timedelta(hours=24)
NEVER = dt.timedelta(days=365)
FAILING_SCORE = 3.0
_HIGHEST_SCORE = 20.0
_HINT_CAP = dt.timedelta(minutes=15)
_THROTTLED_FLOOR = dt.timedelta(seconds=60)
_JITTER = 0.1
_LIGHT = 0.25
_SILENCE, _NEWS, _MANY_NEWS = 1.25, 0.75, 0.5
# What the network does passes soonest; what the server says about this address, or what costs a parser, lasts longest.
_PASSING = re.compile(r"dns_temporary|deadline|http_408")
_WEAK = re.compile(r"dns_unknown|connect|truncated|http_5\d\d")


@dataclass(frozen=True, slots=True)
class Pace:
    """How a feed goes on. *interval* is what the model wants before hints and jitter."""

    due_at: dt.datetime
    reason: str
    interval: dt.timedelta
    error_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the model starts from: the bounds of the registry, and where it stood.

    Attributes:
        interval: None before the first success.
    """

    bounds: PollEvery
    interval: dt.timedelta | None = None
    error_score: float = 0.0

    @property
    def clamped(self) -> dt.timedelta:
        """The interval within the bounds; the shortest at first."""
        return min(max(self.interval or self.bounds.min, self.bounds.min), self.bounds.max)


def after_success(rhythm: Rhythm, share: float | None, hints: Hints, now: dt.datetime, random: float) -> Pace:
    """The pace after an answer.

    Args:
        rhythm: Where the feed stood.
        share: Of the listed items, which part was new or changed; None at the first poll, which says nothing about it.
        hints: Of the answer.
        now: When the answer came.
        random: From 0 to 1, for the jitter.
    """
    factor = 1.0 if share is None else _SILENCE if share == 0 else _MANY_NEWS if share >= 0.5 else _NEWS  # noqa: PLR2004
    interval = min(max(rhythm.clamped * factor, rhythm.bounds.min), rhythm.bounds.max)
    fresh_for = min(hints.fresh_for or dt.timedelta(), _HINT_CAP, rhythm.bounds.max)
    if fresh_for > interval:
        return Pace(now + _jittered(fresh_for, random), f"fresh for {_spoken(fresh_for)} (Cache-Control)", interval)
    why = "first poll" if share is None else "news" if share else "nothing new"
    return Pace(now + _jittered(interval, random), f"{why}: every {_spoken(interval)}", interval)


def after_failure(rhythm: Rhythm, status: str, hints: Hints, now: dt.datetime, random: float) -> Pace:
    """The pace after a failure; *status* is its code. The interval stays, so that a feed recovers to its own pace."""
    weight = _weight(status) if hints.retry_after is None else _LIGHT
    score = min(rhythm.error_score + weight, _HIGHEST_SCORE)
    wait = min(rhythm.clamped * 2**score, max(DAY, rhythm.clamped))
    if hints.retry_after is not None:
        asked = hints.retry_after
        if asked >= rhythm.clamped:
            # Never earlier than asked: this jitter only adds.
            return Pace(
                now + asked * (1 + _JITTER * random), f"{status}: Retry-After {_spoken(asked)}", rhythm.clamped, score
            )
        wait = rhythm.clamped
    elif status == "throttled":
        wait = max(wait, _THROTTLED_FLOOR)
    return Pace(now + _jittered(wait, random), f"{status}: backing off {_spoken(wait)}", rhythm.clamped, score)


def after_early_failure(usual: Pace, state: FeedState, status: str, hints: Hints, now: dt.datetime) -> Pace:
    """The *usual* pace after a failure, where an operator or a start had the feed asked before it was due.

    That tells nothing of how it fares at its own pace: it adds no score, and delays no poll unless the server asks so.
    """
    asked = hints.retry_after or (_THROTTLED_FLOOR if status == "throttled" else dt.timedelta())
    planned = max(state.due_at, now + asked)
    if planned < usual.due_at:
        why = "due as before" if planned == state.due_at else "due when the server may be asked again"
        usual = replace(usual, due_at=planned, reason=f"{status}: asked early, {why}")
    return replace(usual, error_score=state.error_score)


def due_when_opened(state: FeedState, now: dt.datetime) -> dt.datetime:
    """When a feed is due that a start has given us, at most the longest wait from *now*: clocks have been wrong.

    What we refused to ask is due at once, for our settings may be others.
    """
    if state.last_status == Reason.BLOCKED_ADDRESS:
        return now
    return min(state.due_at, now + max(DAY, state.spec.poll_every.max) * (1 + _JITTER))


def when_gone(rhythm: Rhythm, since: dt.datetime, *, for_good: bool) -> Pace:
    """The pace after a 410, the first of which came at *since*: asked once more a day later, then no more."""
    wait, why = (NEVER, "gone") if for_good else (DAY, "gone: asked once more in a day")
    return Pace(since + wait, why, rhythm.clamped, rhythm.error_score)


def _weight(status: str) -> float:
    if status == "local_outage":
        return 0.0
    return _LIGHT if _PASSING.fullmatch(status) else 0.5 if _WEAK.fullmatch(status) else 1.0


def _jittered(wait: dt.timedelta, random: float) -> dt.timedelta:
    return wait * (1 - _JITTER + 2 * _JITTER * random)


def _spoken(span: dt.timedelta) -> str:
    """``90s``, ``12m``, ``3h``: the largest unit that leaves at least two of it."""
    seconds = span.total_seconds()
    for unit, size in (("h", 3600), ("m", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.3g}{unit}"
    return f"{seconds:.3g}s"
