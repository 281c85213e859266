from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.compiling import compiled
from wiretext.scripts import code_points, word_bounds
from wiretext.vocabulary import (
    LONGEST,
    Keys,
    Places,
    Vocabulary,
    enter_at_once,
    enter_in_loops,
    factors,
    find_at_once,
    find_in_loops,
    keys_at_once,
    keys_in_loops,
    secret_factors,
)

SECRET = "from wiretext.vocabulary import secret_factors; print(secret_factors()[0])"

# Some want the same place as others, the last place among them.
some_keys = st.one_of(st.integers(0, 2**64 - 1), st.integers(0, 8), st.integers(2**64 - 8, 2**64 - 1))


def array(numbers: list[int]) -> Keys:
    return np.array(numbers, np.uint64)


@unhurried  # the first example waits for the compiler
@given(st.lists(some_keys, unique=True), st.lists(some_keys))
def test_every_way_of_finding_a_key_has_its_number(entered: list[int], others: list[int]) -> None:
    expected = [entered.index(key) if key in entered else -1 for key in (*entered, *others)]
    asked = array([*entered, *others])
    for enter in (enter_in_loops, enter_at_once, compiled(enter_in_loops) or enter_at_once):
        table = np.zeros((256, 2), np.uint64)
        enter(table, array(entered[:3]), 0)
        enter(table, array(entered[3:]), len(entered[:3]))
        for find in (find_at_once, find_in_loops, compiled(find_in_loops) or find_at_once):
            assert find(table, asked).tolist() == expected


@unhurried
@given(st.lists(st.lists(some_keys, max_size=20), max_size=5))
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


@unhurried
@given(messy)
def test_every_way_of_hashing_gives_each_word_one_key_of_its_own(text: str) -> None:
    codes = code_points(text)
    bounds = word_bounds(codes)
    words = [text[begin:end] for begin, end in zip(*bounds, strict=True)]

    found = keys_at_once(codes, *bounds, secret_factors()).tolist()

    with np.errstate(over="ignore"):  # scalars warn, arrays do not
        assert keys_in_loops(codes, *bounds, secret_factors()).tolist() == found
    loops = compiled(keys_in_loops)
    assert loops is None or loops(codes, *bounds, secret_factors()).tolist() == found
    assert len({*zip(words, found, strict=True)}) == len({*words}) == len({*found})


def test_a_word_longer_than_the_factors_has_a_key() -> None:
    codes = code_points("a" * (2 * LONGEST + 1))

    (key,) = keys_at_once(codes, *word_bounds(codes), factors("any")).tolist()

    letter = [ord("a") * int(factor) for factor in factors("any")]
    assert key == (2 * sum(letter) + letter[0]) % 2**64


def test_each_process_has_secret_factors_of_its_own() -> None:
    answers = [subprocess.run([sys.executable, "-c", SECRET], capture_output=True, check=True) for _ in range(2)]

    assert answers[0].stdout != answers[1].stdout


@unhurried
@given(st.lists(st.lists(some_keys, max_size=20), max_size=5))
def test_what_is_new_is_learnt_once_and_in_the_order_of_its_numbers(texts: list[list[int]]) -> None:
    vocabulary, learnt = Vocabulary(), list[int]()
    for text in texts:
        keys = array(text)

        def learn(new: Places, keys: Keys = keys) -> None:
            learnt.extend(keys[new].tolist())

        assert [learnt[number] for number in vocabulary.number(keys, learn)] == text

    assert len(learnt) == len({*learnt}) == len(vocabulary)
