"""What is told of words is kept, in rows of any kind."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.normal import normalise
from wiretext.noting import Notes
from wiretext.words import Words


@unhurried
@given(st.lists(messy, max_size=5), st.integers(0, 8))
def test_every_word_has_the_row_that_was_told_of_it(texts: list[str], most: int) -> None:
    notes = Notes(lambda word, language: (len(word), len(language)), np.dtype(("i8", 2)), most)

    for text in texts:
        words = Words(normalise(text))
        for language in ("en", "zh-Hant"):
            rows = notes.of(np.arange(len(words)), words, language)
            assert rows.tolist() == [[len(words.word(at)), len(language)] for at in range(len(words))]


def test_more_words_than_there_was_room_for_keep_their_rows() -> None:
    words = Words(normalise(" ".join(f"w{number}" for number in range(5_000))))
    notes = Notes(lambda word, _: int(word[1:]) % 3_000, np.int64)

    for _ in range(2):
        assert notes.of(np.arange(len(words)), words).tolist() == [number % 3_000 for number in range(5_000)]
