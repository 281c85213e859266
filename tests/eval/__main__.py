"""``make eval``: scores the language work and writes docs/quality.md; sections can be named to write only those."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from models.beside import SHARED
from models.tagger import report as tagger
from tests.eval import doubts, duplicates, languages, matching, sentences, starter, topics
from tests.eval.beside import ROOT

PAGE = ROOT / "docs" / "quality.md"
SECTIONS: Mapping[str, Callable[[], str]] = {
    "matching": matching.section,
    "doubts": doubts.section,
    "starter": starter.section,
    "languages": languages.section,
    "topics": topics.section,
    "tagger": tagger.section,
    "sentences": sentences.section,
    "duplicates": duplicates.section,
}


def main() -> int:
    """Score and write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], help="default: all")
    chosen = parser.parse_args().sections or [*SECTIONS]
    if not SHARED.is_dir():
        sys.stdout.write("the labelled data is not beside the project: nothing is scored\n")
        return 0
    for name in chosen:
        text = SECTIONS[name]()
        sys.stdout.write(f"## {name}\n\n{text}\n")
        write(PAGE, name, text)
    return 0


def write(page: Path, name: str, text: str) -> None:
    """Put *text* between the marks of section *name* on *page*, which has them."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    page.write_text(pattern.sub(lambda _: f"{begin}{text}{end}", page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
