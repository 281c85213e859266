"""The HTTP client against servers that lie, stall, break off and send elsewhere."""

import asyncio
import gzip
import json
import socket
import zlib
from collections.abc import Sequence

import brotli
import pytest

from tests.integration.net.servers import RawServer, a_server, an_answer
from wirekit.net import (
    AddressPolicy,
    BadAnswer,
    DeadlineExceeded,
    FetchError,
    HttpClient,
    Limits,
    Reason,
    Redirect,
    RefusedName,
    RefusedRequest,
    Request,
    Response,
    Unreachable,
)

_FEED = b'<rss version="2.0"><channel><title>t</title></channel></rss>'
_LIMITS = Limits(total_seconds=10, body_bytes=1 << 20, redirects=5)


def _client(*servers: RawServer) -> HttpClient:
    """A client that may reach exactly *servers*."""
    return HttpClient(
        AddressPolicy.parse(",".join(f"127.0.0.1:{server.port}" for server in servers)), user_agent="tests"
    )


async def _get(answer: bytes, limits: Limits = _LIMITS) -> Response:
    async with a_server({"/": answer}) as server, _client(server) as http:
        return await http.request(Request(server.url(), limits=limits))


async def _failure(http: HttpClient, url: str, limits: Limits = _LIMITS) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await http.request(Request(url, limits=limits))
    return caught.value


async def test_an_answer_has_status_fields_body_and_address() -> None:
    async with (
        a_server({"/feed": an_answer(_FEED, 'ETag: W/"x"', "Link: <a>", "link: <b>")}) as server,
        _client(server) as http,
    ):
        response = await http.request(Request(server.url("/feed#top"), limits=_LIMITS))

    assert response.status == 200
    assert response.body == _FEED
    assert response.headers.get("etag") == 'W/"x"'
    assert response.headers.get("missing") is None
    assert response.headers.all("LINK") == ("<a>", "<b>")
    assert response.url == server.url("/feed")
    assert response.redirects == ()


async def test_fields_and_body_are_sent_as_given() -> None:
    async with a_server({"/hook": an_answer(status="204 No Content")}) as server, _client(server) as http:
        request = Request(server.url("/hook"), "POST", {"If-None-Match": 'W/"ä"', "USER-AGENT": "mine"}, b'{"a":1}')
        await http.request(request)
        head = server.requests[0]

    assert head.startswith("POST /hook HTTP/1.1\r\n")
    assert f"host: 127.0.0.1:{server.port}\r\n" in head
    assert 'if-none-match: W/"ä"\r\n' in head
    assert "user-agent: mine\r\n" in head
    assert "content-length: 7\r\n" in head


async def test_one_host_is_asked_over_one_connection() -> None:
    async with a_server({"/": an_answer(_FEED, "Keep-Alive: yes")}) as server, _client(server) as http:
        for _ in range(5):
            await http.request(Request(server.url(), limits=_LIMITS))

    assert server.connections == 1


# -- compression and size ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
async def test_a_compressed_body_is_inflated(coding: str, pack: type[bytes]) -> None:
    response = await _get(an_answer(pack(_FEED), f"Content-Encoding: {coding}"))

    assert response.body == _FEED


@pytest.mark.parametrize("coding", ["gzip", "br"])
async def test_a_bomb_is_cut_at_the_limit_and_has_no_body(coding: str) -> None:
    bomb = {"gzip": gzip.compress, "br": brotli.compress}[coding](bytes(64 << 20))

    response = await _get(an_answer(bomb, f"Content-Encoding: {coding}"))

    assert response.cut is Reason.TOO_LARGE
    assert len(response.received) == _LIMITS.body_bytes
    with pytest.raises(BadAnswer, match="too_large"):
        _ = response.body


async def test_twenty_megabytes_of_plain_feed_are_too_large() -> None:
    response = await _get(an_answer(bytes(20 << 20)), Limits(body_bytes=16 << 20))

    assert (response.status, response.cut, len(response.received)) == (200, Reason.TOO_LARGE, 16 << 20)


async def test_an_endless_body_is_cut_at_the_limit() -> None:
    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(1 << 16))
            await writer.drain()

    async with a_server({"/": pour}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), limits=Limits(body_bytes=20_000)))

    assert (response.cut, len(response.received)) == (Reason.TOO_LARGE, 20_000)


async def test_a_gzip_body_that_ends_early_is_cut_although_the_connection_ended_in_order() -> None:
    response = await _get(an_answer(gzip.compress(_FEED)[:-8], "Content-Encoding: gzip"))

    assert response.cut is Reason.TRUNCATED


