from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.unit.wiretext.tagging.models import a_model, a_passage
from wiretext.tagging import memory
from wiretext.tagging.engine import PLAIN, Engine, fastest
from wiretext.tagging.perceptron import Perceptron
from wiretext.tagging.summing import Lanes, Packed

TEXTS = ["Anna Berg met Otto Lind.", "Otto met Anna in Oslo, Oslo.", "".join(f"w{number} " for number in range(2_000))]


@pytest.fixture(params=[PLAIN, fastest()], ids=["plain", "fastest"])
def tagger(request: pytest.FixtureRequest) -> Perceptron:
    engine: Engine = request.param
    return Perceptron(a_model(), engine)


def test_words_that_were_met_score_as_new_ones_do(tagger: Perceptron) -> None:
    first, again = ([tagger.tokens(a_passage(text)).scores for text in TEXTS] for _ in range(2))

    for text, new, known in zip(TEXTS, first, again, strict=True):
        alone = Perceptron(a_model(), PLAIN).tokens(a_passage(text)).scores
        assert np.array_equal(new, alone)
        assert np.array_equal(known, alone)


def test_a_word_scores_by_the_language_of_its_text(tagger: Perceptron) -> None:
    english, chinese = (tagger.tokens(a_passage(TEXTS[0], language)).scores for language in ("en", "zh"))

    assert not np.array_equal(english, chinese)
    assert np.array_equal(tagger.tokens(a_passage(TEXTS[0], "en")).scores, english)


@pytest.mark.parametrize("limit", ["_MOST_WORDS", "_MOST_LANGUAGES"])
def test_of_too_many_words_or_languages_all_is_forgotten_and_learnt_again(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt: list[int] = []

    def sums(table: Packed, rows: Any) -> Lanes:
        learnt.append(len(rows))
        return PLAIN.sums(table, rows)

    tagger = Perceptron(a_model(), replace(PLAIN, sums=sums))
    first = tagger.tokens(a_passage(TEXTS[0])).scores
    at_first = learnt.copy()
    known = tagger.tokens(a_passage(TEXTS[0])).scores
    afterwards = learnt[len(at_first) :]
    monkeypatch.setattr(memory, limit, 0)
    again = tagger.tokens(a_passage(TEXTS[0])).scores

    assert afterwards == []
    assert learnt == at_first * 2
    assert np.array_equal(first, known)
    assert np.array_equal(first, again)
