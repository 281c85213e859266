"""The processes of a newsroom under faults: started in their places, disturbed, started again as a supervisor does."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.chaos.plan import Fault
from tests.e2e.newsroom import Newsroom
from tests.e2e.processes import Child

LOOK_SECONDS = 0.5
START_SECONDS = 180.0
EXPLAINED = {0, -signal.SIGKILL, -signal.SIGTERM, 70}
"""How a process may end here: as it was told, before it listened to that, or because another one has its work."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: at which time (Unix seconds), what, and to which process or broker."""

    at: float
    what: str
    whom: str


class Crew:
    """*replicas* processes of each service, in numbered places; ``timeline`` is what happened to them."""

    def __init__(self, newsroom: Newsroom, replicas: Mapping[str, int]) -> None:
        self.timeline: list[Event] = []
        self._newsroom = newsroom
        self._replicas = replicas
        self._places = [(service, slot) for service, count in replicas.items() for slot in range(count)]
        self._children: dict[Place, Child] = {}
        self._frozen: set[Place] = set()
        self._one_broker = asyncio.Lock()

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
                        self._note(f"exit {child.exit_code}", _name(place))
                    name = _name(place) if self._newsroom.layout.named else None
                    self._children[place] = self._newsroom.start(place[0], name)
            await asyncio.sleep(LOOK_SECONDS)

    async def until_ready(self) -> None:
        """Return when every place has a process that is ready."""
        async with asyncio.timeout(START_SECONDS):
            while not all(place in self._children and self._children[place].is_ready() for place in self._places):
                await asyncio.sleep(LOOK_SECONDS)

    async def befall(self, faults: Sequence[Fault]) -> None:
        """Let *faults* happen at their times, and return when the last one is over."""
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for fault in faults:
                await asyncio.sleep(max(0.0, began + fault.at - time.monotonic()))
                group.create_task(self._happen(fault))

    async def end(self) -> set[int]:
        """Ask all to end, in the order of the flow; the exit codes of the whole run that nothing explains."""
        codes = {child.exit_code or 0 for child in self._newsroom.children if child.name in self._replicas}
        return (codes - EXPLAINED) | (await self._newsroom.stop_all() - {0})

    async def _happen(self, fault: Fault) -> None:
        if fault.kind == "broker":
            await self._kill_broker(fault)
        for service in fault.services:
            place = service, fault.slot % self._replicas[service]
            match fault.kind:
                case "stop":
                    self._note("SIGTERM", _name(place))
                    await self._children[place].stop()
                case "freeze":
                    await self._freeze(place, fault.seconds)
                case _:
                    self._note("kill -9", _name(place))
                    self._children[place].kill()

    async def _freeze(self, place: Place, seconds: float) -> None:
        child = self._children[place]
        self._note("SIGSTOP", _name(place))
        self._frozen.add(place)
        child.send(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        self._note("SIGCONT", _name(place))
        child.send(signal.SIGCONT)
        self._frozen.discard(place)

    async def _kill_broker(self, fault: Fault) -> None:
        slot = fault.slot % len(self._newsroom.nodes)
        node = self._newsroom.nodes[slot]
        async with self._one_broker:
            self._note("kill -9", f"kafka-{slot}")
            node.kill()
            await asyncio.sleep(fault.seconds)
            await node.start()
            self._note("started", f"kafka-{slot}")

    def _note(self, what: str, whom: str) -> None:
        self.timeline.append(Event(time.time(), what, whom))


def _name(place: Place) -> str:
    return f"{place[0]}-{place[1]}"