async def test_gzip_announced_on_a_plain_body_is_asked_for_once_more_without_compression() -> None:
    async def honest_only_without_compression(writer: asyncio.StreamWriter) -> None:
        lies = "accept-encoding: identity" not in server.requests[-1]
        writer.write(an_answer(_FEED, *(["Content-Encoding: gzip"] if lies else [])))
        await writer.drain()

    async with a_server({"/": honest_only_without_compression}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), limits=_LIMITS))

    assert response.body == _FEED
    assert response.plain_only
    assert len(server.requests) == 2


async def test_a_server_that_announces_gzip_on_a_plain_body_for_ever_is_asked_twice_at_most() -> None:
    async with a_server({"/": an_answer(_FEED, "Content-Encoding: gzip")}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), limits=_LIMITS))

    assert response.cut is Reason.ENCODING
    assert not response.plain_only
    assert len(server.requests) == 2


async def test_a_post_is_never_sent_a_second_time() -> None:
    async with a_server({"/": an_answer(_FEED, "Content-Encoding: gzip")}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), "POST", body=b"{}", limits=_LIMITS))

    assert (response.status, response.cut) == (200, Reason.ENCODING)
    assert len(server.requests) == 1


# -- time -------------------------------------------------------------------------------------------------------------


async def test_a_server_that_never_answers_runs_into_the_deadline() -> None:
    async def silent(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    async with a_server({"/": silent}) as server, _client(server) as http:
        with pytest.raises(DeadlineExceeded):
            await http.request(Request(server.url(), limits=Limits(total_seconds=0.3)))


async def test_a_body_that_drips_is_cut_at_the_deadline_and_the_status_stands() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with a_server({"/": drip}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), limits=Limits(total_seconds=0.5)))

    assert (response.status, response.cut) == (200, Reason.DEADLINE)
    assert 0 < len(response.received) < 100


async def test_all_hops_share_one_deadline() -> None:
    async def slow_loop(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.write(an_answer(b"", "Location: /", status="302 Found"))
        await writer.drain()

    async with a_server({"/": slow_loop}) as server, _client(server) as http:
        failure = await _failure(http, server.url(), Limits(total_seconds=0.5, redirects=1_000))

    assert failure.reason is Reason.DEADLINE
    assert len(server.requests) <= 4


# -- broken HTTP ------------------------------------------------------------------------------------------------------

_CHUNK = b"%x\r\n%b\r\n" % (len(_FEED), _FEED)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + _FEED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + _CHUNK,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + _CHUNK + b"not a size\r\n",
    ],
    ids=["short of its length", "last chunk missing", "broken chunk"],
)
async def test_a_body_whose_framing_breaks_off_is_cut(answer: bytes) -> None:
    response = await _get(answer)

    assert (response.status, response.cut, response.received) == (200, Reason.TRUNCATED, _FEED)


@pytest.mark.parametrize(
    "answer",
    [
        *(
            b"",
            _FEED,
            b"ICY 200 OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nGARBAGE\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nX T: a\r\n\r\n",
        ),
        b"HTTP/1.1 200 OK\r\nX-T: " + b"a" * 200_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "no head", "icy", "no colon", "blank in a name", "200 KB of field"],
)
async def test_what_is_not_http_is_a_protocol_fault(answer: bytes) -> None:
    with pytest.raises(BadAnswer) as caught:
        await _get(answer)

    assert caught.value.reason is Reason.PROTOCOL


@pytest.mark.parametrize(
    "fields",
    [
        [f"X-{number}: a" for number in range(150)],
        ["X-T: " + "a" * 60_000],
        ["X-T: \u00d0\u009f"],
        ["Content-Encoding: none"],
        ["Content-Encoding: UTF-8"],
    ],
    ids=["150 fields", "60 KB of field", "UTF-8 field", "encoding none", "encoding UTF-8"],
)
async def test_odd_fields_do_no_harm(fields: list[str]) -> None:
    response = await _get(an_answer(_FEED, *fields))

    assert response.body == _FEED


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n\r\n" + _FEED,
        b"HTTP/1.0 200 OK\r\n\r\n" + _FEED,
        b"HTTP/1.1 200\r\n\r\n" + _FEED,
        b"HTTP/1.1 200 OK\n\n" + _FEED,
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + _FEED,
    ],
    ids=["until close", "1.0", "no reason phrase", "line feeds", "early hints"],
)
async def test_old_and_sloppy_servers_are_understood(answer: bytes) -> None:
    response = await _get(answer)

    assert response.body == _FEED


