"""Whether it is our own network that is away."""

from __future__ import annotations

import datetime as dt

from tests.builders import NOON
from wirewatch.poller.asking import Poll
from wirewatch.poller.outage import Outage


def a_poll(host: str, status: str, minutes: float = 0) -> Poll:
    return Poll(host, f"https://{host}.example/feed", status, NOON + dt.timedelta(minutes=minutes), "no route")


def statuses(*polls: Poll) -> list[str]:
    outage = Outage()
    return [outage.judge(poll).status for poll in polls]


def test_when_no_host_can_be_reached_no_feed_is_to_blame() -> None:
    assert statuses(*(a_poll(host, "dns_temporary") for host in "abcd")) == [
        *["dns_temporary"] * 2,
        *["local_outage"] * 2,
    ]


def test_one_host_that_is_away_among_others_is_to_blame_itself() -> None:
    assert statuses(a_poll("a", "ok"), a_poll("b", "ok"), a_poll("c", "connect"))[-1] == "connect"


def test_a_host_that_answers_with_an_error_was_reached() -> None:
    assert statuses(*(a_poll(host, "http_503") for host in "abcd"), a_poll("e", "connect"))[-1] == "connect"


def test_two_hosts_are_no_evidence() -> None:
    assert statuses(*(a_poll("ab"[number % 2], "connect", number) for number in range(6))) == ["connect"] * 6


def test_the_outage_ends_with_the_first_hosts_that_answer() -> None:
    polls = [a_poll(host, "connect") for host in "abcd"]
    after = [a_poll("a", "ok", 5), a_poll("b", "connect", 6)]

    assert statuses(*polls, *after)[-2:] == ["ok", "connect"]


def test_evidence_of_more_than_an_hour_ago_does_not_count() -> None:
    polls = [a_poll(host, "connect") for host in "abc"]

    assert statuses(*polls, a_poll("d", "connect", 61))[-1] == "connect"
