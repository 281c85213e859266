"""Goes through an article for names that are heard word by word, by their first word. Compares no sounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from wiretext.matching.reading import MOST_BEGINNINGS, Reading
from wiretext.matching.sound.listed import Name
from wiretext.picking import Picker
from wiretext.remembering import Remembered


class BeginningWords:
    """The words with which names may begin.

    *begun* says which may with a word in a text of a language; *goes_on*, whether the other parts follow a word.
    """

    def __init__(
        self,
        begun: Callable[[tuple[str, str]], tuple[Name, ...]],
        goes_on: Callable[[tuple[str, ...], int, Reading], bool],
    ) -> None:
        self._begun = Remembered(begun, 1 << 15)
        self._beginning = Picker(lambda *asked: bool(begun(asked)))
        self._goes_on = goes_on

    def heard(self, reading: Reading) -> Iterator[tuple[range, Name]]:
        """The words of *reading* that may be a name, by their numbers, and the name."""
        words = self._beginning.among(reading.naming, reading, reading.language)
        for first in islice(words, MOST_BEGINNINGS):
            for name in self._begun[reading.word(first), reading.language]:
                if self._goes_on(name.parts, first, reading):
                    yield range(first, first + len(name.parts)), name
