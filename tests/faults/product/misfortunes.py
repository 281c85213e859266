"""What befalls a newsroom from outside, at moments drawn by lot: kills, stops, freezes, and a broker that restarts."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from typing import Any

from tests.e2e.newsroom import Newsroom
from tests.e2e.processes import Child

FROZEN_SECONDS = 12.0
"""Longer than the session of a member of a consumer group."""


class Misfortunes:
    """Befall *newsroom*; what ended is started again, as a supervisor does.

    Attributes:
        stopped: The exit codes of those that were asked to end.
        unclean: How often a notifier ended or froze without a warning.
    """

    def __init__(self, newsroom: Newsroom, luck: random.Random) -> None:
        self.stopped: list[tuple[str, int]] = []
        self.unclean = 0
        self._newsroom = newsroom
        self._luck = luck
        self._taken: set[Child] = set()
        self._began = time.monotonic()

    async def keep_running(self) -> None:
        """Start again what has ended, until cancelled."""
        while True:
            for service in self._newsroom.layout.services:
                if not self._newsroom.living(service):
                    self._newsroom.start(service)
            await asyncio.sleep(0.5)

    async def befall(self, rounds: int) -> None:
        """In each round: -9 for every service, SIGTERM for two, a freeze for one, a stop and a crash for Kafka."""
        for _ in range(rounds):
            services = list(self._newsroom.layout.services)
            acts: list[tuple[Callable[[str], Coroutine[Any, Any, None]], str]] = [(self.kill, s) for s in services]
            acts += [(self.stop, service) for service in self._luck.sample(services, 2)]
            acts += [(self.restart_kafka, "kafka"), (self.crash_kafka, "kafka")]
            self._luck.shuffle(acts)
            frozen = asyncio.create_task(self.freeze(self._luck.choice(services)))
            for act, whom in acts:
                await self._moment()
                await act(whom)
            await frozen

    async def _moment(self) -> None:
        """Any moment, or one right after a feed gave something new: then articles are on their way through all."""
        await asyncio.sleep(self._luck.uniform(0.3, 3))
        if self._luck.random() < 0.5:
            before, limit = len(self._newsroom.served()), time.monotonic() + 3
            while len(self._newsroom.served()) == before and time.monotonic() < limit:
                await asyncio.sleep(0.02)
            await asyncio.sleep(self._luck.uniform(0, 0.6))

    async def kill(self, service: str) -> None:
        """End one process of *service* at once."""
        for child in self._well(service)[:1]:
            self._note("kill -9", child)
            self.unclean += service == "notifier"
            child.kill()

    async def stop(self, service: str) -> None:
        """Ask one process of *service* to end."""
        for child in self._well(service)[:1]:
            self._note("SIGTERM", child)
            self._taken.add(child)
            had_started = "service.started" in child.text()
            code = await child.stop()
            if had_started:  # else it did not even listen yet
                self.stopped.append((service, code))

    async def freeze(self, service: str) -> None:
        """Freeze a process beyond its session; another one takes its work over meanwhile, and then one of them goes."""
        await self._moment()
        for child in self._well(service)[:1]:
            self._note("SIGSTOP", child)
            self.unclean += service == "notifier"
            self._taken.add(child)
            child.send(signal.SIGSTOP)
            if service != "console":  # its port and its cache are one process's
                self._newsroom.start(service, f"{service}-1" if self._newsroom.layout.named else None)
            await asyncio.sleep(FROZEN_SECONDS)
            self._note("SIGCONT", child)
            child.send(signal.SIGCONT)
            await asyncio.sleep(self._luck.uniform(0.5, 5))
            self._taken.discard(child)
            if len(self._well(service)) > 1:
                await self.stop(service)

    async def restart_kafka(self, _: str) -> None:
        """Kafka ends in order and comes back."""
        self._say("kafka stops")
        await self._newsroom.kafka.stop()
        await self._newsroom.kafka.start()

    async def crash_kafka(self, _: str) -> None:
        """Kafka is killed and comes back."""
        self._say("kafka is killed")
        self._newsroom.nodes[0].kill()
        await asyncio.sleep(self._luck.uniform(0, 2))
        await self._newsroom.kafka.start()

    def _well(self, service: str) -> list[Child]:
        """The processes that are neither frozen nor about to end, in any order."""
        living = [child for child in self._newsroom.living(service) if child not in self._taken]
        return self._luck.sample(living, len(living))

    def _note(self, what: str, child: Child) -> None:
        self._say(f"{what} {child.name}")

    def _say(self, what: str) -> None:
        sys.stdout.write(f"{time.monotonic() - self._began:6.2f} s {what}\n")
