from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.layout import layout, sentences


def paragraphs_of(title: str, text: str) -> list[str]:
    full_text = f"{title}\n\n{text}"
    return [full_text[start:end] for start, end in layout(title, text).paragraphs]


def sentences_of(text: str, language: str = "en") -> list[str]:
    full_text = f"\n\n{text}"
    return [full_text[start:end] for start, end in sentences(full_text, layout("", text).lines, language)]


def test_a_blank_line_ends_a_paragraph_and_the_title_is_one() -> None:
    assert paragraphs_of("Title", "One.\nStill one.\n\nTwo.") == ["Title", "One.\nStill one.", "Two."]


def test_in_text_without_a_blank_line_each_line_is_a_paragraph() -> None:
    assert paragraphs_of("", "One.\nTwo.\r\nThree.") == ["One.", "Two.", "Three."]


def test_blank_lines_at_the_ends_make_no_paragraphs_of_lines() -> None:
    assert paragraphs_of("", "\n\nOne.\nTwo.\n\n") == ["One.", "Two."]


@pytest.mark.parametrize("gap", ["\n \n", "\r\n\r\n", "\n\t\n", "\u2028\u2028", "\n\u3000\n\n"])
def test_a_line_of_blanks_is_a_blank_line(gap: str) -> None:
    assert paragraphs_of("", f"One.\nMore.{gap}Two.") == ["One.\nMore.", "Two."]


def test_an_empty_article_has_no_layout() -> None:
    assert layout("", "").lines == ()
    assert layout(" ", "\n").paragraphs == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left! Why? Nobody knows…", ["He came.", "She left!", "Why?", "Nobody knows…"]),
        ("He said: “Come.” She came.", ["He said: “Come.”", "She came."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("Dr. Berg came at 5 p.m. on Monday.", ["Dr. Berg came at 5 p.m. on Monday."]),
        ("J. R. Berg came.", ["J. R. Berg came."]),
        ("Prof . Berg came . She left .", ["Prof . Berg came .", "She left ."]),
        ("It costs 3.5 euros. Cheap.", ["It costs 3.5 euros.", "Cheap."]),
        ("see example.com today. Good.", ["see example.com today.", "Good."]),
        ("他来了。她走了！为什么？", ["他来了。", "她走了！", "为什么？"]),
        ("彼は「行く。」と言った。", ["彼は「行く。」", "と言った。"]),
        ("جاء الرجل. هل ذهبت؟ نعم.", ["جاء الرجل.", "هل ذهبت؟", "نعم."]),
        ("وہ آیا۔ وہ گئی۔", ["وہ آیا۔", "وہ گئی۔"]),
        ("वह आया। वह गई।", ["वह आया।", "वह गई।"]),
        ("ის მოვიდა. ის წავიდა.", ["ის მოვიდა.", "ის წავიდა."]),
    ],
)
def test_sentences_end_at_full_stops_and_their_counterparts(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. Oktober kam Anna Berg."),
        ("ru", "Он живёт на ул. Садовой в г. Твери."),
        ("id", "Drs. Budi tinggal di Jl. Melati."),
        ("cs", "Přijel 5. května."),
        ("ro", "Sediul e pe Bd. Carol I nr. 4, jud. Cluj."),
        ("da", "Det Kgl. Teater spiller nr. 5."),
        ("nb", "Det Kgl. Slott er nr. 5."),
    ],
)
def test_ordinals_and_abbreviations_of_a_language_end_nothing(language: str, text: str) -> None:
    assert sentences_of(text, language) == [text]


def test_the_abbreviations_of_one_language_are_words_of_another() -> None:
    assert sentences_of("He said no. She said yes.", "en") == ["He said no.", "She said yes."]


@unhurried
@given(messy, messy)
def test_every_character_that_is_not_blank_lies_in_one_line_and_one_sentence(title: str, text: str) -> None:
    full_text = f"{title}\n\n{text}"
    places = layout(title, text)
    found = sentences(full_text, places.lines, "en")

    for ranges in (places.lines, found):
        covered = [index for start, end in ranges for index in range(start, end)]
        assert covered == sorted(set(covered))
        assert all(character.isspace() or index in set(covered) for index, character in enumerate(full_text))


@unhurried
@given(messy, messy)
def test_every_line_lies_in_one_paragraph(title: str, text: str) -> None:
    places = layout(title, text)

    for start, end in places.lines:
        assert sum(first <= start and end <= last for first, last in places.paragraphs) == 1
