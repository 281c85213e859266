"""Numbers find what strings would find."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wiretext.matching.sound.hearing import later_readings_of
from wiretext.matching.sound.letters import bones
from wiretext.matching.sound.numbering import (
    HASH_BITS,
    LENGTH_BITS,
    SKETCH,
    SOUND_BITS,
    Known,
    first_number,
    firsts_of,
    key_of,
    openings_of,
    second_number,
    seconds_of,
    sounds_joined,
)

syllables = st.text("abegiklnorstuv", min_size=1, max_size=5)
sketches = st.integers(0, SKETCH)


@given(syllables, sketches, syllables, sketches)
def test_a_key_says_the_numbers_of_both_parts(one: str, first_vowels: int, two: str, second_vowels: int) -> None:
    first, second = first_number(one, first_vowels), second_number(two, second_vowels)

    key = key_of(first, second)

    assert (firsts_of(key), seconds_of(key)) == (first, second)
    assert 0 <= key < 1 << 63


@given(syllables, syllables)
def test_two_words_joined_lie_where_the_first_of_them_opens(first: str, second: str) -> None:
    one = SOUND_BITS + HASH_BITS
    for begun in later_readings_of(first):
        for reading in later_readings_of(second):
            for stem in (bones(begun + reading), (begun + reading).rstrip("aeiou")):
                number = second_number(stem)
                joined = sounds_joined(second) >> (number >> HASH_BITS & ((1 << SOUND_BITS) - 1)) & 1
                assert any(
                    lowest >> LENGTH_BITS <= number < (lowest >> LENGTH_BITS) + (1 << bits) and (bits != one or joined)
                    for lowest, bits in ((each, each & ((1 << LENGTH_BITS) - 1)) for each in openings_of(first))
                )


@given(st.lists(st.tuples(syllables, sketches), min_size=1), syllables, st.frozensets(sketches, min_size=1))
def test_known_numbers_are_found_by_any_sketch_that_they_may_have(
    listed: list[tuple[str, int]], stem: str, heard: frozenset[int]
) -> None:
    numbers = {second_number(each, vowels) for each, vowels in listed}

    found = set(Known(np.array(sorted(numbers))).among([(second_number(stem), tuple(heard))]))

    assert found == numbers & {second_number(stem, vowels) for vowels in heard}
