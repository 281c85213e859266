"""What a record of an article's way says; the order of the flow and its places are those of `test_gaps`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests import builders
from wirekit.contracts import Message
from wirekit.kafka import Record
from wirekit.streams import Envelope, Event
from wirewatch.cli.dead_letters.letters import Letter
from wirewatch.cli.tracing.journey import Facts, Stop, stops


def lying(message: Message) -> Event[Any]:
    return Event(message, Envelope("id", "/wirewatch/test", builders.NOON), Record("topic", 0, 1, b"", b""))


def said(**found: Message) -> str:
    """What the one stop of an article says of which one record was found."""
    facts: dict[str, Any] = {kind: [lying(message)] for kind, message in found.items()}
    (stop,) = stops(Facts(builders.ARTICLE_ID, **facts))
    return stop.said


def test_the_title_is_that_of_the_latest_wording_enriched_or_not() -> None:
    raw = [lying(builders.a_raw_article(title=title)) for title in ("Old", "New")]

    assert Facts(builders.ARTICLE_ID).title == ""
    assert Facts(builders.ARTICLE_ID, raw=raw).title == "New"
    assert Facts(builders.ARTICLE_ID, raw=raw, enriched=[lying(builders.an_article(title="Read"))]).title == "New"
    assert Facts(builders.ARTICLE_ID, enriched=[lying(builders.an_article(title="Read"))]).title == "Read"


def test_an_article_without_a_date_says_so() -> None:
    assert said(raw=builders.a_raw_article(published_at=None)).endswith("live, without a date")


def test_an_article_that_names_nobody_says_so() -> None:
    assert said(enriched=builders.an_article(mentions=())).endswith("names nobody who is watched")


def test_a_candidate_whose_names_stand_too_far_apart_says_so() -> None:
    far = builders.a_candidate(scope="article", in_scope=False)

    assert said(candidates=far).endswith("in one article, which is too wide")


def test_an_alert_that_notifies_no_endpoint_is_for_the_console_alone() -> None:
    assert said(raised=builders.an_alert(notify=())).endswith(", for nobody but the console")


def test_a_suppression_names_the_alert_that_stands_for_it_only_where_there_is_one() -> None:
    assert "stands for it" in said(suppressed=builders.a_suppressed_alert())
    assert "stands for it" not in said(suppressed=builders.a_suppressed_alert(alert_id=None))


def test_a_letter_that_does_not_say_where_it_came_from_is_told_all_the_same() -> None:
    letter = Letter.of(Record("articles.raw.dlq", 0, 2, b"", b"{}", ()))

    (stop,) = stops(Facts(builders.ARTICLE_ID, letters=[letter]))

    assert (stop.topic, stop.offset, stop.at) == ("articles.raw.dlq", 2, None)
    assert "could not handle somewhere" in stop.said


@pytest.mark.parametrize(("at", "shown"), [(None, ""), (builders.an_instant(0.25), "2026-03-02 12:00:00.250 UTC")])
def test_a_stop_without_an_instant_keeps_its_column(at: dt.datetime | None, shown: str) -> None:
    stop = Stop("articles.raw", 4, 17, at, "found")

    assert stop.line() == f"{'articles.raw 4/17':30} {shown:27} found"
