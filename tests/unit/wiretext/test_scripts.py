"""Scripts of characters and texts, and what a word is in each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.scripts import (
    CASED,
    WORD,
    capitals_at,
    is_unspaced,
    main_script,
    script_of,
    stands_in,
    word_bounds,
)


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "Latn"), ("ß", "Latn"), ("ж", "Cyrl"), ("ω", "Grek"), ("ა", "Geor"), ("م", "Arab"), ("क", "Deva"),
        ("한", "Hang"), ("中", "Hani"), ("ア", "Kana"), ("は", "Hira"), ("ก", "Thai"), ("1", "Zyyy"), ("。", "Zyyy"),
    ],
)  # fmt: skip
def test_a_letter_has_a_script_and_nothing_else_has(character: str, script: str) -> None:
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Hello, привет всем", "Cyrl"),
        ("東京は今日", "Jpan"),
        ("ホテル", "Jpan"),
        ("東京今日", "Hani"),
        ("서울 Seoul 대한민국", "Kore"),
        ("12:30!", "Zyyy"),
    ],
)
def test_a_text_has_the_script_of_most_letters_and_kana_make_it_japanese(text: str, script: str) -> None:
    assert main_script(text) == script


def test_a_word_ends_at_a_mark_and_where_a_script_without_blanks_begins() -> None:
    assert WORD.findall("Anna's 서울, प्रेम 東京駅beta") == ["Anna", "s", "서울", "प्रेम", "東京駅", "beta"]


def test_only_a_run_of_a_script_without_blanks_is_unspaced() -> None:
    assert [is_unspaced(word) for word in ("東京駅", "กรุงเทพ", "서울", "Anna")] == [True, True, False, False]


@unhurried
@given(messy)
def test_words_begin_and_end_where_the_pattern_finds_them(text: str) -> None:
    starts, ends = word_bounds(text)

    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == [word.span() for word in WORD.finditer(text)]


@unhurried
@given(messy)
def test_capitals_and_letters_of_scripts_are_found_as_one_by_one(text: str) -> None:
    places = np.arange(len(text))

    assert capitals_at(text, places).tolist() == list(map(str.isupper, text))
    assert stands_in(CASED, text, places).tolist() == [script_of(letter) in CASED for letter in text]


def test_no_place_has_no_capital() -> None:
    none = np.arange(0)

    assert capitals_at("Anna", none).tolist() == stands_in(CASED, "Anna", none).tolist() == []
    assert capitals_at("A\U0010ffff", np.arange(2)).tolist() == [True, False]
