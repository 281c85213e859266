from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.unit.wiretext.tagging.models import a_model
from wiretext import model_file
from wiretext.model_file import ModelDamaged
from wiretext.tagging import model
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.features import NOTHING
from wiretext.tagging.model import Model, own_model
from wiretext.tagging.plugins import TaggerUnavailable


@pytest.fixture(scope="module")
def small() -> Model:
    weights = np.zeros((NOTHING + 1, len(LABELS)), np.int8)
    weights[[0, 5, NOTHING - 1]] = [[1, -2, 3, -4, 5, -6, 127]] * 3
    return Model("1", frozenset({"en", "fi"}), weights, a_model().transitions, (0.5, -1.0))


def test_a_model_comes_out_of_its_file_as_it_went_in(small: Model) -> None:
    read = Model.from_bytes(small.to_bytes())

    assert np.array_equal(read.weights, small.weights)
    assert np.array_equal(read.transitions, small.transitions)
    assert (read.version, read.languages, read.confidence) == ("1", frozenset({"en", "fi"}), (0.5, -1.0))


def test_the_same_model_makes_the_same_bytes(small: Model) -> None:
    assert small.to_bytes() == Model.from_bytes(small.to_bytes()).to_bytes()


def test_a_file_whose_arrays_do_not_fit_its_header_is_named(small: Model) -> None:
    other = model_file.to_bytes("tagger 2", {}, b"too short")

    for damaged in (small.to_bytes()[:-1], other):
        with pytest.raises(ModelDamaged, match=r"/models/tagger\.model: .*make models"):
            Model.from_bytes(damaged, "/models/tagger.model")


def test_without_its_model_the_tagger_cannot_be_had(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("wiretext.model_file.resources.files", lambda _package: tmp_path)

    with pytest.raises(TaggerUnavailable, match=r"tagger\.model: No such file"):
        own_model()


def test_our_own_model_is_small_enough_to_travel() -> None:
    path = Path(model.__file__).with_name("tagger.model")

    assert path.stat().st_size <= 16 * 1024 * 1024
    assert own_model().languages >= {"id", "kk", "fi", "zh", "ja", "ko", "th"}