@pytest.mark.parametrize("header", [{"x": "a\r\nhost: other"}, {"x y": "a"}, {"x": "\u0416"}])
async def test_fields_that_cannot_be_sent_are_refused(header: dict[str, str]) -> None:
    async with a_server({"/": an_answer()}) as server, _client(server) as http:
        with pytest.raises(RefusedRequest) as caught:
            await http.request(Request(server.url(), headers=header))

    assert caught.value.reason is Reason.BAD_REQUEST
    assert server.requests == []


# -- redirects --------------------------------------------------------------------------------------------------------


def _to(location: str, status: str = "302 Found") -> bytes:
    return an_answer(b"moved", f"Location: {location}", status=status)


async def test_redirects_are_followed_and_listed() -> None:
    answers = {"/a": _to("/b", "301 Moved"), "/b": _to("c?x= y"), "/c": an_answer(_FEED)}
    async with a_server(answers) as server, _client(server) as http:
        response = await http.request(Request(server.url("/a"), limits=_LIMITS))

    last = server.url("/c?x=%20y")
    assert (response.status, response.body, response.url) == (200, _FEED, last)
    assert response.redirects == (Redirect(301, server.url("/b")), Redirect(302, last))


async def test_without_a_limit_of_redirects_a_redirect_is_an_answer() -> None:
    response = await _get(_to("http://127.0.0.1:1/"), Limits(redirects=0))

    assert (response.status, response.body) == (302, b"moved")


async def test_a_post_is_not_redirected() -> None:
    async with a_server({"/": _to("/b", "307 Temporary")}) as server, _client(server) as http:
        response = await http.request(Request(server.url(), "POST", body=b"{}", limits=_LIMITS))

    assert response.status == 307


async def test_a_loop_ends_at_the_limit_of_redirects() -> None:
    async with a_server({"/": _to("/")}) as server, _client(server) as http:
        failure = await _failure(http, server.url())

    assert failure.reason is Reason.BAD_REDIRECT
    assert len(server.requests) == 6


@pytest.mark.parametrize("location", [None, "file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/"])
async def test_a_redirect_that_cannot_be_followed_is_a_bad_answer(location: str | None) -> None:
    answer = _to(location) if location else an_answer(status="301 Moved")
    async with a_server({"/": answer}) as server, _client(server) as http:
        failure = await _failure(http, server.url())

    assert failure.reason is Reason.BAD_REDIRECT
    assert failure.url == server.url()


async def test_credentials_stay_with_their_origin() -> None:
    fields = {"Authorization": "Bearer secret", "Cookie": "a=secret", "X-Token": "secret", "If-None-Match": '"v"'}
    async with (
        a_server({"/back": an_answer(_FEED)}) as stranger,
        a_server({"/": _to("/same"), "/same": _to(stranger.url("/back"))}) as server,
        _client(server, stranger) as http,
    ):
        await http.request(Request(server.url(), headers=fields, limits=_LIMITS))

    assert "Bearer secret" in server.requests[1]
    assert "secret" not in stranger.requests[0]
    assert 'if-none-match: "v"' in stranger.requests[0]


# -- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "2130706433", "0x7f.1", "0x7f000001", "127.1", "0"),
        *("[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "169.254.169.254"),
        *("100.64.0.1", "224.0.0.1", "127。0。0。1"),
    ],
)
async def test_an_address_that_is_not_public_is_never_connected_to(host: str) -> None:
    async with a_server({"/": an_answer()}) as server, HttpClient(AddressPolicy(), user_agent="tests") as http:
        failure = await _failure(http, server.url(host=host))

    assert type(failure) is (RefusedName if host == "localhost" else RefusedRequest)
    assert failure.reason is Reason.BLOCKED_ADDRESS
    assert server.connections == 0


@pytest.mark.parametrize("host", ["localhost.", "0177.0.0.1", "１２７.0.0.1"])
async def test_a_host_that_some_resolvers_take_for_this_machine_is_never_connected_to(host: str) -> None:
    async with a_server({"/": an_answer()}) as server, HttpClient(AddressPolicy(), user_agent="tests") as http:
        await _failure(http, server.url(host=host))

    assert server.connections == 0


