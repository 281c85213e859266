from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy
from wirekit.contracts.text import composed


@given(messy, st.integers(1, 400))
def test_a_text_of_any_length_is_in_nfc(text: str, times: int) -> None:
    text = unicodedata.normalize("NFD", text) * times

    assert composed(text) == unicodedata.normalize("NFC", text)


@given(st.integers(900, 1100), st.sampled_from(["e\u0301", "\u1100\u1161\u11a8", "क\u093c", "\u0bc6\u0bbe"]))
def test_a_letter_is_not_parted_from_its_marks(before: int, letter: str) -> None:
    text = "a" * before + letter + "b" * 1100

    assert composed(text) == unicodedata.normalize("NFC", text)


def test_syllables_without_end_are_not_parted() -> None:
    syllable = "\uac01"

    assert composed(unicodedata.normalize("NFD", syllable * 5000)) == syllable * 5000


def test_a_letter_with_half_a_million_marks_keeps_them_all() -> None:
    marks = "\u0301\u0316" * 250_000

    assert Counter(composed("q" + marks)) == Counter("q" + marks)
