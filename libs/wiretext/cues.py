"""Lists of cue words: a word is on a list as it stands, or by its beginning (``univers*``). Compared in normal form."""

from __future__ import annotations

from collections.abc import Iterable

from wiretext.normal import normalise


class WordList:
    """Words, and beginnings of words."""

    def __init__(self, cues: Iterable[str] = ()) -> None:
        normal = {normalise(cue.rstrip("*")).text: cue.endswith("*") for cue in cues}
        self._whole = frozenset(normal)
        self._words = tuple(normal)
        self._beginnings = tuple(cue for cue, beginning in normal.items() if beginning)

    def __contains__(self, word: str) -> bool:
        return word in self._whole or (bool(self._beginnings) and word.startswith(self._beginnings))

    def begins(self, text: str) -> bool:
        """Whether *text*, in a script without blanks, begins with a word of the list."""
        return text.startswith(self._words)

    def ends(self, text: str) -> bool:
        """Whether *text*, in a script without blanks, ends with a word of the list."""
        return text.endswith(self._words)
