from __future__ import annotations

import base64
import math
import random
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sightings import a_fingerprint
from wirealert.similarity import MAX_SKETCHES, MIN_SIMILARITY, Sketch, keep_readable, most_similar, similarities, sketch
from wirekit.contracts import Fingerprint
from wiretext.content import Content
from wiretext.fingerprint import fingerprint

BEGINS, ENDS = ("ba", "ke", "lo", "mu", "ni", "po", "ra", "se", "ti", "vu"), ("dan", "fer", "gol", "hin", "kel")
WORDS = [begin + end for begin in BEGINS for end in ENDS]
STORIES = 120


def a_sketch(story: str, wording: str) -> Sketch:
    made = sketch(a_fingerprint(story, wording))
    assert made is not None
    return made


def a_text(luck: random.Random, words: int = 150) -> list[str]:
    """Text about the same two people as every other, as its agency begins and ends it."""
    body = luck.choices(WORDS, k=words)
    return ["the", "agency", "says", "ana", "brodie", "met", "tomas", "ilk", *body, "all", "rights", "reserved"]


def reworded(luck: random.Random, text: list[str], words: int) -> list[str]:
    """*text* with so many words replaced."""
    text = text.copy()
    for place in luck.sample(range(len(text)), words):
        text[place] = f"{luck.choice(WORDS)}x"
    return text


def jaccard(first: list[str], second: list[str]) -> float:
    """Exactly, over runs of three words."""
    runs = [set(zip(text, text[1:], text[2:], strict=False)) for text in (first, second)]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


def fingerprint_of(words: list[str]) -> Fingerprint | None:
    return fingerprint(Content.of(" ".join(words)))


def sketched(text: list[str]) -> Sketch:
    made = sketch(fingerprint_of(text))
    assert made is not None
    return made


def values(text: list[str]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    found = fingerprint_of(text)
    assert found is not None
    return np.frombuffer(base64.b64decode(found.signature), dtype="<u4")


def versions() -> list[tuple[list[str], list[str]]]:
    """Texts and near-duplicates of them, from hardly touched to hardly the same."""
    luck, pairs = random.Random(2010), []
    for _ in range(STORIES):
        text = a_text(luck)
        pairs += [(text, reworded(luck, text, words)) for words in range(2, 40, 4)]
    return pairs


def test_the_estimate_has_no_bias_and_no_more_spread_than_its_formula_gives() -> None:
    errors = []
    for text, version in versions():
        truth = jaccard(text, version)
        share = truth + (1 - truth) / 16  # of the values that agree; Li and König 2010, theorem 1 and equation 10
        spread = math.sqrt(share * (1 - share) / 128) / (1 - 1 / 16)
        errors.append((similarities([sketched(text)], sketched(version))[0] - truth) / spread)

    assert abs(statistics.mean(errors)) < 0.15
    assert statistics.stdev(errors) < 1.1
    assert max(map(abs, errors)) < 5


def test_as_many_near_duplicates_are_found_as_by_whole_signatures() -> None:
    pairs = versions()
    near = [jaccard(*pair) >= MIN_SIMILARITY for pair in pairs]
    whole = [(values(text) == values(version)).mean() >= MIN_SIMILARITY for text, version in pairs]
    short = [most_similar([[sketched(text)]], sketched(version)) == 0 for text, version in pairs]

    found_by_whole, found_by_short = (sum(a and b for a, b in zip(near, each, strict=True)) for each in (whole, short))
    clear = [found for found, pair in zip(short, pairs, strict=True) if jaccard(*pair) >= 0.65]
    assert sum(near) > 400
    assert found_by_short >= 0.99 * found_by_whole
    assert len(clear) > 300
    assert all(clear)


def test_texts_about_the_same_people_are_no_near_duplicates() -> None:
    luck = random.Random(1729)
    sketches = [sketched(a_text(luck, luck.choice([40, 150, 400]))) for _ in range(400)]

    highest = max(similarities(sketches[:at], sketches[at]).max() for at in range(1, len(sketches)))

    assert highest < MIN_SIMILARITY - 0.1


@given(st.binary(min_size=8, max_size=1200), st.binary(min_size=8, max_size=1200))
def test_every_signature_is_like_itself_and_similarity_goes_both_ways(first: bytes, second: bytes) -> None:
    made = [
        sketch(Fingerprint(method="m", signature=base64.b64encode(each[: len(each) // 4 * 4]).decode(), shingles=9))
        for each in (first, second)
    ]
    one, other = (each for each in made if each is not None)

    assert most_similar([[one]], one) == 0
    assert most_similar([[one]], other) == most_similar([[other]], one)


def test_a_sketch_holds_an_eighth_of_a_signature() -> None:
    assert len(a_sketch("s", "w")) == 88


def test_the_most_similar_is_found_by_any_of_its_wordings() -> None:
    kept = [[a_sketch("other", "w")], [], [a_sketch("t", "w"), a_sketch("s", "w1")]]

    assert most_similar(kept, a_sketch("s", "w2")) == 2


def test_an_equal_wording_goes_before_a_similar_one() -> None:
    assert most_similar([[a_sketch("s", "w1")], [a_sketch("s", "w2")]], a_sketch("s", "w2")) == 1


def test_a_wording_that_shares_less_than_half_of_the_signature_is_like_none() -> None:
    assert most_similar([[a_sketch("other", "w")]], a_sketch("s", "w")) is None


@pytest.mark.parametrize(
    "fingerprint",
    [
        pytest.param(None, id="none"),
        pytest.param(Fingerprint(method="minhash-128-w3", signature="", shingles=0), id="empty"),
        pytest.param(Fingerprint(method="minhash-128-w3", signature="not base64!", shingles=9), id="not base64"),
        pytest.param(Fingerprint(method="minhash-128-w3", signature="AAAAAAA=", shingles=9), id="no whole values"),
        pytest.param(Fingerprint(method="minhash-128-w3", signature="A" * 9000, shingles=9), id="too long"),
        pytest.param(Fingerprint(method="minhash-128-w3", signature="AAAAAA==", shingles=9), id="a single value"),
    ],
)
def test_what_cannot_be_read_has_no_sketch(fingerprint: Fingerprint | None) -> None:
    assert sketch(fingerprint) is None
    assert most_similar([[a_sketch("s", "w")]], None) is None


def _first(count: int) -> str:
    whole = base64.b64decode(a_fingerprint("s", "w").signature)
    return base64.b64encode(whole[: 4 * count]).decode()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"method": "simhash"}, id="another method"),
        pytest.param({"signature": _first(16)}, id="another length"),
        pytest.param({"signature": _first(127)}, id="nearly the same length"),
    ],
)
def test_what_cannot_be_compared_is_like_none(change: dict[str, str]) -> None:
    other = sketch(a_fingerprint("s", "w").model_copy(update=change))

    assert other is not None
    assert most_similar([[a_sketch("s", "w")]], other) is None


def test_few_readable_wordings_are_kept_each_once() -> None:
    unreadable = Fingerprint(method="minhash-128-w3", signature="A" * 9000, shingles=9)
    kept: tuple[Sketch, ...] = ()
    for new in (unreadable, None, *(a_fingerprint("s", wording) for wording in "aabcd")):
        kept = keep_readable(kept, new)

    assert kept == tuple(a_sketch("s", wording) for wording in "abcd"[:MAX_SKETCHES])
