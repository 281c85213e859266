"""Where a newsroom is looked for when none is named: in the current folder, else in ./newsroom. Reads no file of it."""

from __future__ import annotations

from pathlib import Path

FEEDS_FILE, WATCHLIST_FILE, ENDPOINTS_FILE = "feeds.yaml", "watchlist.yaml", "endpoints.yaml"
DEFAULT_DIR = Path("newsroom")


def nearest_newsroom() -> Path:
    """The current folder, where it has a watchlist.yaml; else ./newsroom, whether it is there or not."""
    here = Path.cwd()
    return here if (here / WATCHLIST_FILE).exists() else DEFAULT_DIR


def absence(directory: Path) -> str:
    """What to say of a newsroom that is not there, and of the other place where it was looked for."""
    here = f", nor a {WATCHLIST_FILE} in this folder" if directory == nearest_newsroom() else ""
    return f"{directory} is not there{here}: `wirewatch init {directory}` makes a newsroom"
