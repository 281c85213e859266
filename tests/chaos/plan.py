"""What shall befall a newsroom, and when: drawn from a seed before anything starts, so that the seed repeats it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

Kind = Literal["kill", "stop", "freeze", "broker", "two"]

FROZEN_SECONDS = 13.0
"""Longer than the session of a member of a consumer group."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        at: Seconds after the start.
        kind: kill -9, an orderly stop, a freeze beyond the session, kill -9 for a broker, or for two services at once.
        services: Whom it befalls; none for a broker.
        slot: Which replica, or which broker, modulo how many there are.
        seconds: How long a freeze, or the absence of a broker, lasts.
    """

    at: float
    kind: Kind
    services: tuple[str, ...]
    slot: int
    seconds: float


def plan(seed: int, count: int, seconds: float, services: Sequence[str]) -> list[Fault]:
    """*count* faults over *seconds*, in order of time; every kind comes before one comes a second time."""
    luck = random.Random(seed)
    drawn: list[tuple[Kind, tuple[str, ...]]] = []
    while len(drawn) < count:
        drawn += _round(luck, services)
    gap = seconds / (count + 1)
    return [
        Fault(
            at=gap * (number + luck.uniform(0.6, 1.4)),
            kind=kind,
            services=whom,
            slot=luck.randrange(6),
            seconds=FROZEN_SECONDS if kind == "freeze" else luck.uniform(1, 8),
        )
        for number, (kind, whom) in enumerate(drawn[:count])
    ]


def _round(luck: random.Random, services: Sequence[str]) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """Every service is killed, stopped and frozen once; the kinds take turns."""
    hands: dict[Kind, list[tuple[str, ...]]] = {
        "kill": luck.sample([(service,) for service in services], len(services)),
        "stop": luck.sample([(service,) for service in services], len(services)),
        "freeze": luck.sample([(service,) for service in services], len(services)),
        "broker": [(), ()],
        "two": [tuple(luck.sample(services, 2)) for _ in range(2)],
    }
    for turn in zip_longest(*hands.values()):
        dealt = [(kind, whom) for kind, whom in zip(hands, turn, strict=True) if whom is not None]
        yield from luck.sample(dealt, len(dealt))
