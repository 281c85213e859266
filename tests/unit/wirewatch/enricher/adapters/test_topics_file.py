"""The operator's topics: what a file may say, and how it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_watchlist
from wirekit.errors import ConfigError
from wirewatch.enricher.adapters.files import WatchlistFiles
from wirewatch.enricher.adapters.topics_file import load_topics
from wirewatch.enricher.chunk import TOPICS, TOPICS_FILE

GOOD = """\
topics:
  - code: medtop:20000373
    cues:
      en: [export ban, "grain deal*"]
  - code: desk:corridor
    label: grain corridor
    broader: medtop:20000373
    cues:
      any: [Bosporus]
      uk: [зернова угода]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "topics.yaml"


def test_a_file_adds_cues_to_topics_and_topics(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    known, own = load_topics(file)

    assert ("medtop:20000373", ("export ban", "grain deal*")) == (known.code, known.cues["en"])
    assert ("desk:corridor", "grain corridor", "medtop:20000373") == (own.code, own.label, own.broader)
    assert {"any": ("Bosporus",), "uk": ("зернова угода",)} == own.cues


def test_without_a_file_there_is_nothing_added() -> None:
    assert load_topics(None) == ()


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "2.yaml").write_text(
        "topics:\n  - {code: desk:odesa, label: Odesa, broader: desk:corridor, cues: {any: [Odesa]}}\n",
        encoding="utf-8",
    )
    (tmp_path / "notes.txt").write_text("no YAML at all: [", encoding="utf-8")

    assert [topic.code for topic in load_topics(tmp_path)] == ["medtop:20000373", "desk:corridor", "desk:odesa"]


def test_a_folder_without_a_file_of_topics_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"holds no file that ends in \.yaml"):
        load_topics(tmp_path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("topics:\n  - {code: medtop:99, cues: {en: [x]}}", r"topics.yaml:2: topics\[0\].code: .* needs a label"),
        (
            "topics:\n  - {code: desk:x, label: X, broader: medtop:99, cues: {en: [xyz]}}",
            r"topics.yaml:2: topics\[0\].broader: medtop:99 is no topic known here",
        ),
        (
            "topics:\n  - {code: politics, cues: {en: [x]}}",
            r"topics\[0\].code: must be a prefix, a colon and a name, as desk",
        ),
        ("topics:\n  - {code: medtop:11000000, cues: {english: [x]}}", r":2: topics\[0\].cues.english: must be a lang"),
        ("topics:\n  - code: medtop:11000000\n    cues:\n      eng: [x]", r"yaml:4: topics\[0\].cues.eng: write en"),
        ("topics:\n  - {code: medtop:11000000, cues: {en: [a*]}}", r"topics.yaml:2: topics\[0\].cues.en\[0\]"),
        ("topics:\n  - {code: medtop:11000000, cues: {en: ['*']}}", r"topics.yaml:2: topics\[0\].cues.en\[0\]"),
        ("topics:\n  - {code: medtop:11000000, cues: {en: ['a*b']}}", r"topics.yaml:2: topics\[0\].cues.en\[0\]"),
        ("topics:\n  - {code: medtop:11000000, cues: {en: ['  ']}}", r"topics.yaml:2: topics\[0\].cues.en\[0\]"),
        ("topics:\n  - {code: medtop:11000000, cues: {en: x}}", r"topics.yaml:2: topics\[0\].cues.en"),
        ("topics:\n  - {code: medtop:11000000}", r"topics.yaml:2: topics\[0\].cues"),
        ("topics:\n  - {code: medtop:11000000, cues: {}, word: x}", r"allowed: broader, code, cues, label"),
        ("topic: []", r"did you mean topics"),
        ("topics: [", r"topics.yaml:\d: not YAML"),
        ("topics: &a [*a]", r"aliases are not supported"),
        ("topics: !!python/object:os.system {}", r"tags are not supported"),
        ("[" * 200, r"nested deeper|not YAML"),
        ("topics:\n  - \x00", r"control character"),
        ("", r"topics.yaml:1"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(file: Path, text: str, complaint: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match=complaint):
        load_topics(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_topics(tmp_path / "none.yaml")


def test_the_topics_lie_beside_every_watch_list_that_the_children_read(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    added = load_topics(file)
    with WatchlistFiles(added) as lists:
        for number in (1, 2):
            lists.swap(a_watchlist(number=number))
        with lists.borrowed() as path:
            read = TOPICS.validate_json((path.parent / TOPICS_FILE).read_bytes())

    assert path.name == "2.json"
    assert added == read
