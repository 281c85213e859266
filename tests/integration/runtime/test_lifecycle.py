"""A service as a process: how it starts, stops, and refuses to."""

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_SERVICE = """
import asyncio
from pydantic import Field
from wirekit.errors import ConfigError
from wirekit.runtime.lifecycle import run_service
from wirekit.runtime.settings import ServiceSettings, service_config

class PollerSettings(ServiceSettings):
    model_config = service_config("poller")
    health_port: int = Field(0, description="any")

async def serve(settings, process):
    print("serving", flush=True)
{body}

run_service(PollerSettings, serve)
"""


@contextmanager
def _service(body: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    program = _SERVICE.format(body=textwrap.indent(textwrap.dedent(body), "    "))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WIREWATCH_")} | variables
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=pipe, stderr=pipe, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_service_stop_in_order(number: signal.Signals) -> None:
    body = """
    async def work():
        try:
            print("working", flush=True)
            await asyncio.sleep(3600)
        finally:
            print("stopped in order", flush=True)

    await process.until_stopped(work())
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == ["serving\n", "working\n"]
        process.send_signal(number)
        assert process.stdout.readline() == "stopped in order\n"
        code, errors = _ended(process)

    events = [json.loads(line) for line in errors.splitlines()]
    assert code == 0
    assert [event["event"] for event in events] == ["service.started", "service.stopping", "service.stopped"]
    assert events[1]["signal"] == number.name
    assert {event["service"] for event in events} == {"poller"}


def test_a_signal_while_the_service_starts_ends_it_at_once() -> None:
    with _service("await asyncio.sleep(3600)") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.terminate()
        code, _ = _ended(process)

    assert code == 0


def test_a_service_whose_log_nobody_reads_any_more_still_stops() -> None:
    with _service("await process.until_stopped(asyncio.sleep(3600))") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stderr.close()
        process.terminate()

        assert process.wait(timeout=60) in {0, 120}  # 120: the interpreter could not flush at its end


def test_a_part_that_fails_is_named_although_the_clean_up_hangs() -> None:
    body = """
    from wirekit.runtime import lifecycle
    lifecycle.STOP_SECONDS = 0.2

    async def broken():
        raise RuntimeError("nobody expected this")

    try:
        await process.until_stopped(broken())
    finally:
        await asyncio.sleep(3600)
    """
    with _service(body) as process:
        code, errors = _ended(process)

    assert code == 70
    assert "nobody expected this" in errors


def test_an_unexpected_exception_is_logged_and_exits_with_70_though_a_thread_hangs() -> None:
    body = """
    import threading, time
    threading.Thread(target=time.sleep, args=(3600,)).start()
    raise RuntimeError("nobody expected this")
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        code, errors = _ended(process)

    last = json.loads(errors.splitlines()[-1])
    assert code == 70
    assert last["event"] == "service.crashed"
    assert "nobody expected this" in last["exception"]


def test_a_wrong_file_ends_the_service_with_2_and_no_traceback() -> None:
    with _service(
        "raise ConfigError('endpoints.yaml:3: url: is missing\\nendpoints.yaml:9: id: is missing')"
    ) as process:
        code, errors = _ended(process)

    assert code == 2
    assert errors.splitlines()[-2:] == [
        "poller: endpoints.yaml:3: url: is missing",
        "poller: endpoints.yaml:9: id: is missing",
    ]
    assert "Traceback" not in errors


def test_what_may_be_well_at_the_next_start_ends_the_service_with_70_and_one_line() -> None:
    body = """
    from wirekit.errors import TemporaryFailure
    async def work():
        async with asyncio.TaskGroup() as duties:
            duties.create_task(fail())
            await fail()

    async def fail():
        raise TemporaryFailure("the database does not answer")

    await process.until_stopped(work())
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        code, errors = _ended(process)

    told = [json.loads(line) for line in errors.splitlines()]
    assert code == 70
    assert [event["event"] for event in told] == ["service.started", "service.part_failed", "service.failed"]
    assert told[-1]["reason"] == "the database does not answer"
    assert "exception" not in told[-1]


def test_what_kafka_did_to_several_parts_at_once_is_one_line_too() -> None:
    body = """
    from threading import Thread
    from aiokafka.errors import NodeNotReadyError, ProducerFenced
    def lose():
        raise NodeNotReadyError("node 1")
    Thread(target=lose, name="faust").start()
    async def work():
        async with asyncio.TaskGroup() as duties:
            duties.create_task(fail())
            duties.create_task(fail())
    async def fail():
        raise ProducerFenced
    await process.until_stopped(work())
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        code, errors = _ended(process)

    told = [json.loads(line) for line in errors.splitlines()]
    assert code == 70
    assert {event["event"] for event in told[1:-1]} == {"thread.failed", "service.part_failed"}
    assert (told[-1]["event"], told[-1]["error"]) == ("service.failed", "ProducerFenced")
    assert [event for event in told if "exception" in event] == []


def test_what_nobody_expected_of_a_thread_has_its_traceback() -> None:
    body = """
    from threading import Thread
    thread = Thread(target=lambda: 1 / 0, name="ours")
    thread.start()
    thread.join()
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        _, errors = _ended(process)

    (crashed,) = [event for event in map(json.loads, errors.splitlines()) if event["event"] == "thread.crashed"]
    assert crashed["thread"] == "ours"
    assert "ZeroDivisionError" in crashed["exception"]


def test_a_misspelt_setting_ends_the_service_with_2_and_one_line() -> None:
    with _service("", WIREWATCH_POLLER_KAFAK="x:1") as process:
        code, errors = _ended(process)

    assert code == 2
    assert errors == (
        "poller: WIREWATCH_POLLER_KAFAK: there is no such setting; the nearest is WIREWATCH_POLLER_KAFKA\n"
    )


def test_a_taken_health_port_ends_the_service_with_2_and_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with _service("", WIREWATCH_POLLER_HEALTH_PORT=str(port)) as process:
            code, errors = _ended(process)

    assert code == 2
    assert errors.startswith(f"poller: health port 127.0.0.1:{port} cannot be opened")
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize(
    "hang", ["await asyncio.sleep(3600)", "time.sleep(3600)", "Thread(target=time.sleep, args=[3600]).start()"]
)
def test_a_service_that_does_not_stop_in_time_is_ended_with_70(hang: str) -> None:
    body = f"""
    import time
    from threading import Thread
    from wirekit.runtime import lifecycle
    lifecycle.STOP_SECONDS = 0.2

    async def work():
        print("working", flush=True)
        await process.stopping.wait()

    await process.until_stopped(work())
    {hang}
    """
    with _service(body, WIREWATCH_LOG_FORMAT="json") as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == ["serving\n", "working\n"]
        process.terminate()
        code, errors = _ended(process)

    assert code == 70
    assert "service.stop_timed_out" in errors
