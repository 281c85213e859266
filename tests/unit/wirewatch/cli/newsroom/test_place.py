"""Where commands look for a newsroom that nobody named, at the command line itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wirewatch.cli.app import build_app
from wirewatch.cli.newsroom.place import nearest_newsroom
from wirewatch.cli.terminal import REFUSED

ENTITIES = "entities:\n  - {id: ana, type: person, name: Ana Brodie}\n  - {id: tom, type: person, name: Tomas Ilk}\n"
FILES = {"feeds.yaml": "feeds: []\n", "endpoints.yaml": "endpoints: []\n"}
COMMANDS = {
    "check": ["check", "--offline"],
    "alerts try": ["alerts", "try", "Ana Brodie met Tomas Ilk."],
    "watchlist check": ["watchlist", "check"],
    "match": ["match", "articles.jsonl"],
}
every_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)


def a_newsroom(folder: Path, watch: str) -> None:
    """One that says by the id of its *watch* that it was read: where it fires, and where its own test fails."""
    folder.mkdir(exist_ok=True)
    text = f"{ENTITIES}watches:\n  - {{id: {watch}, entities: [ana, tom], tests: [{{text: Nobody., fires: true}}]}}\n"
    for name, content in {**FILES, "watchlist.yaml": text}.items():
        (folder / name).write_text(content, encoding="utf-8")


def run(command: list[str]) -> Result:
    Path("articles.jsonl").write_text('{"id": "1", "text": "Ana Brodie met Tomas Ilk."}\n', encoding="utf-8")
    return CliRunner().invoke(build_app(command[0]), command)


@every_command
def test_every_command_takes_the_newsroom_of_the_current_folder_first(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    a_newsroom(tmp_path, "of-this-folder")
    a_newsroom(tmp_path / "newsroom", "of-the-one-below")

    assert "of-this-folder" in run(command).output


@every_command
def test_where_the_current_folder_has_none_every_command_takes_that_of_newsroom(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    a_newsroom(tmp_path / "newsroom", "of-the-one-below")

    assert "of-the-one-below" in run(command).output


@every_command
def test_where_there_is_neither_every_command_names_both(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run(command)

    assert answer.exit_code == REFUSED
    assert answer.stderr == (
        "newsroom is not there, nor a watchlist.yaml in this folder: `wirewatch init newsroom` makes a newsroom\n"
    )


def test_a_folder_that_was_named_and_is_not_there_is_not_looked_for_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    a_newsroom(tmp_path / "newsroom", "of-the-one-below")

    answer = run(["check", "--offline", "elsewhere"])

    assert answer.stderr == "elsewhere is not there: `wirewatch init elsewhere` makes a newsroom\n"
    assert nearest_newsroom() == Path("newsroom")
