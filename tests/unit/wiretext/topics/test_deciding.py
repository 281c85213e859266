"""How cues and model become probabilities; what articles are about is `test_topics`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts import TopicCues
from wiretext.content import Content
from wiretext.topics import Topics
from wiretext.topics.deciding import Support, likelihoods
from wiretext.topics.features import Units
from wiretext.topics.model import Calibration, shipped

HEALTH, SPORT = "medtop:07000000", "medtop:15000000"
EVEN = Calibration(model=1.0, cues=1.0, share=1.0, bias=0.0)


def supported(model: dict[str, float], weights: dict[str, float]) -> Support:
    return Support(Units.of(""), model, {}, weights, listed=True)


def test_without_anything_for_or_against_it_a_topic_is_as_likely_as_not() -> None:
    assert likelihoods(supported({HEALTH: 0.0}, {}), [HEALTH], EVEN) == {HEALTH: 0.5}


def test_the_models_weight_the_cues_weight_and_their_share_each_make_a_topic_likelier() -> None:
    plain = likelihoods(supported({HEALTH: 0.0, SPORT: 0.0}, {HEALTH: 1, SPORT: 2}), [HEALTH], EVEN)[HEALTH]
    weighed = likelihoods(supported({HEALTH: 0.5, SPORT: 0.0}, {HEALTH: 1, SPORT: 2}), [HEALTH], EVEN)[HEALTH]
    more = likelihoods(supported({HEALTH: 0.0, SPORT: 0.0}, {HEALTH: 2, SPORT: 4}), [HEALTH], EVEN)[HEALTH]
    alone = likelihoods(supported({HEALTH: 0.0, SPORT: 0.0}, {HEALTH: 1}), [HEALTH], EVEN)[HEALTH]

    assert min(weighed, more, alone) > plain


def test_a_topic_that_the_model_does_not_know_is_unlikely_without_cues() -> None:
    assert likelihoods(supported({}, {}), ["desk:grain"], EVEN)["desk:grain"] == pytest.approx(0.0474, abs=1e-4)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_nothing_is_certain(weight: float, cues: float) -> None:
    (likely,) = likelihoods(supported({HEALTH: weight}, {HEALTH: cues}), [HEALTH], EVEN).values()

    assert 0 < likely < 1


def test_one_cue_counts_three_times_at_most_and_for_all_that_its_topic_belongs_to() -> None:
    added = TopicCues(code="desk:league", label="the league", broader=SPORT, cues={"any": ("npfl",)})
    support = Topics((added,)).support(Content.of("npfl " * 9), "am", shipped())

    assert support is not None
    assert support.cues == {"desk:league": {"npfl": 9}}
    assert support.weights == {"desk:league": 3, SPORT: 3}


def test_a_cue_of_the_title_counts_once_more() -> None:
    support = Topics().support(Content.of("vaccine", "vaccine"), "en", shipped())

    assert support is not None
    assert support.weights[HEALTH] == 2
    assert support.listed


def test_a_language_without_a_list_has_no_cues_and_a_text_without_words_no_support() -> None:
    foreign = Topics().support(Content.of("vaccine"), "xx", shipped())

    assert foreign is not None
    assert (foreign.listed, foreign.cues, foreign.weights) == (False, {}, {})
    assert Topics().support(Content.of(" \n"), "en", shipped()) is None
