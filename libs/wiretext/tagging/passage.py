"""What a tagger is given and what it answers. Any object with a name, a version and ``process`` is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text to find names in: an article's title, two line breaks and text, in NFC.

    Attributes:
        text: The whole of it.
        sentences: Ranges of code points, in order; what lies in none need not be read.
        language: BCP 47; ``und`` when unknown.
        script: ISO 15924, of most of its letters.
    """

    text: str
    sentences: tuple[Range, ...]
    language: str
    script: str


class Tag(NamedTuple):
    """A name: a range of code points, ``person``, ``organization`` or ``place``, and how sure the tagger is, 0 to 1."""

    start: int
    end: int
    type: str
    confidence: float


class Tagger(Protocol):
    """Finds names. Its tags may overlap, lie anywhere and come in any order: whoever asks makes sense of them."""

    @property
    def name(self) -> str:
        """What it is, as operators know it."""
        ...

    @property
    def version(self) -> str:
        """Changes when it answers differently."""
        ...

    def process(self, batch: Sequence[Passage]) -> Iterable[Sequence[Tag]]:
        """The tags of each passage, in the order of *batch*."""
        ...
