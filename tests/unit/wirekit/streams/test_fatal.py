"""The one way out, seen from outside the process."""

from __future__ import annotations

import subprocess
import sys

import pytest


def ends(code: str) -> subprocess.CompletedProcess[str]:
    program = f"from wirekit.streams.watchdog import fatal, fatal_on_error\n{code}\nprint('went on')"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fatal('the lane stands still')", "the lane stands still"),
        ("fatal(ValueError('bad offset'))", "ValueError: bad offset"),
        ("with fatal_on_error():\n    raise KeyError('lost')", "KeyError: 'lost'"),
    ],
)
def test_a_fatal_end_says_why_dumps_the_stacks_and_exits_70(code: str, words: str) -> None:
    ended = ends(code)

    assert ended.returncode == 70
    assert words in ended.stdout + ended.stderr
    assert "most recent call first" in ended.stderr
    assert "went on" not in ended.stdout


def test_cancellation_and_success_pass() -> None:
    program = """
import asyncio
with fatal_on_error():
    pass
try:
    with fatal_on_error():
        raise asyncio.CancelledError
except asyncio.CancelledError:
    pass
"""
    ended = ends(program)

    assert (ended.returncode, ended.stdout) == (0, "went on\n")
