from __future__ import annotations

import numpy as np
import pytest

from wiretext.tagging.features import (
    DISTANCES,
    EDGE,
    GROUPS,
    NOTHING,
    PATTERN_FEATURES,
    PATTERNS,
    WORD_FEATURES,
    pattern_rows,
    word_class,
    word_rows,
)  # fmt: skip


def rows_of(word: str, language: str = "en") -> set[int]:
    return set(word_rows([word], language)[0].tolist()) - {NOTHING}


def test_a_word_has_the_same_features_whoever_stands_beside_it() -> None:
    together = word_rows(["Berg", "Oslo"], "en")

    assert together.shape == (2, WORD_FEATURES)
    assert together.tolist() == [*word_rows(["Berg"], "en").tolist(), *word_rows(["Oslo"], "en").tolist()]


def test_like_words_share_features_and_unlike_ones_do_not() -> None:
    assert len(rows_of("Helsinki") & rows_of("Helsingin")) > len(rows_of("Helsinki") & rows_of("sailing")) + 4


def test_a_feature_of_one_language_is_none_of_another() -> None:
    english, finnish = rows_of("Turku", "en"), rows_of("Turku", "fi")

    assert english & finnish
    assert english - finnish


def test_a_short_word_lacks_long_affixes() -> None:
    assert len(rows_of("of")) < len(rows_of("offshore"))


def test_features_are_grouped_by_how_far_away_the_word_stands() -> None:
    assert DISTANCES.tolist() == sorted(DISTANCES.tolist())
    assert [int(DISTANCES[start]) for start in GROUPS] == [-2, -1, 0, 1, 2]


def test_the_edge_of_a_sentence_is_like_no_word() -> None:
    assert rows_of(EDGE)
    assert not rows_of(EDGE) & (rows_of("the") | rows_of("."))


@pytest.mark.parametrize(
    "words", [("Oslo", "Bergen"), ("NATO", "EU"), ("the", "sailing"), ("A", "B"), ("12", "7"), (".", "!"), ("«", '"')]
)
def test_words_that_look_alike_are_of_one_class(words: tuple[str, str]) -> None:
    assert word_class(words[0]) == word_class(words[1])


def test_words_that_look_otherwise_are_of_other_classes() -> None:
    looks = ["Oslo", "NATO", "the", "A", "12", ".", ",", '"', "(", "$", "McCoy", "安", "3rd", EDGE]

    assert len({word_class(word) for word in looks}) == len(looks)


def test_a_pattern_is_another_feature_in_another_language() -> None:
    assert pattern_rows("en").shape == (PATTERNS, PATTERN_FEATURES)
    assert not np.array_equal(pattern_rows("en"), pattern_rows("fi"))


def test_no_word_has_no_features() -> None:
    assert word_rows([], "en").shape == (0, WORD_FEATURES)
