from __future__ import annotations

from typing import Any

import pytest

from tests.articles import written
from tests.builders import a_mention, a_watch
from wirealert.counting import counted, counts, met, occurrences


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, True, id="a sure mention in the lead"),
        pytest.param({"zone": "title"}, True, id="in the title"),
        pytest.param({"confidence": 0.5}, True, id="just sure enough"),
        pytest.param({"confidence": 0.49}, False, id="too unsure"),
        pytest.param({"zone": "boilerplate"}, False, id="in boilerplate"),
        pytest.param({"entity_id": None, "candidates": ("ana-brodie",)}, False, id="unresolved"),
    ],
)
def test_a_mention_counts_when_it_is_resolved_sure_and_outside_boilerplate(
    changes: dict[str, Any], expected: bool
) -> None:
    assert expected is counts(a_mention(**changes))


def test_mentions_come_in_text_order() -> None:
    article = written("Tomas Ilk met Ana Brodie. Then Tomas Ilk left.")

    assert [mention.surface for mention in counted(article)] == ["Tomas Ilk", "Ana Brodie", "Tomas Ilk"]


def test_only_entities_of_the_watch_occur_for_it_and_a_group_is_met_by_any_of_its_entities() -> None:
    watch = a_watch(entities=("tomas-ilk", {"any_of": ("ana-brodie", "mira-soto")}))
    article = written("Mira Soto met Jo Reed.", names={"Mira Soto": "mira-soto", "Jo Reed": "jo-reed"})

    found = occurrences(watch, counted(article))

    assert [occurrence.entity_id for occurrence in found] == ["mira-soto"]
    assert frozenset({1}) == met(found)
