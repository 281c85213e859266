"""`wirewatch entities import wikidata` against a server of ours that answers as Wikidata does, and as it does not."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.integration.net.servers import RawServer, a_server, an_answer
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.net import AddressPolicy
from wirewatch.cli.entities.wikidata import Imported, fetched
from wirewatch.cli.newsroom.files import load_watchlist

ANA, ILK = "Q4115189", "Q13406268"


def an_item(item: str, label: str) -> dict[str, object]:
    person = [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]
    return {"id": item, "labels": {"en": {"language": "en", "value": label}}, "claims": {"P31": person}}


def items(**labels: str) -> bytes:
    return json.dumps({"entities": {item: an_item(item, label) for item, label in labels.items()}}).encode()


async def asked(server: RawServer, *ids: str, path: str = "/w/api.php") -> list[Imported]:
    return await fetched(ids, server.url(path), AddressPolicy.parse(f"127.0.0.1:{server.port}"))


async def test_items_are_fetched_in_one_request_and_printed_as_a_watch_list_has_them(tmp_path: Path) -> None:
    async with a_server({"/w/api.php": an_answer(items(**{ANA: "Ana Brodie", ILK: "Tomas Ilk"}))}) as server:
        found = await asked(server, ILK, ANA, ILK)

    file = tmp_path / "watchlist.yaml"
    lines = ["entities:", *(line for item in found for line in item.yaml()), "watches: []"]
    file.write_text("\n".join(lines), encoding="utf-8")
    (request,) = server.requests
    assert request.startswith(
        f"GET /w/api.php?action=wbgetentities&format=json&props=labels%7Caliases%7Cclaims&ids={ILK}%7C{ANA} "
    )
    assert [(e.id, e.type, e.wikidata) for e in load_watchlist(file).entities] == [
        ("tomas-ilk", "person", ILK),
        ("ana-brodie", "person", ANA),
    ]


async def test_a_mirror_of_single_documents_is_asked_for_each() -> None:
    answers = {f"/{item}.json": an_answer(items(**{item: label})) for item, label in {ANA: "Ana", ILK: "Ilk"}.items()}
    async with a_server(answers) as server:
        found = await asked(server, ANA, ILK, path="/{id}.json")

    assert [item.name for item in found] == ["Ana", "Ilk"]


async def test_a_redirect_is_followed_where_the_policy_allows_it() -> None:
    moved = an_answer(b"", "Location: /new", status="302 Found")
    async with a_server({"/w/api.php": moved, "/new": an_answer(items(**{ANA: "Ana"}))}) as server:
        (found,) = await asked(server, ANA)

    assert found.item == ANA


async def test_a_redirect_to_a_private_address_is_refused() -> None:
    moved = an_answer(b"", "Location: http://127.0.0.2:8000/", status="302 Found")
    async with a_server({"/w/api.php": moved}) as server:
        with pytest.raises(ConfigError, match=r"blocked_address: .*127\.0\.0\.2 is not public"):
            await asked(server, ANA)


async def test_a_redirect_without_end_is_given_up() -> None:
    async with a_server({"/w/api.php": an_answer(b"", "Location: /w/api.php", status="302 Found")}) as server:
        with pytest.raises(TemporaryFailure, match="more than 3 redirects"):
            await asked(server, ANA)


async def test_a_private_mirror_is_refused_with_the_setting_that_allows_it() -> None:
    with pytest.raises(ConfigError, match=r"add 127\.0\.0\.1:8000 to WIREWATCH_WIKIDATA_ALLOW"):
        await fetched([ANA], "http://127.0.0.1:8000/", AddressPolicy.parse("", "WIREWATCH_WIKIDATA_ALLOW"))


async def test_an_answer_that_does_not_end_is_cut_at_sixteen_mebibytes() -> None:
    sent = 0

    async def flood(writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b" " * 65536)
            sent += 65536
            await writer.drain()

    async with a_server({"/w/api.php": flood}) as server:
        with pytest.raises(TemporaryFailure, match="too_large"):
            await asked(server, ANA)

    assert sent < 64 * 1024 * 1024


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (an_answer(b"", status="503 Service Unavailable"), "answers with status 503"),
        (an_answer(b"", status="404 Not Found"), "answers with status 404; --api takes a mirror"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "truncated"),
        (b"SSH-2.0-x\r\n\r\n", "protocol"),
    ],
)
async def test_an_answer_that_may_be_better_later_is_no_fault_of_the_operator(answer: bytes, problem: str) -> None:
    async with a_server({"/w/api.php": answer}) as server:
        with pytest.raises(TemporaryFailure, match=problem):
            await asked(server, ANA)


async def test_a_page_that_is_not_json_is_named_as_such() -> None:
    async with a_server({"/w/api.php": an_answer(b"<html>Log in", "Content-Type: text/html")}) as server:
        with pytest.raises(ConfigError, match="not one of Wikidata"):
            await asked(server, ANA)


@pytest.mark.parametrize("wrong", ["kim", "Q0", "Q1&x=1", "q5", "P31", "Q1|Q2"])
async def test_what_is_no_item_is_refused_before_anything_is_asked(wrong: str) -> None:
    with pytest.raises(ConfigError, match="an item of Wikidata is Q and a number"):
        await fetched([ANA, wrong], "http://127.0.0.1:1/", AddressPolicy())
