"""The folder that the children read from: gone with the process, or cleared away by the next."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE

import pytest

from wirewatch.enricher.adapters.files import WatchlistFiles

ANOTHER = """
import sys, tempfile
from wirewatch.enricher.adapters.files import WatchlistFiles
tempfile.tempdir = sys.argv[1]
with WatchlistFiles():
    print("there", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_killed_process_left_is_cleared_away_and_what_a_living_one_has_is_not(shared: Path) -> None:
    command = [sys.executable, "-c", ANOTHER, str(shared)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "there\n"
        with WatchlistFiles():
            beside_the_living = len(list(shared.iterdir()))
        other.kill()
        other.wait()
        left = len(list(shared.iterdir()))
        with WatchlistFiles():
            beside_the_dead = len(list(shared.iterdir()))

    assert (beside_the_living, left, beside_the_dead) == (2, 1, 1)
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("name", ["wirewatch-enricher-of-mine", "wirewatch-poller-1"])
def test_what_no_enricher_made_is_left_alone(shared: Path, name: str) -> None:
    (shared / name).mkdir()
    (shared / name / "notes").touch()

    with WatchlistFiles():
        pass
    assert [path.name for path in shared.iterdir()] == [name]
