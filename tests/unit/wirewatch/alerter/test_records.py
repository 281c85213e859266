"""What the alerter writes, as it lies on the topics."""

from __future__ import annotations

from typing import Any, TypeVar

from tests.builders import NOON, a_candidate, a_revised_article, a_suppressed_alert, an_alert, an_article, an_instant
from wirekit.contracts import AlertRaised, AlertSuppressed, ArticleRevised, Candidate, Message, topology
from wirekit.kafka import Outgoing, Record
from wirekit.streams import Envelope, Event, decode
from wirewatch.alerter.admission import partition_of
from wirewatch.alerter.records import announcement, candidate_record, correction_records

M = TypeVar("M", bound=Message)
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
LATER = an_instant(5)


def caused_by(data: Any, offset: int = 17) -> Event[Any]:
    """An event that was read in partition 2."""
    record = Record("articles.enriched", 2, offset, None, b"")
    return Event(data, Envelope("1", "/wirewatch/test", NOON, None, TRACE), record)


def read_back(outgoing: Outgoing, model: type[M]) -> Event[M]:
    return decode(Record(outgoing.topic, 0, 0, outgoing.key, outgoing.value, outgoing.headers), model)


def event_id(outgoing: Outgoing) -> str:
    return str(dict(outgoing.headers)["ce_id"] or b"", "utf-8")


def test_a_candidate_lies_where_the_row_of_its_watch_is_with_the_instant_of_its_match() -> None:
    article = an_article()
    outgoing = candidate_record(a_candidate(), LATER, caused_by(article))
    event = read_back(outgoing, Candidate)

    assert (outgoing.topic, outgoing.key) == ("alerts.candidates", b"brodie-ilk")
    assert outgoing.partition == partition_of("brodie-ilk")
    assert event.data == a_candidate(matched_at=LATER)
    assert (event.envelope.time, event.envelope.subject) == (LATER, article.article_id)
    assert event.envelope.traceparent == TRACE


def test_a_replay_gives_a_candidate_the_same_id_and_another_wording_feed_or_watch_another() -> None:
    first = event_id(candidate_record(a_candidate(), LATER, caused_by(an_article())))
    others = {
        event_id(candidate_record(a_candidate(), LATER, caused_by(an_article(revision=2)))),
        event_id(candidate_record(a_candidate(), LATER, caused_by(an_article(feed_id="other")))),
        event_id(candidate_record(a_candidate(watch_id="other"), LATER, caused_by(an_article()))),
    }

    assert first == event_id(candidate_record(a_candidate(), NOON, caused_by(an_article(), offset=99)))
    assert len(others - {first}) == 3


def test_a_correction_goes_to_every_partition_that_may_own_a_row_with_the_older_wording() -> None:
    article = an_article(revision=2)
    outgoing = list(correction_records(a_revised_article(), LATER, caused_by(article)))

    assert [record.partition for record in outgoing] == list(range(topology.ALERTS_CANDIDATES.partitions))
    assert {record.key for record in outgoing} == {article.article_id.encode()}
    assert [read_back(record, ArticleRevised).data for record in outgoing] == [a_revised_article()] * len(outgoing)


def test_an_alert_is_announced_with_the_instant_of_its_sending_and_a_link_to_the_console() -> None:
    alert = an_alert()
    outgoing = announcement("brodie-ilk", alert, caused_by(a_candidate()), LATER, "http://console.example")
    sent = read_back(outgoing, AlertRaised)

    assert (outgoing.topic, outgoing.key, outgoing.partition) == ("alerts.raised", b"brodie-ilk", None)
    assert sent.data.links.console == f"http://console.example/alerts/{alert.alert_id}"
    assert sent.data.latency.raised == LATER
    assert sent.data.model_copy(update={"links": alert.links, "latency": alert.latency}) == alert
    assert (event_id(outgoing), sent.envelope.subject) == (f"{alert.alert_id}-1", alert.alert_id)


def test_an_alert_has_no_link_where_there_is_no_console() -> None:
    outgoing = announcement("brodie-ilk", an_alert(), caused_by(a_candidate()), LATER, "")

    assert read_back(outgoing, AlertRaised).data.links == an_alert().links.model_copy(update={"console": None})


def test_a_silence_is_announced_with_the_instant_of_its_sending_under_the_place_of_its_candidate() -> None:
    silence = a_suppressed_alert()
    outgoing = announcement("brodie-ilk", silence, caused_by(a_candidate()), LATER, "http://console.example")
    sent = read_back(outgoing, AlertSuppressed)

    assert (outgoing.topic, outgoing.key) == ("alerts.suppressed", b"brodie-ilk")
    assert sent.data == silence.model_copy(update={"decided_at": LATER})
    assert (event_id(outgoing), sent.envelope.subject) == ("brodie-ilk-2-17", silence.article.article_id)
