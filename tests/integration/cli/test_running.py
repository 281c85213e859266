"""A newsroom on its own Kafka: the broker dies under it, or it is told to stop before it runs. Without services."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.polling import until
from tests.ports import free_port
from wirekit.broker import BrokerError
from wirekit.errors import ConfigError
from wirewatch.cli.machine import running
from wirewatch.cli.machine.ports import Ports, claimed_ports, kept_ports
from wirewatch.cli.machine.running import Run, run_newsroom
from wirewatch.cli.newsroom.files import load_newsroom

FILES = {"feeds.yaml": "feeds: []", "watchlist.yaml": "{entities: [], watches: []}", "endpoints.yaml": "endpoints: []"}
ANSWERS = "wirewatch │ Kafka answers at "


class Newsroom:
    """An empty newsroom in *folder*, and what it says."""

    def __init__(self, folder: Path) -> None:
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.run = Run(load_newsroom(folder), folder / "data", Ports(**{name: free_port() for name in asdict(Ports())}))
        self.stop = asyncio.Event()
        self.lines: list[str] = []

    @property
    def addresses(self) -> list[str]:
        return [line.removeprefix(ANSWERS) for line in self.lines if line.startswith(ANSWERS)]

    def jvm(self) -> int:
        """The process id of its Kafka, a child of ours."""
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
        mark = str(self.run.data).encode()
        return next(int(pid) for pid in children if mark in Path(f"/proc/{pid}/cmdline").read_bytes())

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        task = asyncio.create_task(run_newsroom(self.run, self.lines.append, self.stop))
        try:
            await until(lambda: any("console:" in line for line in self.lines) or task.done(), 90)
            yield task
        finally:
            self.stop.set()
            await asyncio.wait({task})


def takes(thief: socket.socket, address: str) -> bool:
    host, port = address.split(":")
    with suppress(OSError):
        thief.bind((host, int(port)))
        thief.listen()
    return bool(thief.getsockname()[1])


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.setattr(running, "SERVICES", ())
    return Newsroom(tmp_path)


@pytest.mark.long
async def test_a_kafka_that_was_killed_is_started_again_where_the_services_look_for_it(newsroom: Newsroom) -> None:
    async with newsroom.running() as task:
        os.kill(newsroom.jvm(), signal.SIGKILL)
        await until(lambda: len(newsroom.addresses) > 1, 90)
        newsroom.stop.set()
        await task

    assert len(set(newsroom.addresses)) == 1
    assert "wirewatch │ Kafka ended with exit code -9; starting it again" in newsroom.lines


@pytest.mark.long
async def test_a_kafka_whose_port_was_taken_meanwhile_ends_the_whole_and_says_why(newsroom: Newsroom) -> None:
    async with newsroom.running() as task:
        os.kill(newsroom.jvm(), signal.SIGKILL)
        with socket.socket() as thief:
            thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            await until(lambda: takes(thief, newsroom.addresses[0]), 10)
            with pytest.raises(BrokerError, match="another program has taken the port"):
                await task

    assert newsroom.lines[-1] == "wirewatch │ stopping"


async def test_beside_another_newsroom_it_takes_free_ports_and_keeps_a_note_of_them(newsroom: Newsroom) -> None:
    with socket.socket() as neighbour:
        neighbour.bind(("127.0.0.1", newsroom.run.ports.console))
        neighbour.listen()
        async with newsroom.running():
            kept = kept_ports(newsroom.run.data)

    console = next(line for line in newsroom.lines if "console:" in line)
    assert kept.console != newsroom.run.ports.console
    assert f"http://127.0.0.1:{kept.console}/" in console
    assert kept.poller_health == newsroom.run.ports.poller_health


def test_ports_that_another_newsroom_has_chosen_and_not_taken_yet_are_not_chosen() -> None:
    claim = "with claimed_ports() as ports: print(ports, flush=True); sys.stdin.read()"
    code = f"import sys\nfrom wirewatch.cli.machine.ports import claimed_ports\n{claim}"
    with subprocess.Popen([sys.executable, "-c", code], stdin=PIPE, stdout=PIPE, text=True) as other:
        assert other.stdout is not None
        theirs = other.stdout.readline().strip()
        with claimed_ports() as ours:
            shared = set(map(int, re.findall(r"=(\d+)", theirs))) & set(asdict(ours).values())
        other.communicate()

    assert (theirs[:6], shared) == ("Ports(", set())


async def test_a_stop_while_kafka_starts_is_answered_and_leaves_nothing_running(newsroom: Newsroom) -> None:
    newsroom.stop.set()
    await run_newsroom(newsroom.run, newsroom.lines.append, newsroom.stop)

    assert newsroom.addresses == []
    assert newsroom.lines[-1] == "wirewatch │ stopping"
    with pytest.raises(StopIteration):
        newsroom.jvm()


async def test_a_note_of_the_ports_that_cannot_be_written_is_told_before_kafka_starts(newsroom: Newsroom) -> None:
    (newsroom.run.data / "ports.json").mkdir(parents=True)

    with pytest.raises(ConfigError, match=r"ports\.json cannot be written"):
        await run_newsroom(newsroom.run, newsroom.lines.append, newsroom.stop)
    assert newsroom.lines == []


async def test_a_secret_that_is_no_file_is_told_before_kafka_starts(newsroom: Newsroom) -> None:
    folder = newsroom.run.newsroom.directory
    (folder / "endpoints.yaml").write_text("endpoints: [{id: desk-1, url: 'https://hooks.example/'}]", encoding="utf-8")
    (folder / "secrets" / "desk-1").mkdir(parents=True)

    with pytest.raises(ConfigError, match=r"endpoint desk-1: .*Is a directory"):
        await run_newsroom(replace(newsroom.run, newsroom=load_newsroom(folder)), newsroom.lines.append, newsroom.stop)
    assert newsroom.lines == []


async def test_a_token_file_that_cannot_be_read_is_told_before_kafka_starts(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIREWATCH_CONSOLE_TOKEN_FILE", str(newsroom.run.newsroom.directory))

    with pytest.raises(ConfigError, match=r"WIREWATCH_CONSOLE_TOKEN_FILE: .*Is a directory"):
        await run_newsroom(newsroom.run, newsroom.lines.append, newsroom.stop)
    assert newsroom.lines == []
