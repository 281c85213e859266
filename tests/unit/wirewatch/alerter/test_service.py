from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import written
from tests.builders import a_watch, a_watchlist, an_instant
from tests.newsdesk import PARTITIONS, TRACE, Standing, Stopped, as_record, candidate_record, enriched, place_of
from tests.sightings import corrected, seen, sighted
from wirealert import Watches, WatchRow
from wirekit.contracts import AlertRaised, AlertSuppressed, ArticleRevised, Candidate, EnrichedArticle, EnricherInfo
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Outgoing, Record
from wirekit.runtime.metrics import REGISTRY
from wirekit.streams import Effects, Event, Outcome, OwnedLane, decode
from wirewatch.alerter.rows import RowReader, Rows
from wirewatch.alerter.service import DecideHalf, MatchHalf, Mender

BOTH = "Ana Brodie met Tomas Ilk."
NEIGHBOUR = next(f"w{n}" for n in range(99) if place_of(f"w{n}") == place_of("brodie-ilk"))
"""Another watch, with its row in the same partition."""

NEIGHBOURS = Watches.of(a_watchlist(a_watch(), a_watch(id=NEIGHBOUR)))
TWO_WATCHES = Watches.of(a_watchlist(a_watch(), a_watch(id="second")))


def read(outgoing: Outgoing) -> Event[Any]:
    event: Event[Any] = decode(as_record(outgoing), Candidate, ArticleRevised, AlertRaised, AlertSuppressed)
    return event


async def matched(article: EnrichedArticle, watches: Watches | None = None) -> Outcome:
    half = MatchHalf(Standing(watches) if watches else Standing(), Stopped())
    (outcome,) = await half.handle([as_record(enriched(article), 17)])
    return outcome


async def outputs(article: EnrichedArticle, watches: Watches | None = None) -> list[Outgoing]:
    outcome = await matched(article, watches)
    assert not isinstance(outcome, InvalidMessage | TemporaryFailure)
    return list(outcome)


async def test_an_article_goes_to_the_partition_of_each_watch_that_it_concerns() -> None:
    given_out = await outputs(written(BOTH), TWO_WATCHES)

    assert [(b"brodie-ilk", place_of("brodie-ilk")), (b"second", place_of("second"))] == [
        (each.key, each.partition) for each in given_out
    ]


async def test_a_candidate_says_when_it_was_matched_and_where_its_article_lies() -> None:
    (outgoing,) = await outputs(written(BOTH))

    event = read(outgoing)
    assert event.data.matched_at == an_instant(1)
    assert (event.data.evidence[0].record.topic, event.data.evidence[0].record.offset) == ("articles.enriched", 17)
    assert event.envelope.traceparent == TRACE


async def test_another_reading_of_the_same_article_gives_the_same_event_ids() -> None:
    once, again = await outputs(written(BOTH)), await outputs(written(BOTH))

    assert [read(each).envelope.id for each in once] == [read(each).envelope.id for each in again]


async def test_a_later_wording_is_told_to_every_partition_after_its_candidates() -> None:
    given_out = await outputs(written(BOTH, revision=2))

    events = [read(each).data for each in given_out]
    assert isinstance(events[0], Candidate)
    assert all(isinstance(event, ArticleRevised) for event in events[1:])
    assert [each.partition for each in given_out[1:]] == list(range(PARTITIONS))


async def test_a_later_wording_without_the_names_is_told_too() -> None:
    assert len(await outputs(written("Rain fell.", revision=2))) == PARTITIONS


async def test_a_first_wording_without_the_names_comes_to_nothing() -> None:
    assert await outputs(written("Rain fell.")) == []


async def test_others_have_their_turn_after_each_article_of_a_batch() -> None:
    article = as_record(enriched(written(BOTH)))
    matching = asyncio.create_task(MatchHalf(Standing(), Stopped()).handle([article] * 5))
    turns = 0
    while not matching.done():
        turns += 1
        await asyncio.sleep(0)

    assert turns >= 5


async def test_what_is_no_article_is_invalid_and_its_neighbours_go_on() -> None:
    poison = Record("articles.enriched", 0, 3, b"k", b"{}", ())

    first, second = await MatchHalf(Standing(), Stopped()).handle([poison, as_record(enriched(written(BOTH)))])

    assert isinstance(first, InvalidMessage)
    assert isinstance(second, Sequence)


