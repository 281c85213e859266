"""A text by its words: what stands before, after, around and between them."""

from __future__ import annotations

import pytest

from wiretext.normal import normalise
from wiretext.words import Words, occurrences


def words_of(text: str) -> Words:
    return Words(normalise(text))


def test_words_and_what_stands_between_them_are_in_normal_form() -> None:
    words = words_of("Anna\u00a0Berg, again")

    assert [words.word(index) for index in range(4)] == ["anna", "berg", "again", ""]
    assert [words.between(index, index + 1) for index in (-1, 0, 1, 2)] == ["\n", " ", ", ", "\n"]


def test_a_character_belongs_to_the_last_word_that_begins_before_it() -> None:
    words = words_of(" Anna Berg")

    assert [words.index(at) for at in (0, 1, 5, 6)] == [-1, 0, 0, 1]


def test_the_word_beside_another_is_there_only_behind_one_of_the_ties() -> None:
    words = words_of("Anna Berg-Lund, again")

    assert [words.before(index) for index in range(5)] == ["", "anna", "", "", ""]
    assert [words.after(index) for index in range(-1, 4)] == ["", "berg", "", "", ""]
    assert words.before(2, ("-", ", ")) == "berg"
    assert words.after(2, ("-", ", ")) == "again"


def test_what_is_around_a_range_ends_with_the_text() -> None:
    words = words_of("by Anna Berg today")

    assert words.around(3, 12, reach=4) == ("by ", " tod")


def test_a_surface_has_the_marks_of_the_source() -> None:
    text = "by E\u0301va Berg"

    assert words_of(text).surface(3, 6) == "E\u0301va"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("улица Ленина", True), ("ул. Ленина", True), ("вечер. Ленина", False), ("Ленина, улица", False)],
)
def test_a_full_stop_ends_a_phrase_but_not_an_abbreviation(text: str, is_one: bool) -> None:
    assert words_of(text).is_one_phrase(0) is is_one


LONG = "it was said on the evening of that day by Anna"


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        (f"{LONG} Berg of the town", True),
        (f"Title\n\n{LONG}\nBerg of the town", True),
        (f"{LONG}\nBerg of the town", False),
        ("Title\n\nby Anna\nBerg of the town", False),
        (f"{LONG}, Berg of the town", False),
    ],
    ids=["one line", "wrapped line", "lines without paragraphs", "short line", "comma"],
)
def test_a_name_goes_on_over_a_wrapped_line_but_over_no_other_line_end(text: str, may_be: bool) -> None:
    words = words_of(text)

    assert words.may_be_one_name(words.index(words.text.index("anna"))) is may_be


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("A. Berg", True),
        ("Mohd. Ali", True),
        ("Md. Yunus", True),
        ("எஸ். குமார்", True),
        ("Anna. Berg", False),
        ("Nicola. Sturgeon", False),
    ],
)
def test_a_full_stop_stands_inside_a_name_after_an_initial_or_a_short_form_alone(text: str, may_be: bool) -> None:
    assert words_of(text).may_be_one_name(0) is may_be


def test_a_word_stands_where_the_text_has_it() -> None:
    words = Words(normalise("Ana met Bo. Bo met ANA."))

    assert [occurrences(words, at) for at in (0, 1, 2, 6, -1)] == [[0, 5], [1, 4], [2, 3], [], []]
