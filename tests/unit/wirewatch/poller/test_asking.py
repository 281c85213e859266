"""What a feed is asked, and what the answer means."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.builders import NOON, a_feed_state
from tests.unit.wirewatch.poller.items import an_item
from wirekit.contracts import FeedState
from wirekit.errors import InvalidMessage
from wirekit.net import Headers, Limits, Reason, Redirect, Response, Unreachable
from wirewatch.poller.asking import Poll, failed, judge, not_understood, request_for, understood
from wirewatch.poller.digest import Digest

URL = "https://news.example/feed.xml"
BODY = b"<rss/>"
SHA256 = hashlib.sha256(BODY).hexdigest()


def a_response(status: int = 200, body: bytes = BODY, **changes: Any) -> Response:
    values: dict[str, Any] = {
        "status": status,
        "headers": Headers(),
        "received": body,
        "cut": None,
        "url": URL,
        "redirects": (),
        "plain_only": False,
    }
    return Response(**{**values, **changes})


def headers(**fields: str) -> Headers:
    return Headers(tuple((name.replace("_", "-"), value) for name, value in fields.items()))


def judged(response: Response, state: FeedState | None = None) -> Poll:
    return judge(state or a_feed_state(), response, NOON)


def sent(state: FeedState) -> dict[str, str]:
    return dict(request_for(state, Limits()).headers)


def test_the_first_request_is_unconditional() -> None:
    assert set(sent(a_feed_state())) == {"accept"}


@pytest.mark.parametrize("etag", ['W/"x"', '"a", "b"', '"' + "e" * 300 + '"', "no-quotes", '"\xe9"'])
def test_validators_are_sent_back_as_they_came(etag: str) -> None:
    date = "Mon, 02 Mar 2026 11:00:00 GMT"
    poll = judged(a_response(headers=headers(ETag=etag, Last_Modified=date)))
    state = a_feed_state(etag=poll.etag, last_modified=poll.last_modified)

    assert sent(state)["if-none-match"] == etag
    assert sent(state)["if-modified-since"] == date


def test_a_feed_with_broken_compression_is_asked_for_plain_bytes() -> None:
    poll = judged(a_response(plain_only=True))

    assert poll.plain_only
    assert sent(a_feed_state(plain_only=True))["accept-encoding"] == "identity"


def test_a_changed_body_must_be_read() -> None:
    poll = judged(a_response(headers=headers(ETag='"2"')))

    assert (poll.status, poll.error, poll.etag, poll.body_sha256) == ("ok", None, '"2"', SHA256)


def test_the_same_bytes_are_unchanged_and_bring_their_new_validators() -> None:
    poll = judged(a_response(headers=headers(ETag='"2"')), a_feed_state(body_sha256=SHA256, etag='"1"'))

    assert (poll.status, poll.etag) == ("unchanged", '"2"')
    assert poll.succeeded


def test_not_modified_merges_validators_and_keeps_the_rest() -> None:
    state = a_feed_state(etag='"1"', last_modified="then", body_sha256="abc", plain_only=True)
    poll = judged(a_response(304, b"", headers=headers(ETag='"2"')), state)

    assert (poll.status, poll.etag, poll.last_modified) == ("not_modified", '"2"', "then")
    assert (poll.body_sha256, poll.plain_only) == ("abc", True)


@pytest.mark.parametrize(
    ("status", "code"), [(404, "http_404"), (410, "gone"), (429, "throttled"), (503, "http_503"), (204, "http_204")]
)
def test_every_other_status_is_a_failure_with_its_code(status: int, code: str) -> None:
    poll = judged(a_response(status, headers=headers(Retry_After="60")))

    assert poll.status == code
    assert poll.hints.retry_after is not None
    assert not poll.succeeded


@pytest.mark.parametrize("cut", [Reason.TRUNCATED, Reason.TOO_LARGE, Reason.ENCODING, Reason.DEADLINE])
def test_a_body_that_is_not_whole_is_a_failure_and_its_validators_are_not_kept(cut: Reason) -> None:
    poll = judged(a_response(cut=cut, headers=headers(ETag='"2"')))

    assert (poll.status, poll.etag, poll.body_sha256) == (cut.value, None, None)
    assert not poll.succeeded


@pytest.mark.parametrize(
    "response",
    [
        a_response(403, b"<title>Just a moment...</title>"),
        a_response(503, b"x" * 100 + b'<script src="/cdn-cgi/challenge-platform/h"></script>'),
        a_response(200, headers=headers(CF_Mitigated="challenge")),
    ],
    ids=["page", "script", "header"],
)
def test_a_bot_wall_is_blocked_and_no_parse_error(response: Response) -> None:
    assert judged(response).status == "blocked"


def test_a_feed_about_bot_walls_is_not_blocked() -> None:
    assert judged(a_response(200, b"<rss>Just a moment...</rss>")).status == "ok"


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((), None), ((301,), URL), ((308, 301), URL), ((302,), None), ((301, 302), None), ((307,), None)],
)
def test_only_permanent_redirects_say_that_a_feed_moved(statuses: tuple[int, ...], moved: str | None) -> None:
    redirects = tuple(Redirect(status, URL) for status in statuses)

    assert judged(a_response(redirects=redirects)).moved_to == moved


def test_no_answer_is_a_failure_with_the_clients_code() -> None:
    poll = failed(a_feed_state(), Unreachable(Reason.DNS_TEMPORARY, "no name server", URL), NOON)

    assert poll.status == "dns_temporary"
    assert "news.example" in (poll.error or "")


def test_a_feed_without_its_end_is_news_but_asked_for_again_as_a_whole() -> None:
    poll = understood(judged(a_response(headers=headers(ETag='"2"'))), Digest("t", False, (an_item(),)))

    assert (poll.status, poll.etag, poll.body_sha256) == ("incomplete", None, None)
    assert poll.succeeded
    assert poll.items == (an_item(),)


def test_of_a_body_that_is_no_feed_nothing_is_kept() -> None:
    poll = not_understood(judged(a_response(headers=headers(ETag='"2"'))), InvalidMessage("html", "a web page"))

    assert (poll.status, poll.error, poll.etag, poll.body_sha256) == ("html", "a web page", None, None)
