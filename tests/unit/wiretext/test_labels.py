from __future__ import annotations

import pytest

from wiretext.labels import first_script, spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "KIM JONG UN"),
        ("O'Neill", "O\u2019Neill"),
        ("Müller", "Muller"),
        ("Jean\u2011Luc  Picard\u00a0", "Jean-Luc Picard"),
        ("Ａｎａ", "Ana"),
        ("ﬁlip", "Filip"),
        ("ШОЙГУ", "Шойгу"),
    ],
)
def test_separators_case_accents_and_widths_make_no_other_spelling(one: str, other: str) -> None:
    assert spelling(one) == spelling(other) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("Shoigu", "Shoygu"), ("Kim Jongun", "Kim Jong-un"), ("Sergei Shoigu", "Shoigu Sergei")]
)
def test_other_letters_words_or_another_order_make_another_spelling(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize("label", ["", " ", "—", "…"])
def test_what_has_no_words_has_no_spelling(label: str) -> None:
    assert spelling(label) == ()


@pytest.mark.parametrize(
    ("label", "script"),
    [
        ("«Шойгу»", "Cyrl"),
        ("1. Ångström", "Latn"),
        ("習近平", "Hani"),
        ("X5 Шойгу", "Latn"),
        ("24/7", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_of_a_label_is_that_of_its_first_letter(label: str, script: str) -> None:
    assert first_script(label) == script
