"""The page beside the model and the tables of its quality, from corpora of two sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.tagger import report
from models.tagger.corpora import CORPORA, Corpus, Sentence
from tests.unit.wiretext.tagging.models import FixedTagger
from wiretext.tagging import Tag

TOY = Corpus("toy", "en", "Toy Corpus", "CC0")
SENTENCES = [
    Sentence("Anna Berg met Otto Lind .", ((0, 9, "PER"), (14, 23, "PER"))),
    Sentence("They sailed to Oslo .", ((15, 19, "LOC"),)),
]


def sentences_of(corpus: Corpus, split: str) -> list[Sentence]:
    assert (corpus, split in {"train", "dev"}) == (TOY, True)
    return SENTENCES


def sentences_in(path: Path, language: str) -> list[Sentence]:
    assert (path, language) == (Path("kept"), "en")
    return SENTENCES[1:]


@pytest.fixture(autouse=True)
def _one_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "CORPORA", (TOY,))
    monkeypatch.setattr(report, "corpus_sentences", sentences_of)
    monkeypatch.setattr(report, "held_out", lambda: {"kept.en": Path("kept")})
    monkeypatch.setattr(report, "read", sentences_in)


def test_the_page_names_every_corpus_with_its_licence_and_the_version() -> None:
    page = report.attribution("abc123")

    assert "version `abc123`" in page
    assert "| Toy Corpus | en | CC0 | 2 |" in page.splitlines()
    assert "CC BY-SA 4.0" in page


def test_the_page_that_is_there_names_every_corpus_of_today() -> None:
    page = (Path(report.__file__).parents[2] / "libs" / "wiretext" / "tagging" / "tagger.md").read_text("utf-8")

    assert all(f"| {corpus.title} | {corpus.language} | {corpus.licence} | " in page for corpus in CORPORA)


def test_development_and_test_sets_are_tables_apart_with_a_mean() -> None:
    found = (Tag(2, 11, "person", 1.0), Tag(16, 20, "person", 1.0), Tag(43, 47, "place", 1.0))

    lines = report.evaluation(FixedTagger(*found)).splitlines()

    assert lines[0].startswith("`fixed-1`: ")
    assert "| toy.en | 3 | 0.667 | 0.667 | 0.667 | 0.500 | 1.000 | - |" in lines
    assert "| mean | | 0.667 | | | | | |" in lines
    assert lines.index("**Development splits (settings were chosen on these)**") < lines.index(
        "**Test sets (never trained or tuned on)**"
    )
    assert lines[-2].startswith("| kept.en | 1 | ")
