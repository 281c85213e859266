"""The supervisor over real processes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.processes import is_running
from wirewatch.cli.machine.supervisor import Child, ChildGaveUp, Supervisor

SLEEPER = (
    "import signal, sys, time\nsignal.signal(signal.SIGTERM, lambda *_: (print('bye', flush=True), sys.exit(0)))\n"
)
SLEEPER += "print('up', flush=True)\ntime.sleep(60)"
SAY_PID = "import os; print(os.getpid(), flush=True)\n"


LISTENER = """
import os, socket, sys, time
while not os.path.exists(sys.argv[1]): time.sleep(0.02)
listening = socket.create_server(("127.0.0.1", int(sys.argv[2])))
"""


def python(name: str, code: str, *arguments: str, port: int = 0) -> Child:
    return Child(name, [sys.executable, "-c", code, *arguments], port=port)


class Lines(list[tuple[str, str]]):
    """What the children printed, with a way to wait for it."""

    def write(self, name: str, line: str) -> None:
        self.append((name, line))

    async def until(self, wanted: tuple[str, str], times: int = 1) -> None:
        async with asyncio.timeout(30):
            while self.count(wanted) < times:
                await asyncio.sleep(0.02)

    def pid(self) -> int:
        """What the first child to say so has as its process id."""
        return next(int(line) for _, line in self if line.isdigit())


async def test_children_are_stopped_in_the_order_given() -> None:
    lines = Lines()
    supervisor = Supervisor([python("first", SLEEPER), python("second", SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("first", "up"))
    await lines.until(("second", "up"))

    supervisor.stop()
    await running

    assert [name for name, line in lines if line == "bye"] == ["first", "second"]


async def test_a_child_has_to_wait_until_those_before_it_have_loaded(tmp_path: Path) -> None:
    lines, go, port = Lines(), tmp_path / "go", free_port()
    slow = python("slow", "print('loads', flush=True)" + LISTENER + SLEEPER, str(go), str(port), port=port)
    tell = "import os, sys; print('in turn' if os.path.exists(sys.argv[1]) else 'too early', flush=True)\n"
    supervisor = Supervisor([slow, python("next", tell + SLEEPER, str(go))], lines.write, at_once=1)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("slow", "loads"))
    go.touch()
    await lines.until(("next", "up"))
    supervisor.stop()
    await running

    assert ("next", "in turn") in lines


async def test_a_child_that_waits_for_its_turn_is_not_started_any_more_once_all_shall_stop(tmp_path: Path) -> None:
    lines, port = Lines(), free_port()
    slow = python("slow", "print('loads', flush=True)" + LISTENER, str(tmp_path / "never"), str(port), port=port)
    supervisor = Supervisor([slow, python("next", SLEEPER)], lines.write, at_once=1)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("slow", "loads"))
    supervisor.stop()
    await running

    assert ("next", "up") not in lines


async def test_a_child_that_was_killed_is_started_again() -> None:
    lines = Lines()
    supervisor = Supervisor([python("child", SAY_PID + SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("child", "up"))

    os.kill(lines.pid(), signal.SIGKILL)
    await lines.until(("child", "up"), times=2)
    supervisor.stop()
    await running

    assert ("child", "ended with exit code -9; starting it again in 0.5 s") in lines


async def test_a_child_that_refuses_its_settings_ends_the_whole() -> None:
    lines = Lines()
    children = [python("sleeper", SLEEPER), python("picky", "import sys; print('no such setting'); sys.exit(2)")]

    with pytest.raises(
        ChildGaveUp, match="picky ended with exit code 2 and is not started again; its last lines above say why"
    ):
        await Supervisor(children, lines.write).run()

    assert ("picky", "no such setting") in lines


async def test_a_child_that_ignores_the_request_to_stop_is_killed() -> None:
    deaf = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\ntime.sleep(60)"
    lines = Lines()
    supervisor = Supervisor([python("deaf", SAY_PID + deaf)], lines.write, grace=0.3)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("deaf", "up"))

    supervisor.stop()
    await running

    assert not is_running(lines.pid())


async def test_a_child_that_ends_at_the_end_of_its_grace_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended_meanwhile(_: object) -> None:
        raise ProcessLookupError

    lines = Lines()
    deaf = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\ntime.sleep(2)"
    monkeypatch.setattr(asyncio.subprocess.Process, "kill", ended_meanwhile)
    supervisor = Supervisor([python("deaf", deaf)], lines.write, grace=0.1)
    running = asyncio.create_task(supervisor.run())
    await lines.until(("deaf", "up"))
    supervisor.stop()

    await asyncio.wait_for(running, 30)


async def test_an_endless_line_does_not_stop_the_log() -> None:
    lines = Lines()
    supervisor = Supervisor([python("loud", "print('x' * 300_000); print('after'); " + SLEEPER)], lines.write)
    running = asyncio.create_task(supervisor.run())

    await lines.until(("loud", "up"))
    supervisor.stop()
    await running

    assert ("loud", "after") in lines
