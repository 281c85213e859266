"""From what was learnt to the model that is kept: whole numbers, and how sure it may be."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from models.tagger.corpora import Corpus, Sentence
from models.tagger.examples import Examples, examples, together
from tests.unit.wiretext.tagging.models import NEVER, a_model, a_passage, transitions
from wiretext.tagging.features import NOTHING
from wiretext.tagging.model import Model
from wiretext.tagging.perceptron import Perceptron

pytest.importorskip("numba", reason="the extra `ner` is not installed")

from models.tagger import training
from models.tagger.learning import FORBIDDEN, Settings, Weights

TOY = Corpus("toy", "en", "Toy Corpus", "CC0")
SENTENCES = [
    Sentence("Anna Berg met Otto Lind in Oslo .", ((0, 9, "PER"), (14, 23, "PER"), (27, 31, "LOC"))),
    Sentence("They sailed to Oslo .", ((15, 19, "LOC"),)),
]


def learnt(scale: float = 0.25) -> tuple[Weights, Weights]:
    """Chance weights as learning gives them: fractions, and steps that are out of the question."""
    steps = transitions().astype(np.float32)
    steps[steps < 0] = FORBIDDEN
    return a_model().weights.astype(np.float32) * scale, steps


def test_the_largest_weight_fills_its_byte_and_what_is_forbidden_stays_so() -> None:
    model = training._rounded(*learnt())

    assert np.abs(model.weights.astype(int)).max() == 127
    assert (model.transitions == np.where(transitions() < 0, NEVER, 0)).all()
    assert model.weights.dtype == np.int8


def test_rounding_looks_at_the_proportions_of_the_weights_alone() -> None:
    small, large = training._rounded(*learnt(0.25)), training._rounded(*learnt(64))

    assert (small.weights == large.weights).all()
    assert small.version == large.version


def test_another_weight_makes_another_version() -> None:
    weights, steps = learnt()
    changed = weights.copy()
    changed[NOTHING - 1] *= -1

    assert training._rounded(weights, steps).version != training._rounded(changed, steps).version


def test_a_small_corpus_is_read_twice_an_epoch_and_a_large_one_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "_FEW", 2)
    data: Examples = together([examples(SENTENCES, "en", "large"), examples(SENTENCES[:1], "en", "small")])

    assert training._repeats(data).tolist() == [1, 1, 2]


@pytest.mark.parametrize(("language", "script"), [("ko", "Kore"), ("ru", "Cyrl"), ("fi", "Latn")])
def test_a_sentence_is_read_as_a_passage_in_the_script_of_its_language(language: str, script: str) -> None:
    passage = training.passage_of(SENTENCES[1], language)

    assert (passage.text, passage.sentences, passage.script) == (SENTENCES[1].text, ((0, 21),), script)


def test_a_trained_model_is_as_sure_as_it_is_right_on_the_development_split(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(training, "CORPORA", (TOY,))
    monkeypatch.setattr(training, "corpus_sentences", lambda _corpus, split: SENTENCES * (3 if split == "dev" else 1))
    monkeypatch.setattr(training, "learn", lambda *_: learnt())
    monkeypatch.setattr(training, "_judged", lambda *_: iter([(1.0, False), (2.0, True), (2.0, False), (4.0, True)]))

    model = training.train(Settings(), told.append)
    slope, offset = model.confidence
    likely = [1 / (1 + math.exp(-(slope * margin + offset))) for margin in (1.0, 2.0, 2.0, 4.0)]

    assert told == ["2 sentences, 13 tokens"]
    assert model.languages == {"en"}
    assert sum(likely) == pytest.approx(2, abs=1e-2)
    assert likely[0] < likely[1] < likely[3]
    assert replace(model, confidence=(1.0, 0.0)).version == training._rounded(*learnt()).version


def test_what_the_model_finds_is_judged_by_range_and_type() -> None:
    weights = a_model().weights.copy()
    weights[:NOTHING, 0] = -128  # it takes every word for a name
    model = replace(a_model(), weights=weights)
    names = {"person": "PER", "place": "LOC", "organization": "ORG"}
    (tags,) = Perceptron(model).process([a_passage(SENTENCES[0].text)])
    true = [(tag.start, tag.end, names[tag.type]) for tag in tags]
    others = [(start, end, "LOC" if kind == "PER" else "PER") for start, end, kind in true]

    assert true
    assert verdicts(model, true) == [True] * len(true)
    assert verdicts(model, others) == verdicts(model, []) == [False] * len(true)
    assert verdicts(model, [(start, end + 1, kind) for start, end, kind in true]) == [False] * len(true)


def verdicts(model: Model, spans: list[tuple[int, int, str]]) -> list[bool]:
    """Whether each name that *model* finds is right, where those of *spans* are true."""
    return [right for _, right in training._judged(model, [Sentence(SENTENCES[0].text, tuple(spans))], "en")]
