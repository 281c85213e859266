from __future__ import annotations

from typing import Any

import pytest

from tests.articles import NAMES, written
from tests.builders import a_watch, a_watchlist, an_article, an_instant
from wirealert import Watches, firing, match
from wirealert.matching import topic_codes
from wirekit.contracts import RecordRef, Topic
from wirekit.errors import InvalidMessage

PAIR = Watches.of(a_watchlist())
RECORD = RecordRef(topic="articles.enriched", partition=4, offset=17)


def test_an_article_that_names_both_entities_is_a_candidate_with_its_proof() -> None:
    article = written("Ana Brodie met Tomas Ilk.", topics=(Topic(code="medtop:04", label="economy", score=0.7),))

    (candidate,) = match(article, PAIR, RECORD)

    assert (
        candidate.watch_id,
        candidate.watchlist_revision,
        candidate.entities,
    ) == ("brodie-ilk", 3, ("ana-brodie", "tomas-ilk"))
    assert (candidate.scope, candidate.in_scope, candidate.topics) == ("sentence", True, ("medtop:04",))
    assert candidate.evidence[0].record == RECORD
    assert (article.article_id, article.feed_id, article.revision_id) == (
        candidate.article.article_id,
        candidate.article.feed_id,
        candidate.article.revision_id,
    )
    assert (an_instant(), an_instant(0.5), None) == (candidate.found_at, candidate.enriched_at, candidate.matched_at)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Brodie met nobody.", id="one name"),
        pytest.param("Ana Brodie spoke.\n\nRead more: Tomas Ilk left.", id="the other in boilerplate"),
        pytest.param("Ana Brodie met Ana Brodie.", id="one name twice"),
        pytest.param("Rain fell.", id="none"),
    ],
)
def test_an_article_without_both_names_in_its_text_is_no_candidate(text: str) -> None:
    assert match(written(text), PAIR, RECORD) == ()


def test_a_match_outside_the_scope_of_the_watch_is_a_candidate_that_says_so() -> None:
    watches = Watches.of(a_watchlist(a_watch(scope="sentence")))

    (candidate,) = match(written("Ana Brodie spoke.\n\nTomas Ilk left."), watches, RECORD)

    assert (candidate.scope, candidate.in_scope) == ("article", False)


@pytest.mark.parametrize(
    ("scope", "named"),
    [
        pytest.param("sentence", ("ana-brodie", "tomas-ilk"), id="sentence"),
        pytest.param("paragraph", ("ana-brodie", "bakar-tunnel", "tomas-ilk"), id="paragraph, of which one is closer"),
        pytest.param({"window": 5}, ("ana-brodie", "tomas-ilk"), id="window"),
        pytest.param("article", ("ana-brodie", "bakar-tunnel", "old-harbour", "tomas-ilk"), id="article"),
    ],
)
def test_an_entity_that_stands_outside_the_scope_of_the_watch_is_not_among_those_met(
    scope: Any, named: tuple[str, ...]
) -> None:
    group = {"any_of": ("ana-brodie", "bakar-tunnel", "old-harbour")}
    watches = Watches.of(a_watchlist(a_watch(entities=(group, "tomas-ilk"), scope=scope)))
    names = {**NAMES, "Bakar Tunnel": "bakar-tunnel", "Old Harbour": "old-harbour"}
    text = "Ana Brodie met Tomas Ilk. Rain fell on the Bakar Tunnel.\n\nThe Old Harbour was empty."

    (candidate,) = match(written(text, names=names), watches, RECORD)

    assert (candidate.scope, candidate.in_scope) == ("sentence", True)
    assert candidate.entities == named


def test_each_watch_gets_its_own_candidate_in_the_order_of_ids() -> None:
    watches = Watches.of(
        a_watchlist(
            a_watch(id="z-pair"),
            a_watch(id="a-pair", entities=("mira-soto", "tomas-ilk")),
            a_watch(id="other", entities=("mira-soto", "jo-reed")),
        )
    )

    found = match(written("Ana Brodie met Tomas Ilk and Mira Soto."), watches, RECORD)

    assert [candidate.watch_id for candidate in found] == ["a-pair", "z-pair"]


@pytest.mark.parametrize(("at_least", "expected"), [(2, 1), (3, 0)])
def test_a_watch_may_need_only_some_of_its_entities(at_least: int, expected: int) -> None:
    watch = a_watch(entities=("ana-brodie", "tomas-ilk", "mira-soto"), at_least=at_least)

    found = match(written("Mira Soto met Tomas Ilk."), Watches.of(a_watchlist(watch)), RECORD)

    assert expected == len(found)
    assert all(candidate.entities == ("tomas-ilk", "mira-soto") for candidate in found)


def test_an_overlong_title_is_cut_and_an_overlong_address_left_out() -> None:
    article = written(
        "Ana Brodie met Tomas Ilk.", "T" * 5000, url="https://x.example/" + "y" * 4000, canonical_url=None
    )

    (candidate,) = match(article, PAIR, RECORD)

    assert (len(candidate.article.title), candidate.article.url) == (300, None)


def test_an_article_that_was_found_at_no_time_is_invalid() -> None:
    article = written("Ana Brodie met Tomas Ilk.", found_at=None, enriched_at=None)

    with pytest.raises(InvalidMessage, match="no_found_at"):
        match(article, PAIR, RECORD)


def test_a_watch_fires_where_its_filters_and_scope_agree() -> None:
    watches = Watches.of(a_watchlist(a_watch(id="any"), a_watch(id="korean", languages=("ko",))))

    assert firing(an_article(found_at=None, enriched_at=None), watches) == ("any",)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (9, 4), (0, 10**6)])
def test_a_mention_outside_the_text_makes_the_article_invalid(start: int, end: int) -> None:
    article = written("Ana Brodie met Tomas Ilk.")
    lying = article.mentions[0].model_copy(update={"start": start, "end": end})

    with pytest.raises(InvalidMessage, match="mention_outside_text"):
        match(article.model_copy(update={"mentions": (lying, *article.mentions)}), PAIR, RECORD)


def test_a_candidate_has_the_topics_above_its_own_so_that_a_watch_for_politics_takes_elections() -> None:
    election = Topic(code="medtop:20000574", label="election", score=0.7, broader=("medtop:11000000",))
    article = written("Ana Brodie met Tomas Ilk.", topics=(election,))

    assert topic_codes(article) == ("medtop:20000574", "medtop:11000000")
    for wanted, fires in {"medtop:11000000": True, "medtop:20000574": True, "medtop:04000000": False}.items():
        watches = Watches.of(a_watchlist(a_watch(topics=(wanted,))))
        assert bool(firing(article, watches)) == fires
