from __future__ import annotations

from typing import Any

import pytest

from tests.builders import a_candidate, a_source, a_watch, an_article_ref
from wirealert.filters import refusal, traits_of


def reason(watch: dict[str, Any], article: dict[str, Any], **candidate: Any) -> str | None:
    refused = refusal(a_watch(**watch), traits_of(a_candidate(article=an_article_ref(**article), **candidate)))
    return refused.reason if refused else None


@pytest.mark.parametrize(
    ("watch", "article", "expected"),
    [
        pytest.param({}, {}, None, id="no filter"),
        pytest.param({}, {"ingest_mode": "backfill"}, "backfill", id="back-fill"),
        pytest.param({}, {"ingest_mode": "replay"}, "backfill", id="anything but live"),
        pytest.param({"backfill": True}, {"ingest_mode": "backfill"}, None, id="back-fill asked for"),
        pytest.param({"languages": ("en", "ko")}, {"language": "ko"}, None, id="language taken"),
        pytest.param({"languages": ("zh",)}, {"language": "zh-Hans"}, None, id="a more specific language"),
        pytest.param({"languages": ("zh-Hans",)}, {"language": "zh"}, "language", id="a less specific language"),
        pytest.param({"languages": ("en",)}, {"language": "eng"}, "language", id="no prefix of another code"),
        pytest.param({"languages": ("EN",)}, {"language": "en"}, None, id="letter case of codes"),
        pytest.param({"languages": ("en",)}, {"language": "und"}, "language_unknown", id="unknown language"),
        pytest.param({}, {"language": "und"}, None, id="unknown language, any taken"),
        pytest.param({"sources": {"exclude": ("news.example",)}}, {}, "source", id="source left out"),
        pytest.param(
            {"sources": {"exclude": ("example.org",)}},
            {"source": a_source(domain="Satire.Example.org")},
            "source",
            id="a subdomain counts as its domain",
        ),
        pytest.param(
            {"sources": {"exclude": ("ample.org",)}}, {"source": a_source(domain="example.org")}, None, id="no suffix"
        ),
        pytest.param({"sources": {"include": ("news.example",)}}, {}, None, id="source taken"),
        pytest.param({"sources": {"include": ("other.example",)}}, {}, "source", id="source not taken"),
        pytest.param(
            {"sources": {"include": ("news.example",)}}, {"source": None}, "source_unknown", id="unknown source"
        ),
        pytest.param({"sources": {"exclude": ("news.example",)}}, {"source": None}, None, id="unknown, none left out"),
        pytest.param({"topics": ("medtop:11000000",)}, {}, None, id="topic taken"),
        pytest.param({"topics": ("medtop:15000000",)}, {}, "topic", id="topic not taken"),
    ],
)
def test_a_watch_refuses_what_its_filters_leave_out(
    watch: dict[str, Any], article: dict[str, Any], expected: str | None
) -> None:
    assert expected == reason(watch, article)


def test_an_article_without_topics_does_not_pass_a_topic_filter() -> None:
    assert reason({"topics": ("medtop:11000000",)}, {}, topics=()) == "topic"


def test_names_that_stand_too_far_apart_are_out_of_scope() -> None:
    assert reason({"scope": {"window": 9}}, {}, scope="article", in_scope=False) == "out_of_scope"
