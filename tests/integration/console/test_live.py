"""The live list over a real connection: how many may be open, and what the next one is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.ports import free_port
from wirekit.runtime.webserver import WebServer
from wirewatch.console import web
from wirewatch.console.access import access_rules
from wirewatch.console.adapters.queries import Queries
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.web import Backend, console_app


async def no_lags() -> None:
    return None


@pytest.fixture
async def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setattr(web, "MAX_STREAMS", 1)
    model, port = ReadModel(tmp_path / "console.db"), free_port()
    app = console_app(
        Backend(Queries(model), asyncio.Condition(), no_lags, asyncio.Event()), access_rules("127.0.0.1", "", "")
    )
    serving = asyncio.create_task(WebServer(app, "127.0.0.1", port).run())
    retries = httpx.AsyncHTTPTransport(retries=8)  # until it listens
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", transport=retries) as client:
        yield client
    serving.cancel()
    await asyncio.wait({serving})
    model.close()


async def test_a_live_list_too_many_is_refused_before_it_begins(
    browser: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    async with browser.stream("GET", "/live") as first:
        refused = await browser.get("/live")

    assert (first.status_code, first.headers["content-type"][:17]) == (200, "text/event-stream")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
    assert "too many live lists are open" in refused.text
    assert caplog.records == []


async def test_a_reader_who_goes_makes_room_for_the_next(browser: httpx.AsyncClient) -> None:
    async with browser.stream("GET", "/live"):
        pass
    async with asyncio.timeout(20):
        while True:
            async with browser.stream("GET", "/live") as second:
                if second.status_code == httpx.codes.OK:
                    break
            await asyncio.sleep(0.1)

    assert second.headers["content-type"].startswith("text/event-stream")


async def test_a_sign_in_by_the_megabyte_is_refused(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/sign-in", data={"token": "x" * 1_000_000})

    assert answer.status_code == 413
