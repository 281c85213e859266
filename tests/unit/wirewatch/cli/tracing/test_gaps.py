"""What of an article's way is missing, and what each record of it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tests import builders
from wirekit.contracts import Message, ids
from wirekit.contracts.topology import GROUPS
from wirekit.errors import InvalidMessage
from wirekit.kafka import Record
from wirekit.streams import DeadLetters, Envelope, Event
from wirewatch.cli.dead_letters.letters import Letter
from wirewatch.cli.tracing.gaps import gaps, unmatched, untold
from wirewatch.cli.tracing.journey import Facts, stops

M = TypeVar("M", bound=Message)
RAW, ENRICHED, CANDIDATES, RAISED = "articles.raw", "articles.enriched", "alerts.candidates", "alerts.raised"


def at(message: M, topic: str, partition: int = 4, offset: int = 17, seconds: float = 0) -> Event[M]:
    """*message* as it lies on *topic*."""
    envelope = Envelope("id", "/wirewatch/test", builders.an_instant(seconds))
    return Event(message, envelope, Record(topic, partition, offset, b"", message.to_json()))


def delivered() -> Facts:
    """An article that went all its way; every group has read it."""
    return Facts(
        builders.ARTICLE_ID,
        raw=[at(builders.a_raw_article(), RAW)],
        enriched=[at(builders.an_article(), ENRICHED, seconds=0.5)],
        candidates=[at(builders.a_candidate(), CANDIDATES)],
        raised=[at(builders.an_alert(), RAISED)],
        attempts=[at(builders.a_delivery_attempt(), "deliveries.attempted")],
        watchlist=builders.a_watchlist(),
        read={(group.name, topic, 4): 18 for group in GROUPS for topic in group.topic_names},
    )


def behind(facts: Facts, group: str, topic: str) -> Facts:
    return replace(facts, read={**facts.read, (group, topic, 4): 17})


def test_an_article_that_was_delivered_misses_nothing() -> None:
    assert list(gaps(delivered())) == []
    assert list(unmatched(delivered())) == []


def test_each_hop_is_told_in_the_order_of_the_flow() -> None:
    told = [(stop.topic, stop.said) for stop in stops(delivered())]

    webhook_id = ids.webhook_id(builders.ALERT_ID, 1, "desk-1")
    assert told == [
        (RAW, "found in feed example, revision 1, live, published 2026-03-02 11:59 UTC"),
        (ENRICHED, "read as en with watch list 3, revision 1; names ana-brodie (1), tomas-ilk (1)"),
        (CANDIDATES, "watch brodie-ilk meets ana-brodie + tomas-ilk, at their closest in one sentence"),
        (RAISED, f"ALERT opened by watch brodie-ilk (new_story), {builders.ALERT_ID} revision 1, for desk-1"),
        ("deliveries.attempted", f"endpoint desk-1 accepted the webhook (HTTP 200); {webhook_id}"),
    ]


def test_a_stop_has_its_place_and_its_instant_for_people_and_for_programs() -> None:
    stop = next(stop for stop in stops(delivered()) if stop.topic == ENRICHED)

    assert stop.line().startswith("articles.enriched 4/17         2026-03-02 12:00:00.500 UTC read as en")
    assert (stop.as_json()["at"], stop.as_json()["offset"]) == ("2026-03-02T12:00:00.500000Z", 17)


def test_an_article_that_nobody_found_is_said_with_where_it_would_lie() -> None:
    (gap,) = gaps(Facts(builders.ARTICLE_ID))

    assert "neither on articles.raw nor on articles.enriched, which keep 7 and 14 days" in gap


def test_a_service_that_has_not_come_to_it_yet_is_named() -> None:
    whole = delivered()
    cases = (
        (replace(whole, enriched=[], candidates=[], raised=[], attempts=[]), "enricher", "enricher", RAW),
        (replace(whole, candidates=[], raised=[], attempts=[]), "alerter-match", "alerter", ENRICHED),
        (replace(whole, raised=[], attempts=[]), "alerter-decide", "alerter", CANDIDATES),
        (replace(whole, attempts=[]), "notifier", "notifier", RAISED),
    )
    for facts, group, service, topic in cases:
        (gap,) = gaps(behind(facts, group, topic))

        assert gap.endswith(f": the {service} has yet to read it")


def test_where_a_service_has_never_read_that_is_said() -> None:
    facts = replace(delivered(), enriched=[], candidates=[], raised=[], attempts=[], read={})

    (gap,) = gaps(facts)

    assert gap.endswith("the enricher has never read there; `wirewatch doctor` examines it")


def test_an_alert_that_every_endpoint_takes_by_default_is_missing_where_nothing_is_reported_of_it() -> None:
    (gap,) = gaps(replace(delivered(), attempts=[]))

    assert gap.startswith("nothing is reported of endpoint desk-1: its `events` do not ask for opened alerts, or")


def test_an_alert_of_a_kind_that_endpoints_take_on_request_is_not_missing_but_said_to_be_of_that_kind() -> None:
    updated = replace(delivered(), raised=[at(builders.an_alert(kind="updated", revision=2), RAISED)])

    assert list(gaps(updated)) == []
    assert list(untold(updated)) == ["endpoint desk-1 is told of updated alerts only where its `events` ask for them"]
    assert list(untold(behind(updated, "notifier", RAISED))) == []


def test_what_was_buried_is_a_stop_and_no_gap() -> None:
    buried = at(builders.a_raw_article(), RAW).record
    letter = DeadLetters("enricher").letter(buried, InvalidMessage("too_deep", "nested deeper than it may be"))
    facts = replace(
        delivered(),
        enriched=[],
        candidates=[],
        raised=[],
        attempts=[],
        letters=[Letter.of(Record(letter.topic, 0, 2, letter.key, letter.value, letter.headers))],
    )

    told = [stop.said for stop in stops(facts)]

    assert list(gaps(facts)) == []
    assert told[-1] == "the enricher could not handle articles.raw 4/17: too_deep: nested deeper than it may be"


def test_a_second_wording_that_was_decided_nowhere_is_a_gap_although_the_first_was_decided() -> None:
    second = builders.a_candidate(article=builders.an_article_ref(revision=2))
    facts = replace(delivered(), candidates=[*delivered().candidates, at(second, CANDIDATES, offset=20)])

    (gap,) = gaps(facts)

    assert gap == ("watch brodie-ilk has decided nothing: the alerter has yet to read it, and 2 records before it")


def test_a_watch_without_a_candidate_is_explained_and_one_that_names_somebody_comes_first() -> None:
    other = builders.an_entity("Nobody Else")
    third = builders.an_entity("Third Person")
    watchlist = builders.a_watchlist(
        builders.a_watch(id="far", entities=(other.id, third.id)),
        builders.a_watch(id="near", entities=("ana-brodie", other.id)),
        builders.a_watch(),
        entities=(*builders.a_watchlist().entities, other, third),
    )

    near, far = unmatched(replace(delivered(), watchlist=watchlist))

    assert near.startswith("watch near has no candidate: 1 of the 2 names that it needs count; Nobody Else: none of")
    assert far.startswith("watch far has no candidate: 0 of the 2 names")


def test_a_watch_that_came_after_the_article_was_read_is_explained_by_that() -> None:
    (reason,) = unmatched(replace(delivered(), candidates=[], watchlist=builders.a_watchlist(number=4)))

    assert reason.startswith(
        "watch brodie-ilk has no candidate: with watch list 4 it would be one; it was read with list 3"
    )


def test_a_correction_and_a_suppression_are_told() -> None:
    facts = Facts(
        builders.ARTICLE_ID,
        corrections=[at(builders.a_revised_article(), CANDIDATES)],
        suppressed=[at(builders.a_suppressed_alert(), "alerts.suppressed")],
    )

    corrected, suppressed = (stop.said for stop in stops(facts))

    assert corrected == "revision 2 of feed example replaces older ones: every watch is told"
    assert suppressed == (
        "watch brodie-ilk raises nothing (same_story_in_cooldown): the story is open, and its cooldown runs until "
        f"2026-03-02 18:00Z; {builders.ALERT_ID} stands for it"
    )
