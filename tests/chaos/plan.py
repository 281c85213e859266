"""What shall befall a newsroom, and when: drawn from a seed before anything starts, so that the seed repeats it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

Kind = Literal["kill", "stop", "freeze", "broker", "two"]

WEIGHTS: dict[Kind, int] = {"kill": 5, "stop": 3, "freeze": 2, "broker": 2, "two": 2}
SERVICES = ("poller", "enricher", "alerter", "notifier")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        at: Seconds after the start.
        kind: kill -9, an orderly stop, a freeze beyond the session, kill -9 for a broker, or for two services at once.
        services: Whom it befalls; none for a broker.
        slot: Which replica, or which broker, modulo how many there are.
    """

    at: float
    kind: Kind
    services: tuple[str, ...]
    slot: int


def plan(seed: int, count: int, seconds: float) -> list[Fault]:
    """*count* faults over *seconds*, in order of time; every kind comes before one comes a second time."""
    luck = random.Random(seed)
    gap = seconds / (count + 1)
    kinds = list(WEIGHTS) + luck.choices(list(WEIGHTS), list(WEIGHTS.values()), k=count)
    return [_fault(luck, kind, gap * (number + luck.uniform(0.6, 1.4))) for number, kind in enumerate(kinds[:count])]


def _fault(luck: random.Random, kind: Kind, at: float) -> Fault:
    affected = {"broker": 0, "two": 2}.get(kind, 1)
    return Fault(at, kind, tuple(luck.sample(SERVICES, affected)), luck.randrange(6))
