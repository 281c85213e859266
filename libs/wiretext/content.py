"""What of an article is its own: the title and the text, without what the page adds to them (``zones``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

import numpy as np

from wiretext.normal import normalise
from wiretext.words import Words

if TYPE_CHECKING:
    from wiretext.scripts import Bounds
    from wiretext.vocabulary import Places


class Content:
    """The *ranges* of the text of *words* that are the article's own; its title ends at *title_end*.

    Attributes:
        words: The words of the whole article.
        places: Which of them are its own, by their numbers.
        text: Its own text, normalised.
        title: The title, normalised.
    """

    def __init__(self, words: Words, ranges: Sequence[tuple[int, int]], title_end: int) -> None:
        starts, _ = words.bounds
        edges = starts.searchsorted(np.array(ranges, np.intp).reshape(-1, 2)).tolist()
        self.words = words
        self.places: Places = np.concatenate([np.arange(0), *(np.arange(*each) for each in edges)])
        self.text = "\n".join(words.text[start:end] for start, end in ranges)
        self.title = words.text[:title_end]

    @classmethod
    def of(cls, text: str, title: str = "") -> Self:
        """All of a *text*, which begins with its *title*."""
        normal = normalise(text)
        return cls(Words(normal), [(0, len(normal.text))], normal.index(len(title)))

    @property
    def bounds(self) -> Bounds:
        """Where its own words begin and end in the text of ``words``."""
        starts, ends = self.words.bounds
        return starts[self.places], ends[self.places]
