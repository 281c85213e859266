"""Reads Uzbek words whole: *koʻchasi*, *bogʻ*, *maʼmur*, whose apostrophe is part of a letter, or a letter, of theirs.

Elsewhere an apostrophe parts words, and names are looked for by such parts. Knows no name.
"""

from __future__ import annotations

from wiretext.matching.reading import Reading

_LANGUAGE = "uz"
_MOST_PARTS = 4  # of a word, on either side: a hostile text is one word
_LETTER_BEFORE = frozenset("og")  # that makes another with an apostrophe: oʻ, gʻ


def whole_words(reading: Reading) -> Reading:
    """*reading*, whose words are whole where its text is Uzbek."""
    return _WholeWords(reading.normal, reading.language) if reading.language == _LANGUAGE else reading


class _WholeWords(Reading):
    """A reading in which each part of a word stands for the whole; how many parts there are stays the same."""

    def word(self, index: int) -> str:
        if not 0 <= index < len(self):
            return ""
        first = last = index
        while first > max(0, index - _MOST_PARTS) and self.between(first - 1, first) == "'":
            first -= 1
        while last + 1 < min(len(self), index + _MOST_PARTS) and self.between(last, last + 1) == "'":
            last += 1
        end = self.ends[last]
        ends_so = self.text[end - 1] in _LETTER_BEFORE and self.text.startswith("'", end)
        return self.text[self.starts[first] : end + ends_so]
