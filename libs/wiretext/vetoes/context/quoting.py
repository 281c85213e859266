"""Whether a name stands in quotation marks, with a blank inside them as French has it or without. Knows no words."""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading


def opens_quotation(hit: Hit, reading: Reading) -> bool:
    """Whether a quotation mark stands before the name."""
    return _is_mark(reading.text[max(0, hit.start - 2) : hit.start], QUOTES_OPEN)


def closes_quotation(hit: Hit, reading: Reading) -> bool:
    """Whether a quotation mark stands after the name."""
    return _is_mark(reading.text[hit.end : hit.end + 2][::-1], QUOTES_CLOSE)


def _is_mark(beside: str, marks: str) -> bool:
    """Whether the last of the characters *beside* a name is one of *marks*, or a blank after a double one."""
    return beside[-1:] in {*marks} or (beside[-1:] == " " and beside[:1] == '"')
