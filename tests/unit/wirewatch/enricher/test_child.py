import json
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.builders import a_raw_article, a_watchlist, an_instant
from wirekit.contracts import EnrichedArticle, TopicCues
from wirekit.errors import InvalidMessage
from wirewatch.enricher.child import enrich, prepare
from wirewatch.enricher.chunk import TOPICS, TOPICS_FILE, Context, Enriched


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


def test_the_tagger_of_a_chunk_finds_names_that_nobody_watches(context: bytes) -> None:
    raw = a_raw_article(content_html="<p>Presiden Prabowo Subianto bertemu Anwar Ibrahim di Jakarta.</p>")
    chunk = replace(Context.from_bytes(context), tagger="built-in").to_bytes()

    answer = Enriched.from_bytes(enrich(raw.to_json(), chunk))

    found = EnrichedArticle.model_validate_json(answer.data).mentions
    assert "Prabowo Subianto" in {mention.surface for mention in found if mention.method == "tagger"}
    assert answer.methods["tagger"] >= 1


def test_a_tagger_that_cannot_be_had_costs_no_article_and_is_told_once(context: bytes) -> None:
    chunk = replace(Context.from_bytes(context), tagger="hf:/models/none").to_bytes()

    with capture_logs() as logs:
        prepare("hf:/models/none")
        answers = [Enriched.from_bytes(enrich(a_raw_article().to_json(), chunk)) for _ in range(2)]

    assert [answer.methods for answer in answers] == [{"full": 2}] * 2
    assert [entry["event"] for entry in logs] == ["tagger.disabled"]
    assert "config.json" in logs[0]["reason"]


def test_topics_beside_the_watch_list_are_the_operators(context: bytes) -> None:
    harbour = TopicCues(code="desk:harbour", label="harbour", cues={"en": ("harbour", "pier", "quay", "dock*")})
    raw = a_raw_article(content_html="<p>The harbour has a pier and a quay, and the dockers of the harbour left.</p>")
    Context.from_bytes(context).watchlist.with_name(TOPICS_FILE).write_bytes(TOPICS.dump_json((harbour,)))

    article = EnrichedArticle.model_validate_json(Enriched.from_bytes(enrich(raw.to_json(), context)).data)

    assert "desk:harbour" in {topic.code for topic in article.topics}


def test_json_is_never_ascii_escaped(context: bytes) -> None:
    raw = a_raw_article(title="Встреча в порту", content_html="<p>Встреча в порту прошла спокойно.</p>")

    assert "Встреча".encode() in Enriched.from_bytes(enrich(raw.to_json(), context)).data


def test_what_is_no_article_is_refused(context: bytes) -> None:
    with pytest.raises(InvalidMessage) as refusal:
        enrich(json.dumps({"title": "no id"}).encode(), context)

    assert refusal.value.reason == "invalid_data"
    assert "article_id" in refusal.value.detail
