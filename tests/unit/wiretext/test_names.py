"""Names as texts in some fifty languages write them, and what only looks like a name.

The texts are in ``tests/data/wiretext``: ``names.yaml``, ``heard.yaml`` and ``traps.yaml``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.wiretext.marked import read_marked
from wirekit.contracts import Entity, Watchlist
from wiretext import Enricher

DATA = Path(__file__).parents[2] / "data" / "wiretext"


def cases(file: str) -> list[object]:
    content = yaml.safe_load((DATA / file).read_text("utf-8"))
    enricher = Enricher(Watchlist(entities=tuple(Entity(**entity) for entity in content["entities"])))
    return [
        pytest.param(enricher, case, id=f"{index:02d}-{case['lang']}") for index, case in enumerate(content["texts"])
    ]


@pytest.mark.parametrize(("enricher", "case"), [*cases("names.yaml"), *cases("heard.yaml"), *cases("traps.yaml")])
def test_exactly_the_marked_names_are_found(enricher: Enricher, case: dict[str, Any]) -> None:
    marked = read_marked(case["text"].strip())

    article = enricher.enrich_text("art_1", case.get("title", ""), marked.text, declared=case["lang"])

    counted = [mention for mention in article.mentions if mention.entity_id and mention.zone != "boilerplate"]
    assert marked.mentions == [(mention.entity_id, mention.surface) for mention in counted]
