"""Golden vectors: an id that changes is a second id for the same thing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts import ids

VECTORS = json.loads((Path(__file__).parents[3] / "data" / "contracts" / "ids.v1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[f"{v['function']}-{i}" for i, v in enumerate(VECTORS)])
def test_an_id_is_what_it_was_in_the_first_release(vector: dict[str, object]) -> None:
    made = getattr(ids, str(vector["function"]))(*vector["arguments"])  # type: ignore[misc]  # a list in the file

    assert made == vector["id"]


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_moving_a_character_between_parts_gives_another_id(a: str, b: str, c: str, d: str) -> None:
    same = (a, b) == (c, d)

    assert (ids.article_id_in_feed(a, b) == ids.article_id_in_feed(c, d)) == same


@given(st.text(max_size=50))
def test_an_id_has_no_dot_and_is_lower_case(url: str) -> None:
    made = ids.article_id(url)

    assert "." not in made
    assert made == made.lower()


def test_a_wording_in_nfd_has_the_id_of_the_same_wording_in_nfc() -> None:
    assert ids.revision_id("Caf\u00e9", "\u00e9") == ids.revision_id("Cafe\u0301", "e\u0301")
