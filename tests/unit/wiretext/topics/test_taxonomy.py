from __future__ import annotations

import pytest

from wirekit.contracts import TopicCues
from wiretext.topics.taxonomy import problems, taxonomy

TRADE, MACRO, ECONOMY, BUSINESS = "medtop:20000373", "medtop:20000346", "medtop:20000344", "medtop:04000000"


def own(code: str, broader: str | None = None, label: str | None = "own") -> TopicCues:
    return TopicCues(code=code, label=label, broader=broader, cues={"en": ("grain",)})


def test_a_topic_belongs_to_all_above_it_the_nearest_first() -> None:
    topics = taxonomy()

    assert topics.broader[TRADE] == (MACRO, ECONOMY, BUSINESS)
    assert topics.line(TRADE) == (TRADE, MACRO, ECONOMY, BUSINESS)
    assert topics.top(TRADE) == topics.top(BUSINESS) == BUSINESS


def test_top_terms_are_the_seventeen_that_belong_to_nothing() -> None:
    tops = taxonomy().tops()

    assert len(tops) == 17
    assert BUSINESS in tops
    assert ECONOMY not in tops


def test_every_topic_belongs_to_a_top_term_of_the_table() -> None:
    topics = taxonomy()

    assert {topics.top(code) for code in topics.labels} == set(topics.tops())


def test_an_own_topic_takes_its_place_below_another_own_one() -> None:
    topics = taxonomy([own("desk:grain", TRADE), own("desk:wheat", "desk:grain"), own("desk:alone")])

    assert topics.broader["desk:wheat"] == ("desk:grain", TRADE, MACRO, ECONOMY, BUSINESS)
    assert topics.labels["desk:wheat"] == "own"
    assert "desk:alone" in topics.tops()


def test_cues_for_a_topic_of_the_table_change_neither_its_label_nor_its_place() -> None:
    assert taxonomy([own(TRADE, label="mine")]) == taxonomy()


def test_a_topic_below_one_that_comes_later_is_refused() -> None:
    with pytest.raises(ValueError, match="desk:wheat belongs to desk:grain, which is no topic"):
        taxonomy([own("desk:wheat", "desk:grain"), own("desk:grain")])


def test_problems_are_told_by_place_and_field_and_what_came_before_is_known() -> None:
    before = [own("desk:grain")]
    topics = [own("desk:wheat", "desk:grain"), own("desk:rye", "desk:barley", label=None), own("desk:oats", "desk:rye")]

    assert list(problems(before, topics)) == [
        (1, ("code",), "desk:rye is no topic known here; one of your own needs a label"),
        (1, ("broader",), "desk:barley is no topic known here, nor one further up"),
    ]


def test_cues_for_a_language_that_articles_are_never_told_to_be_in_are_a_problem_and_the_right_code_is_named() -> None:
    cues = dict.fromkeys(("any", "en", "nb", "ckb", "yue", "eng", "ger", "no", "iw", "xx", "zxx"), ("grain",))
    topic = TopicCues(code=TRADE, cues=cues)
    never = "no article is ever told to be in that language; `any` stands for all"

    assert {where[1]: wrong for _, where, wrong in problems([], [topic])} == {
        "eng": "write en",
        "ger": "write de",
        "no": "write nb",
        "iw": "write he",
        "xx": never,
        "zxx": never,
    }
