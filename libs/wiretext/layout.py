r"""Finds the lines, paragraphs and sentences of ``title + "\\n\\n" + text``, as ranges of code points.

Never changes the text. A line ends at a line break; a paragraph at a blank line, and in text without any blank line
each line is one; a sentence at a full stop or its counterpart with the closing marks after it, or at the end of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wirekit.contracts import TITLE_SEPARATOR
from wiretext.scripts import CASED, script_of
from wiretext.tables import table, words_of

Range = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
_BREAK = r"(?:\r\n|[\n\u2028\u2029\x85]|\r(?!\n))"
_BLANK_LINE = re.compile(rf"{_BREAK}[ \t\u00a0\u3000]*{_BREAK}")
_CLOSING = "\"'”’“»›)]】」』）〉》〕］｝\u200f\u200e"
_STOPS, _FREE_STOPS = ".!?…‼⁇", "。！？؟۔।॥።፧៕｡．܀։‽"
_CLOSED = f"[{re.escape(_CLOSING)}]*+"
# A stop with its closing marks, and blanks. It begins with the set of all stops, which alone is searched for fast.
# A run of stops is read once, from its first; read from each of them, a megabyte of dots would take hours.
_STOP = re.compile(
    rf"([{_STOPS}{_FREE_STOPS}](?:(?<=[{_STOPS}])(?<![{_STOPS}]{{2}})[{_STOPS}]*+{_CLOSED}(?=\s)"
    rf"|(?<=[{_FREE_STOPS}])[{_FREE_STOPS}]*+{_CLOSED}))\s*+"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DAY_DIGITS = 2
_UP_TO_WORD = re.compile(r"(?:.*[\s(\[\"'«„“‘])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Layout:
    r"""Ranges of ``title + "\\n\\n" + text`` without surrounding blanks; the title is a paragraph of its own.

    Attributes:
        lines: Lines that are not blank, in order.
        paragraphs: Runs of lines.
        title_lines: How many of the lines belong to the title.
    """

    lines: tuple[Range, ...]
    paragraphs: tuple[Range, ...]
    title_lines: int


def layout(title: str, text: str) -> Layout:
    """The lines and paragraphs of *title* and *text*."""
    body = len(title) + len(TITLE_SEPARATOR)
    title_lines = _lines(title, 0)
    lines = _lines(text, body)
    paragraphs = [(title_lines[0][0], title_lines[-1][1])] if title_lines else []
    return Layout((*title_lines, *lines), (*paragraphs, *_paragraphs(text, body, lines)), len(title_lines))


def sentences(full_text: str, lines: tuple[Range, ...], language: str) -> tuple[Range, ...]:
    """The sentences of *full_text* inside its *lines*; *language* (BCP 47) tells ordinals from ends."""
    found: list[Range] = []
    base = language.partition("-")[0]
    for start, end in lines:
        at = start
        for stop in _STOP.finditer(full_text, start, end):
            if stop.end() < end and not _goes_on(full_text, at, stop, base):
                found.append((at, stop.end(1)))
                at = stop.end()
        if at < end:
            found.append((at, end))
    return tuple(found)


def _lines(text: str, offset: int) -> list[Range]:
    found = []
    for line in _LINE.finditer(text):
        inner = line[0].strip()
        if inner:
            start = line.start() + line[0].index(inner[0])
            found.append((offset + start, offset + start + len(inner)))
    return found


def _paragraphs(text: str, offset: int, lines: list[Range]) -> list[Range]:
    breaks = [offset + gap.start() for gap in _BLANK_LINE.finditer(text)]
    if not any(lines and lines[0][1] <= at < lines[-1][0] for at in breaks):
        return list(lines)
    found: list[Range] = []
    gaps = iter([*breaks, offset + len(text) + 1])
    gap = next(gaps)
    for start, end in lines:
        new = not found
        while start > gap:
            gap = next(gaps)
            new = True
        if new:
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end)
    return found


def _goes_on(text: str, start: int, stop: re.Match[str], base: str) -> bool:
    """Whether the sentence goes on after *stop*: before a lower-case letter, and after an abbreviation."""
    mark, following = stop[1], text[stop.end()]
    if mark[0] in _FREE_STOPS:
        return False
    if following.islower() and script_of(following) in CASED:  # Georgian has small letters only
        return True
    if mark != ".":
        return False
    before = text[max(start, stop.start() - 30) : stop.start()].rstrip()
    return _abbreviated(_UP_TO_WORD.sub("", before, count=1), base)


def _abbreviated(word: str, base: str) -> bool:
    if word.isdigit():
        return len(word) <= _DAY_DIGITS and base in words_of("abbreviations", "ordinals")
    if len(word) == 1 and word.isupper():
        return True
    return word.lower() in _abbreviations(base) or ("." in word and _DOTTED.fullmatch(word) is not None)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    known = table("abbreviations")
    words = known["words"].get(known["like"].get(language, language), "")
    return frozenset(f"{known['words']['any']} {words}".split())
