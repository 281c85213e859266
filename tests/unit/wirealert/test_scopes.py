from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import written
from tests.builders import a_mention, a_watch
from wirealert.counting import Occurrence, counted, met, occurrences
from wirealert.scopes import Closeness, closeness, tightest
from wirekit.contracts import EnrichedArticle

ONE_SENTENCE = "Rain fell. Ana Brodie met Tomas Ilk. Rain stopped."
ONE_PARAGRAPH = "Ana Brodie spoke. Tomas Ilk left.\n\nRain fell."
TWO_PARAGRAPHS = "Ana Brodie spoke.\n\nTomas Ilk left."


def close(article: EnrichedArticle, **watch: Any) -> Closeness:
    one = a_watch(**watch)
    return closeness(one, article, occurrences(one, counted(article)))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param("", ONE_SENTENCE, "sentence", id="one sentence"),
        pytest.param("", ONE_PARAGRAPH, "paragraph", id="one paragraph"),
        pytest.param("", TWO_PARAGRAPHS, "article", id="two paragraphs"),
        pytest.param("Ana Brodie met Tomas Ilk", "Rain fell.", "sentence", id="the title is a sentence"),
        pytest.param("Ana Brodie", "Tomas Ilk left.", "article", id="the title is a paragraph of its own"),
    ],
)
def test_the_closest_scope_that_holds_both_names_is_found(title: str, text: str, expected: str) -> None:
    assert expected == close(written(text, title)).scope


@pytest.mark.parametrize("wanted", ["sentence", "paragraph", "article"])
@pytest.mark.parametrize(
    ("text", "satisfied"),
    [
        pytest.param(ONE_SENTENCE, {"sentence", "paragraph", "article"}, id="one sentence"),
        pytest.param(ONE_PARAGRAPH, {"paragraph", "article"}, id="one paragraph"),
        pytest.param(TWO_PARAGRAPHS, {"article"}, id="two paragraphs"),
    ],
)
def test_a_scope_is_satisfied_by_every_closer_one(text: str, satisfied: set[str], wanted: str) -> None:
    assert (wanted in satisfied) is close(written(text), scope=wanted).in_scope


@pytest.mark.parametrize(
    ("window", "expected"),
    [pytest.param(6, False, id="one token too narrow"), pytest.param(7, True, id="just wide enough")],
)
def test_a_window_reaches_from_the_first_token_of_one_name_to_the_last_of_the_other(
    window: int, expected: bool
) -> None:
    article = written("Once Ana Brodie spoke. Then came Tomas Ilk again.")

    assert expected is close(article, scope={"window": window}).in_scope


def test_a_window_counts_han_by_character() -> None:
    article = written("安娜会见托马斯。", names={"安娜": "ana-brodie", "托马斯": "tomas-ilk"})

    assert close(article, scope={"window": 7}).in_scope
    assert not close(article, scope={"window": 6}).in_scope


def test_a_window_may_span_paragraphs_and_the_title() -> None:
    found = close(written("Tomas Ilk left.", "News of Ana Brodie"), scope={"window": 4})

    assert (found.scope, found.in_scope) == ("window", True)


def test_a_sentence_longer_than_the_window_does_not_satisfy_it() -> None:
    article = written("Ana Brodie spoke at length about the old harbour before she met Tomas Ilk.")

    found = close(article, scope={"window": 5})

    assert (found.scope, found.in_scope) == ("sentence", False)


def test_two_of_three_entities_in_one_sentence_are_close_for_a_watch_that_needs_two() -> None:
    article = written("Mira Soto met Tomas Ilk.\n\nAna Brodie left.")

    found = close(article, entities=("ana-brodie", "tomas-ilk", "mira-soto"), at_least=2, scope="sentence")

    assert (found.scope, found.in_scope) == ("sentence", True)


def occurrence(start: int, *groups: int) -> Occurrence:
    return Occurrence("x", a_mention(start=start, end=start + 1), frozenset(groups))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2)), max_size=12), st.integers(1, 3))
def test_the_tightest_part_is_as_narrow_as_any_that_meets_enough(steps: list[tuple[int, int]], needed: int) -> None:
    positions, found = 0, []
    for step, group in steps:
        positions += step
        found.append(occurrence(positions, group))
    parts = [tuple(found[i : j + 1]) for i in range(len(found)) for j in range(i, len(found))]
    widths = [part[-1].mention.start - part[0].mention.start for part in parts if len(met(part)) >= needed]

    best = tightest(tuple(found), needed, lambda first, last: last.mention.start - first.mention.start)

    assert bool(widths) is bool(best)
    assert not best or min(widths) == best[-1].mention.start - best[0].mention.start
    assert not best or len(met(best)) >= needed
