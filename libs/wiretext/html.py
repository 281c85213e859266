"""Turns HTML into plain text: block elements and ``<br>`` end a line, a paragraph is followed by a blank line.

Never renders, fetches or runs anything, and keeps no markup. Scripts, styles and what a reader cannot see are dropped.
Parsing streams through a parser target, so nesting costs no recursion.
"""

from __future__ import annotations

import re
from collections.abc import Sized

from lxml import etree

from wirekit.contracts import RawArticle

_SILENT = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "select", "button",
    "textarea",
})  # fmt: skip
_PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "figure"}
)
_LINES = frozenset({
    "div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "nav", "aside", "main", "form", "hr",
    "figcaption", "address", "fieldset", "details", "summary", "caption", "center", "body",
})  # fmt: skip
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z!/?]|&(?:#\d|#x|[a-zA-Z]+;)")
_BLANK = r"\t\r\f\v\u00a0\u2002-\u200a\u202f\u3000"
_BLANKS = re.compile(rf"[{_BLANK}][ {_BLANK}]*| [ {_BLANK}]+")  # all but one space, which may stay
_BLANK_LINES = re.compile(r"\n\n\n+")
_CONTROL = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
_CONTROLS = re.compile(f"[{_CONTROL}]")
_ODD = re.compile(f"[{_CONTROL}{_BLANK}]")
_PIECE = 16 * 1024  # characters that are parsed at once, and those up to the next tag
_DEEPEST = 1000  # elements inside each other
_MOST_ELEMENTS, _MOST_ATTRIBUTES = 10_000, 1000  # of a page, of an element: trafilatura's time is quadratic in both
_ENOUGH = 200  # characters of main text below which a page is read whole


def article_text(raw: RawArticle) -> str:
    """The text of *raw*: main text of the page, else the content, else the summary that the feed carried."""
    if raw.page_html and (text := main_text(raw.page_html)):
        return text
    for fragment in (raw.content_html, raw.summary_html):
        if fragment and (text := plain_text(fragment)):
            return text
    return ""


def main_text(page: str) -> str:
    """The article's own text from a whole *page*; the page's whole text where no article is recognised."""
    import trafilatura  # noqa: PLC0415 - it loads as long as all of ours, and most feeds bring no pages

    read = _read(page)
    whole = _tidy(read.close())
    if read.elements > _MOST_ELEMENTS or read.attributes > _MOST_ATTRIBUTES:
        return whole
    try:
        found = trafilatura.extract(page, include_comments=False, include_tables=False, deduplicate=False)
    except RecursionError:  # lxml trees nest without bound, trafilatura walks them recursively
        found = None
    text = _tidy(found or "")
    return text if len(text) >= _ENOUGH else max(whole, text, key=len)


def plain_text(fragment: str) -> str:
    """The text of an HTML *fragment*; text without markup passes with its own line breaks."""
    return _tidy(_read(fragment).close() if _LOOKS_LIKE_HTML.search(fragment) else fragment)


def _read(fragment: str) -> _TextTarget:
    """What a parser found in *fragment*, or several, one after the other, where it nests deeper than any page.

    For an end tag the parser looks through all open elements, in quadratic time if they are many.
    """
    fragment = _CONTROLS.sub(" ", fragment)
    target, end = _TextTarget(), 0
    while end < len(fragment):
        parser = etree.HTMLParser(target=target)  # type: ignore[call-overload]  # the stub wants optional methods too
        while end < len(fragment) and target.depth <= _DEEPEST:
            start, end = end, fragment.find("<", end + _PIECE)
            end = len(fragment) if end < 0 else end
            parser.feed(fragment[start:end])
        parser.close()
    return target


def _tidy(text: str) -> str:
    """Collapse blanks within lines and runs of blank lines."""
    if odd := _ODD.search(text):
        text = _CONTROLS.sub(" ", text).replace("\r\n", "\n")
    lines = text.splitlines()
    if odd or "  " in text:
        lines = [_BLANKS.sub(" ", line) for line in lines]
    tidy = "\n".join(map(str.strip, lines)).strip()
    return _BLANK_LINES.sub("\n\n", tidy) if "\n\n\n" in tidy else tidy


class _TextTarget:
    """Collects text from parser events; line feeds of the source are blanks, except inside ``<pre>``.

    Attributes:
        depth: How many elements are open.
        elements: How many there were.
        attributes: The most of one element.
    """

    def __init__(self) -> None:
        self.depth = self.elements = self.attributes = 0
        self._parts: list[str] = []
        self._silent = 0
        self._preformatted = 0
        self._breaks = 0  # line feeds due before the next word

    def start(self, tag: str, attributes: Sized, /) -> None:
        self.depth += 1
        self.elements += 1
        self.attributes = max(self.attributes, len(attributes))
        self._silent += tag in _SILENT
        self._preformatted += tag == "pre"
        if tag == "br":
            self._end_line()
            self._parts.append("\n")
        else:
            self._break(tag)

    def end(self, tag: str, /) -> None:
        self.depth -= 1
        self._silent -= tag in _SILENT
        self._preformatted -= tag == "pre"
        self._break(tag)

    def data(self, data: str, /) -> None:
        if self._silent or (self._breaks and data.isspace()):
            return
        self._end_line()
        self._parts.append(data if self._preformatted else data.replace("\r", " ").replace("\n", " "))

    def close(self) -> str:
        return "".join(self._parts)

    def _end_line(self) -> None:
        """Write the line feeds that are due; the one that ``<br>`` wrote counts."""
        if self._parts and self._parts[-1] == "\n":
            self._breaks -= 1
        self._parts.append("\n" * self._breaks)
        self._breaks = 0

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._breaks = 2
        elif tag in _LINES:
            self._breaks = max(self._breaks, 1)
