"""What the topic model counts in a text."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import example, given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.scripts import UNSPACED, script_of
from wiretext.topics.features import Units, features


def counted(text: str) -> dict[str, int]:
    units = Units.of(text)
    return dict(zip(units.strings(np.arange(len(units))), units.counts.tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        (" \n\u3000", {}),
        ("the war, the peace", {"the": 2, "war,": 1, "peace": 1}),
        ("戦争が", {"戦争": 1, "争が": 1}),
        ("港 港", {"港": 2}),
        ("ปลาใหญ่", {"ปลาใ": 1, "ลาให": 1, "าใหญ": 1, "ใหญ่": 1}),
        ("กข", {"กข": 1}),
        ("新ai、 a.b", {"新": 1, "ai": 1, "a.b": 1}),
    ],
    ids=repr,
)
def test_a_unit_stands_between_blanks_and_is_a_run_of_letters_where_there_are_none(
    text: str, expected: dict[str, int]
) -> None:
    assert counted(text) == expected


@unhurried
@given(messy)
@example("a\u0085b\u2028c\x1fd")
def test_text_with_blanks_is_split_as_python_splits_it(text: str) -> None:
    spaced = "".join(letter for letter in text if script_of(letter) not in UNSPACED)

    assert counted(spaced) == dict(Counter(spaced[:1500].split()))


def test_only_the_beginning_of_a_text_is_counted() -> None:
    assert sum(counted("word " * 1_000).values()) == 300


def test_a_units_features_are_its_words_and_their_ends() -> None:
    assert features("running,") == features("running")
    assert len(features("running")) == 4  # the word, its first four and five letters, its last five
    assert features("1,5") == ()


def test_units_stand_in_the_order_of_the_text_so_that_every_process_weighs_them_alike() -> None:
    words = [f"word{number}" for number in range(30)]

    assert list(counted(" ".join([*words, *words]))) == words
