"""The processes of a newsroom under faults: started in their places, disturbed, started again as a supervisor does."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.chaos.plan import Fault
from tests.e2e.newsroom import Newsroom
from tests.e2e.processes import Child

FROZEN_SECONDS = 13.0
"""Longer than the session of a member of a consumer group."""

LOOK_SECONDS = 0.5
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: at which time (Unix seconds), what, and to which process or broker."""

    at: float
    what: str
    whom: str


class Crew:
    """*replicas* processes of each service, in numbered places; ``timeline`` is what happened to them."""

    def __init__(self, newsroom: Newsroom, replicas: dict[str, int], seed: int) -> None:
        self.timeline: list[Event] = []
        self._newsroom = newsroom
        self._places = {(service, slot): None for service, count in replicas.items() for slot in range(count)}
        self._children: dict[Place, Child] = {}
        self._frozen: set[Place] = set()
        self._luck = random.Random(seed)
        self._stopped: dict[str, set[int]] = {}

    @property
    def clean_exits(self) -> set[int]:
        """The exit codes of the processes that were asked to end after they had started."""
        return set().union(*self._stopped.values()) if self._stopped else set()

    def unclean(self, service: str) -> list[float]:
        """When a process of *service* was killed, frozen or gave up."""
        return [
            event.at
            for event in self.timeline
            if event.whom.startswith(service) and event.what in ("kill -9", "SIGSTOP", "exit 70")
        ]

    async def keep_running(self) -> None:
        """Start what has ended, until cancelled; every end that nobody asked for is noted."""
        while True:
            for place in self._places:
                child = self._children.get(place)
                if child is None or (child.exit_code is not None and place not in self._frozen):
                    if child is not None and child.exit_code not in (0, -signal.SIGKILL):
                        self._note(f"exit {child.exit_code}", place)
                    self._children[place] = self._newsroom.start(place[0], f"{place[0]}-{place[1]}")
            await asyncio.sleep(LOOK_SECONDS)

    async def befall(self, faults: Sequence[Fault]) -> None:
        """Let *faults* happen at their times, and return when the last one is over."""
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for fault in faults:
                await asyncio.sleep(max(0.0, began + fault.at - time.monotonic()))
                group.create_task(self._happen(fault))

    async def _happen(self, fault: Fault) -> None:
        places = [self._place(service, fault.slot) for service in fault.services]
        match fault.kind:
            case "broker":
                await self._kill_broker(fault.slot)
            case "kill" | "two":
                for place in places:
                    self._kill(place)
            case "stop":
                await self._stop(places[0])
            case "freeze":
                await self._freeze(places[0])

    def _place(self, service: str, slot: int) -> Place:
        count = sum(name == service for name, _ in self._places)
        return service, slot % count

    def _kill(self, place: Place) -> None:
        self._note("kill -9", place)
        self._children[place].kill()

    async def _stop(self, place: Place) -> None:
        child = self._children[place]
        had_started = "service.started" in child.text()
        self._note("SIGTERM", place)
        code = await child.stop()
        if had_started and place not in self._frozen:  # else it may not even have listened yet
            self._stopped.setdefault(place[0], set()).add(code)

    async def _freeze(self, place: Place) -> None:
        child = self._children[place]
        self._note("SIGSTOP", place)
        self._frozen.add(place)
        child.send(signal.SIGSTOP)
        await asyncio.sleep(FROZEN_SECONDS)
        self._note("SIGCONT", place)
        child.send(signal.SIGCONT)
        self._frozen.discard(place)

    async def _kill_broker(self, slot: int) -> None:
        nodes = self._newsroom.nodes
        node = nodes[slot % len(nodes)]
        name = f"kafka-{slot % len(nodes)}"
        self.timeline.append(Event(time.time(), "kill -9", name))
        node.kill()
        await asyncio.sleep(self._luck.uniform(1, 8))
        await node.start()
        self.timeline.append(Event(time.time(), "started", name))

    def _note(self, what: str, place: Place) -> None:
        self.timeline.append(Event(time.time(), what, f"{place[0]}-{place[1]}"))
