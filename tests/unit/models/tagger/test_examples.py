"""Labelled sentences become rows of features and labels, by the functions that read articles."""

from __future__ import annotations

import numpy as np
import pytest

from models.tagger.corpora import Sentence
from models.tagger.examples import COLUMNS, examples, together
from tests.unit.wiretext.tagging.models import a_model, a_passage
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.features import NOTHING
from wiretext.tagging.perceptron import Perceptron

ENGLISH = [
    Sentence("Anna Berg met Otto Lind .", ((0, 9, "PER"), (14, 23, "PER"))),
    Sentence("They sailed to Oslo .", ((15, 19, "LOC"),)),
]
KOREAN = [Sentence("김씨 서울", ((0, 2, "PER"), (3, 5, "LOC")))]


def labels_of(sentence: Sentence, language: str = "en") -> list[str]:
    return [LABELS[label] for label in examples([sentence], language, "toy").labels]


def test_each_token_has_the_label_of_the_name_in_which_it_begins() -> None:
    assert labels_of(ENGLISH[0]) == ["B-PER", "I-PER", "O", "B-PER", "I-PER", "O"]
    assert labels_of(KOREAN[0], "ko") == ["B-PER", "I-PER", "O", "B-LOC", "I-LOC"]


def test_two_names_that_touch_begin_each() -> None:
    assert labels_of(Sentence("Anna Oslo", ((0, 4, "PER"), (5, 9, "LOC")))) == ["B-PER", "B-LOC"]


def test_a_name_that_ends_within_a_token_takes_the_whole_of_it() -> None:
    assert labels_of(Sentence("Oslobased firms", ((0, 4, "LOC"),))) == ["B-LOC", "O"]


@pytest.mark.parametrize(("sentence", "language", "script"), [(ENGLISH[0], "en", "Latn"), (KOREAN[0], "ko", "Kore")])
def test_a_sentence_is_learnt_by_the_scores_that_reading_it_gives(
    sentence: Sentence, language: str, script: str
) -> None:
    data, model = examples([sentence], language, "toy"), a_model()
    read = Perceptron(model).tokens(a_passage(sentence.text, language, script))

    assert np.array_equal(model.weights[data.rows].astype(np.int64).sum(axis=1), read.scores)


def test_several_corpora_are_one_after_the_other() -> None:
    parts = [examples(ENGLISH, "en", "toy.en"), examples(KOREAN, "ko", "toy.ko")]
    whole = together(parts)

    assert whole.starts.tolist() == [0, 6, 11, 16]
    assert whole.corpora == ("toy.en", "toy.en", "toy.ko")
    assert whole.worded.tolist() == [True, True, False]
    assert whole.rows.shape == (16, COLUMNS)
    assert np.array_equal(whole.rows[11:], parts[1].rows)
    assert (parts[1].rows[:, -1] == NOTHING).all()