@pytest.mark.parametrize("found_at", [an_instant(2 * 3600), dt.datetime(1, 1, 2, tzinfo=dt.UTC)])
async def test_an_article_of_an_impossible_time_is_invalid(found_at: dt.datetime) -> None:
    outcome = await matched(written(BOTH, found_at=found_at))

    assert isinstance(outcome, InvalidMessage)
    assert outcome.reason == "impossible_time"


async def test_an_article_that_knows_a_newer_watch_list_waits_for_ours_a_while() -> None:
    newer = EnricherInfo(version="1", watchlist_revision=4)
    fresh = written(BOTH, enricher=newer, enriched_at=an_instant(0.5))
    old = written(BOTH, enricher=newer, enriched_at=an_instant(-60))

    assert isinstance(await matched(fresh), TemporaryFailure)
    assert len(await outputs(old)) == 1


def decide_half(watches: Watches | None = None, console: str = "") -> DecideHalf:
    return DecideHalf(Standing(watches) if watches else Standing(), Stopped(), console)


def apply(lane: OwnedLane, effects: Effects) -> None:
    for key, value in effects.rows.items():
        lane.apply(key, value)
    if effects.told:
        effects.told()


def test_a_candidate_raises_an_alert_and_leaves_a_row() -> None:
    lane = OwnedLane(place_of("brodie-ilk"))

    effects = decide_half(console="https://desk.example/").fold(lane, [candidate_record(seen(sighted()), 4)])

    (outgoing,) = effects.outputs
    event = read(outgoing)
    alert = event.data
    assert (outgoing.topic, outgoing.key) == ("alerts.raised", b"brodie-ilk")
    assert (event.envelope.id, event.envelope.traceparent) == (f"{alert.alert_id}-1", TRACE)
    assert alert.links.console == f"https://desk.example/alerts/{alert.alert_id}"
    assert alert.latency.raised == an_instant(1)
    assert list(effects.rows) == [b"brodie-ilk"]
    assert WatchRow.model_validate_json(effects.rows[b"brodie-ilk"] or b"").applied == 4


def raised_so_far() -> float:
    return REGISTRY.get_sample_value("wirewatch_alerts_raised_total", {"kind": "opened"}) or 0


def test_an_alert_is_counted_and_logged_when_it_is_durable_and_not_before() -> None:
    before = raised_so_far()
    with structlog.testing.capture_logs() as logs:
        effects = decide_half().fold(OwnedLane(place_of("brodie-ilk")), [candidate_record(seen(sighted()), 4)])
        early = raised_so_far() - before + len(logs)
        apply(OwnedLane(0), effects)

    assert early == 0
    assert raised_so_far() - before == 1
    assert [entry["event"] for entry in logs] == ["alert.raised"]


def test_without_a_console_there_is_no_link_to_it() -> None:
    effects = decide_half().fold(OwnedLane(place_of("brodie-ilk")), [candidate_record(seen(sighted()), 4)])

    assert read(effects.outputs[0]).data.links.console is None


def test_a_silence_goes_to_the_suppressed_ones_under_the_name_of_its_place() -> None:
    records = [candidate_record(seen(sighted()), 4), candidate_record(seen(sighted("b")), 5)]

    effects = decide_half().fold(OwnedLane(place_of("brodie-ilk")), records)

    assert [each.topic for each in effects.outputs] == ["alerts.raised", "alerts.suppressed"]
    assert read(effects.outputs[1]).envelope.id == f"brodie-ilk-{place_of('brodie-ilk')}-5"


