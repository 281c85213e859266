from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.scripts import code_points
from wiretext.tagging.engine import PLAIN, fastest
from wiretext.tagging.tokens import Cut, cut_in_loops, kinds, runs, words
from wiretext.vocabulary import secret_factors


def pieces(cut: Cut, text: str) -> tuple[list[str], list[int]]:
    """As ``words``, by *cut*; a word has the same key wherever it stands, and no other word has it."""
    begins, ends, keys = cut(code_points(text), kinds(), secret_factors())
    found = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    assert len({*zip(found, keys.tolist(), strict=True)}) == len({*found}) == len({*keys.tolist()})
    return found, begins.tolist()


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
    begins = np.array([0, 5, 10, 20])

    assert runs(begins, [(0, 9), (9, 15), (15, 18), (18, 30)]).tolist() == [0, 2, 3, 4]


def test_words_before_the_first_sentence_are_a_run_of_their_own() -> None:
    assert runs(np.array([0, 5, 10]), [(5, 20)]).tolist() == [0, 1, 3]


def test_a_sentence_without_end_is_cut() -> None:
    assert runs(np.arange(1100), [(0, 5000)]).tolist() == [0, 512, 1024, 1100]


def test_no_words_make_no_run() -> None:
    assert runs(np.zeros(0, np.int64), [(0, 5)]).tolist() == [0]


def test_a_word_without_end_is_cut_into_pieces_that_can_be_kept() -> None:
    tokens, _ = words("A" * 1_000)

    assert "".join(tokens) == "A" * 1_000
    assert max(map(len, tokens)) <= 100


@unhurried  # the first example waits for the compiler
@given(messy)
def test_every_way_of_cutting_finds_the_same_words(text: str) -> None:
    expected = words(text)

    assert pieces(PLAIN.cut, text) == expected
    assert pieces(fastest().cut, text) == expected
    with np.errstate(over="ignore"):  # keys are cut to 64 bits
        assert pieces(cut_in_loops, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000, "a" * 100 + "--b", "a" * 99 + "-" + "-b", "-" * 5_000, "a-" * 5_000, "--a--", "\ud800a\udfff",
        "𝔘" * 250, "🙂-🙂", "a\U000e0061-b", "\U0010ffff", "_-_", "٣-²", "a\u0301b", "\x85\u3000a",
    ],
    ids=lambda text: ascii(text[:12]),
)  # fmt: skip
def test_hostile_text_is_cut_alike(text: str) -> None:
    assert pieces(fastest().cut, text) == pieces(PLAIN.cut, text) == words(text)


def test_every_character_is_cut_alike() -> None:
    text = "".join(f"a{chr(code)}b " for code in range(sys.maxunicode + 1))

    begins, ends, _ = fastest().cut(code_points(text), kinds(), secret_factors())

    tokens, expected = words(text)
    assert np.array_equal(begins, expected)
    assert np.array_equal(ends, begins + [len(token) for token in tokens])
