from __future__ import annotations

from typing import Any

import pytest

from tests.articles import written
from tests.builders import a_mention, a_watch, a_watchlist, an_entity
from wirealert import Explanation, Watches, explain
from wirekit.contracts import EnrichedArticle, EnricherInfo


def explained(article: EnrichedArticle, **watch: Any) -> Explanation:
    (explanation,) = explain(article, Watches.of(a_watchlist(a_watch(**watch))))
    return explanation


def test_a_watch_that_fires_shows_the_sentence() -> None:
    explanation = explained(written("Rain fell. Ana Brodie met Tomas Ilk."))

    assert (explanation.fires, explanation.reason) == (True, "fires")
    assert explanation.because == (
        "Ana Brodie and Tomas Ilk stand together; the closest scope is sentence",
        "“Ana Brodie met Tomas Ilk.”",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ana Brodie left.", "Tomas Ilk: none of its names occurs (Tomas Ilk)", id="name unknown"),
        pytest.param(
            "Ana Brodie left.\n\nRead more: Tomas Ilk stayed.",
            "Tomas Ilk: “Tomas Ilk” stands in a boilerplate line: “Read more: Tomas Ilk stayed.”",
            id="boilerplate line",
        ),
    ],
)
def test_a_missing_name_is_explained(text: str, expected: str) -> None:
    explanation = explained(written(text))

    assert (explanation.fires, explanation.reason) == (False, "too_few_names")
    assert ("1 of the 2 names that it needs count", expected) == explanation.because


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"entity_id": None, "candidates": ("tomas-ilk",)},
            "the short name “Ilk” alone does not count; a full name must be in the same article",
            id="short name alone",
        ),
        pytest.param(
            {"entity_id": None, "candidates": ("tomas-ilk", "ana-brodie")},
            "“Ilk” is ambiguous: Tomas Ilk or Ana Brodie",
            id="ambiguous",
        ),
        pytest.param(
            {"entity_id": "tomas-ilk", "confidence": 0.3}, "“Ilk” is too unsure (0.30; 0.5 counts)", id="unsure"
        ),
    ],
)
def test_a_mention_that_does_not_count_is_explained(changes: dict[str, Any], expected: str) -> None:
    article = written("Ana Brodie met Ilk.")
    mention = a_mention("Ilk", article.full_text, **changes)

    explanation = explained(article.model_copy(update={"mentions": (*article.mentions, mention)}))

    assert f"Tomas Ilk: {expected}" == explanation.because[1]


def test_a_name_that_stands_inside_something_else_is_explained() -> None:
    explanation = explained(written("Ana Brodie crossed the Tomas Ilk Bridge.", names={"Ana Brodie": "ana-brodie"}))

    assert "“Tomas Ilk” occurs only inside something else" in explanation.because[1]


def test_an_entity_that_the_list_lacks_is_explained() -> None:
    explanation = explained(written("Ana Brodie left."), entities=("ana-brodie", "jo-reed"))

    assert "jo-reed: the watch list has no such entity" in explanation.because


@pytest.mark.parametrize(
    ("watch", "expected"),
    [
        pytest.param({"scope": "sentence"}, "out_of_scope", id="scope"),
        pytest.param({"languages": ("ko",)}, "language", id="filter"),
    ],
)
def test_a_filter_that_refuses_is_explained(watch: dict[str, Any], expected: str) -> None:
    explanation = explained(written("Ana Brodie spoke.\n\nTomas Ilk left."), **watch)

    assert (False, expected) == (explanation.fires, explanation.reason)
    assert "“Ana Brodie spoke.”" in explanation.because


def test_every_watch_is_explained_in_the_order_of_the_list() -> None:
    watches = Watches.of(a_watchlist(a_watch(id="z"), a_watch(id="a"), entities=(an_entity("Ana Brodie"),)))

    assert [explanation.watch_id for explanation in explain(written("Rain fell."), watches)] == ["z", "a"]


def test_a_name_that_came_with_a_later_list_than_the_article_was_read_with_is_explained() -> None:
    article = written(
        "Ana Brodie met Tomas Ilk.",
        names={"Ana Brodie": "ana-brodie"},
        enricher=EnricherInfo(version="1", watchlist_revision=2),
    )

    expected = "“Tomas Ilk” occurs in an article read with watch list 2, before list 3; it is not read again"
    assert expected in explained(article).because[1]
