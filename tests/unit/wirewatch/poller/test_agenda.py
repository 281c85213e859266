"""Which feeds are due, in order."""

from __future__ import annotations

from tests.builders import an_instant
from wirewatch.poller.agenda import Agenda, Place


def test_feeds_come_when_they_are_due_the_longest_due_first() -> None:
    agenda = Agenda()
    for feed_id, due in (("b", 20), ("a", 10), ("c", 30)):
        agenda.put(Place(0, feed_id), an_instant(due))

    assert agenda.next_at == an_instant(10)
    assert agenda.take(an_instant(20)) == [(0, "a"), (0, "b")]
    assert agenda.take(an_instant(20)) == []
    assert agenda.next_at == an_instant(30)


def test_a_feed_that_was_moved_comes_once_at_its_new_time() -> None:
    agenda = Agenda()
    agenda.put(Place(0, "a"), an_instant(10))
    agenda.put(Place(0, "a"), an_instant(50))
    agenda.put(Place(0, "a"), an_instant(30))

    assert agenda.take(an_instant(20)) == []
    assert agenda.take(an_instant(60)) == [(0, "a")]
    assert agenda.next_at is None


def test_a_feed_that_was_struck_out_does_not_come() -> None:
    agenda = Agenda()
    agenda.put(Place(0, "a"), an_instant(10))
    agenda.drop(Place(0, "a"))
    agenda.drop(Place(0, "unknown"))

    assert agenda.take(an_instant(20)) == []


def test_a_feed_in_two_partitions_comes_for_each() -> None:
    agenda = Agenda()
    agenda.put(Place(1, "a"), an_instant(10))
    agenda.put(Place(2, "a"), an_instant(5))
    agenda.drop(Place(1, "a"))

    assert agenda.take(an_instant(20)) == [(2, "a")]
