"""The web server towards whoever connects: requests that never end, bodies that are too long, answers nobody takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.ports import free_port
from wirekit.runtime import webserver
from wirekit.runtime.webserver import BODY_BYTES, Message, Receive, Send, WebServer

LONG = 16 * 1024 * 1024  # bytes of an answer, more than systems keep for a connection


async def echo(scope: Message, receive: Receive, send: Send) -> None:
    """Answer with the length of the body, at /long with many times that."""
    if scope["type"] != "http":
        return
    body = (await receive())["body"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"connection", b"close")]})
    told = b"%d bytes" % len(body)
    await send({"type": "http.response.body", "body": told.ljust(LONG) if scope["path"] == "/long" else told})


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    monkeypatch.setattr(webserver, "REQUEST_SECONDS", 0.3)
    monkeypatch.setattr(webserver, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(webserver, "CONNECTIONS", 3)
    port = free_port()
    serving = asyncio.create_task(WebServer(echo, "127.0.0.1", port).run())
    async with asyncio.timeout(10):
        while not await answers(port):
            await asyncio.sleep(0.02)
    yield port
    serving.cancel()
    await asyncio.wait({serving})


async def answers(port: int) -> bool:
    try:
        return b"200" in await asked(port, b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
    except ConnectionError:
        return False


async def asked(port: int, sent: bytes) -> bytes:
    """What comes back until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


def posted(length: int | None, body: bytes) -> bytes:
    framing = b"transfer-encoding: chunked" if length is None else b"content-length: %d" % length
    return b"POST / HTTP/1.1\r\nhost: x\r\n" + framing + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET / HT", b"GET / HTTP/1.1\r\nhost: x\r\n", posted(10, b"half"), posted(None, b"4\r\nhalf\r\n")],
    ids=["nothing", "line", "head", "body", "chunks"],
)
async def test_a_request_that_does_not_arrive_in_time_is_cut_off(
    port: int, begun: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await asked(port, begun)

    assert answer == b""
    assert caplog.records == []


async def test_a_body_that_is_as_long_as_may_be_arrives_whole(port: int) -> None:
    body = b"x" * BODY_BYTES

    assert b"%d bytes" % BODY_BYTES in await asked(port, posted(BODY_BYTES, body))
    assert b"%d bytes" % BODY_BYTES in await asked(port, posted(None, b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)))


async def test_a_body_that_says_it_is_too_long_is_refused_before_it_comes(port: int) -> None:
    answer = await asked(port, posted(300_000_000, b""))

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_body_that_grows_too_long_is_refused_unread(port: int) -> None:
    answer = await asked(port, posted(None, b"%x\r\n%b\r\n" % (BODY_BYTES + 1, b"x" * (BODY_BYTES + 1))))

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_connection_too_many_is_closed_and_the_next_is_served_when_there_is_room(port: int) -> None:
    waiting = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
    assert not await answers(port)
    for _, writer in waiting:
        writer.close()
    await asyncio.sleep(0.1)

    assert await answers(port)


async def test_who_does_not_take_the_answer_loses_its_place(port: int) -> None:
    silent = [await asyncio.open_connection("127.0.0.1", port, limit=1) for _ in range(3)]
    for _, writer in silent:
        writer.write(b"GET /long HTTP/1.1\r\nhost: x\r\n\r\n")

    async with asyncio.timeout(10):
        while not await answers(port):
            await asyncio.sleep(0.05)
    for _, writer in silent:
        writer.transport.abort()


async def test_a_long_answer_that_is_taken_arrives_whole(port: int) -> None:
    answer = await asked(port, b"GET /long HTTP/1.1\r\nhost: x\r\n\r\n")

    assert len(answer.partition(b"\r\n\r\n")[2].removesuffix(b"0\r\n\r\n")) >= LONG
