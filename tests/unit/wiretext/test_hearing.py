"""What sounds like a watched person's name, part by part."""

from __future__ import annotations

import pytest

from wiretext.hearing import Ear, fits, is_small, parts_of


def begun(label: str, word: str) -> set[bool]:
    """Whether *word* may begin *label*: in which of its orders, last name first or not."""
    return {name.inverted for name in Ear([(0, label)]).begun_by(word)}


@pytest.mark.parametrize("word", ["aljaksandr", "alexandr", "александр"])
def test_a_name_begins_with_a_word_that_sounds_like_its_first_part(word: str) -> None:
    assert False in begun("Alexander Lukashenko", word)


def test_a_name_may_begin_with_its_last_part() -> None:
    assert begun("Alexander Lukashenko", "lukaschenko") == {True}


@pytest.mark.parametrize(
    ("label", "word"),
    [("Alexander Lukashenko", "olga"), ("Li Po", "li"), ("Lukashenko", "lukashenko"), ("東京 太郎", "東京")],
    ids=["another word", "few consonants", "one part", "script without sounds"],
)
def test_nothing_is_heard_that_could_be_anybody(label: str, word: str) -> None:
    assert begun(label, word) == set()


def test_articles_are_in_no_part_and_abd_goes_with_what_follows() -> None:
    assert [part[1:] for part in parts_of(["nabil", "al", "haddad"])] == [(0, 0), (2, 2)]
    assert [part[1:] for part in parts_of(["abd", "al", "rahman", "rashid"])] == [(0, 2), (3, 3)]


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        (["aljaksandr", "lukaschenka"], True),
        (["alexander", "lukaschenko", "kam"], True),
        (["alexander", "lukas"], False),
        (["alexander"], False),
    ],
)
def test_a_name_fits_where_each_of_its_parts_is_heard(words: list[str], is_name: bool) -> None:
    names = [name for name in Ear([(0, "Alexander Lukashenko")]).begun_by(words[0]) if not name.inverted]

    assert any(fits(name, parts_of(words), frozenset({""})) for name in names) is is_name


def test_small_words_may_stand_in_lower_case() -> None:
    assert [is_small(word) for word in ("von", "al", "berg")] == [True, True, False]
