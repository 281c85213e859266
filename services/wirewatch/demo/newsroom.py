"""The newsroom of the demo, written into a folder with the addresses at hand."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

IN_COMPOSE = {"feeds": "http://demo-feeds:8795", "receiver": "http://demo-receiver:8796"}
"""The addresses as the packaged files have them: the host names of docker-compose."""


def write_newsroom(directory: Path, *, feeds_url: str, receiver_url: str) -> None:
    """Copy the packaged newsroom into *directory*, which exists, for feeds and a receiver at these base URLs."""
    with as_file(files("wirewatch.demo") / "newsroom") as packaged:
        shutil.copyfile(packaged / "watchlist.yaml", directory / "watchlist.yaml")
        for name, old, new in (
            ("feeds.yaml", IN_COMPOSE["feeds"], feeds_url),
            ("endpoints.yaml", IN_COMPOSE["receiver"], receiver_url),
        ):
            text = (packaged / name).read_text(encoding="utf-8").replace(old, new)
            (directory / name).write_text(text, encoding="utf-8")
