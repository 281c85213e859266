"""Which article an entry is, and which wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wirewatch.poller.items import an_entry
from wirekit.contracts import ids
from wiretext.html import plain_text
from wirewatch.poller import identity
from wirewatch.poller.document import Entry, Item
from wirewatch.poller.identity import canonical_url, identify, revision_of


def only(*entries: Entry) -> Item:
    (item,) = identify("harbour", entries)
    return item


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (
            "https://Harbour.example:443/ferry?utm_source=rss&utm_medium=feed#xtor=RSS-3",
            "https://harbour.example/ferry",
        ),
        ("https://harbour.example/?p=123&fbclid=x", "https://harbour.example/?p=123"),
        ("https://harbour.example/story?cid=55&id=7", "https://harbour.example/story?cid=55&id=7"),
        ("https://harbour.example/news.php?20240501", "https://harbour.example/news.php?20240501"),
        ("https://harbour.example/a?b=2&a=1", "https://harbour.example/a?b=2&a=1"),
        ("https://harbour.example/ferry?outputType=amp&cmpid=1", "https://harbour.example/ferry"),
        ("https://harbour.example/app#!/ferry", "https://harbour.example/app#!/ferry"),
        ("https://harbour.example/ferry#comments", "https://harbour.example/ferry"),
        ("https://harbour.example/", None),
        ("https://harbour.example", None),
    ],
)
def test_a_canonical_url_keeps_what_chooses_the_article_and_drops_trackers(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


def test_one_article_in_several_feeds_has_one_id() -> None:
    first = identify("harbour", [an_entry()])
    second = identify("gazette", [an_entry(guid="other", url="https://harbour.example/ferry?utm_source=x#xtor=RSS-3")])

    assert first[0].article_id == second[0].article_id == ids.article_id("https://harbour.example/ferry")


def test_an_entry_without_a_telling_url_is_its_guid_within_the_feed() -> None:
    item = only(an_entry(url="https://harbour.example/"))

    assert item.article_id == ids.article_id_in_feed("harbour", "g1")
    assert item.canonical_url is None


def test_a_url_that_several_guids_share_identifies_none_of_them() -> None:
    items = identify("harbour", [an_entry(guid="g1"), an_entry(guid="g2")])

    assert [item.article_id for item in items] == [ids.article_id_in_feed("harbour", guid) for guid in ("g1", "g2")]


def test_where_a_guid_repeats_the_url_tells_the_items_apart() -> None:
    entries = [an_entry(guid="same", url=f"https://harbour.example/?p={number}") for number in (1, 2)]
    without_url = [an_entry(guid="same", url=None, title=title) for title in ("One", "Two")]

    assert len({item.article_id for item in identify("harbour", entries)}) == 2
    assert len({item.article_id for item in identify("harbour", without_url)}) == 2


def test_an_article_that_is_listed_twice_counts_once() -> None:
    assert len(identify("harbour", [an_entry(), an_entry()])) == 1


def test_the_other_rules_id_is_the_alias() -> None:
    item = only(an_entry())

    assert item.alias == ids.article_id_in_feed("harbour", "g1")


def test_the_wording_is_title_and_text_without_markup() -> None:
    plain = an_entry(content_html="The ferry runs again.")
    marked = an_entry(content_html="<div><p class='x'>The <b>ferry</b> runs again.</p></div>")

    assert revision_of(plain) == revision_of(marked)
    assert revision_of(plain) != revision_of(an_entry(content_html="The ferry is late."))
    assert revision_of(plain) != revision_of(an_entry(title="Ferry late"))


def test_the_summary_is_the_text_where_there_is_no_content() -> None:
    summary = an_entry(content_html="<img src='x'>", summary_html="The ferry runs again.")

    assert revision_of(summary) == revision_of(an_entry())


PART = st.sampled_from([None, "", "<img>", "a", "b", "<p>a</p>", "a b"])


@given(title=st.sampled_from(["", "a", "b", "a b"]), content=PART, summary=PART)
def test_a_wording_that_was_read_before_has_the_id_of_its_own_title_and_text(
    title: str, content: str | None, summary: str | None
) -> None:
    text = plain_text(content or "") or plain_text(summary or "")

    found = {revision_of(an_entry(title=title, content_html=content, summary_html=summary)) for _ in range(2)}

    assert found == {ids.revision_id(title, text)}


def test_a_wording_becomes_text_once_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def text_of(html: str) -> str:
        asked.append(html)
        return plain_text(html)

    monkeypatch.setattr(identity, "plain_text", text_of)
    monkeypatch.setattr(identity, "_MOST_REVISIONS", 2)
    monkeypatch.setattr(identity, "_revisions", {})
    for html in ("<p>a", "<p>a", "<p>b", "<p>a", "<p>c", "<p>a"):
        revision_of(an_entry(content_html=html))

    assert asked == ["<p>a", "<p>b", "<p>c", "<p>a"]
