"""Makes the model: trains it, fits the probabilities on texts that models of its kind have not seen, and packs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from models.topics import articles, calibration, targets
from models.topics.calibration import Evidence
from models.topics.examples import Examples, Floats, Integers, frequent
from models.topics.sources import TOP_OF, Sentence, bucket, cue_documents, labels
from models.topics.training import Linear, rounded, train
from wiretext.content import Content
from wiretext.topics import Topics
from wiretext.topics.model import LinearModel, read, written
from wiretext.topics.taxonomy import taxonomy

_LEAST = 3  # texts in which a feature must stand
_PARTS = 3
_EACH = 4
_UNFITTED = [1.0, 0.0, 0.0, 0.0]


def made(sentences: Sequence[Sentence]) -> bytes:
    """The file of a model that is trained on *sentences*, labels and cues."""
    found = [evidence for part in range(_PARTS) for evidence in _unseen(sentences, part)]
    tops = [code for code in TOP_OF.values() if code in taxonomy().tops()]
    fitted = {
        "with_cues": calibration.fit(found, tops, listed=True),
        "without_cues": calibration.fit(found, tops, listed=False),
    }
    return _file(sentences, fitted)


def _unseen(sentences: Sequence[Sentence], part: int) -> Iterator[Evidence]:
    """Texts of one part, and what a model of the other parts and the cues find in them."""
    rest = [sentence for sentence in sentences if bucket(sentence.number) % _PARTS != part]
    own = [sentence for sentence in sentences if bucket(sentence.number) % _PARTS == part]
    model = read(_file(rest, {"with_cues": _UNFITTED, "without_cues": _UNFITTED}))
    yield from evidence(model, articles.single(own[::8]))
    yield from evidence(model, articles.articles(own, _EACH))
    yield from evidence(model, articles.articles(own, _EACH, mixed=True))


def evidence(model: LinearModel, texts: Sequence[articles.Article]) -> Iterator[Evidence]:
    """Each text with what speaks for topics in it."""
    topics = Topics()
    for text in texts:
        if (support := topics.support(Content.of(text.text), text.language, model)) is not None:
            yield text, support


def _file(sentences: Sequence[Sentence], fitted: dict[str, list[float]]) -> bytes:
    tree = taxonomy()
    extra = [*labels(tree), *cue_documents(tree)]
    parts = (Examples.of(each.text for each in sentences), Examples.of(text for _, text in extra))
    keys = frequent(parts, _LEAST)
    rows = joined([part.restricted(keys) for part in parts])
    truths, cares = zip(
        targets.of_sentences(sentences, tree), targets.of_labels([top for top, _ in extra], tree), strict=True
    )
    linear = train(rows, np.concatenate(truths), np.concatenate(cares), len(keys))
    return _packed(keys, linear, {**fitted, "codes": targets.columns(tree)})


def joined(parts: Sequence[Examples]) -> Examples:
    """The rows of all *parts*, one after the other."""
    starts: list[Integers] = [np.zeros(1, np.int64)]
    for part in parts:
        starts.append(part.starts[1:] + starts[-1][-1])
    columns = np.concatenate([part.columns for part in parts])
    values: Floats = np.concatenate([part.values for part in parts])
    return Examples(np.concatenate(starts), columns, values)


def _packed(keys: Integers, linear: Linear, header: dict[str, Any]) -> bytes:
    weights, scale = rounded(linear)
    kept = np.any(weights != 0, axis=1)
    numbers = {"scale": [float(f"{x:.6g}") for x in scale], "bias": [float(f"{x:.6g}") for x in linear.bias]}
    return written({**header, **numbers}, keys[kept].astype(np.uint32), weights[kept])
