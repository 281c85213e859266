"""`wirewatch watchlist check` at the terminal: what fails it, and what it only warns of."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from typer.testing import CliRunner, Result

from wirewatch.cli.app import build_app
from wirewatch.cli.commands.watchlist import SHOWN
from wirewatch.cli.terminal import FAILED

WATCH = "watches:\n  - {id: pair, entities: [park, ana], tests: [{text: Ana Brodie met Park., fires: %s}]}\n"
ENTITIES = "entities:\n  - {id: ana, type: person, name: Ana Brodie}\n  - id: park\n    type: person\n    name: Park\n"


def check(file: Path) -> Result:
    return CliRunner().invoke(build_app("watchlist"), ["watchlist", "check", str(file)])


def written(folder: Path, text: str) -> Path:
    file = folder / "watchlist.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_warning_has_file_and_line_an_example_and_a_remedy_and_fails_nothing(tmp_path: Path) -> None:
    answer = check(written(tmp_path, ENTITIES + WATCH % "true"))

    assert answer.exit_code == 0
    assert answer.stdout == "1 warning: 2 entities, 1 watch, 1 test holds\n"
    assert answer.stderr == (
        "warning: watchlist.yaml:5: entities[1].name: park: 'Park' is an ordinary word, "
        "as in “Park, tables and chairs are sold here.”; make it a short name\n"
    )


def test_a_test_that_does_not_hold_fails_and_the_warnings_come_all_the_same(tmp_path: Path) -> None:
    answer = check(written(tmp_path, ENTITIES + WATCH % "false"))

    assert answer.exit_code == FAILED
    assert "✗ watch pair, test 1 should not fire" in answer.stdout
    assert "is an ordinary word" in answer.stderr


def test_a_name_that_comes_from_the_pack_is_placed_at_its_entity(tmp_path: Path) -> None:
    text = "entities:\n  - {id: city-geneva, from: starter}\nwatches: []\n"
    answer = check(written(tmp_path, text))

    assert answer.stderr == (
        "warning: watchlist.yaml:2: entities[0]: city-geneva: no watch names it; name it in a watch, or leave it out\n"
    )


def test_of_many_names_that_come_from_the_pack_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    text = "entities:\n  - {id: united-nations, from: starter}\nwatches: []\n"
    *told, last = check(written(tmp_path, text)).stderr.splitlines()

    assert len(told) == SHOWN
    assert re.search(r":2: entities\[0\]: united-nations: the same of \d+ other names that it has from the", last)


def test_the_template_has_nothing_to_be_warned_of() -> None:
    answer = check(Path(str(files("wirewatch.cli.newsroom") / "template" / "watchlist.yaml")))

    assert (answer.stderr, answer.stdout) == ("", "all well: 2 entities, 1 watch, 2 tests hold\n")
