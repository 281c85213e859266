"""Feeds of every kind, well-formed and not, against golden files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.builders import NOON
from wirekit.errors import InvalidMessage
from wirewatch.poller.dates import DateReader
from wirewatch.poller.document import Document
from wirewatch.poller.parsing import parse

FEEDS = Path(__file__).parents[3] / "data" / "feeds"
URL = "https://harbour.example/feeds/all.xml"
DOCUMENT = TypeAdapter(Document)
NAMES = sorted(path.name for path in FEEDS.iterdir() if not path.name.endswith(".expected.json"))


def parsed(body: bytes | str) -> Document:
    return parse(body if isinstance(body, bytes) else body.encode(), URL, DateReader(NOON))


def test_there_are_golden_feeds() -> None:
    assert len(NAMES) > 15


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_is_read_as_its_golden_file_says_and_so_again(name: str) -> None:
    documents = [parsed((FEEDS / name).read_bytes()) for _ in range(2)]

    expected = json.loads((FEEDS / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert [DOCUMENT.dump_python(document, mode="json") for document in documents] == [expected] * 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("/etc/hosts", "not_a_feed"),
        ("http://127.0.0.1/", "not_a_feed"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_feed"),
        ("<channel/>", "not_a_feed"),
        ("<!doctype html><html><body>Hello</body></html>", "html"),
        ("<html><head><title>Just a moment...</title></head></html>", "blocked"),
        ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>", "sitemap"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": [', "not_json"),
        ('{"version": "2.0", "items": []}', "not_a_feed"),
        ("[" * 100_000, "not_json"),
        ("[" + "9" * 4301 + "]", "not_json"),
    ],
)
def test_what_is_no_feed_is_refused_by_a_name(body: str, reason: str) -> None:
    with pytest.raises(InvalidMessage) as refusal:
        parsed(body)

    assert refusal.value.reason == reason


def test_a_web_page_is_refused_with_the_feed_that_it_names() -> None:
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"></head></html>'

    with pytest.raises(InvalidMessage) as refusal:
        parsed(page)

    assert "https://harbour.example/feed?a=1&b=2" in refusal.value.detail


def test_a_page_whose_link_never_ends_is_read_once() -> None:
    page = "<html><link " + "application/rss+xml " * 10_000

    with pytest.raises(InvalidMessage, match="a web page"):
        parse(page.encode(), URL, DateReader(NOON))


def test_an_empty_answer_is_no_feed_without_items_but_an_incomplete_one() -> None:
    assert parsed(" \n") == Document("", (), complete=False)


def test_a_feed_without_items_is_whole() -> None:
    document = parsed("<rss version='2.0'><channel><title>Quiet</title></channel></rss>")

    assert document == Document("Quiet", (), complete=True)


def test_html_fields_that_are_too_large_are_cut_and_say_so() -> None:
    text = '"' * 1_500_000
    document = parsed(
        f"<rss version='2.0'><channel><item><title>Long</title><description>{text}</description></item></channel></rss>"
    )
    entry = document.entries[0]

    assert entry.truncated
    assert len(json.dumps(entry.summary_html).encode()) <= 2 * 1024 * 1024 + 2


def test_of_a_feed_with_thousands_of_items_the_newest_thousand_are_read() -> None:
    def item(number: int) -> str:
        date = f"2026-{1 + number // 600 % 12:02}-{1 + number // 24 % 25:02}T{number % 24:02}:00:00Z"
        return f"<item><guid>{number}</guid><title>{number}</title><pubDate>{date}</pubDate></item>"

    document = parsed(f"<rss version='2.0'><channel>{''.join(map(item, range(1200)))}</channel></rss>")

    assert [entry.guid for entry in document.entries] == [str(number) for number in range(200, 1200)]


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_refusal(body: bytes) -> None:
    try:
        document = parsed(b"<rss version='2.0'><channel><item><title>" + body)
    except InvalidMessage:
        return

    assert not document.complete


@given(st.text(max_size=60))
def test_every_string_of_an_entry_can_be_written_as_json(title: str) -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": title, "content_html": title}]}

    for entry in parsed(json.dumps(feed)).entries:
        assert json.dumps([entry.title, entry.content_html], ensure_ascii=False).encode()


def test_of_a_feed_with_too_many_items_the_latest_are_read_and_the_others_counted() -> None:
    items = "".join(
        f"<item><title>Item {number}</title><guid>{number}</guid>"
        f"<pubDate>Mon, 02 Mar 2026 10:{number // 60 % 60:02}:{number % 60:02} GMT</pubDate></item>"
        for number in range(1003)
    )

    document = parsed(f"<rss version='2.0'><channel>{items}</channel></rss>")

    assert (len(document.entries), document.left_out) == (1000, 3)
    assert document.entries[0].title == "Item 3"


def test_a_feed_is_read_where_the_parser_gives_up_on_a_part_of_it_alone() -> None:
    broken = "<media_description><media_player/></media_description>"
    feed = f"<feed><info><title>A</title></info><entry><title>Ferry</title>{broken}</entry></feed>"

    assert [entry.title for entry in parsed(feed).entries] == ["Ferry"]
