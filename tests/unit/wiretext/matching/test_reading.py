"""An article as it is read: which words are capitals, and what they prove; where a sentence begins."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import read


def test_a_capital_is_one_of_the_source() -> None:
    reading = read("Anna berg")

    assert [reading.is_capital(index) for index in (-1, 0, 1, 2)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "is_loud"),
    [
        ("ANNA CAME TODAY\n\nNobody else came.", True),
        ("Anna came today\n\nNOBODY ELSE CAME.", False),
        ("ANNA came today with all the others.", False),
    ],
    ids=["line of capitals", "another line", "one word"],
)
def test_capitals_among_capitals_are_loud(text: str, is_loud: bool) -> None:
    assert read(text).is_loud(0) is is_loud


def test_a_word_between_words_of_capitals_is_loud_too() -> None:
    reading = read("they said that BIG Anna SHOW was the best of all")

    assert reading.is_loud(4)


def test_a_capital_tells_nothing_among_capitals() -> None:
    reading = read("Anna met BERG\n\nANNA LEFT")

    assert [reading.has_telling_capital(index) for index in range(5)] == [True, False, True, False, False]


@pytest.mark.parametrize(
    ("before", "starts"),
    [("", True), ("He came. ", True), ("Then: “", True), ("in the line\n", True), ("we saw ", False)],
)
def test_a_sentence_starts_behind_a_mark_a_quotation_mark_or_a_line(before: str, starts: bool) -> None:
    assert read(f"{before}Anna left").starts_sentence(len(before)) is starts


def test_only_a_capital_or_a_georgian_letter_may_begin_a_name() -> None:
    assert read("ანა saw Anna").may_name == [True, False, True]


def test_a_text_in_small_letters_is_quiet_below_a_title_with_capitals() -> None:
    small, cased = "nobody came today, and nobody left. " * 9, "Nobody came today. " * 15

    assert read(f"Live: Nobody in Brodna\n\n{small}").is_quiet is True
    assert read(f"Live: Nobody in Brodna\n\n{cased}").is_quiet is False


def test_a_long_text_with_hardly_a_capital_is_quiet() -> None:
    assert read("nobody came today, and Nobody left. " * 20).is_quiet is False
    assert read("nobody came today, and nobody left. " * 20).is_quiet is True


def test_words_in_lower_case_are_known() -> None:
    assert read("Berg saw a berg").lower_words == {"saw", "a", "berg"}
