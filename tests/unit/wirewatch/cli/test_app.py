from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wirekit.contracts.topology import SERVICES
from wirewatch.cli import app, main
from wirewatch.cli.app import COMMANDS, build_app
from wirewatch.cli.terminal import REFUSED

LINES = {name: line for commands in COMMANDS.values() for name, (line, _) in commands.items()}
NAMES = [*LINES, *(service.name for service in SERVICES)]


def helped(*words: str) -> str:
    answer = CliRunner().invoke(build_app(words[0] if words else ""), [*words, "--help"], env={"COLUMNS": "200"})

    assert answer.exit_code == 0
    return answer.output


def test_the_list_names_every_command_and_says_what_it_does() -> None:
    listed = helped()

    assert [name for name in NAMES if f" {name} " not in listed] == []
    assert [line for line in LINES.values() if line not in listed] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_command_that_is_asked_for_is_there_and_explains_itself(name: str) -> None:
    assert f"Usage: root {name}" in helped(name)


@pytest.mark.parametrize(("group", "inside"), [("alerts", "try"), ("dead-letters", "show"), ("demo", "receiver")])
def test_a_group_that_is_asked_for_has_its_commands(group: str, inside: str) -> None:
    assert f"Usage: root {group} {inside}" in helped(group, inside)


def test_ctrl_c_while_a_command_is_loaded_ends_it_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_asked: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "build_app", interrupted)
    monkeypatch.setattr(sys, "argv", ["wirewatch", "up"])
    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 130


def test_setup_says_which_setting_is_wrong(tmp_path: Path) -> None:
    newsroom, wrong = str(tmp_path), {"WIREWATCH_NOTIFIER_HEALTH_PORT": "no port"}
    CliRunner().invoke(build_app("init"), ["init", newsroom])

    answer = CliRunner().invoke(build_app("setup"), ["setup", newsroom], env=wrong)

    assert answer.exit_code == REFUSED
    assert "WIREWATCH_NOTIFIER_HEALTH_PORT" in answer.output
