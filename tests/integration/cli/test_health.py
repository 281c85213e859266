"""`wirewatch health` as Docker runs it: a process of its own, against a real health server."""

from __future__ import annotations

import asyncio
import os
import sys

import pytest

from wirekit.runtime.health import Checks, HealthServer

COMMAND = "import sys; from wirewatch.cli import main; sys.argv = ['wirewatch', 'health']; main()"


async def ask(port: int, *options: str) -> tuple[int | None, str]:
    """The exit code and what went to standard error."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *options,
        "-c",
        COMMAND,
        env=os.environ | {"WIREWATCH_HEALTH_PORT": str(port)},
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    return process.returncode, errors.decode()


async def test_a_ready_service_is_healthy() -> None:
    async with HealthServer("127.0.0.1", 0, Checks(), Checks()) as server:
        assert await ask(server.port) == (0, "")


async def test_a_service_that_is_not_ready_is_unhealthy_and_says_why() -> None:
    async with HealthServer("127.0.0.1", 0, Checks(), Checks(empty="still reading the topics")) as server:
        code, errors = await ask(server.port)

    assert code == 1
    assert errors == "is not ready: started: still reading the topics\n"


async def test_where_nothing_answers_the_port_is_named() -> None:
    async with HealthServer("127.0.0.1", 0, Checks(), Checks()) as server:
        port = server.port
    code, errors = await ask(port)

    assert code == 1
    assert f"port {port}" in errors


@pytest.mark.parametrize("heavy", ["pydantic", "typer", "wirewatch.cli.app"])
async def test_a_probe_loads_none_of_what_it_does_not_need(heavy: str) -> None:
    async with HealthServer("127.0.0.1", 0, Checks(), Checks()) as server:
        _, imports = await ask(server.port, "-X", "importtime")

    assert "wirewatch.cli.machine.readiness" in imports
    assert f" {heavy}\n" not in imports
