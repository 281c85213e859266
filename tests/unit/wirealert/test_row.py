from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from tests.builders import a_watchlist, an_instant
from tests.sightings import HOUR, corrected, seen, sighted
from wirealert import Decision, Watches, WatchRow, decide, retract
from wirealert.crowding import STORIES_BYTES
from wirealert.digests import digest
from wirealert.row import DECISIONS_BYTES, KNOWN_DAYS, MAX_KNOWN
from wirekit.contracts import AlertRaised

GOLDEN = Path(__file__).parents[2] / "data" / "contracts" / "WatchRow.v1.json"
WATCHES = Watches.of(a_watchlist())
MAX_ROW = 512 * 1024


def test_the_golden_row_is_read_and_written_as_it_was() -> None:
    causes = (
        (3, seen(sighted("a"))),
        (5, seen(sighted("b", "f2", wording="x", at=60))),
        (8, seen(sighted("c", wording="y", at=90), "t")),
    )
    row: WatchRow | None = None
    for offset, cause in causes:
        row, _ = decide(WATCHES, row, cause, offset)
    assert row is not None
    row, _ = retract(WATCHES, row, corrected(sighted("c", wording="z", revision=2, at=120)), 9)

    assert json.loads(GOLDEN.read_bytes()) == json.loads(row.to_json())
    assert WatchRow.model_validate_json(GOLDEN.read_bytes()) == row


def test_a_row_starts_with_nothing_applied() -> None:
    row = WatchRow.first("brodie-ilk", an_instant())

    assert (-1, an_instant(), 0) == (row.applied, row.clock, row.candidates)


def test_the_clock_never_goes_back() -> None:
    row = WatchRow.first("brodie-ilk", an_instant()).advanced(an_instant(-60), 4)

    assert (an_instant(), 4) == (row.clock, row.applied)


def test_a_wording_is_known_by_its_article_feed_and_revision() -> None:
    row = WatchRow.first("brodie-ilk", an_instant()).remembering(sighted())

    assert row.knows(sighted(at=99))
    assert not row.knows(sighted("b"))
    assert not row.knows(sighted(feed="f2"))
    assert not row.knows(sighted(revision=2))
    assert not row.knows(sighted(wording="w2"))


def test_what_was_decided_is_known_for_two_weeks() -> None:
    row = WatchRow.first("brodie-ilk", an_instant()).remembering(sighted())

    assert row.advanced(an_instant() + dt.timedelta(days=KNOWN_DAYS), 1).knows(sighted())
    assert not row.advanced(an_instant() + dt.timedelta(days=KNOWN_DAYS + 1), 1).knows(sighted())


def test_the_oldest_digests_make_room() -> None:
    row = WatchRow.first("brodie-ilk", an_instant())
    for number in range(MAX_KNOWN + 1):
        row = row.remembering(sighted(str(number)))

    assert not row.knows(sighted("0"))
    assert row.knows(sighted("1"))
    assert row.knows(sighted(str(MAX_KNOWN)))


def test_a_burst_of_stories_leaves_the_row_within_its_bound_and_closes_the_oldest() -> None:
    row: WatchRow | None = None
    opened = set()
    for number in range(1400):
        ref = sighted(str(number), wording=str(number), at=number)
        row, decisions = decide(WATCHES, row, seen(ref, str(number)), number)
        opened |= {decision.alert_id for decision in decisions if isinstance(decision, AlertRaised)}

    assert row is not None
    assert len(opened) == 1400
    assert len(row.to_json()) <= MAX_ROW
    assert row.closed == 1400 - len(row.stories)
    assert [digest(f"art_{n}") for n in range(row.closed, 1400)] == [s.members[0].article for s in row.stories]
    assert len(row.stories) > 1000


def test_another_copy_of_anything_in_a_burst_alerts_no_second_time() -> None:
    row: WatchRow | None = None
    burst = [seen(sighted(str(n), wording=str(n), at=n), str(n)) for n in range(1000)]
    for offset, candidate in enumerate(burst):
        row, _ = decide(WATCHES, row, candidate, offset)
    again: list[Decision] = []
    for offset, candidate in enumerate(burst, start=1000):
        row, decisions = decide(WATCHES, row, candidate, offset)
        again += decisions

    assert {"already_decided"} == {decision.reason for decision in again}


def test_a_story_that_comes_back_after_it_was_forgotten_gets_another_alert_id() -> None:
    row, first = decide(WATCHES, None, seen(sighted()), 1)
    row, _ = decide(WATCHES, row, seen(sighted("b", wording="b", at=400 * HOUR), "b"), 2)

    _, second = decide(WATCHES, row, seen(sighted(feed="f2", at=401 * HOUR)), 3)

    (before,), (after,) = first, second
    assert isinstance(before, AlertRaised)
    assert isinstance(after, AlertRaised)
    assert before.story.id == after.story.id
    assert before.alert_id != after.alert_id


def test_the_budgets_leave_room_for_the_rest_of_the_row() -> None:
    assert STORIES_BYTES + DECISIONS_BYTES + 11 * MAX_KNOWN < MAX_ROW - 4096
