"""What of an article is its own."""

from __future__ import annotations

from wiretext.content import Content
from wiretext.normal import normalise
from wiretext.words import Words

PAGE = "The Port\n\nRead more: here\n\nIt opened."


def content(*ranges: tuple[int, int]) -> Content:
    return Content(Words(normalise(PAGE)), ranges, len("The Port"))


def words_of(content: Content) -> list[str]:
    return [content.words.word(place) for place in content.places.tolist()]


def test_what_the_page_adds_is_none_of_an_articles_words() -> None:
    own = content((0, 8), (27, len(PAGE)))

    assert words_of(own) == ["the", "port", "it", "opened"]
    assert own.text == "the port\nit opened."
    assert own.title == "the port"


def test_the_bounds_of_its_words_are_those_in_the_whole_text() -> None:
    starts, ends = content((27, len(PAGE))).bounds

    assert [PAGE[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)] == ["It", "opened"]


def test_an_article_of_which_nothing_is_its_own_has_no_words() -> None:
    own = content()

    assert words_of(own) == []
    assert own.text == ""
    assert [len(each) for each in own.bounds] == [0, 0]


def test_without_a_page_all_of_a_text_is_its_own_and_its_title_ends_where_it_did_before_it_was_normalised() -> None:
    own = Content.of("Der Fluß Öse\nsteigt", "Der Fluß Öse")

    assert words_of(own) == ["der", "fluss", "ose", "steigt"]
    assert own.title == "der fluss ose"
