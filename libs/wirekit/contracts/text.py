"""Writes text as it goes on the wire: composed (NFC). Knows no markup and changes no words."""

from __future__ import annotations

import unicodedata

# Python sorts the marks on a letter in quadratic time, so a run of them is composed piece by piece.
_PIECE = 1024  # code points
_JAMO = range(0x1160, 0x1200)  # vowels and finals of Hangul, which compose with what is before them


def composed(text: str) -> str:
    """*text* in NFC (UAX #15); of over a thousand marks on one letter the late ones are not sorted among the early."""
    pieces, start = [], 0
    while start < len(text):
        end = _end(text, start)
        pieces.append(unicodedata.normalize("NFC", text[start:end]))
        start = end
    return "".join(pieces)


def _end(text: str, start: int) -> int:
    """Where a piece ends: before a character that composes with none before it, if there is one."""
    furthest = start + _PIECE
    if furthest >= len(text):
        return len(text)
    end = furthest
    while end > start and (unicodedata.category(text[end])[0] == "M" or ord(text[end]) in _JAMO):
        end -= 1
    return end if end > start else furthest
