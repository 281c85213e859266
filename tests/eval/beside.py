"""Which of the data beside the project is scored, and how it is read."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from models.beside import SHARED

ROOT = Path(__file__).parents[2]
PAIRS = SHARED / "eval" / "pairs"
LANGUAGE_WORK = SHARED / "eval" / "nlp"
ARTICLES = SHARED / "data" / "bench" / "articles-30-languages.json.gz"


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a packed file, without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
