from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.tagger.corpora import Sentence
from models.tagger.examples import examples
from tests.unit.wiretext.tagging.models import a_model, a_passage
from tests.unit.wiretext.texts import messy, unhurried
from wiretext.tagging import Tag
from wiretext.tagging.engine import PLAIN, fastest
from wiretext.tagging.perceptron import Perceptron, load

CHANCE, PLAINLY = Perceptron(a_model()), Perceptron(a_model(), PLAIN)
scripts = st.sampled_from([("en", "Latn"), ("uk", "Cyrl"), ("zh", "Hans"), ("th", "Thai"), ("ar", "Arab")])


@pytest.fixture(scope="module")
def own() -> Perceptron:
    return load()


def names(tags: list[Tag], text: str) -> list[tuple[str, str]]:
    return [(text[tag.start : tag.end], tag.type) for tag in tags]


@pytest.mark.parametrize(
    ("text", "language", "script", "expected"),
    [
        (
            "Presiden Prabowo Subianto bertemu Anwar Ibrahim di Jakarta.",
            "id",
            "Latn",
            {("Prabowo Subianto", "person"), ("Anwar Ibrahim", "person"), ("Jakarta", "place")},
        ),
        ("Sauli Niinistö matkusti Helsingistä Tukholmaan.", "fi", "Latn", {("Sauli Niinistö", "person")}),
        ("Președintele Klaus Iohannis a ajuns la București.", "ro", "Latn", {("București", "place")}),
        ("Премьер-министр Дмитрий Медведев прибыл в Москву.", "ru", "Cyrl", {("Дмитрий Медведев", "person")}),
        ("安倍晋三首相は東京でオバマ大統領と会談した。", "ja", "Jpan", {("安倍晋三", "person"), ("東京", "place")}),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) == 2 else "",
)
def test_names_that_everybody_knows_are_found(
    own: Perceptron, text: str, language: str, script: str, expected: set[tuple[str, str]]
) -> None:
    (tags,) = own.process([a_passage(text, language, script)])

    assert expected <= set(names(tags, text))
    assert all(0.0 <= tag.confidence <= 1.0 for tag in tags)


def test_a_sentence_without_names_has_none(own: Perceptron) -> None:
    assert own.process([a_passage("Di pagi hari mereka minum kopi dan makan roti.", "id")]) == [[]]


@unhurried
@given(messy, scripts)
def test_every_way_of_computing_finds_the_same_tags(text: str, spoken: tuple[str, str]) -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")
    passage = a_passage(text, *spoken)

    assert fastest() is not PLAIN
    assert CHANCE.process([passage]) == PLAINLY.process([passage])


@unhurried
@given(messy, scripts)
def test_tags_lie_in_the_text_in_order_and_apart(text: str, spoken: tuple[str, str]) -> None:
    (tags,) = PLAINLY.process([a_passage(text, *spoken)])

    ends = [0, *(tag.end for tag in tags)]
    assert all(end <= tag.start < tag.end <= len(text) for end, tag in zip(ends, tags, strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "\x00\x07\x1f", "\u202eAnna\u202c Berg \u200f", "👩\u200d👩\u200d👧 \ud800", "a\u0301" * 1_000,
        unicodedata.normalize("NFD", "Škoda Žižkov"), "." * 5_000, "-" * 5_000, "A" * 50_000, "Anna " * 20_000,
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
@pytest.mark.parametrize("spoken", [("en", "Latn"), ("zh", "Hans")], ids=["words", "characters"])
def test_hostile_text_is_read(text: str, spoken: tuple[str, str]) -> None:
    (tags,) = CHANCE.process([a_passage(text, *spoken)])

    assert all(text[tag.start : tag.end] for tag in tags)


def test_a_script_it_was_not_trained_on_has_no_names(own: Perceptron) -> None:
    assert own.process([a_passage("محمد بن سلمان في الرياض", "ar", "Arab")]) == [[]]


def test_an_answer_does_not_depend_on_what_was_read_before() -> None:
    passages = [a_passage(f"Anna{number} Berg met Otto Lind in Oslo.") for number in range(3)]

    assert PLAINLY.process(passages) == [Perceptron(a_model(), PLAIN).process([passage])[0] for passage in passages]


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [("Anna Berg met Otto-Lind in Oslo .", "en", "Latn"), ("安倍晋三首相は東京で、", "ja", "Jpan")],
)
def test_an_article_is_read_as_the_training_sentences_are(text: str, language: str, script: str) -> None:
    trained = examples([Sentence(text, ()), Sentence(text, ())], language, "test")

    scores = PLAINLY.tokens(a_passage(f"{text}\n{text}", language, script)).scores

    assert scores.tolist() == a_model().weights[trained.rows].sum(axis=1, dtype=np.int64).tolist()
