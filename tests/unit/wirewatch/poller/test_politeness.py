"""When a host may be asked again."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import NOON
from wirewatch.poller.asking import Poll
from wirewatch.poller.hints import Hints
from wirewatch.poller.politeness import host_of, open_again_at


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds"),
    [
        ("ok", None, 5),
        ("http_503", 600, 5),
        ("throttled", None, 60),
        ("throttled", 600, 600),
        ("throttled", 1, 5),
    ],
)
def test_a_host_rests_for_the_gap_and_as_long_as_it_says_when_it_was_asked_too_often(
    status: str, retry_after: int | None, seconds: int
) -> None:
    wait = None if retry_after is None else dt.timedelta(seconds=retry_after)
    poll = Poll("harbour", "https://harbour.example/", status, NOON, hints=Hints(retry_after=wait))

    assert open_again_at(poll, dt.timedelta(seconds=5)) == NOON + dt.timedelta(seconds=seconds)


def test_a_host_is_its_name_and_port() -> None:
    assert host_of("https://user:secret@Harbour.example:8443/feed") == "harbour.example:8443"
