"""Names as texts in some fifty languages write them; the texts are in ``tests/data/wiretext/names.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.wiretext.marked import read_marked
from wirekit.contracts import Entity, Watchlist
from wiretext import Enricher

DATA = yaml.safe_load((Path(__file__).parents[2] / "data" / "wiretext" / "names.yaml").read_text("utf-8"))
ENRICHER = Enricher(Watchlist(entities=tuple(Entity(**entity) for entity in DATA["entities"])))
CASES = [pytest.param(case, id=f"{index:02d}-{case['lang']}") for index, case in enumerate(DATA["texts"])]


@pytest.mark.parametrize("case", CASES)
def test_names_are_found_as_the_language_writes_them(case: dict[str, Any]) -> None:
    marked = read_marked(case["text"].strip())

    article = ENRICHER.enrich_text("art_1", case.get("title", ""), marked.text, declared=case["lang"])

    counted = [mention for mention in article.mentions if mention.entity_id and mention.zone != "boilerplate"]
    assert marked.mentions == [(mention.entity_id, mention.surface) for mention in counted]
