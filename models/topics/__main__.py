"""Trains the topic model, or with ``--evaluate`` measures the one that is shipped."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from models.topics.evaluation import report
from models.topics.making import made
from models.topics.sources import DATA, sentences

MODEL = Path(__file__).parents[2] / "libs" / "wiretext" / "topics" / "topics.model"


def main() -> None:
    """Write the model, or print how good it is."""
    arguments = argparse.ArgumentParser(prog="python -m models.topics", description=__doc__)
    arguments.add_argument(
        "--evaluate", action="store_true", help="print the quality of the shipped model, as Markdown"
    )
    given = arguments.parse_args()
    if not DATA.is_dir():
        arguments.exit(2, f"the data sets are not there: {DATA}\n")
    if given.evaluate:
        sys.stdout.write(report(sentences(held_out=True)) + "\n")
    else:
        MODEL.write_bytes(made(sentences(held_out=False)))


if __name__ == "__main__":
    main()
