"""Tells title, lead, body and boilerplate apart, by whole lines but for links and credits in the midst of one.

Boilerplate is what a page adds to an article: links to other articles, lists of the most read, credits, bylines,
invitations to subscribe. What the lines say is in ``boilerplate.yaml``. Never deletes a line.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from wirekit.contracts import BOILERPLATE, Zone
from wiretext.layout import Layout, Range
from wiretext.normal import Normalised, normalise
from wiretext.scripts import UNSPACED, script_of
from wiretext.tables import table

TITLE, LEAD, BODY = "title", "lead", "body"

_MARKS = r"[^\w]*(?:\d{1,2}[.)] *)?"  # bullets, arrows, brackets, list numbers
_NUMBERED = re.compile(r"[^\w]*\d{1,2}[.)]|[-*•·>]")
_SEPARATOR = r" *(?:[:|/>=՝]|-(?= )|·)"
_LABELLED = re.compile(r"[^\w]*(?P<label>[^\W\d][^:՝፦\"\n]{1,30})[:՝፦] *(?=[^\s\"'])(?P<rest>.*)")
_LABEL_WORDS = 4
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 6  # of a headline after a label; letters in a script without blanks
_CLOSING = "\"')]}）」』】》"
_ENDINGS = ".!?…。！？؟۔।։።၊။"
_LED = re.compile(r"(?:[.!?…。！？؟۔।։၊။][\"')\]»]* +|\()([^.!?…。！？؟۔।:()]{2,40})$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।։၊။][\"')\]]*(?: +|$)")
_LONGEST = 400  # code points of a line that can be boilerplate
_LONGEST_HEADING = 50
_HEADING_WORDS = 6
_NAME_WORDS = 6


def zones(normal: Normalised, layout: Layout) -> tuple[Zone, ...]:
    """The zones of an article: every line that is not blank lies in exactly one."""
    lines = (
        piece
        for line, kind in zip(layout.lines, _kinds(normal, layout), strict=True)
        for piece in (_pieces(normal, line, kind) if kind in {LEAD, BODY} else ((line, kind),))
    )
    return tuple(_zone(kind, [line for line, _ in group]) for kind, group in groupby(lines, key=itemgetter(1)))


def zone_at(marked: Sequence[Zone], place: int) -> str:
    """The kind of that of the zones *marked* in which the character at *place* lies."""
    return marked[bisect.bisect(marked, place, key=lambda zone: zone.start) - 1].kind


def _zone(kind: str, lines: list[Range]) -> Zone:
    return Zone(start=lines[0][0], end=lines[-1][1], kind=kind)


def _pieces(normal: Normalised, line: Range, kind: str) -> Iterator[tuple[Range, str]]:
    """A line of the article by what is part of it and what is set aside in its midst; blanks go with what is before."""
    start, end = line
    first, last = normal.index(start), normal.index(end)
    for extra in _inserted(normal.text, first, last):
        at, until = (normal.start(each) for each in extra)
        if start < at < until < end:
            yield (start, at), kind
            yield (at, until), BOILERPLATE
            start = until
        elif start < at:
            yield (start, at), kind
            yield (at, end), BOILERPLATE
            return
    yield (start, end), kind


def _inserted(text: str, first: int, last: int) -> Iterator[Range]:
    """What stands among the sentences from *first* to *last* and is none: *Read also: …*, *(Photo: …)*."""
    colon = text.find(":", first, last)
    while colon >= 0:
        led = _LED.search(text, max(first, colon - _LONGEST_HEADING), colon)
        if led is not None and led.start() > first:
            bracket = led[0][0] == "("
            end = text.find(")", colon, last) + 1 if bracket else _sentence_end(text, colon, last)
            if end > 0 and _cues().is_inserted(led[1].strip(), bracket=bracket):
                yield led.start(1) - bracket, end
        colon = text.find(":", colon + 1, last)


def _sentence_end(text: str, start: int, last: int) -> int:
    """Where the sentence ends that goes on at *start*, with the blanks behind it; *last* at the latest."""
    found = _SENTENCE_END.search(text, start, last)
    return found.end() if found else last


def _kinds(normal: Normalised, layout: Layout) -> Iterator[str]:
    yield from [TITLE] * layout.title_lines
    paragraphs = iter(layout.paragraphs[1:] if layout.title_lines else layout.paragraphs)
    paragraph = lead = None
    listing = False
    closing = _closing_links(normal, layout)
    for start, end in layout.lines[layout.title_lines :]:
        if paragraph is None or start >= paragraph[1]:
            paragraph = next(paragraphs)
            listing = listing and len(layout.paragraphs) == len(layout.lines)
        text = normal.text[normal.index(start) : normal.index(end)].strip()
        heading = _cues().heads_list(text)
        listing = heading or (listing and _is_item(text))
        if listing or start >= closing or _cues().is_extra(text) or _is_byline(text, normal.source[start:end]):
            yield BOILERPLATE
        else:
            lead = lead or paragraph
            yield LEAD if paragraph == lead else BODY


def _closing_links(normal: Normalised, layout: Layout) -> int:
    """Where the links begin that close the page: *Label: headline*, without a full stop, where other lines have one.

    The end of the text where there are none. So a label in a language of which no cue is known is one, too; and a short
    line below it, such as how to unsubscribe.
    """
    at = len(normal.source)
    for start, end in reversed(layout.lines[layout.title_lines + 1 :]):
        text = normal.text[normal.index(start) : normal.index(end)].strip()
        if _is_labelled(text):
            at = start
        elif _ends_sentence(text):
            return at
        elif at < len(normal.source) or len(text) > _LONGEST_HEADING:
            return len(normal.source)
    return len(normal.source)


def _is_labelled(text: str) -> bool:
    found = _LABELLED.fullmatch(text)
    if found is None or len(text) > _LONGEST or _ends_sentence(text) or found["label"].count(" ") >= _LABEL_WORDS:
        return False
    rest = found["rest"]
    return len(rest) >= _FEWEST_LETTERS if script_of(rest[0]) in UNSPACED else rest.count(" ") + 1 >= _FEWEST_WORDS


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _ENDINGS


class _Cues:
    """The tables of ``boilerplate.yaml`` as patterns over a normalised line."""

    def __init__(self, tables: dict[str, dict[str, dict[str, list[str]]]]) -> None:
        strong, weak, heading = (self._alternatives(tables[kind]) for kind in ("strong", "weak", "heading"))
        self._extra = re.compile(
            rf"{_MARKS}(?:(?:{strong})|(?:{weak}) *(?:$|{_SEPARATOR})|(?:{heading})[^\W_]*{_SEPARATOR})"
        )
        self._strong, self._credit = re.compile(rf"(?:{strong})"), re.compile(rf"(?:{strong}|{weak})")
        self._alone = re.compile(rf"{_MARKS}(?:{weak})[^\w]*")
        self._heading = re.compile(rf"(?:^|(?<![^\W_]))(?:{heading})")
        self.bylines = re.compile(rf"{_MARKS}(?:{self._alternatives(tables['byline'])})")

    def is_extra(self, text: str) -> bool:
        """Whether the line is boilerplate by itself."""
        return len(text) <= _LONGEST and self._extra.match(text) is not None

    def is_inserted(self, label: str, *, bracket: bool) -> bool:
        """Whether *label* before a colon says that what follows is no part of the text, alone or in a *bracket*."""
        return (self._credit if bracket else self._strong).fullmatch(label) is not None

    def heads_list(self, text: str) -> bool:
        """Whether the line opens a list that is boilerplate: a few words that end no sentence."""
        if len(text) > _LONGEST_HEADING or text.count(" ") >= _HEADING_WORDS or text[-1:] in _ENDINGS:
            return False
        return self._heading.search(text) is not None or self._alone.fullmatch(text) is not None

    @staticmethod
    def _alternatives(groups: dict[str, dict[str, list[str]]]) -> str:
        phrases = (str(phrase) for group in groups.values() for words in group.values() for phrase in words)
        by_first = groupby(sorted({_pattern(phrase) for phrase in phrases}), key=itemgetter(0))
        return "|".join(f"{first}(?:{'|'.join(rest for _, rest in group)})" for first, group in by_first)


def _pattern(phrase: str) -> tuple[str, str]:
    """Regular expressions for a cue's first character and its rest; one that ends in ``*`` is the beginning of a word.

    Apart, for of cues that begin alike all but one are passed over at once.
    """
    normal = normalise(phrase.rstrip("*")).text
    whole = not phrase.endswith("*") and script_of(normal[-1]) not in UNSPACED
    return re.escape(normal[0]), re.escape(normal[1:]) + (r"(?![^\W_])" if whole else "")


def _is_item(text: str) -> bool:
    """Whether a line after the heading of a list belongs to it: it is numbered, or ends no sentence."""
    return text[-1:] not in _ENDINGS or _NUMBERED.match(text) is not None


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    return _Cues(table("boilerplate"))


def _is_byline(text: str, line: str) -> bool:
    """Whether *line*, normalised *text*, is ``By`` and names."""
    if _cues().bylines.match(text) is None:
        return False
    names = line.split()[1:]
    return 0 < len(names) <= _NAME_WORDS and all(name[0].isupper() for name in names) and line[-1] not in _ENDINGS
