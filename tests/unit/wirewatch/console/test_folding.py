"""What a record changes in the cache, as the pages then see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from wirekit.contracts import topology
from wirewatch.console import folding
from wirewatch.console.adapters.queries import Queries, Traffic
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.folding import changes_of, counted, forgotten


@pytest.fixture
def model(tmp_path: Path) -> ReadModel:
    return ReadModel(tmp_path / "console.db")


def test_a_record_that_is_read_again_changes_nothing(model: ReadModel) -> None:
    for message in (
        builders.an_alert(),
        builders.an_alert(),
        builders.a_delivery_attempt(),
        builders.a_delivery_attempt(),
    ):
        model.commit(changes_of(message, 0), {})

    page = Queries(model).alert(builders.ALERT_ID)

    assert page is not None
    assert page.revisions == (builders.an_alert(),)
    assert page.deliveries == (builders.a_delivery_attempt(),)
    assert Queries(model).last_seq() == 1


def test_only_the_latest_silences_are_kept(model: ReadModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "KEPT_SUPPRESSED", 3)

    for reason in ("language", "language", "topic", "topic", "topic"):
        model.commit(changes_of(builders.a_suppressed_alert(reason=reason), 0), {})

    assert Queries(model).suppressed_by_reason() == [("brodie-ilk", "topic", 3)]


def test_only_the_latest_events_of_feeds_are_kept(model: ReadModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "KEPT_EVENTS", 2)

    for kind in ("failing", "recovered", "moved"):
        model.commit(changes_of(builders.a_feed_event(kind=kind), 0), {})

    assert [event.kind for event in Queries(model).feed_events()] == ["moved", "recovered"]


def test_a_feed_that_moved_partition_is_forgotten_only_where_it_was(model: ReadModel) -> None:
    model.commit([*changes_of(builders.a_feed_state(), 3), *changes_of(builders.a_feed_state(polls=2), 5)], {})

    model.commit(forgotten("example", topology.FEEDS_STATE.name, 3), {})

    assert [feed.polls for feed in Queries(model).feeds()] == [2]


def test_a_tombstone_on_another_topic_forgets_nothing() -> None:
    assert list(forgotten("example", topology.ALERTS_RAISED.name, 3)) == []


def test_a_message_that_no_page_shows_changes_nothing() -> None:
    assert list(changes_of(builders.a_feed_seen(), 0)) == []


def test_traffic_adds_up(model: ReadModel) -> None:
    model.commit([counted("alerts.raised", 2, 1, "12:00"), counted("alerts.raised", 3, 0, "12:05")], {})

    assert Queries(model).traffic() == [Traffic("alerts.raised", 5, 1, "12:05")]
