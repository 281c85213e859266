"""How strings from outside become clean, absolute and bounded, whatever the format they came in."""

from __future__ import annotations

import json

import pytest

from tests.builders import an_instant
from tests.unit.wirewatch.poller.items import an_entry
from wirewatch.poller.document import (
    MAX_ENTRIES,
    MAX_HTML_BYTES,
    absolute_url,
    author_names,
    bounded,
    clean,
    declared_language,
    is_challenge,
    newest,
    plain_title,
)

BASE = "https://harbour.example/feeds/all.xml"


def test_control_characters_and_lone_surrogates_go_and_line_ends_stay() -> None:
    assert clean("Pelabuhan\x00\x1b\t\u0085dibuka\ud800\r\nlagi\uffff") == "Pelabuhan\tdibuka\r\nlagi"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("  <h2>La</h2> <b>grève</b>\n du <br/>port ", "La grève du port"),
        ("Fisch &amp;amp; Hafen", "Fisch & Hafen"),
        ("&lt;em class=&quot;x&quot;&gt;Порт&lt;/em&gt; открыт", "Порт открыт"),
        ("Wind <5 m/s im Hafen", "Wind <5 m/s im Hafen"),
        ("한\u1100\u1161 cafe\u0301", "한가 café"),
        ("海" * 1200, "海" * 1000),
    ],
    ids=["markup and blanks", "escaped twice", "escaped markup", "no markup", "decomposed", "endless"],
)
def test_a_title_is_plain_text_in_one_line(markup: str, title: str) -> None:
    assert plain_title(markup) == title


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("../ferry?a=1#b", "https://harbour.example/ferry?a=1#b"),
        ("//mirror.example:8080/x", "https://mirror.example:8080/x"),
        ("https://desk:secret@harbour.example/x", "https://harbour.example/x"),
        ("http://desk@[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://harbour.example/a\n  /b", "https://harbour.example/a/b"),
        ("mailto:desk@harbour.example", None),
        ("javascript:alert(1)", None),
        ("http:///x", None),
        ("https://", None),
        ("//", None),
        ("/", "https://harbour.example/"),
        ("https://[::1/x", None),
        ("https://harbour.example:port/x", None),
        ("/" + "x" * 2048, None),
    ],
)
def test_a_link_is_an_absolute_address_of_the_web_without_credentials_or_nothing(link: str, url: str | None) -> None:
    assert absolute_url(BASE, link) == url


def test_the_first_value_that_looks_like_a_language_is_the_one() -> None:
    assert declared_language(None, 7, "Bahasa Indonesia", " zh_Hant_TW ", "id") == "zh-Hant-TW"
    assert declared_language("english", "") is None


def test_authors_are_named_once_in_one_line_and_not_without_end() -> None:
    crowd = [f"Reporter {number}" for number in range(30)]

    assert author_names([" Ines\n Varga ", None, "", "\x00", "Ines Varga", "김하나"]) == ("Ines Varga", "김하나")
    assert author_names(crowd) == tuple(crowd[:20])
    assert author_names(["é" * 300]) == ("é" * 200,)


@pytest.mark.parametrize(
    ("page", "is_wall"),
    [
        ("<title>Just a moment...</title>", True),
        ("<title>ATTENTION REQUIRED! | Cloudflare</title>", True),
        ("<form class='cf-challenge'>", True),
        ("<script src='/cdn-cgi/challenge-platform/x.js'>", True),
        ("<title>Just a moment: Cloudflare had an outage</title>", False),
    ],
)
def test_the_page_of_a_bot_wall_is_known_from_one_that_tells_of_it(page: str, *, is_wall: bool) -> None:
    assert is_challenge(page) is is_wall


def test_what_says_nothing_or_cannot_be_told_from_others_is_no_entry() -> None:
    bare = {"url": None, "title": "", "content_html": None, "summary_html": ""}

    assert bounded(an_entry(guid="")) is None
    assert bounded(an_entry(**bare)) is None
    assert bounded(an_entry(**{**bare, "summary_html": "Kort"})) == an_entry(**{**bare, "summary_html": "Kort"})


def test_the_content_has_room_before_the_summary_and_a_cut_is_marked() -> None:
    whole, content = bounded(an_entry(summary_html="Kurz")), '"й' * (MAX_HTML_BYTES // 4 - 1)
    cut = bounded(an_entry(content_html=content, summary_html="длинно"))

    assert whole is not None
    assert cut is not None
    assert (whole.summary_html, whole.truncated) == ("Kurz", False)
    assert (cut.content_html, cut.summary_html, cut.truncated) == (content, "дл", True)
    assert len(json.dumps(cut.content_html, ensure_ascii=False).encode()) + len("дл".encode()) == MAX_HTML_BYTES + 2


def test_of_too_many_entries_the_oldest_are_left_out_the_order_stays_and_undated_ones_are_kept() -> None:
    dated = [an_entry(guid=str(number), published_at=an_instant(number)) for number in range(MAX_ENTRIES)]
    undated = an_entry(guid="undated")

    kept, left_out = newest([*reversed(dated), undated])

    assert left_out == 1
    assert [entry.guid for entry in kept] == [*map(str, range(MAX_ENTRIES - 1, 0, -1)), "undated"]
    assert newest(iter(dated)) == (tuple(dated), 0)