def test_a_correction_reaches_every_row_that_holds_the_article_and_no_other() -> None:
    watches = [f"w{n}" for n in range(40) if place_of(f"w{n}") == place_of("brodie-ilk")]
    half = decide_half(Watches.of(a_watchlist(*(a_watch(id=each) for each in watches))))
    lane = OwnedLane(place_of("brodie-ilk"))
    articles = [sighted("a"), sighted("a"), sighted("b", wording="b")]
    records = [
        candidate_record(seen(ref, watch_id=watch), offset, watch)
        for offset, (watch, ref) in enumerate(zip(watches, articles, strict=False))
    ]
    apply(lane, half.fold(lane, records))

    effects = half.fold(lane, [candidate_record(corrected(sighted("a", wording="x", revision=2, at=9)), 9)])

    assert [key.decode() for key in effects.rows] == watches[:2]
    assert [read(each).data.kind for each in effects.outputs] == ["retracted", "retracted"]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(candidate_record(seen(sighted()), 4, "second"), id="under another key"),
        pytest.param(candidate_record(seen(sighted(at=7200)), 4), id="from the future"),
        pytest.param(candidate_record(corrected(sighted(at=7200)), 4), id="a correction from the future"),
        pytest.param(
            candidate_record(seen(sighted(), entities=("x" * 99,) * 9999), 4), id="large enough to burst the row"
        ),
        pytest.param(
            Record("alerts.candidates", place_of("brodie-ilk"), 4, b"brodie-ilk", b"nonsense", ()), id="nonsense"
        ),
    ],
)
def test_what_cannot_be_decided_is_buried_and_the_rest_goes_on(record: Record) -> None:
    effects = decide_half().fold(OwnedLane(record.partition), [record])

    assert [buried for buried, _ in effects.buried] == [record]
    assert (effects.rows, effects.outputs) == ({}, [])


def test_a_candidate_in_another_partition_than_its_row_is_buried() -> None:
    elsewhere = (place_of("brodie-ilk") + 1) % PARTITIONS

    effects = decide_half().fold(
        OwnedLane(elsewhere), [candidate_record(seen(sighted()), 4)._replace(partition=elsewhere)]
    )

    assert [reason.reason for _, reason in effects.buried] == ["misplaced"]


def test_a_candidate_of_a_watch_that_is_not_in_our_list_yet_is_not_decided() -> None:
    newer = seen(sighted(), watch_id="new", watchlist_revision=4, matched_at=an_instant(0.9))

    with pytest.raises(TemporaryFailure):
        decide_half().fold(OwnedLane(place_of("new")), [candidate_record(newer, 4, "new")])


@pytest.mark.parametrize(("revision", "matched_at"), [(3, an_instant(0.9)), (4, an_instant(-60))])
def test_a_candidate_of_a_watch_that_left_the_list_is_silent(revision: int, matched_at: dt.datetime) -> None:
    gone = seen(sighted(), watch_id="gone", watchlist_revision=revision, matched_at=matched_at)

    effects = decide_half().fold(OwnedLane(place_of("gone")), [candidate_record(gone, 4, "gone")])

    assert read(effects.outputs[0]).data.reason == "watch_deleted"


def test_a_chunk_with_a_candidate_that_waits_says_nothing_of_the_others() -> None:
    newer = seen(sighted(), watch_id=NEIGHBOUR, watchlist_revision=4, matched_at=an_instant(0.9))
    records = [candidate_record(seen(sighted()), 4), candidate_record(newer, 5, NEIGHBOUR)]
    before = raised_so_far()

    with pytest.raises(TemporaryFailure):
        decide_half().fold(OwnedLane(place_of("brodie-ilk")), records)

    assert raised_so_far() == before


def test_a_row_that_forgets_open_stories_is_said_once_and_counted_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirealert.crowding.STORIES_BYTES", 20_000)
    half, lane = decide_half(), OwnedLane(place_of("brodie-ilk"))
    before = REGISTRY.get_sample_value("wirewatch_stories_closed_total") or 0
    with structlog.testing.capture_logs() as logs:
        for start in range(0, 200, 50):
            refs = [sighted(str(n), wording=str(n), at=n / 200) for n in range(start, start + 50)]
            records = [candidate_record(seen(ref, ref.article_id), start + n) for n, ref in enumerate(refs)]
            apply(lane, half.fold(lane, records))
    row = WatchRow.model_validate_json(lane.rows[b"brodie-ilk"])

    assert row.closed > 100
    assert (REGISTRY.get_sample_value("wirewatch_stories_closed_total") or 0) - before == row.closed
    assert [entry["event"] for entry in logs].count("row.full") == 1


