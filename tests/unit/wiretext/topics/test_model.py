"""What units weigh for topics, and the file that says so; how a model is trained is in ``tests/unit/models/topics``."""

from __future__ import annotations

import math
from importlib import resources
from typing import Any

import numpy as np
import pytest

from wiretext import model_file
from wiretext.model_file import ModelDamaged
from wiretext.topics import model as topic_model
from wiretext.topics.features import Units, features
from wiretext.topics.model import LinearModel, read, shipped, written

LEARNT = {"goal": (8, -2), "team": (4, 0), "vote": (-6, 2)}
HEADER: dict[str, Any] = {
    "codes": ["a", "b"],
    "scale": [0.5, 1],
    "bias": [0, -1],
    "with_cues": [1, 2, 3, 4],
    "without_cues": [5, 6, 7, 8],
}


def a_file() -> bytes:
    """A model that has learnt three words, of four letters: each has one feature."""
    keys = {features(word)[0]: weights for word, weights in LEARNT.items()}
    return written(HEADER, np.array(sorted(keys), np.uint32), np.array([keys[key] for key in sorted(keys)], np.int8))


def a_model() -> LinearModel:
    return read(a_file())


def test_a_model_is_read_as_it_was_written() -> None:
    model = a_model()

    assert model.codes == ("a", "b")
    assert (model.with_cues.bias, model.without_cues.model) == (4, 5)


def test_a_text_weighs_what_its_units_weigh_by_the_roots_of_their_counts() -> None:
    found = a_model().weigh(Units.of("goal goal team nothing"))

    root = math.sqrt(4 + 8)
    assert found["a"] == pytest.approx((math.sqrt(2) * 4 + 2) / root, rel=1e-6)
    assert found["b"] == pytest.approx(math.sqrt(2) * -2 / root - 1, rel=1e-6)


def test_the_strongest_units_are_those_that_speak_for_a_topic_in_their_order() -> None:
    units = Units.of("vote team goal nothing")

    assert a_model().strongest(units, "a", 5) == ["goal", "team"]
    assert a_model().strongest(units, "a", 1) == ["goal"]
    assert a_model().strongest(units, "b", 5) == ["vote"]


def test_of_units_that_speak_alike_the_first_of_the_text_are_the_strongest() -> None:
    alike = [f"goal{mark}" for mark in ".,;:!?()[]{}*+=/"]

    assert a_model().strongest(Units.of(" ".join(["team", *alike, *alike])), "a", 9) == alike[:9]


def test_what_was_read_before_changes_no_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = shipped()
    monkeypatch.setattr(topic_model, "_ROOM", 4)
    narrow = read(resources.files("wiretext").joinpath("topics", "topics.model").read_bytes())

    for text in ("match goal goal", " ".join(f"word{at}" for at in range(9)), "goal team doctor team team"):
        units = Units.of(text)
        assert wide.weigh(units) == pytest.approx(narrow.weigh(units), rel=1e-5)


def test_a_file_whose_arrays_do_not_fit_its_header_is_named() -> None:
    header = {**HEADER, "features": 9}

    with pytest.raises(ModelDamaged, match=r"/models/topics\.model: it cannot be read .*make models"):
        read(model_file.to_bytes("topics 2", header, b"too short"), "/models/topics.model")
