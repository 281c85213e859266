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

EXPECTATIONS = """
from itertools import product
import numpy as np
from models.tagger.learning import FORBIDDEN, _expected

random = np.random.default_rng(1)
scores, transitions = random.normal(size=(4, 3)), random.normal(size=(4, 3))
transitions[0, 2] = FORBIDDEN
likely, passed = np.zeros((4, 3)), np.zeros((4, 3))
for labels in product(range(3), repeat=4):
    steps = list(zip((3, *labels), labels))
    weight = np.exp(sum(scores[range(4), labels]) + sum(transitions[step] for step in steps))
    likely[range(4), labels] += weight
    for step in steps:
        passed[step] += weight
total = likely[0].sum()
found = _expected(scores, transitions)
print(np.allclose(found[0], likely / total), np.allclose(found[1], passed / total), passed[0, 2])
"""


def run(program: str) -> str:
    """What *program* says; it does not wait for the compiler."""
    pytest.importorskip("numba", reason="the extra `ner` is not installed")
    plain = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", program], env=plain, check=True, capture_output=True, text=True).stdout


def test_what_it_expects_of_a_sentence_is_the_sum_over_all_its_readings() -> None:
    assert run(EXPECTATIONS) == "True True 0.0\n"


def test_it_learns_what_it_is_told_and_the_same_each_time() -> None:
    right, sums = run(PROGRAM).splitlines()
    first, second, *again = sums.split()

    assert right == "True 0"
    assert again == [first, second]
