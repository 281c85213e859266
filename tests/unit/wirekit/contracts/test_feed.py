"""What a registered feed may be."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from tests import builders
from wirekit.contracts import FeedSpec, PollEvery


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1/", "http://a.example:99999999/", "http://@", "http://?", "http://a:0/", "ftp://a.example/",
        "https://a.example/b c", "a.example/feed.xml", "https://a.example/" + "x" * 2048,
    ],
)  # fmt: skip
def test_an_address_without_a_host_or_a_port_that_exists_is_invalid(url: str) -> None:
    hostile = builders.a_feed().model_dump(mode="json") | {"url": url}

    with pytest.raises(ValidationError, match="url"):
        FeedSpec.model_validate(hostile)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8790/feed.xml", "https://[::1]/feed", "https://a.example?format=rss"]
)
def test_an_address_with_a_host_is_taken_as_it_is(url: str) -> None:
    assert builders.a_feed(url=url).url == url


@pytest.mark.parametrize("changes", [{"feed_id": "Kompas!"}, {"first_poll": "all"}, {"language": "x" * 36}])
def test_a_feed_that_nobody_could_poll_or_name_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=next(iter(changes))):
        builders.a_feed(**changes)


@pytest.mark.parametrize("bounds", [{"min": "0s"}, {"max": "8d"}])
def test_a_feed_is_asked_at_most_once_a_second_and_at_least_once_a_week(bounds: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        PollEvery.model_validate(bounds)


def test_without_bounds_a_feed_is_asked_every_two_minutes_to_once_an_hour() -> None:
    assert builders.a_feed().poll_every == PollEvery(min=dt.timedelta(minutes=2), max=dt.timedelta(hours=1))
