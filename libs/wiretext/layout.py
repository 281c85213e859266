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
_BREAK = r"(?>\r\n|[\n\r\u2028\u2029\x85])"
_BLANK_LINE = re.compile(rf"{_BREAK}[ \t\u00a0\u3000]*{_BREAK}")
_CLOSING = "\"'”’“»›)]】」』）〉》〕］｝\u200f\u200e"
_STOPS = ".!?…‼⁇"
# A run of stops is read once, from its first; read from each of them, a megabyte of dots would take hours.
_STOP = re.compile(
    rf"(?<![{_STOPS}])(?P<blank>[{_STOPS}]++[{re.escape(_CLOSING)}]*+)(?=\s)"
    rf"|(?P<free>[。！？؟۔।॥።፧៕｡．܀։‽]+[{re.escape(_CLOSING)}]*)"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DAY_DIGITS = 2
_WORD_BEFORE = re.compile(r"[^\s(\[\"'«„“‘]+$")


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
    for start, end in lines:
        at = start
        for stop in _STOP.finditer(full_text, start, end):
            if stop.end() < end and not _goes_on(full_text, at, end, stop, language):
                found.append((at, stop.end()))
                at = _skip_blanks(full_text, stop.end(), end)
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


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _goes_on(text: str, start: int, end: int, stop: re.Match[str], language: str) -> bool:
    """Whether the sentence goes on after *stop*: before a lower-case letter, and after an abbreviation."""
    if stop["free"]:
        return False
    following = _skip_blanks(text, stop.end(), end)
    if text[following].islower() and script_of(text[following]) in CASED:  # Georgian has small letters only
        return True
    if stop["blank"] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 30), stop.start())
    return before is not None and _abbreviated(before[0], language)


def _abbreviated(word: str, language: str) -> bool:
    base = language.partition("-")[0]
    if word.isdigit():
        return len(word) <= _DAY_DIGITS and base in words_of("abbreviations", "ordinals")
    if len(word) == 1 and word.isupper():
        return True
    return word.lower() in _abbreviations(base) or _DOTTED.fullmatch(word) is not None


@cache
def _abbreviations(language: str) -> frozenset[str]:
    known = table("abbreviations")
    words = known["words"].get(known["like"].get(language, language), "")
    return frozenset(f"{known['words']['any']} {words}".split())
