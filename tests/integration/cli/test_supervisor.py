"""The supervisor over real processes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

from wirewatch.cli.supervisor import Child, ChildGaveUp, Supervisor

SLEEPER = (
    "import signal, sys, time\nsignal.signal(signal.SIGTERM, lambda *_: (print('bye', flush=True), sys.exit(0)))\n"
)
SLEEPER += "print('up', flush=True)\ntime.sleep(60)"


def python(name: str, code: str) -> Child:
    return Child(name, [sys.executable, "-c", code])


class Lines(list[tuple[str, str]]):
    """What the children printed, with a way to wait for it."""

    def write(self, name: str, line: str) -> None:
        self.append((name, line))

    async def until(self, wanted: tuple[str, str], times: int = 1) -> None:
        async with asyncio.timeout(30):
            while self.count(wanted) < times:
                await asyncio.sleep(0.02)


async def test_children_are_stopped_in_the_order_given() -> None:
    lines = Lines()
    supervisor = Supervisor([python("first", SLEEPER), python("second", SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("first", "up"))
    await lines.until(("second", "up"))

    supervisor.stop()
    await running

    assert [name for name, line in lines if line == "bye"] == ["first", "second"]


async def test_a_child_that_was_killed_is_started_again() -> None:
    lines = Lines()
    supervisor = Supervisor([python("child", SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("child", "up"))

    os.kill(supervisor.pids()["child"], signal.SIGKILL)
    await lines.until(("child", "up"), times=2)
    supervisor.stop()
    await running

    assert ("child", "ended with exit code -9; starting it again in 0.5 s") in lines


async def test_a_child_that_refuses_its_settings_ends_the_whole() -> None:
    lines = Lines()
    children = [python("sleeper", SLEEPER), python("picky", "import sys; print('no such setting'); sys.exit(2)")]

    with pytest.raises(ChildGaveUp, match="picky refuses its settings"):
        await Supervisor(children, lines.write).run()

    assert ("picky", "no such setting") in lines


async def test_a_child_that_ignores_the_request_to_stop_is_killed() -> None:
    deaf = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\ntime.sleep(60)"
    lines = Lines()
    supervisor = Supervisor([python("deaf", deaf)], lines.write, grace=0.3)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("deaf", "up"))

    supervisor.stop()
    await running

    assert supervisor.pids() == {}


async def test_an_endless_line_does_not_stop_the_log() -> None:
    lines = Lines()
    supervisor = Supervisor([python("loud", "print('x' * 300_000); print('after'); " + SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())

    await lines.until(("loud", "up"))
    supervisor.stop()
    await running

    assert ("loud", "after") in lines
