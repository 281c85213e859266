"""JSON Feed as it is in the wild: what counts, what stands in for what is missing, what is no feed."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.builders import NOON
from wirekit.errors import InvalidMessage
from wirewatch.poller.dates import DateReader
from wirewatch.poller.document import MAX_ENTRIES, Entry
from wirewatch.poller.jsonfeed import parse_json_feed

URL = "https://hafen.example/feed.json"


def a_feed(*items: Any, **changes: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Hafen", "items": items, **changes})


def only(item: dict[str, Any], **changes: Any) -> Entry:
    (entry,) = parse_json_feed(a_feed(item, **changes), URL, DateReader(NOON)).entries
    return entry


def test_an_item_is_read_with_all_that_it_says() -> None:
    entry = only({
        "id": "7",
        "url": "/fähre",
        "title": "Die <i>Fähre</i> fährt",
        "content_html": "<p>Heute wieder.</p>",
        "summary": "Fahrt < 1 h",
        "authors": [{"name": "Ines Varga"}, "no author", {"url": "https://x.example"}],
        "language": "de_AT",
        "date_published": "2026-03-01T09:00:00+01:00",
    })  # fmt: skip

    assert entry == Entry(
        guid="7",
        url="https://hafen.example/fähre",
        title="Die Fähre fährt",
        summary_html="Fahrt &lt; 1 h",
        content_html="<p>Heute wieder.</p>",
        authors=("Ines Varga",),
        language="de-AT",
        published_at=dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC),
        date_source="published: 2026-03-01T09:00:00+01:00",
    )


@pytest.mark.parametrize(
    ("item", "guid"),
    [
        ({"id": " urn:\x007 ", "url": "/a", "title": "Порт"}, "urn:7"),
        ({"id": 7.5, "url": "/a", "title": "Порт"}, "7.5"),
        ({"id": True, "url": "/a", "title": "Порт"}, "https://hafen.example/a"),
        ({"id": " ", "url": " ", "external_url": "/b", "title": "Порт"}, "https://hafen.example/b"),
        ({"url": ["/a"], "title": "Порт"}, "Порт"),
    ],
    ids=["its id", "a number", "its address", "what it links to", "its title"],
)
def test_what_tells_an_item_from_others_is_its_id_or_the_best_that_stands_in(item: dict[str, Any], guid: str) -> None:
    assert only(item).guid == guid


def test_plain_text_is_escaped_and_counts_where_there_is_no_html() -> None:
    assert only({"id": 1, "content_text": '3 < 4 & "5"'}).content_html == '3 &lt; 4 &amp; "5"'
    assert only({"id": 1, "content_text": "plain", "content_html": "<p>rich</p>"}).content_html == "<p>rich</p>"


def test_where_an_item_has_no_author_or_language_those_of_the_feed_count() -> None:
    feed = {"authors": [{"name": "Desk"}], "language": "ms"}
    own = {"id": 1, "title": "Feri", "author": {"name": "Siti"}, "authors": [], "language": "id"}

    assert (only({"id": 1, "title": "Feri"}, **feed).authors, only(own, **feed).authors) == (("Desk",), ("Siti",))
    assert (only({"id": 1, "title": "Feri"}, **feed).language, only(own, **feed).language) == ("ms", "id")


def test_the_date_of_a_change_counts_where_none_of_publication_stands() -> None:
    item = {"id": 1, "title": "항구", "date_published": None, "date_modified": "2026-03-01T00:00:00Z"}

    assert only(item).date_source == "modified: 2026-03-01T00:00:00Z"
    assert only({**item, "date_published": "2026-02-28T00:00:00Z"}).date_source == "published: 2026-02-28T00:00:00Z"
    assert only({"id": 1, "title": "항구"}).date_source is None


def test_what_is_no_item_is_passed_over_and_the_rest_is_read() -> None:
    many = [{"id": number, "title": "Port"} for number in range(MAX_ENTRIES + 2)]

    document = parse_json_feed(a_feed("x", None, {}, {"id": 1, "title": "Port"}), URL, DateReader(NOON))
    long = parse_json_feed(a_feed(*many), URL, DateReader(NOON))

    assert ([entry.guid for entry in document.entries], document.title, document.complete) == (["1"], "Hafen", True)
    assert (len(long.entries), long.left_out) == (MAX_ENTRIES, 2)
    assert parse_json_feed(a_feed(items=7), URL, DateReader(NOON)).entries == ()


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ('{"version"', "not_json", "the body looks like JSON and is none: Expecting"),
        ("[" * 100_000, "not_json", "nested too deeply"),
        ("[]", "not_a_feed", "no version of jsonfeed.org"),
        ('{"items": []}', "not_a_feed", "no version of jsonfeed.org"),
        ('{"version": "https://feeds.example/1", "items": []}', "not_a_feed", "no version of jsonfeed.org"),
    ],
)
def test_other_json_is_refused_with_what_it_lacks(text: str, reason: str, said: str) -> None:
    with pytest.raises(InvalidMessage) as refusal:
        parse_json_feed(text, URL, DateReader(NOON))

    assert refusal.value.reason == reason
    assert said in refusal.value.detail
