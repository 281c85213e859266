from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirealert.tokens import token_starts


def tokens(text: str) -> list[str]:
    starts = token_starts(text)
    return [text[start:end].rstrip() for start, end in pairwise([*starts, len(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ana met him", ["Ana", "met", "him"], id="words"),
        pytest.param("안나 브로디는", ["안나", "브로디는"], id="hangul is written with spaces"),
        pytest.param("会见安娜", ["会", "见", "安", "娜"], id="han by character"),
        pytest.param("アナ", ["ア", "ナ"], id="kana by character"),
        pytest.param("พบ น้ำ", ["พ", "บ", "น้", "ำ"], id="thai by letter with its marks"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="vowel signs do not split a word"),
        pytest.param("re\u0301sume\u0301", ["re\u0301sume\u0301"], id="combining accents do not split a word"),
        pytest.param("2026年", ["2026", "年"], id="digits are one token"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_token_is_a_word_or_a_letter_where_words_have_no_spaces(text: str, expected: list[str]) -> None:
    assert expected == tokens(text)


@settings(deadline=None)
@given(st.text())
def test_token_starts_ascend_and_never_point_at_white_space(text: str) -> None:
    starts = token_starts(text)

    assert starts == sorted(set(starts))
    assert not any(text[start].isspace() for start in starts)
