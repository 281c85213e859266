from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import unhurried
from wiretext.tagging.engine import fastest
from wiretext.vocabulary import Keys, Vocabulary, enter_in_loops, find_at_once, find_in_loops

# Some want the same place as others, the last place among them.
keys = st.one_of(st.integers(0, 2**64 - 1), st.integers(0, 8), st.integers(2**64 - 8, 2**64 - 1))


def array(numbers: list[int]) -> Keys:
    return np.array(numbers, np.uint64)


@unhurried  # the first example waits for the compiler
@given(st.lists(keys, unique=True), st.lists(keys))
def test_every_way_of_finding_a_key_has_its_number(entered: list[int], others: list[int]) -> None:
    table, compiled = (np.zeros((256, 2), np.uint64) for _ in range(2))
    enter_in_loops(table, array(entered), 0)
    fastest().enter(compiled, array(entered), 0)

    expected = [entered.index(key) if key in entered else -1 for key in (*entered, *others)]
    asked = array([*entered, *others])
    assert find_at_once(table, asked).tolist() == expected
    assert find_in_loops(table, asked).tolist() == expected
    assert fastest().find(compiled, asked).tolist() == expected


@given(st.lists(st.lists(keys, max_size=20), max_size=5))
def test_keys_are_numbered_in_the_order_in_which_they_are_entered(texts: list[list[int]]) -> None:
    vocabulary, expected = Vocabulary(), list[int]()
    for text in texts:
        new = [key for key in dict.fromkeys(text) if key not in expected]
        vocabulary.enter(array(new))
        expected += new

    assert vocabulary.find(array(expected)).tolist() == list(range(len(expected)))
    assert len(vocabulary) == len(expected)

    vocabulary.clear()
    assert vocabulary.find(array(expected)).tolist() == [-1] * len(expected)
    assert len(vocabulary) == 0


def test_a_vocabulary_that_grows_keeps_its_numbers() -> None:
    vocabulary = Vocabulary()
    many = np.random.default_rng(1).integers(2**64, size=3_000, dtype=np.uint64)

    for part in np.array_split(many, 7):
        vocabulary.enter(part)

    assert vocabulary.find(many).tolist() == list(range(3_000))
    assert vocabulary.find(many + np.uint64(1)).tolist() == [-1] * 3_000
