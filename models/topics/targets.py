"""Says what each training text is about: SIB-200's class, and for topics without a class, the votes of our cue lists.

A sentence of SIB-200 stands there in a hundred languages. What the cues of many find in it holds for it in all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from models.topics.examples import Floats
from models.topics.sources import TOP_OF, Sentence
from wiretext.content import Content
from wiretext.topics.cues import CueLists, languages
from wiretext.topics.taxonomy import Taxonomy

_MANY, _FEW = 0.25, 0.08  # share of the languages whose cues find a topic: it is one of the text, it is none
_VOTED = 0.5  # how much a vote counts beside a class that people gave
_LABEL = 0.3  # how much a label or a cue, which is a word or two, counts


def columns(topics: Taxonomy) -> tuple[str, ...]:
    """What the model tells apart: the top terms, and geography."""
    return (*topics.tops(), *sorted(set(TOP_OF.values()) - set(topics.tops())))


def of_sentences(sentences: Sequence[Sentence], topics: Taxonomy) -> tuple[Floats, Floats]:
    """What is true of each sentence (1 or 0 by column), and how much it counts."""
    votes = _votes(sentences, topics)
    codes = columns(topics)
    classes = set(TOP_OF.values())
    truths = np.zeros((len(sentences), len(codes)), np.float32)
    cares = np.ones_like(truths)
    for row, sentence in enumerate(sentences):
        for at, code in enumerate(codes):
            if code in classes:
                truths[row, at] = code == sentence.topic
                continue
            share = votes[sentence.number].get(code, 0.0)
            truths[row, at] = share >= _MANY
            cares[row, at] = _VOTED * (share >= _MANY or share <= _FEW)
    return truths, cares


def of_labels(tops: Sequence[str], topics: Taxonomy) -> tuple[Floats, Floats]:
    """What is true of labels and cues that belong to *tops*, and how much it counts."""
    codes = columns(topics)
    truths = np.array([[code == top for code in codes] for top in tops], np.float32)
    return truths, np.full_like(truths, _LABEL)


def _votes(sentences: Sequence[Sentence], topics: Taxonomy) -> dict[int, dict[str, float]]:
    """For each sentence number the share of the languages with a cue list in which it has cues, by top term."""
    lists = CueLists()
    found: dict[int, Counter[str]] = defaultdict(Counter)
    asked: Counter[int] = Counter()
    for sentence in sentences:
        if sentence.language in languages() and (cues := lists.of(sentence.language)) is not None:
            asked[sentence.number] += 1
            found[sentence.number].update({topics.top(code) for code in cues.count(Content.of(sentence.text))})
    return {number: {top: count / asked[number] for top, count in found[number].items()} for number in asked}
