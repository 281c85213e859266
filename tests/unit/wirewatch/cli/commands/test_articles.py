"""`wirewatch enrich` and `match` without Kafka: an operator's own topics, and a damaged model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from typer.testing import CliRunner, Result

from wiretext.model_file import ModelDamaged
from wirewatch.cli.app import build_app
from wirewatch.cli.terminal import FAILED, REFUSED

TOPICS = """\
topics:
  - code: desk:corridor
    label: grain corridor
    broader: medtop:20000373
    cues: {en: [grain corridor, bulk carrier*]}
"""
WATCHLIST = """\
entities:
  - {id: ana-brodie, type: person, name: Ana Brodie}
  - {id: tomas-ilk, type: person, name: Tomas Ilk}
watches:
  - {id: corridor, entities: [ana-brodie, tomas-ilk], topics: [desk:corridor]}
  - {id: trade, entities: [ana-brodie, tomas-ilk], topics: [medtop:20000373]}
  - {id: sport, entities: [ana-brodie, tomas-ilk], topics: [medtop:15000000]}
"""
TEXT = "Ana Brodie met Tomas Ilk. The grain corridor is open, bulk carriers sail; trade and exports grow, tariffs fall."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST, encoding="utf-8")
    line = json.dumps({"id": "1", "title": "Ports", "text": TEXT, "language_declared": "en"})
    (tmp_path / "articles.jsonl").write_text(line + "\n", encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(build_app(command), [command, str(folder / "articles.jsonl"), *options])


def test_enrich_gives_an_article_topics_of_ones_own(folder: Path) -> None:
    answer = run("enrich", folder, "--topics", str(folder / "topics.yaml"), "--tagger", "off")
    topics = {topic["code"]: topic for topic in json.loads(answer.stdout)["topics"]}

    assert topics["desk:corridor"]["label"] == "grain corridor"
    assert topics["desk:corridor"]["broader"][0] == "medtop:20000373"


def test_a_watch_takes_articles_of_ones_own_topics_and_of_what_they_belong_to(folder: Path) -> None:
    options = ("--watchlist", str(folder / "watchlist.yaml"))
    fired = {
        topics: json.loads(run("match", folder, *options, *topics).stdout)["fired"]
        for topics in ((), ("--topics", str(folder / "topics.yaml")))
    }

    assert {(): ["trade"], ("--topics", str(folder / "topics.yaml")): ["corridor", "trade"]} == fired


def test_the_settings_of_the_enricher_count_here_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREWATCH_ENRICHER_TOPICS", str(folder / "topics.yaml"))
    monkeypatch.setenv("WIREWATCH_ENRICHER_TAGGER", "off")
    enriched = json.loads(run("enrich", folder).stdout)
    matched = json.loads(run("match", folder, "--watchlist", str(folder / "watchlist.yaml")).stdout)
    monkeypatch.setenv("WIREWATCH_ENRICHER_TAGGER", "no-such-plug-in")
    refused = run("enrich", folder)

    assert "desk:corridor" in [topic["code"] for topic in enriched["topics"]]
    assert (enriched["mentions"], matched["fired"]) == ([], ["corridor", "trade"])
    assert "no other names will be found" in refused.stderr


def test_a_file_of_topics_that_is_wrong_is_refused_with_its_line(folder: Path) -> None:
    (folder / "topics.yaml").write_text("topics:\n  - {code: desk:x, cues: {en: [xyz]}}\n", encoding="utf-8")
    answer = run("enrich", folder, "--topics", str(folder / "topics.yaml"))

    assert answer.exit_code == 2
    assert "topics.yaml:2: topics[0].code: desk:x is no topic known here" in answer.stderr


def test_a_damaged_model_is_said_in_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> NoReturn:
        raise ModelDamaged("/topics.model", "its check sum does not fit")

    monkeypatch.setattr("wiretext.topics.deciding.shipped", damaged)
    answer = run("enrich", folder, "--tagger", "off")

    assert answer.exit_code == REFUSED
    assert answer.stderr == (
        "/topics.model: its check sum does not fit; train it anew with `make models`, or restore the file\n"
    )


def test_answers_that_find_no_room_end_in_one_sentence(folder: Path) -> None:
    program = "from wirewatch.cli import main; main()"
    command = [sys.executable, "-c", program, "enrich", "--tagger", "off", str(folder / "articles.jsonl")]

    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode == FAILED
    assert ended.stderr.endswith("be written: No space left on device\n")
    assert ended.stderr.count("\n") == 1
