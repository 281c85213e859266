"""The health server over real connections."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from wirekit.errors import ConfigError
from wirekit.runtime import health
from wirekit.runtime.health import Checks, HealthServer


@asynccontextmanager
async def _served(live: Checks, ready: Checks) -> AsyncIterator[int]:
    async with HealthServer("127.0.0.1", 0, live, ready) as server:
        yield server.port


async def _ask(port: int, head: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head)
    try:
        return await asyncio.wait_for(reader.read(), 20)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def _get(port: int, path: str) -> tuple[int, bytes]:
    answer = await _ask(port, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    return int(head.split()[1]), body


async def test_a_service_is_ready_once_every_check_holds() -> None:
    ready = Checks(empty="starting")
    restored: list[int] = []
    async with _served(Checks(), ready) as port:
        before = await _get(port, "/readyz")
        ready.add("kafka", lambda: None)
        ready.add("rows", lambda: None if restored else "3 partitions are being restored")
        during = await _get(port, "/readyz")
        restored.append(1)
        after = await _get(port, "/readyz?verbose")

    assert (before[0], json.loads(before[1])) == (503, {"ok": False, "failures": {"started": "starting"}})
    assert (during[0], json.loads(during[1])["failures"]) == (503, {"rows": "3 partitions are being restored"})
    assert (after[0], json.loads(after[1])) == (200, {"ok": True, "failures": {}})


async def test_a_service_lives_until_a_check_says_that_it_does_not() -> None:
    live = Checks()
    async with _served(live, Checks()) as port:
        assert (await _get(port, "/livez"))[0] == 200
        live.add("progress", lambda: "articles.raw[3] has not moved for 90 s")
        status, body = await _get(port, "/livez")

    assert status == 503
    assert json.loads(body)["failures"] == {"progress": "articles.raw[3] has not moved for 90 s"}


async def test_metrics_are_prometheus_text() -> None:
    async with _served(Checks(), Checks()) as port:
        status, body = await _get(port, "/metrics")

    assert status == 200
    assert b"# TYPE wirewatch_records_total counter\n" in body


async def test_head_has_no_body_and_other_paths_and_methods_have_nothing() -> None:
    async with _served(Checks(), Checks()) as port:
        head = await _ask(port, b"HEAD /livez HTTP/1.1\r\n\r\n")
        other = await _get(port, "/")
        post = await _ask(port, b"POST /livez HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")

    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert head.endswith(b"\r\n\r\n")
    assert other == (404, b"")
    assert post.startswith(b"HTTP/1.1 405 ")


@pytest.mark.parametrize(
    "head",
    [
        b"GET /livez HTTP/1.1\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"\x16\x03\x01" * 5_000,
        b"\r\n\r\n",
        b"GET\r\n\r\n",
    ],
    ids=["huge field", "TLS", "nothing", "no path"],
)
async def test_hostile_heads_end_their_connection_and_no_other(head: bytes) -> None:
    async with _served(Checks(), Checks()) as port:
        answer = await _ask(port, head)
        status, _ = await _get(port, "/livez")

    assert not answer.startswith(b"HTTP/1.1 200")
    assert status == 200


async def test_a_client_that_says_nothing_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_HEAD_SECONDS", 0.1)
    async with _served(Checks(), Checks()) as port:
        assert await _ask(port, b"GET /livez") == b""


async def test_a_probe_is_answered_while_more_clients_than_there_is_room_for_say_nothing() -> None:
    async with _served(Checks(), Checks()) as port:
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(health._CONNECTIONS + 50)]
        status, _ = await asyncio.wait_for(_get(port, "/livez"), health._HEAD_SECONDS / 2)
        hung_up_on = [await asyncio.wait_for(reader.read(), 1) for reader, _ in silent[:40]]
        for _, writer in silent:
            writer.close()

    assert status == 200
    assert hung_up_on == [b""] * 40


async def test_a_taken_port_is_a_configuration_error() -> None:
    async with _served(Checks(), Checks()) as port:
        with pytest.raises(ConfigError, match=f"127.0.0.1:{port}"):
            await HealthServer("127.0.0.1", port, Checks(), Checks()).__aenter__()
