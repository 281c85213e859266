"""Trains the tagger's model, or measures the one there is: ``python -m models.tagger [--evaluate]``."""

from __future__ import annotations

import argparse
import sys
from importlib import resources
from pathlib import Path

from models.beside import SHARED
from models.tagger.learning import Settings
from models.tagger.report import attribution, section
from models.tagger.training import train


def main() -> None:
    """Write the model and the page that says what it was made of; or print tables of what it reaches."""
    parser = argparse.ArgumentParser(prog="python -m models.tagger", description=__doc__)
    parser.add_argument("--evaluate", action="store_true", help="print F1 on the development splits and the test sets")
    options = parser.parse_args()
    if not (SHARED / "data" / "ner").is_dir():
        parser.exit(2, f"the corpora are not there: {SHARED / 'data' / 'ner'}\n")
    if options.evaluate:
        sys.stdout.write(section())
        return
    model = train(Settings(), _note)
    folder = Path(str(resources.files("wiretext.tagging")))
    (folder / "tagger.model").write_bytes(model.to_bytes())
    (folder / "tagger.md").write_text(attribution(model.version), encoding="utf-8")
    _note(f"wrote {folder / 'tagger.model'}, version {model.version}")


def _note(line: str) -> None:
    sys.stderr.write(f"{line}\n")


main()
