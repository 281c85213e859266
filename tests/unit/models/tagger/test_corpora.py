from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from models.beside import SHARED
from models.tagger.corpora import CORPORA, Sentence, held_out, read

BESIDE = pytest.mark.skipif(not (SHARED / "data" / "ner").is_dir(), reason="the corpora are not beside the project")


def a_file(folder: Path, text: str) -> Path:
    path = folder / "x.conll.gz"
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_a_sentence_is_its_tokens_with_blanks_and_ranges_of_its_names(tmp_path: Path) -> None:
    path = a_file(tmp_path, "Anna\tB-PER\nBerg\tI-PER\nmet\tO\nOslo\tB-LOC\n\nHi\tO\n\n\n")

    assert list(read(path, "en")) == [
        Sentence("Anna Berg met Oslo", ((0, 9, "PER"), (14, 18, "LOC"))),
        Sentence("Hi", ()),
    ]


def test_in_a_language_of_characters_nothing_stands_between_them_and_a_blank_is_one(tmp_path: Path) -> None:
    path = a_file(tmp_path, "김\tB-PER\n씨\tI-PER\n \tO\n서\tB-LOC\n울\tI-LOC")

    assert list(read(path, "ko")) == [Sentence("김씨 서울", ((0, 2, "PER"), (3, 5, "LOC")))]


def test_the_inside_of_a_name_without_a_beginning_begins_one(tmp_path: Path) -> None:
    path = a_file(tmp_path, "Anna\tI-PER\nOslo\tI-LOC\nBerg\tB-PER\nLind\tB-PER\n")

    (sentence,) = read(path, "en")

    assert sentence.spans == ((0, 4, "PER"), (5, 9, "LOC"), (10, 14, "PER"), (15, 19, "PER"))


@BESIDE
def test_every_corpus_that_lies_there_is_listed_with_its_licence() -> None:
    files = {path.name.removesuffix(".train.conll.gz") for path in (SHARED / "data" / "ner").glob("*.train.conll.gz")}

    assert {corpus.key for corpus in CORPORA} == files
    assert all(corpus.licence for corpus in CORPORA)


@BESIDE
def test_no_test_set_is_one_of_the_files_that_are_learnt_from() -> None:
    assert held_out()
    assert all("eval" in path.parts for path in held_out().values())
