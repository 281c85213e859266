"""How the parts of the model are put together; what it reaches as a whole is `test_topics`."""

from __future__ import annotations

import numpy as np
import pytest

from models.topics import making
from models.topics.articles import Article
from models.topics.examples import Examples
from models.topics.training import Linear
from wiretext.topics.model import read, shipped

TEXTS = ["goal match team", "doctor patient", "", "patient goal"]
FITTED = {"with_cues": [1.0, 0.0, 0.0, 0.0], "without_cues": [1.0, 0.0, 0.0, 0.5], "codes": ["a", "b"]}


def test_rows_that_are_joined_are_those_of_all_texts_at_once() -> None:
    whole = Examples.of(TEXTS)
    joined = making.joined([Examples.of(TEXTS[:1]), Examples.of(TEXTS[1:])])

    assert joined.starts.tolist() == whole.starts.tolist()
    assert joined.columns.tolist() == whole.columns.tolist()
    assert joined.values.tolist() == whole.values.tolist()


def test_a_text_without_words_is_no_evidence() -> None:
    known, empty = Article("en", "a", "the team scored a goal"), Article("en", "a", " \n")

    ((text, support),) = making.evidence(shipped(), [empty, known])

    assert text is known
    assert set(support.model) == set(shipped().codes)
    assert support.listed


def test_a_feature_that_weighs_nothing_is_left_out_of_the_file() -> None:
    weights = np.zeros((3, 2), np.float32)
    weights[0], weights[2] = (1.0, -1.0), (0.5, 0.25)
    keys = np.array([7, 1_000, 70_000])

    model = read(making._packed(keys, Linear(weights, np.array([-3, -2], np.float32)), FITTED))

    assert model.codes == ("a", "b")
    assert model.without_cues.bias == 0.5
    assert model._keys.tolist() == [7, 70_000]
    assert model._learnt * model._scale == pytest.approx(weights[[0, 2]], abs=0.02)
    assert model._bias.tolist() == [-3, -2]
