from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import zlib
import numpy as np
from models.tagger.corpora import Sentence
from models.tagger.examples import examples
from models.tagger.learning import Settings, learn

towns = ["Oslo", "Bergen", "Turku", "Pori", "Tartu"]
sentences = [Sentence(f"We sailed to {town} today .", ((13, 13 + len(town), "LOC"),)) for town in towns]
data = examples(sentences, "en", "toy")
learnt = [learn(data, np.ones(5, np.int64), Settings(epochs=4), lambda line: None) for _ in range(2)]
weights, transitions = learnt[0]
scores = weights[data.rows].sum(axis=1)
print(all((scores[data.labels == 3].argmax(axis=1) == 3)), scores[data.labels == 0].argmax(axis=1).max())
print(*(zlib.crc32(part.tobytes()) for pair in learnt for part in pair))
"""


def test_it_learns_what_it_is_told_and_the_same_each_time() -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")
    plain = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": os.pathsep.join(sys.path)}  # no wait for the compiler

    said = subprocess.run([sys.executable, "-c", PROGRAM], env=plain, check=True, capture_output=True, text=True).stdout

    right, sums = said.splitlines()
    first, second, *again = sums.split()
    assert right == "True 0"
    assert again == [first, second]
