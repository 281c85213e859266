from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy
from wiretext.tagging.tokens import runs, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna met Otto.", ["Anna", "met", "Otto", "."]),
        ("Anna's EU-plan", ["Anna", "'", "s", "EU-plan"]),
        ("l’Italia (2026)", ["l", "’", "Italia", "(", "2026", ")"]),
        ("An\u00adna\u200f \x07 Berg", ["An", "na", "Berg"]),
        ("Москва – Київ", ["Москва", "–", "Київ"]),
        ("", []),
        (" \n\t", []),
    ],
    ids=repr,
)
def test_text_is_cut_into_words_and_marks(text: str, expected: list[str]) -> None:
    assert words(text)[0] == expected


@given(messy)
def test_each_word_stands_where_it_is_said_to_begin(text: str) -> None:
    tokens, begins = words(text)

    assert [text[begin : begin + len(token)] for token, begin in zip(tokens, begins, strict=True)] == tokens
    assert begins == sorted(set(begins))


def test_a_run_begins_with_each_sentence_that_has_words() -> None:
    assert runs([0, 5, 10, 20], [(0, 9), (9, 15), (15, 18), (18, 30)]) == [0, 2, 3, 4]


def test_words_before_the_first_sentence_are_a_run_of_their_own() -> None:
    assert runs([0, 5, 10], [(5, 20)]) == [0, 1, 3]


def test_a_sentence_without_end_is_cut() -> None:
    assert runs(range(1100), [(0, 5000)]) == [0, 512, 1024, 1100]


def test_no_words_make_no_run() -> None:
    assert runs([], [(0, 5)]) == [0]


def test_a_word_without_end_is_cut_into_pieces_that_can_be_kept() -> None:
    tokens, _ = words("A" * 1_000)

    assert "".join(tokens) == "A" * 1_000
    assert max(map(len, tokens)) <= 100
