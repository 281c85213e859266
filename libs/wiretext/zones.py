"""Tells title, lead, body and boilerplate apart, by whole lines.

Boilerplate is what a page adds to an article: links to other articles, lists of the most read, credits, bylines,
invitations to subscribe. What the lines say is in ``boilerplate.yaml``. Never deletes a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from wirekit.contracts import Zone
from wiretext.layout import Layout
from wiretext.normal import normalise
from wiretext.scripts import UNSPACED, script_of
from wiretext.tables import table

TITLE, LEAD, BODY, BOILERPLATE = "title", "lead", "body", "boilerplate"

_MARKS = r"[^\w]*(?:\d{1,2}[.)] *)?"  # bullets, arrows, brackets, list numbers
_SEPARATOR = r" *(?:[:|/>]|-(?= )|·)"
_LONGEST = 400  # code points of a line that can be boilerplate
_HEADING_WORDS = 3
_NAME_WORDS = 6


def zones(full_text: str, layout: Layout) -> tuple[Zone, ...]:
    """The zones of *full_text*: every line that is not blank lies in exactly one."""
    found: list[Zone] = []
    for (start, end), kind in zip(layout.lines, _kinds(full_text, layout), strict=True):
        if found and found[-1].kind == kind:
            found[-1] = Zone(start=found[-1].start, end=end, kind=kind)
        else:
            found.append(Zone(start=start, end=end, kind=kind))
    return tuple(found)


def _kinds(full_text: str, layout: Layout) -> Iterator[str]:
    yield from [TITLE] * layout.title_lines
    paragraphs = iter(layout.paragraphs[1:] if layout.title_lines else layout.paragraphs)
    paragraph = lead = None
    listing = False
    for line in layout.lines[layout.title_lines :]:
        if paragraph is None or line[0] >= paragraph[1]:
            paragraph = next(paragraphs)
            listing = False
        text = normalise(full_text[slice(*line)]).text.strip()
        heading = _cues().heading(text)
        if heading or listing or _cues().line(text) or _byline(full_text[slice(*line)]):
            listing = listing or heading
            yield BOILERPLATE
        else:
            lead = lead or paragraph
            yield LEAD if paragraph == lead else BODY


class _Cues:
    """The tables of ``boilerplate.yaml`` as patterns over a normalised line."""

    def __init__(self, tables: dict[str, dict[str, dict[str, list[str]]]]) -> None:
        strong, weak, heading = (self._alternatives(tables[kind]) for kind in ("strong", "weak", "heading"))
        self._line = re.compile(rf"{_MARKS}(?:(?:{strong})|(?:{weak}) *(?:$|{_SEPARATOR}))")
        self._heading = re.compile(
            rf"{_MARKS}(?:{heading})(?: *$|{_SEPARATOR}|(?: +[^ ]+){{1,{_HEADING_WORDS}}}$|[^ ]{{1,6}}$)"
        )
        self.bylines = re.compile(rf"{_MARKS}(?:{self._alternatives(tables['byline'])})")

    def line(self, text: str) -> bool:
        """Whether the line is boilerplate by itself."""
        return len(text) <= _LONGEST and self._line.match(text) is not None

    def heading(self, text: str) -> bool:
        """Whether the line opens a list that is boilerplate."""
        return len(text) <= _LONGEST and self._heading.match(text) is not None

    @staticmethod
    def _alternatives(groups: dict[str, dict[str, list[str]]]) -> str:
        phrases = {normalise(phrase).text for group in groups.values() for words in group.values() for phrase in words}
        return "|".join(
            re.escape(phrase) + ("" if script_of(phrase[-1]) in UNSPACED else r"(?![^\W_])")
            for phrase in sorted(phrases, key=len, reverse=True)
        )


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    return _Cues(table("boilerplate"))


def _byline(line: str) -> bool:
    """Whether *line* is ``By`` and names."""
    head = _cues().bylines.match(normalise(line).text)
    if head is None or len(line) > _LONGEST:
        return False
    words = line.split()[1:]
    return 0 < len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words) and line[-1] not in ".!?"
