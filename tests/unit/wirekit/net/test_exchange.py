"""An answer as a value: its fields, and a body that is whole or none."""

from __future__ import annotations

import pytest

from wirekit.net import BadAnswer, Headers, Reason, Response

URL = "https://news.example/feed?key=hush"


def answered(cut: Reason | None) -> Response:
    return Response(200, Headers(), b"<rss>", cut, URL, (), plain_only=False)


def test_a_field_is_found_in_any_letter_case_and_each_of_several_is_kept() -> None:
    headers = Headers((("Link", "a"), ("ETag", '"1"'), ("link", "b")))

    assert headers.all("LINK") == ("a", "b")
    assert (headers.get("etag"), headers.get("link"), headers.get("age")) == ('"1"', "a", None)


def test_a_whole_body_is_given() -> None:
    assert answered(None).body == b"<rss>"


def test_a_body_that_was_cut_is_none_though_its_status_has_come() -> None:
    response = answered(Reason.TRUNCATED)

    with pytest.raises(BadAnswer) as refused:
        _ = response.body

    assert (response.status, response.received, refused.value.reason) == (200, b"<rss>", Reason.TRUNCATED)
    assert "hush" not in str(refused.value)
