"""Names by rules: how the press writes well-known ones is what the rules are held to."""

from __future__ import annotations

import pytest

from wiretext.tables import table
from wiretext.transliteration import by_rules, language_of, sounds_of, word_in

PRESS = {
    "Sergei Shoigu": {
        "ru": "Сергей Шойгу",
        "sr": "Сергеј Шојгу",
        "ar": "سيرغي شويغو",
        "he": "סרגיי שויגו",
        "ka": "სერგეი შოიგუ",
        "hy": "Սերգեյ Շոյգու",
        "ja": "セルゲイ・ショイグ",
        "de": "Sergej Schoigu",
        "fr": "Sergueï Choïgou",
        "cs": "Sergej Šojgu",
        "hu": "Szergej Sojgu",
        "ro": "Serghei Șoigu",
        "sv": "Sergej Sjojgu",
        "tr": "Sergey Şoygu",
        "es": "Serguei Shoigu",
        "id": "Sergei Shoigu",
    },
    "Юрий Ушаков": {"de": "Juri Uschakow", "fr": "Iouri Ouchakov", "pl": "Jurij Uszakow", "ar": "يوري أوشاكوف"},
    "Narendra Modi": {"ru": "Нарендра Моди", "uk": "Нарендра Моди", "ko": "나렌드라 모디", "ja": "ナレンドラ・モディ"},
    "Volodymyr Zelensky": {"ru": "Володимир Зеленский", "ka": "ვოლოდიმირ ზელენსკი", "el": "Βολοντιμιρ Ζελενσκι"},
    "Kim Jong Un": {"ar": "كيم جونغ أون", "hi": "किम जोंग उन", "he": "קים ג'ונג און"},
}


@pytest.mark.parametrize(
    ("name", "language", "written"),
    [(name, language, written) for name, by in PRESS.items() for language, written in by.items()],
)
def test_a_name_is_written_as_the_press_of_a_language_does(name: str, language: str, written: str) -> None:
    found = {each.language: each.label for each in by_rules(name)}

    assert found[language] == written


@pytest.mark.parametrize(
    ("word", "sounds"),
    [("Nguyễn", "nguyen"), ("Phạm", "fam"), ("Ḥasan", "hasan"), ("Ŝi", "si"), ("Bắc", "bak"), ("Łódź", "lodz")],
)
def test_a_letter_without_a_reading_is_read_without_its_marks(word: str, sounds: str) -> None:
    assert sounds_of(word) == sounds


def test_every_language_of_the_table_is_written() -> None:
    tables = table("transliteration")
    languages = {*tables["scripts"], *tables["abugidas"], *tables["languages"], "ko", "ja"}

    assert {each.language for each in by_rules("Olena Marchenko")} == languages


def test_a_name_of_marks_alone_has_no_spelling() -> None:
    assert list(by_rules("—")) == []
    assert list(by_rules("")) == []


def test_a_name_in_a_script_without_rules_is_read_by_its_romanisation() -> None:
    assert sounds_of("Σεργκέι") == "sergkey"
    assert word_in("ru", "გიორგი") == "Гиорги"


def test_han_is_written_by_no_rule() -> None:
    assert word_in("Hani", "Kim") is None


@pytest.mark.parametrize(
    ("name", "language"),
    [("ولادیمیر", "fa"), ("فلاديمير", "ar"), ("Сергій", "uk"), ("Сергей", "ru"), ("普京", "Hani"), ("Σοϊγκού", "el")],
)
def test_letters_tell_the_language_where_they_can(name: str, language: str) -> None:
    assert language_of(name) == language