async def test_a_redirect_to_an_address_that_is_not_open_is_blocked() -> None:
    async with (
        a_server({"/": an_answer()}) as inside,
        a_server({"/": _to(inside.url())}) as server,
        _client(server) as http,
    ):
        failure = await _failure(http, server.url())

    assert failure.reason is Reason.BLOCKED_ADDRESS
    assert failure.url == inside.url("/")
    assert inside.connections == 0


class _ScriptedResolver:
    """Answers with the next list of addresses each time it is asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        assert port > 0, host
        self.asked += 1
        return self.answers.pop(0)


async def test_a_name_is_resolved_once_and_keeps_its_host_field() -> None:
    async with a_server({"/": an_answer(_FEED)}) as server:
        resolver = _ScriptedResolver(["127.0.0.1"])
        policy = AddressPolicy.parse(f"127.0.0.1:{server.port}")
        async with HttpClient(policy, user_agent="tests", resolve=resolver) as http:
            response = await http.request(Request(server.url(host="news.example")))

    assert response.body == _FEED
    assert resolver.asked == 1
    assert f"host: news.example:{server.port}\r\n" in server.requests[0]


async def test_a_name_that_flips_to_a_private_address_is_blocked_on_the_next_connection() -> None:
    async with a_server({"/": an_answer(_FEED)}) as server:
        resolver = _ScriptedResolver(["127.0.0.1"], ["10.0.0.1"])
        policy = AddressPolicy.parse(f"127.0.0.1:{server.port}")
        async with HttpClient(policy, user_agent="tests", resolve=resolver) as http:
            await http.request(Request(server.url(host="news.example")))
            failure = await _failure(http, server.url(host="news.example"))

    assert failure.reason is Reason.BLOCKED_ADDRESS


async def test_a_name_with_one_private_address_among_public_ones_is_blocked() -> None:
    resolver = _ScriptedResolver(["8.8.8.8", "10.0.0.1"])
    async with HttpClient(AddressPolicy(), user_agent="tests", resolve=resolver) as http:
        failure = await _failure(http, "http://news.example/")

    assert failure.reason is Reason.BLOCKED_ADDRESS


async def test_a_dead_address_of_a_name_is_passed_over() -> None:
    async with a_server({"/": an_answer(_FEED)}) as server:
        policy = AddressPolicy.parse(f"127.0.0.0/8:{server.port}")
        resolver = _ScriptedResolver(["127.9.9.9", "127.0.0.1"])
        async with HttpClient(policy, user_agent="tests", resolve=resolver) as http:
            response = await http.request(Request(server.url(host="news.example")))

    assert response.body == _FEED


# -- nobody answers ---------------------------------------------------------------------------------------------------


class _FailingResolver:
    def __init__(self, code: int) -> None:
        self.code = code

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(self.code, f"{host}:{port}")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (socket.EAI_NONAME, Reason.DNS_UNKNOWN),
        (socket.EAI_NODATA, Reason.DNS_UNKNOWN),
        (socket.EAI_AGAIN, Reason.DNS_TEMPORARY),
        (socket.EAI_FAIL, Reason.DNS_TEMPORARY),
    ],
)
async def test_a_name_that_does_not_exist_differs_from_a_resolver_that_does_not_answer(
    code: int, reason: Reason
) -> None:
    async with HttpClient(AddressPolicy(), user_agent="tests", resolve=_FailingResolver(code)) as http:
        failure = await _failure(http, "http://news.example/")

    assert isinstance(failure, Unreachable)
    assert failure.reason is reason


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "news..example"])
async def test_a_host_that_is_no_valid_name_is_unknown(host: str) -> None:
    async with HttpClient(AddressPolicy(), user_agent="tests") as http:
        failure = await _failure(http, f"http://{host}/")

    assert failure.reason is Reason.DNS_UNKNOWN


async def test_a_closed_port_is_a_failed_connection() -> None:
    async with a_server({}) as server:
        pass
    async with _client(server) as http:
        failure = await _failure(http, server.url("/secret?token=abc"))

    assert failure.reason is Reason.CONNECT
    assert failure.url.endswith("/secret?token=abc")
    assert "secret" not in str(failure)
    assert f"127.0.0.1:{server.port}" in str(failure)


async def test_many_requests_at_once_to_many_origins_all_come_back() -> None:
    answers = {"/": an_answer(json.dumps("ok").encode(), "Keep-Alive: yes")}
    async with a_server(answers) as one, a_server(answers) as two, _client(one, two) as http:
        responses = await asyncio.gather(
            *(http.request(Request(server.url(), limits=_LIMITS)) for server in (one, two) for _ in range(40))
        )

    assert {response.body for response in responses} == {b'"ok"'}
