"""URLs, and the request that follows a redirect."""

import httpx
import pytest

from wirekit.net import BadAnswer, Reason, RefusedRequest
from wirekit.net.targets import origin_of, parse_target, redirect_target, without_credentials


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTP://News.Example/feed#top", "http://news.example/feed"),
        ("https://news.example", "https://news.example"),
        ("https://news.example:443/a b?q=ü", "https://news.example/a%20b?q=%C3%BC"),
        ("https://новости.example/лента", "https://xn--b1amnebsh.example/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_a_url_is_normalised_and_loses_its_fragment(url: str, normal: str) -> None:
    assert normal == str(parse_target(url))


@pytest.mark.parametrize(
    "url",
    [
        *("", "news.example/feed", "/feed", "file:///etc/passwd", "ftp://news.example/", "gopher://news.example/"),
        *(
            "http://",
            "http:///feed",
            "http://a:b@news.example/",
            "http://a@news.example/",
            "http://news.example:99999/",
        ),
        *("http://news.example/\nhost: other", "http://[::1/", "http://xn--\ud800/", "unix:///run/docker.sock"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedRequest) as caught:
        parse_target(url)

    assert caught.value.reason == Reason.BAD_URL


def test_an_origin_has_the_port_that_its_scheme_implies() -> None:
    assert origin_of(httpx.URL("https://news.example/")) == (b"https", b"news.example", 443)
    assert origin_of(httpx.URL("http://news.example:8080/")) == (b"http", b"news.example", 8080)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://news.example/b"),
        ("b?c=d", "https://news.example/a/b?c=d"),
        ("//other.example/x", "https://other.example/x"),
        ("/a b", "https://news.example/a%20b"),
        ("/\u00d0\u009f", "https://news.example/%D0%9F"),  # UTF-8 bytes, read as Latin-1
        ("/\u00fc", "https://news.example/%C3%BC"),  # a Latin-1 byte
        ("http://other.example/#part", "http://other.example/"),
    ],
)
def test_a_location_is_read_relative_to_where_it_came_from(location: str, target: str) -> None:
    assert target == str(redirect_target(httpx.URL("https://news.example/a/feed"), location))


@pytest.mark.parametrize(
    "location", [None, "", "file:///etc/passwd", "ftp://x/", "https://u:p@x.example/", "http://[::1"]
)
def test_a_location_that_cannot_be_followed_is_a_bad_redirect(location: str | None) -> None:
    with pytest.raises(BadAnswer) as caught:
        redirect_target(httpx.URL("https://news.example/feed"), location)

    assert caught.value.reason == Reason.BAD_REDIRECT


def test_only_harmless_fields_go_to_another_origin() -> None:
    fields = {"Accept": "*/*", "If-None-Match": '"a"', "Authorization": "Bearer x", "Cookie": "a=b", "X-Api-Key": "k"}

    assert without_credentials(fields) == {"Accept": "*/*", "If-None-Match": '"a"'}
