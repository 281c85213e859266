from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import unhurried
from wiretext.tagging.hashing import affixes, checksums_in_loops, checksums_one_by_one, fastest_checksums

WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=5)


@unhurried  # the first example waits for the compiler
@given(WORDS)
def test_affixes_are_counted_in_characters_and_hashed_as_utf_8(words: list[str]) -> None:
    beginnings, endings = affixes(words, np.array([2, 100]))

    expected = [[zlib.crc32(word[:size].encode()) for word in words] for size in (2, 100)]
    assert expected == beginnings.tolist()
    assert [[zlib.crc32(word[-size:].encode()) for word in words] for size in (2, 100)] == endings.tolist()


@unhurried  # the first example waits for the compiler
@given(st.binary(max_size=40), st.data())
def test_every_way_of_hashing_agrees(content: bytes, data: st.DataObject) -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")
    places = st.integers(0, len(content))
    pieces = [sorted(pair) for pair in data.draw(st.lists(st.tuples(places, places), min_size=1, max_size=5))]
    begins, ends = np.array(pieces, np.int64).T.copy()
    problem = np.frombuffer(content, np.uint8), begins, ends

    assert fastest_checksums() is not checksums_one_by_one
    assert checksums_one_by_one(*problem).tolist() == fastest_checksums()(*problem).tolist()
    assert checksums_one_by_one(*problem).tolist() == checksums_in_loops(*problem).tolist()
