import json
from pathlib import Path

import pytest

from tests.builders import a_raw_article, a_watchlist, an_instant
from wirekit.contracts import EnrichedArticle
from wirekit.errors import InvalidMessage
from wirewatch.enricher.child import enrich
from wirewatch.enricher.chunk import Context, Enriched


@pytest.fixture
def context(tmp_path: Path) -> bytes:
    path = tmp_path / "3.json"
    path.write_text(a_watchlist().model_dump_json())
    return Context(path, an_instant(5)).to_bytes()


def test_an_article_goes_in_and_comes_out_as_bytes(context: bytes) -> None:
    answer = Enriched.from_bytes(enrich(a_raw_article().to_json(), context))

    article = EnrichedArticle.model_validate_json(answer.data)
    assert article.enriched_at == an_instant(5)
    assert answer.language == article.language.code
    assert answer.methods == {"full": 2}


def test_json_is_never_ascii_escaped(context: bytes) -> None:
    raw = a_raw_article(title="Встреча в порту", content_html="<p>Встреча в порту прошла спокойно.</p>")

    assert "Встреча".encode() in Enriched.from_bytes(enrich(raw.to_json(), context)).data


def test_what_is_no_article_is_refused(context: bytes) -> None:
    with pytest.raises(InvalidMessage) as refusal:
        enrich(json.dumps({"title": "no id"}).encode(), context)

    assert refusal.value.reason == "invalid_data"
    assert "article_id" in refusal.value.detail
