from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.tagging.characters import CHARACTER_FEATURES, character_rows, rows_at_once, rows_in_loops
from wiretext.tagging.engine import fastest


def test_a_character_has_the_same_features_in_every_run() -> None:
    runs = ["東京都知事", "大阪"]

    together = character_rows(runs, "ja", rows_at_once)

    assert together.shape == (7, CHARACTER_FEATURES)
    assert together.tolist() == [
        *character_rows(runs[:1], "ja", rows_at_once).tolist(),
        *character_rows(runs[1:], "ja", rows_at_once).tolist(),
    ]


def test_a_character_knows_its_neighbours() -> None:
    first, second = character_rows(["東京", "西京"], "ja", rows_at_once)[[1, 3]]

    assert 0 < int((first == second).sum()) < CHARACTER_FEATURES


def test_no_run_has_no_features() -> None:
    assert character_rows([], "ja", rows_at_once).shape == (0, CHARACTER_FEATURES)
    assert character_rows([], "ja", rows_in_loops).shape == (0, CHARACTER_FEATURES)


@unhurried  # the first example waits for the compiler
@given(st.lists(messy, max_size=3))
def test_the_features_are_the_same_in_every_way(runs: list[str]) -> None:
    expected = character_rows(runs, "ja", rows_at_once)

    assert np.array_equal(character_rows(runs, "ja", rows_in_loops), expected)
    assert np.array_equal(character_rows(runs, "ja", fastest().windows), expected)
