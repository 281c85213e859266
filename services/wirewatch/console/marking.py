"""Which stretches of an article's text are marked on the alert page: evidence sentences, and the names in them.

Works on offsets alone: the text stays plain text, escaped by the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from wirekit.contracts import Evidence


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text with one look: part of the evidence or not, and the entity it names, if any."""

    text: str
    is_evidence: bool = False
    entity_id: str | None = None


def marked_lines(text: str, evidence: Iterable[Evidence]) -> tuple[tuple[Segment, ...], ...]:
    """The lines of *text* (title, empty line, text) cut into segments; offsets outside the text mark nothing."""
    proofs = tuple(evidence)
    sentences = [(proof.position.start, proof.position.end) for proof in proofs]
    names = [(m.start, m.end, m.entity_id) for proof in proofs for m in proof.mentions]
    lines: list[tuple[Segment, ...]] = []
    start = 0
    for line in text.split("\n"):
        lines.append(tuple(_segments(text, start, start + len(line), sentences, names)))
        start += len(line) + 1
    return tuple(lines)


def _segments(
    text: str, start: int, end: int, sentences: Sequence[tuple[int, int]], names: Sequence[tuple[int, int, str]]
) -> Iterator[Segment]:
    spans = [*sentences, *((first, last) for first, last, _ in names)]
    cuts = sorted(edge for edge in {start, end, *chain.from_iterable(spans)} if start <= edge <= end)
    for left, right in pairwise(cuts):
        entity = next((entity for first, last, entity in names if first <= left and right <= last), None)
        yield Segment(text[left:right], any(first <= left and right <= last for first, last in sentences), entity)
