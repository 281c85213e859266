from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_raw_article
from tests.unit.wiretext.texts import unhurried
from wiretext.html import article_text, main_text, plain_text


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        ("<div>One.</div><div>Two.</div>", "One.\nTwo."),
        ("<div>One.<br></div>\n<div>Two.</div>", "One.\nTwo."),
        ("One.<br><br>Two.", "One.\n\nTwo."),
        ("<div><p>One.</p></div><div>Two.</div>", "One.\n\nTwo."),
        ("<p>One <b>bold</b> word</p>", "One bold word"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<p>One\n  line</p>", "One line"),
        ("<pre>One\nTwo</pre>", "One\nTwo"),
        ("<p>Fish &amp; chips &eacute; &#8212; &lt;b&gt;</p>", "Fish & chips é — <b>"),
        ("<p>One</p><script>var x = '<p>no</p>';</script><style>p{}</style><p>Two</p>", "One\n\nTwo"),
        ("<p>One<!-- no --></p>", "One"),
        ("<p>One<iframe>no</iframe></p><noscript>no</noscript>", "One"),
        ("plain\ntext\n\nstays", "plain\ntext\n\nstays"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("<p>One</p>\n\n\n<p>Two</p>", "One\n\nTwo"),
        ("<p>A\u00a0B</p>", "A B"),
        ("", ""),
        ("<p></p>", ""),
        ("<p>un<b>closed", "unclosed"),
    ],
)
def test_html_becomes_lines_and_paragraphs(fragment: str, expected: str) -> None:
    assert plain_text(fragment) == expected


def test_nesting_without_end_costs_nothing() -> None:
    assert plain_text("<div>" * 100_000 + "deep") == "deep"


@pytest.mark.parametrize(
    "fragment", ["<a" * 50_000, "\x00<p>a\x07b</p>", "<![CDATA[x]]>", "<p " + "a=b " * 10_000 + ">x</p>"]
)
def test_hostile_markup_is_no_error(fragment: str) -> None:
    assert "\x00" not in plain_text(fragment)


@unhurried
@given(st.text(alphabet=st.sampled_from("<>/pbdivscript &;#x\n\"'=-! aé漢"), max_size=200))
def test_any_string_has_a_text(fragment: str) -> None:
    text = plain_text(fragment)

    assert text == text.strip()
    assert "\n\n\n" not in text


PARAGRAPH = (
    "The harbour was opened by Ana Brodie on a cold morning, and forty guests came to see the new crane at work. "
)
PAGE = f"""<html><head><title>Harbour</title><style>p{{color:red}}</style></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour opened</h1><p>{PARAGRAPH * 2}</p><p>{PARAGRAPH}</p></article>
<footer><p>Imprint</p></footer></body></html>"""


def test_the_text_of_a_page_is_its_article() -> None:
    text = main_text(PAGE)

    assert text.count("The harbour was opened") == 3
    assert "Sport" not in text
    assert "\n" in text


def test_a_page_without_an_article_is_read_whole() -> None:
    assert main_text("<html><body><div>Anna Berg came.</div></body></html>") == "Anna Berg came."


def test_a_page_of_endless_nesting_is_read() -> None:
    assert "Anna Berg" in main_text("<html><body>" + "<div>" * 5_000 + "<p>Anna Berg came.</p>")


def test_the_page_comes_before_the_content_and_the_content_before_the_summary() -> None:
    page = a_raw_article(page_html=PAGE, content_html="<p>content</p>", summary_html="summary")

    assert article_text(page).startswith("The harbour") or "The harbour" in article_text(page)
    assert article_text(page.model_copy(update={"page_html": None})) == "content"
    assert article_text(page.model_copy(update={"page_html": None, "content_html": "<p> </p>"})) == "summary"
    assert article_text(a_raw_article(content_html=None)) == ""
