"""What reaches the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wirewatch.cli.terminal import complain, printable, say


@pytest.mark.parametrize(
    ("worded", "shown"),
    [
        ("\x1b[2J\x1b]0;owned\x07", "\\u001b[2J\\u001b]0;owned\\u0007"),
        ("one\r\nwirewatch │ two\u2028three", "one\\u000d\\u000awirewatch │ two\\u2028three"),
        ("\x9b31m \u202ereversed", "\\u009b31m \\u202ereversed"),
        ("\ud800", "\\ud800"),
        ("كيم ‌a 👩‍🚀\tŠojgu", "كيم ‌a 👩‍🚀\tŠojgu"),
    ],
)
def test_a_feed_can_neither_drive_the_terminal_nor_forge_a_line(worded: str, shown: str) -> None:
    assert printable(worded) == shown


def test_json_stays_json(capsys: pytest.CaptureFixture[str]) -> None:
    say(json.dumps({"title": "\x9b\u202e"}, ensure_ascii=False))

    assert json.loads(capsys.readouterr().out) == {"title": "\x9b\u202e"}


def test_a_complaint_may_have_several_lines(capsys: pytest.CaptureFixture[str]) -> None:
    complain("one\ntwo\x1b")

    assert capsys.readouterr().err == "one\ntwo\\u001b\n"


def test_a_terminal_that_lacks_a_character_gets_it_written_out(tmp_path: Path) -> None:
    (tmp_path / "watchlist.yaml").write_text("{entities: [], watches: []}", encoding="utf-8")
    command = [sys.executable, "-c", "from wirewatch.cli import main; main()", "alerts", "try", "Шойгу“"]

    ended = subprocess.run(
        command, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