def a_damaged_lane() -> tuple[OwnedLane, list[Record], dict[bytes, bytes]]:
    """A lane of two watches after some candidates and a correction, in which one row was overwritten.

    With what lies in its partition, and the rows as they should be.
    """
    half, lane = decide_half(NEIGHBOURS), OwnedLane(place_of("brodie-ilk"))
    records = [
        candidate_record(seen(sighted("a")), 1),
        candidate_record(seen(sighted("a"), watch_id=NEIGHBOUR), 2, NEIGHBOUR),
        Record("alerts.candidates", lane.partition, 3, b"k", b"nonsense", ()),
        candidate_record(seen(sighted("b", wording="b", at=0.1), "t"), 5),
        candidate_record(corrected(sighted("a", wording="x", revision=2, at=0.2)), 6),
    ]
    apply(lane, half.fold(lane, records))
    expected = dict(lane.rows)
    lane.apply(b"brodie-ilk", b"nonsense")
    lane.apply(b"\xff", b"nonsense")
    return lane, records, expected


def test_what_was_buried_as_from_the_future_stays_so_when_it_is_folded_once_more() -> None:
    clock, record = Stopped(), candidate_record(seen(sighted(at=7200)), 4)
    half, rows = DecideHalf(Standing(), clock, ""), Rows({}, RowReader())
    first = half.fold(OwnedLane(record.partition), [record])

    clock.instant = an_instant(3 * 3600)
    half.refold(rows, record)

    assert [reason.reason for _, reason in first.buried] == ["impossible_time"]
    assert list(rows.changed()) == []


async def test_a_row_that_cannot_be_read_is_made_anew_and_its_partition_waits_so_long() -> None:
    lane, records, expected = a_damaged_lane()
    half, copy = decide_half(NEIGHBOURS), candidate_record(seen(sighted("b", "f2", wording="b", at=0.3), "t"), 8)

    async def before(partition: int, end: int) -> AsyncIterator[Record]:
        assert (partition, end) == (lane.partition, 8)
        for record in records:
            yield record

    async def update(damaged: OwnedLane, decide: Callable[[OwnedLane], Effects]) -> bool:
        apply(damaged, decide(damaged))
        mended.set()
        return True

    mended = asyncio.Event()
    half.opened(lane)
    for _ in range(2):  # it is tried again while it waits
        with pytest.raises(TemporaryFailure):
            half.fold(lane, [copy])
    mending = asyncio.create_task(Mender(half, before, update).run())
    await mended.wait()
    effects = half.fold(lane, [copy])
    mending.cancel()

    assert dict(lane.rows) == expected
    assert [read(each).data.reason for each in effects.outputs] == ["duplicate_article"]


def test_rows_are_looked_at_again_whenever_their_lane_is_opened() -> None:
    lane, _, expected = a_damaged_lane()
    half, record = decide_half(NEIGHBOURS), candidate_record(seen(sighted("c", wording="c", at=0.4), "u"), 8)
    for key in list(lane.rows):
        lane.apply(key, expected.get(key))
    half.opened(lane)
    apply(lane, half.fold(lane, [record]))
    lane.apply(NEIGHBOUR.encode(), b"nonsense")

    half.opened(lane)

    with pytest.raises(TemporaryFailure):
        half.fold(lane, [record._replace(offset=9)])


@settings(deadline=None)
@given(st.data())
def test_chunks_of_any_size_decide_the_same(data: st.DataObject) -> None:
    refs = [sighted(data.draw(st.sampled_from("abc")), wording=f"w{n}", revision=n, at=n) for n in range(1, 9)]
    records = [candidate_record(seen(ref, data.draw(st.sampled_from("st"))), n) for n, ref in enumerate(refs)]
    cuts = [*sorted(data.draw(st.sets(st.integers(1, 7)))), 8]
    one_by_one, in_chunks = OwnedLane(place_of("brodie-ilk")), OwnedLane(place_of("brodie-ilk"))
    half, single, chunked = decide_half(), [], []
    for record in records:
        effects = half.fold(one_by_one, [record])
        apply(one_by_one, effects)
        single += effects.outputs
    for start, end in zip([0, *cuts], cuts, strict=False):
        effects = half.fold(in_chunks, records[start:end])
        apply(in_chunks, effects)
        chunked += effects.outputs

    assert single == chunked
    assert dict(one_by_one.rows) == dict(in_chunks.rows)
