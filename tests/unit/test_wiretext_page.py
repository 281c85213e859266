"""docs/wiretext.md prints what it says it prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "wiretext.md"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def printed(*code: str) -> str:
    return subprocess.run([sys.executable, "-c", "\n".join(code)], check=True, capture_output=True, text=True).stdout


def test_the_example_prints_what_stands_below_it() -> None:
    example, _ = blocks("python")
    (told,) = blocks("text")

    assert printed(example) == told


def test_an_enricher_with_a_tagger_and_topics_is_made_as_the_page_says() -> None:
    text = "Bulk carriers waited at Odesa for the grain corridor, said Tomas Ilk. Trade, exports and tariffs grew."
    code = f"""article = enricher.enrich_text("1", "Ports", {text!r})
print([mention.surface for mention in article.mentions], [topic.code for topic in article.topics])"""

    told = printed(*blocks("python"), code).splitlines()[-1]

    assert ("Tomas Ilk" in told, "desk:corridor" in told) == (True, True)
