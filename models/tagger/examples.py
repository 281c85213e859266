"""Makes rows of features and labels of sentences, by the same functions that read articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tagger.corpora import CHARACTERS, Sentence
from wiretext.tagging import features
from wiretext.tagging.characters import CHARACTER_FEATURES, character_rows
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.engine import fastest
from wiretext.tagging.features import (
    DISTANCES,
    EDGE,
    NOTHING,
    PATTERN_FEATURES,
    REACH,
    WORD_FEATURES,
)
from wiretext.tagging.summing import neighbours
from wiretext.tagging.tokens import words

COLUMNS = max(WORD_FEATURES + PATTERN_FEATURES, CHARACTER_FEATURES)
LEXICAL = np.zeros(COLUMNS, np.bool_)
LEXICAL[:WORD_FEATURES] = features.LEXICAL
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences of one or more corpora, one after the other.

    Attributes:
        rows: For each token its features, ``COLUMNS`` of them.
        labels: For each token its label.
        starts: Where each sentence begins, and the end.
        corpora: Of each sentence the key of its corpus.
        worded: Of each sentence: whether its tokens are words.
    """

    rows: NDArray[np.int32]
    labels: NDArray[np.int8]
    starts: NDArray[np.int64]
    corpora: tuple[str, ...]
    worded: NDArray[np.bool_]


def examples(sentences: Sequence[Sentence], language: str, corpus: str) -> Examples:
    """The examples that *sentences* in *language* make."""
    worded = language not in CHARACTERS
    labels: list[int] = []
    starts = [0]
    tokens = [words(sentence.text) if worded else (sentence.text, range(len(sentence.text))) for sentence in sentences]
    for sentence, (_, begins) in zip(sentences, tokens, strict=True):
        labels += _labels(begins, sentence.spans)
        starts.append(len(labels))
    rows = np.full((len(labels), COLUMNS), NOTHING, np.int32)
    texts = [text for text, _ in tokens]
    made = _word_rows(texts, language) if worded else character_rows(list(map(str, texts)), language, fastest().windows)
    rows[:, : made.shape[1]] = made
    count = len(sentences)
    where = np.array(starts, np.int64)
    return Examples(rows, np.array(labels, np.int8), where, (corpus,) * count, np.full(count, worded))


def together(parts: Sequence[Examples]) -> Examples:
    """All of *parts* as one."""
    offsets = np.cumsum([0, *(len(part.labels) for part in parts)])
    starts = [part.starts[:-1] + offset for part, offset in zip(parts, offsets[:-1], strict=True)]
    return Examples(
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.labels for part in parts]),
        np.append(np.concatenate(starts), offsets[-1]),
        tuple(corpus for part in parts for corpus in part.corpora),
        np.concatenate([part.worded for part in parts]),
    )


def _labels(begins: Sequence[int], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """The label of each token that begins at *begins*: of the span it begins in, if any."""
    labels: list[int] = []
    number, fresh = 0, True
    for begin in begins:
        while number < len(spans) and spans[number][1] <= begin:
            number, fresh = number + 1, True
        if number < len(spans) and spans[number][0] <= begin:
            labels.append(_NUMBERS[("B-" if fresh else "I-") + spans[number][2]])
            fresh = False
        else:
            labels.append(0)
    return labels


def _word_rows(sentences: Sequence[Sequence[str]], language: str) -> NDArray[np.int32]:
    numbers = {EDGE: 0}
    wide = [0] * REACH
    for sentence in sentences:
        wide += [numbers.setdefault(word, len(numbers)) for word in sentence]
        wide += [0] * (2 * REACH)
    ids = np.array(wide)
    lengths = np.array([len(sentence) for sentence in sentences])
    places = np.arange(lengths.sum()) + np.repeat(np.arange(len(lengths)) * 2 * REACH + REACH, lengths)
    of_words = features.word_rows(list(numbers), language)
    classes = np.array([features.word_class(word) for word in numbers], np.uint8)
    beside = [of_words[ids[places + at]][:, at == DISTANCES] for at in range(-REACH, REACH + 1)]
    pattern = features.pattern_rows(language)[neighbours(classes[ids])[places - 1]]
    return np.concatenate([*beside, pattern], axis=1)
