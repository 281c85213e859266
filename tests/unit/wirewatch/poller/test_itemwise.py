"""An item that is read by itself, from memory or not, says what it says where it stands."""

from __future__ import annotations

import io
from typing import Any

import feedparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wirewatch.poller.itemwise import Itemwise, Parsed

ROOMY = 1 << 24
MEDIA = "http://search.yahoo.com/mrss/"
DC, RDF = "http://purl.org/dc/elements/1.1/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CHANNEL = "<rss version='2.0'><channel>"
END = "</channel></rss>"
FRAMES = {
    "rss": (f"<rss version='2.0' xmlns:dc='{DC}'><channel>", END, "item"),
    "rss of a language": ("<rss xml:lang='de'><channel><language>fr</language>", END, "item"),
    "rss with an image": (f"{CHANNEL}<image><title>Logo</title><url>/x</url></image>", END, "item"),
    "rss in a wrapper": (f"{CHANNEL}<list xml:base='https://a.example/'>", f"</list>{END}", "item"),
    "rss in a comment": (f"{CHANNEL}<title>A</title><!--", f"-->{END}", "item"),
    "rss in an attribute": (f"{CHANNEL}<title a='>", f"'>A</title>{END}", "item"),
    "rss beside a namespace": (
        f"<rss version='2.0' xmlns:m='http://m.example/'><channel><x xmlns:m='{MEDIA}'/>",
        END,
        "item",
    ),
    "atom": ("<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title>", "<icon>x</icon></feed>", "entry"),
    "rdf": (f"<rdf:RDF xmlns:rdf='{RDF}'><channel><title>A</title><items/></channel>", "</rdf:RDF>", "item"),
}
PIECES = [
    "<title>Ferry</title>", "<title type='html'>&lt;b&gt;Ferry</title>", "<title>Late</title>", "<guid>7</guid>",
    "<guid isPermaLink='false'>8</guid>", "<link>/ferry</link>", "<link href='/b'/>", "<id>urn:1</id>",
    "<dc:creator>I</dc:creator>", "<description>It runs.</description>",
    "<description><![CDATA[<p>It</p>]]></description>", "<![CDATA[</item>", "]]>", "<summary>Short</summary>",
    "<content>Long</content>", "<content type='xhtml'><div>It <b>runs</b></div></content>",
    "<content:encoded>x</content:encoded>", "<div><svg/>", "</div>", "<svg>", "</svg>", "<!-- <item> -->", "<!--",
    "-->", "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>", "<updated>2026-03-02T10:00:00Z</updated>",
    "<author><name>I</name></author>", "<source url='/s'>S</source>", "<category>sea</category>",
    "<enclosure url='/a.mp3'/>", "<language>it</language>", "<title xml:lang='ko'>배</title>",
    "<div xml:lang='ja'>x</div>", "<link xml:base='https://b.example/'>c</link>",
    "<description>A<title>B</title></description>", "<description lang='ja'>x</description>", "<author><author>",
    "<image><title>In</title><link>/i</link></image>", f"<x xmlns:dc='{MEDIA}'/>", "<item>",
    "</item>", "<ITEM></ITEM>", "<entry/>", "&nbsp;", "&amp;", "&#38;", "é", "<?item?>", "<textinput/>", "<channel>",
    "</channel>", " ",
]  # fmt: skip
FRAME = st.sampled_from(sorted(FRAMES))
ITEMS = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=1, max_size=4)


def whole(markup: str) -> Parsed:
    headers = {"content-type": "application/xml; charset=utf-8"}
    stream = io.BytesIO(markup.encode())
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def feed_of(frame: str, *items: str) -> str:
    before, after, name = FRAMES[frame]
    return "\n".join([before, *(f"<{name}>{item}</{name}>" for item in items), after])


def said(read: tuple[Any, Any] | None) -> object:
    return read and (read[0].get("title"), read[0].get("language"), list(read[1]))


@settings(deadline=None)
@given(frame=FRAME, items=ITEMS)
@example(frame="rss", items=["<div xml:lang='ja'>x</div>", "<title>Ferry</title>"])
@example(frame="rss with an image", items=["<image><title>In</title><link>/i</link></image>"])
@example(frame="rss in a wrapper", items=["<link>/ferry</link>"])
@example(frame="atom", items=["<ITEM></ITEM><title>Ferry</title><![CDATA[</item>", "]]>"])
@example(frame="rss", items=["<title>Ferry<entry/></title>"])
@example(frame="rss beside a namespace", items=["<m:title>Ferry</m:title>"])
@example(frame="rss", items=["<title><title><summary>A</summary></title></title><guid>1</guid>"] * 2)
@example(frame="rss", items=["<description>A<title>B</title></description>", "<description>It runs.</description>"])
def test_items_that_are_read_by_themselves_say_what_they_say_in_the_whole(frame: str, items: list[str]) -> None:
    markup = feed_of(frame, *items)
    read, parsed = Itemwise(whole, ROOMY).read(markup), whole(markup)

    assert read is None or (not parsed.bozo and said(read) == said((parsed.feed, parsed.entries)))


@settings(deadline=None)
@given(first=FRAME, earlier=ITEMS, frame=FRAME, items=ITEMS, most=st.integers(2_000, 20_000))
def test_a_memory_changes_no_answer(first: str, earlier: list[str], frame: str, items: list[str], most: int) -> None:
    remembering, markup = Itemwise(whole, most), feed_of(frame, *items)
    remembering.read(feed_of(first, *earlier))
    remembering.read(feed_of(frame, *earlier, *items[1:]))

    assert said(remembering.read(markup)) == said(Itemwise(whole, ROOMY).read(markup))


@pytest.mark.parametrize("frame", ["rss", "rss of a language", "rss with an image", "atom", "rdf"])
def test_an_item_is_parsed_once_and_the_rest_of_its_feed_each_time(frame: str) -> None:
    asked: list[str] = []

    def parse(markup: str) -> Parsed:
        asked.append(markup)
        return whole(markup)

    itemwise = Itemwise(parse, ROOMY)
    read = [itemwise.read(feed_of(frame, *(f"<title>{title}</title>" for title in titles))) for titles in ("ab", "abc")]

    assert [[item["title"] for item in items] for _, items in filter(None, read)] == [["a", "b"], ["a", "b", "c"]]
    assert [sum(f"<title>{title}</title>" in markup for markup in asked) for title in "abc"] == [1, 1, 1]


def test_what_does_not_fit_is_forgotten_and_read_again() -> None:
    asked: list[str] = []

    def parse(markup: str) -> Parsed:
        asked.append("items" if "</item><item>" in markup else "shell")
        return whole(markup)

    itemwise = Itemwise(parse, 6_500)  # two items and what they are kept in
    for title in "aabca":
        itemwise.read(feed_of("rss", f"<title>{title}</title>"))

    assert asked == ["shell", "items", "shell", "shell", "items", "shell", "items", "shell", "items"]


def test_an_item_takes_as_much_room_as_what_it_is_read_as() -> None:
    asked: list[str] = []

    def parse(markup: str) -> Parsed:
        asked.append(markup)
        return whole(markup)

    itemwise = Itemwise(parse, 100_000)
    for _ in range(2):
        itemwise.read(feed_of("rss", "<link/>" * 400))

    assert sum("<link/>" in markup for markup in asked) == 2
