"""Which items of a feed are new or changed, and what is remembered of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON
from tests.unit.wirewatch.poller.items import an_item
from wirekit.contracts import FeedSeen, SeenEntry
from wirewatch.poller.document import Item
from wirewatch.poller.novelty import MAX_REVISIONS, MAX_SEEN, Novelty, compare

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def found(novelty: Novelty) -> list[tuple[str, int]]:
    return [(each.item.entry.title, each.revision) for each in novelty.found]


def remembered(items: Iterable[Item], seen: Sequence[SeenEntry] = (), at: dt.datetime = NOON) -> tuple[SeenEntry, ...]:
    """What is remembered after a poll that brought *items*."""
    after = compare(seen, tuple(items), at).seen
    return tuple(seen) if after is None else after


def test_everything_is_new_at_first() -> None:
    novelty = compare((), (an_item("a"), an_item("b")), NOON)

    assert found(novelty) == [("a", 1), ("b", 1)]
    assert novelty.share is None
    assert not novelty.overflow


def test_what_is_known_is_not_new_again_and_nothing_is_written() -> None:
    seen = remembered([an_item("a"), an_item("b")])
    novelty = compare(seen, (an_item("b"), an_item("a")), NOON + HOUR)

    assert novelty == Novelty(found=(), seen=None, share=0.0)


def test_another_wording_is_the_next_revision() -> None:
    seen = remembered([an_item("a")])
    second = compare(seen, (an_item("a", "second"),), NOON + HOUR)
    third = compare(second.seen or (), (an_item("a", "third"),), NOON + 2 * HOUR)

    assert (found(second), found(third)) == ([("a", 2)], [("a", 3)])
    assert second.share == 1.0


def test_a_wording_with_a_clock_in_it_is_given_up_after_24_revisions() -> None:
    seen = remembered([an_item("a")])
    revisions = []
    for number in range(100):
        novelty = compare(seen, (an_item("a", f"at {number}"),), NOON + HOUR)
        revisions += [revision for _, revision in found(novelty)]
        seen = seen if novelty.seen is None else novelty.seen

    assert revisions == list(range(2, MAX_REVISIONS + 1))


def test_an_item_that_drops_out_and_comes_back_is_not_new() -> None:
    seen = remembered([an_item("a"), an_item("b")])
    seen = remembered([an_item("b"), an_item("c")], seen, NOON + 29 * DAY)

    assert found(compare(seen, (an_item("a"), an_item("c")), NOON + 30 * DAY)) == []


def test_a_static_feed_does_not_begin_again_after_its_silence() -> None:
    seen = remembered(an_item(str(number)) for number in range(30))
    changed = [an_item("new"), *(an_item(str(number)) for number in range(29))]
    seen = remembered(changed, seen, NOON + 200 * DAY)

    assert found(compare(seen, tuple(an_item(str(number)) for number in range(30)), NOON + 201 * DAY)) == []


def test_a_listing_is_noted_once_a_day() -> None:
    seen = remembered([an_item("a")])

    assert compare(seen, (an_item("a"),), NOON + 23 * HOUR).seen is None
    assert remembered([an_item("a")], seen, NOON + 25 * HOUR)[0].last_seen == NOON + 25 * HOUR


def test_what_was_not_listed_for_a_month_is_forgotten_beyond_the_hundred_latest() -> None:
    seen = remembered(an_item(f"old-{number}") for number in range(300))
    seen = remembered([an_item("late")], seen, NOON + DAY)
    kept = remembered([an_item("now")], seen, NOON + 40 * DAY)

    assert len(kept) == 1 + 100
    assert seen[0] in kept


def test_the_row_stays_within_its_256_kib() -> None:
    seen: tuple[SeenEntry, ...] = ()
    for poll in range(5):
        seen = remembered((an_item(f"{poll}-{number}") for number in range(1000)), seen, NOON + poll * HOUR)
        listed = {an_item(f"{poll}-{number}").article_id for number in range(1000)}
        assert listed <= {entry.article_id for entry in seen}
    row = FeedSeen(feed_id="f" * 64, entries=tuple(_long(entry) for entry in seen))

    assert len(seen) == MAX_SEEN
    assert len(row.to_json()) <= 256 * 1024


def test_old_items_under_new_ids_are_a_rekey_and_no_news() -> None:
    seen = remembered(an_item(str(number)) for number in range(10))
    rekeyed = [an_item(f"https-{number}", "-") for number in range(10)]
    items = [
        dataclasses.replace(new, revision_id=an_item(str(number)).revision_id) for number, new in enumerate(rekeyed)
    ]
    novelty = compare(seen, (*items, an_item("really new")), NOON + HOUR)

    assert novelty.rekeyed
    assert found(novelty) == [("really new", 1)]
    assert found(compare(novelty.seen or (), tuple(items), NOON + 2 * HOUR)) == []


def test_one_old_wording_under_a_new_id_is_news() -> None:
    seen = remembered(an_item(str(number)) for number in range(10))
    copy = dataclasses.replace(an_item("copy"), revision_id=an_item("1").revision_id)
    novelty = compare(seen, (copy, *(an_item(str(number)) for number in range(9))), NOON + HOUR)

    assert found(novelty) == [("copy", 1)]


def test_nothing_known_in_a_full_list_is_an_overflow() -> None:
    seen = remembered(an_item(str(number)) for number in range(10))

    assert compare(seen, tuple(an_item(f"n{number}") for number in range(10)), NOON).overflow
    assert not compare(seen, (an_item("9"), *(an_item(f"n{number}") for number in range(9))), NOON).overflow
    assert not compare(seen, (an_item("single"),), NOON).overflow


def test_an_empty_feed_is_not_taken_for_deletions() -> None:
    seen = remembered([an_item("a")])

    assert compare(seen, (), NOON + HOUR) == Novelty(found=(), seen=None, share=0.0)


def test_an_article_keeps_the_id_it_was_delivered_under_when_the_feed_changes_what_tells_items_apart() -> None:
    by_url = remembered([an_item("a")])
    by_guid = remembered([an_item("a", by_guid=True)])

    assert found(compare(by_url, (an_item("a", by_guid=True),), NOON + HOUR)) == []
    assert found(compare(by_guid, (an_item("a", "second"),), NOON + HOUR)) == [("a", 2)]


def test_of_two_items_that_could_be_a_known_article_the_one_with_its_wording_is() -> None:
    seen = remembered([an_item("live")])
    shared = seen[0].article_id
    same = dataclasses.replace(an_item("live", by_guid=True), alias=shared)
    other = dataclasses.replace(an_item("other", by_guid=True), alias=shared)

    assert found(compare(seen, (other, same), NOON + HOUR)) == [("other", 1)]


names = st.lists(st.sampled_from([str(number) for number in range(12)]), unique=True)


@given(st.lists(st.tuples(names, st.sampled_from(["x", "y"])), max_size=8))
def test_whatever_a_feed_lists_each_wording_of_an_article_is_a_new_revision_without_gap(
    polls: list[tuple[list[str], str]],
) -> None:
    seen: tuple[SeenEntry, ...] = ()
    revisions: dict[str, list[int]] = {}
    for hour, (listed, wording) in enumerate(polls):
        novelty = compare(seen, tuple(an_item(name, wording) for name in listed), NOON + hour * HOUR)
        seen = seen if novelty.seen is None else novelty.seen
        for each in novelty.found:
            revisions.setdefault(each.article_id, []).append(each.revision)

    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in revisions.values())


def _long(entry: SeenEntry) -> SeenEntry:
    return entry.model_copy(update={"revision": MAX_REVISIONS, "last_seen": NOON.replace(microsecond=123456)})
