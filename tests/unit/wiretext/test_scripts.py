"""Scripts of characters and texts, and what a word is in each."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.scripts import (
    CASED,
    WORD,
    are_capitals,
    are_of,
    code_points,
    is_unspaced,
    main_script,
    script_of,
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


def test_what_other_letters_join_to_a_word_in_latin_letters_is_no_part_of_it() -> None:
    assert WORD.findall("NATO가 M23과 3월") == ["NATO", "가", "M23", "과", "3", "월"]
    assert WORD.findall("בNATO NATOর NATOს የNATO الـNATO") == [
        "ב", "NATO", "NATO", "র", "NATO", "ს", "የ", "NATO", "الـ", "NATO",
    ]  # fmt: skip
    assert WORD.findall("Nаtо Αnna") == ["Nаtо", "Αnna"]  # with letters that only look Latin


def test_only_a_run_of_a_script_without_blanks_is_unspaced() -> None:
    assert [is_unspaced(word) for word in ("東京駅", "กรุงเทพ", "서울", "Anna")] == [True, True, False, False]


@unhurried
@given(messy)
def test_words_begin_and_end_where_the_pattern_finds_them(text: str) -> None:
    starts, ends = word_bounds(code_points(text))

    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == [word.span() for word in WORD.finditer(text)]


@unhurried
@given(messy)
def test_capitals_and_letters_of_scripts_are_found_as_one_by_one(text: str) -> None:
    codes = code_points(text)

    assert are_capitals(codes).tolist() == list(map(str.isupper, text))
    assert are_of(CASED, codes).tolist() == [script_of(letter) in CASED for letter in text]


def test_the_last_code_point_is_no_capital() -> None:
    assert are_capitals(code_points("A\U0010ffff")).tolist() == [True, False]
