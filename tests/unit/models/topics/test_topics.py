"""The topic model: how it is trained, what it is trained on, and what the shipped one must reach."""

from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from models.topics import articles, calibration, evaluation, targets
from models.topics.articles import Article
from models.topics.examples import Examples, Floats, frequent
from models.topics.sources import DATA, TOP_OF, Sentence, bucket, concepts, labels, sentences
from models.topics.training import rounded, train
from wiretext.topics.deciding import Support
from wiretext.topics.features import Units
from wiretext.topics.model import read, shipped, written
from wiretext.topics.taxonomy import taxonomy

BESIDE = pytest.mark.skipif(not DATA.is_dir(), reason="the data sets are not beside the project")
SPORT, HEALTH = "medtop:15000000", "medtop:07000000"
TEXTS = ["goal match team", "team coach goal", "doctor patient", "patient vaccine doctor"]
TRUTHS = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)


def trained() -> tuple[Examples, Floats]:
    examples = Examples.of(TEXTS * 40)
    rows = examples.restricted(frequent([examples], 1))
    truths = np.tile(TRUTHS, (40, 1))
    return rows, train(rows, truths, np.ones_like(truths), len(frequent([examples], 1))).weigh(rows)


def test_training_tells_topics_apart_and_twice_the_same() -> None:
    _, weights = trained()

    assert (TRUTHS.argmax(axis=1) == weights[:4].argmax(axis=1)).all()
    assert (weights == trained()[1]).all()


def test_a_text_that_does_not_count_teaches_nothing() -> None:
    examples = Examples.of(TEXTS)
    rows = examples.restricted(frequent([examples], 1))
    linear = train(rows, TRUTHS, np.zeros_like(TRUTHS), len(frequent([examples], 1)))

    assert not linear.weights.any()


def test_rare_features_are_left_out_and_rows_keep_their_others() -> None:
    examples = Examples.of(["goal goal", "goal match"])
    kept = examples.restricted(frequent([examples], 2))

    assert len(kept) == 2
    assert 0 < len(kept.columns) < len(examples.columns)
    assert len(kept.take(np.array([1]))) == 1


def test_a_model_is_written_and_read_as_the_same() -> None:
    weights, scale = rounded(train(*small()))
    header = {
        "codes": ["a", "b"],
        "scale": scale.tolist(),
        "bias": [0, 0],
        "with_cues": [1] * 4,
        "without_cues": [0] * 4,
    }
    data = written(header, np.array([3, 70_000, 9_000_000], np.uint32), weights[:3])
    again = read(data)

    assert ("a", "b") == again.codes
    assert (1, 0) == (again.with_cues.bias, again.without_cues.bias)
    assert data == written(header, np.array([3, 70_000, 9_000_000], np.uint32), weights[:3])


def small() -> tuple[Examples, Floats, Floats, int]:
    examples = Examples.of(TEXTS)
    keys = frequent([examples], 1)
    return examples.restricted(keys), TRUTHS, np.ones_like(TRUTHS), len(keys)


def test_more_cues_make_a_topic_likelier() -> None:
    found = [evidence(topic, weight) for topic in (SPORT, HEALTH) for weight in (1, 2, 3, 4)]
    model, cues, share, _ = calibration.fit(found, [SPORT, HEALTH], listed=True)

    assert model > 0
    assert cues + share > 0


def evidence(topic: str, weight: int) -> tuple[Article, Support]:
    other = HEALTH if topic == SPORT else SPORT
    return (
        Article("en", topic, ""),
        Support(
            Units.of(""), {topic: 0.5, other: -0.5 + weight / 4}, {}, {topic: weight, other: 4 - weight}, listed=True
        ),
    )


def test_an_article_is_made_of_sentences_of_its_topic_and_a_mixed_one_of_more() -> None:
    known = [Sentence("en", number, topic, f"{topic} {number}") for number in range(9) for topic in (SPORT, HEALTH)]
    pure, mixed = articles.articles(known, 2), articles.articles(known, 2, mixed=True)

    assert 4 == len(pure) == len(mixed)
    assert all(line.startswith(article.topic) for article in pure for line in article.text.splitlines())
    assert all(2 == sum(not line.startswith(a.topic) for line in a.text.splitlines()) for a in mixed)
    assert pure == articles.articles(known, 2)


@BESIDE
def test_a_sentence_is_held_out_in_every_language_or_in_none() -> None:
    held_out = {sentence.number for sentence in sentences(held_out=True)}

    assert {0} == {bucket(number) for number in held_out}
    assert 50 < len(held_out) < 90


@BESIDE
def test_all_codes_labels_and_places_are_those_of_the_media_topics() -> None:
    known, topics = concepts(), taxonomy()

    assert {code: known[code].labels["en-GB"] for code in topics.labels} == topics.labels
    assert {code: known[code].broader for code in topics.labels} == {
        code: above[0] if above else None for code, above in topics.broader.items()
    }
    assert not any(known[code].retired for code in topics.labels)


@BESIDE
def test_labels_of_the_taxonomy_belong_to_top_terms() -> None:
    assert set(taxonomy().tops()) == {top for top, _ in labels(taxonomy())}


@BESIDE
def test_the_shipped_model_reaches_what_quality_md_says() -> None:
    held_out = sentences(held_out=True)
    short = evaluation.judged(articles.single(held_out[::7]))
    long = evaluation.judged(articles.articles(held_out, 1))

    assert evaluation.accuracy(short) > 0.66
    assert evaluation.accuracy(long) > 0.87


def test_the_shipped_model_knows_all_top_terms_and_is_small() -> None:
    data = resources.files("wiretext").joinpath("topics", "topics.model").read_bytes()

    assert targets.columns(taxonomy()) == shipped().codes
    assert set(TOP_OF.values()) <= set(shipped().codes)
    assert len(data) < 5_000_000
