"""`wirewatch trace` on the records of all five services: delivered, not matched, taken back, and never found."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_watch, a_watchlist
from tests.e2e.newsroom import Layout, Newsroom, a_newsroom
from tests.e2e.processes import ROOT

pytestmark = pytest.mark.long

COMMAND = [str(Path(sys.executable).with_name("wirewatch")), "trace"]
FLOW = ["articles.raw", "articles.enriched", "alerts.candidates", "alerts.raised", "deliveries.attempted"]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One for both tests: each has its own story."""
    watchlist = a_watchlist(a_watch(notify=("desk-1",)))
    with a_newsroom(tmp_path_factory.mktemp("newsroom"), Layout(feeds=("harbour",), watchlist=watchlist)) as running:
        yield running


def asked(newsroom: Newsroom, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "--kafka", newsroom.connection.bootstrap_servers, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120, cwd=ROOT)


def traced(newsroom: Newsroom, article: str) -> tuple[int, dict[str, Any]]:
    """The exit code, and what was printed."""
    answer = asked(newsroom, "--json", article)
    printed: dict[str, Any] = json.loads(answer.stdout)
    return answer.returncode, printed


def topics(told: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(stop["topic"] for stop in told["stops"]))


async def test_an_article_is_shown_at_every_hop_and_what_went_no_further_is_explained(newsroom: Newsroom) -> None:
    met = {"title": "Talks", "link": "https://news.example/talks", "html": "<p>Ana Brodie met Tomas Ilk.</p>"}
    alone = {"title": "School", "link": "https://news.example/school", "html": "<p>Ana Brodie opened a school.</p>"}
    newsroom.publish("harbour", met, alone)
    await newsroom.until_received("desk-1")
    await newsroom.until_settled()

    code, whole = traced(newsroom, met["link"] + "?utm_source=feed")
    by_id = traced(newsroom, whole["article_id"])
    _, part = traced(newsroom, alone["link"])
    never = "https://news.example/never"
    missing, nothing = traced(newsroom, never)
    read = asked(newsroom, never)

    assert (code, topics(whole), whole["missing"]) == (0, FLOW, [])
    assert whole["title"] == "Talks"
    assert whole["stops"][-1]["said"].startswith("endpoint desk-1 accepted the webhook (HTTP 200); msg_")
    assert by_id == (0, {**whole, "searched": by_id[1]["searched"]})
    assert (topics(part), part["missing"]) == (FLOW[:2], [])
    assert part["unmatched"][0].startswith("watch brodie-ilk has no candidate: 1 of the 2 names that it needs count")
    assert (missing, nothing["stops"]) == (1, [])
    assert nothing["missing"][0].startswith("it is neither on articles.raw nor on articles.enriched")
    assert (read.returncode, read.stdout, read.stderr.count("\n")) == (1, "", 1)
    assert read.stderr.startswith(
        f"nothing was found of {never}: it is neither on articles.raw nor on articles.enriched"
    )


async def test_an_article_that_was_corrected_shows_the_alert_that_was_taken_back(newsroom: Newsroom) -> None:
    told_before = len(newsroom.received("desk-1"))
    sentence = "Tomas Ilk sold Ana Brodie a lighthouse, two dinghies and eleven barrels of tar."
    item = {"title": "Sale", "link": "https://news.example/sale", "html": f"<p>{sentence}</p>"}
    newsroom.publish("harbour", item)
    await newsroom.until_received("desk-1", told_before + 1)
    newsroom.publish("harbour", {**item, "html": "<p>Ana Brodie sold nobody a lighthouse.</p>"})
    await newsroom.until_received("desk-1", told_before + 2)
    await newsroom.until_settled()

    _, told = traced(newsroom, item["link"])

    raised = [stop["said"] for stop in told["stops"] if stop["topic"] == "alerts.raised"]
    corrections = [stop for stop in told["stops"] if "replaces older ones" in stop["said"]]
    assert [said.split()[1] for said in raised] == ["opened", "retracted"]
    assert len(corrections) == 1
    assert told["missing"] == []
