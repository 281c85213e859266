"""What sounds like a watched person's name, part by part."""

from __future__ import annotations

import pytest

from wiretext.matching.sound.hearing import LONGEST_SMALL, fits, is_small, names_of, parts_of
from wiretext.tables import words_of


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
    names = [name for name in names_of(0, "Alexander Lukashenko") if not name.inverted]

    assert any(fits(name, parts_of(words), frozenset({""})) for name in names) is is_name


@pytest.mark.parametrize("words", [["karim", "ibn", "fadil"], ["karim", "bin", "fadil"]])
def test_a_son_is_one_by_either_word_for_it(words: list[str]) -> None:
    for label in ("Karim bin Fadil", "Karim ibn Fadil"):
        names = [name for name in names_of(0, label) if not name.inverted]

        assert any(fits(name, parts_of(words), frozenset({""})) for name in names)


def test_small_words_may_stand_in_lower_case() -> None:
    assert [is_small(word) for word in ("von", "al", "berg")] == [True, True, False]


def test_no_small_word_is_longer_than_the_longest() -> None:
    words = words_of("matching/particles", "articles") | words_of("matching/particles", "small")

    assert max(map(len, words)) == LONGEST_SMALL
    assert all(map(is_small, words))
