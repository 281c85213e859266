"""Decides how close together the entities of a watch stand: in one sentence, paragraph, window of tokens, or article.

The title is a sentence and a paragraph of its own; a window runs over title and text alike. Never reads the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wirealert.counting import Occurrence, met
from wirealert.tokens import token_starts
from wirekit.contracts import TITLE_SEPARATOR, EnrichedArticle, Span, Watch, Window

SENTENCE, PARAGRAPH, WINDOW, ARTICLE = "sentence", "paragraph", "window", "article"
_SATISFIES = {
    SENTENCE: (SENTENCE,),
    PARAGRAPH: (SENTENCE, PARAGRAPH),
    ARTICLE: (SENTENCE, PARAGRAPH, ARTICLE),
}


@dataclass(frozen=True, slots=True)
class Units:
    """Stretches of an article that do not overlap, ascending; the title is one of them."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, article: EnrichedArticle, spans: Iterable[Span]) -> Units:
        """The title of *article*, and those of *spans* that lie in its text."""
        body = len(article.title) + len(TITLE_SEPARATOR)
        title = (Span(start=0, end=len(article.title)),) if article.title else ()
        rest = sorted((span for span in spans if span.start >= body), key=lambda span: span.start)
        units = (*title, *rest)
        return cls(units, tuple(span.start for span in units))

    def at(self, offset: int) -> Span | None:
        """The unit that holds the code point at *offset*; None between units."""
        index = bisect_right(self.starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None

    def holding(self, found: tuple[Occurrence, ...]) -> dict[Span, tuple[Occurrence, ...]]:
        """The units in which at least one of *found* begins, in text order, with what begins there."""
        held: dict[Span, list[Occurrence]] = defaultdict(list)
        for occurrence in found:
            if (unit := self.at(occurrence.mention.start)) is not None:
                held[unit].append(occurrence)
        return {unit: tuple(inside) for unit, inside in held.items()}


@dataclass(frozen=True, slots=True)
class Closeness:
    """The closest scope that holds enough entities, whether that satisfies the watch, and what stands in it.

    ``counting`` is what stands in the watch's own scope, which may be wider; everything where that is not satisfied.
    """

    scope: str
    in_scope: bool
    together: tuple[Occurrence, ...]
    counting: tuple[Occurrence, ...]


def closeness(watch: Watch, article: EnrichedArticle, found: tuple[Occurrence, ...]) -> Closeness:
    """How close together *found*, which meets enough groups of *watch* somewhere in *article*, stands."""
    window = _window(watch.scope, watch.needed, article, found) if isinstance(watch.scope, Window) else ()
    found = window or found
    scope, together = (WINDOW if window else ARTICLE), found
    for name, spans in ((SENTENCE, article.sentences), (PARAGRAPH, article.paragraphs)):
        if inside := _together(Units.of(article, spans), found, watch.needed):
            scope, together = name, inside
            break
    satisfied = bool(window) if isinstance(watch.scope, Window) else scope in _SATISFIES[watch.scope]
    own = {SENTENCE: article.sentences, PARAGRAPH: article.paragraphs}.get(str(watch.scope))
    counting = _together(Units.of(article, own), found, watch.needed) if own is not None and satisfied else found
    return Closeness(scope, satisfied, together, counting)


def tightest(
    found: tuple[Occurrence, ...], needed: int, width: Callable[[Occurrence, Occurrence], int]
) -> tuple[Occurrence, ...]:
    """The consecutive part of *found* (in text order) that meets *needed* groups and is narrowest by *width*.

    Args:
        found: What counts, in text order.
        needed: How many groups must be met.
        width: How wide the stretch from the first to the last occurrence is.

    Returns:
        The part, the first one where several are equally narrow; empty where *found* does not meet enough groups.
    """
    best: tuple[Occurrence, ...] = ()
    groups: Counter[int] = Counter()
    left = 0
    for right, last in enumerate(found):
        groups.update(last.groups)
        while len(groups) >= needed:
            if not best or width(found[left], last) < width(best[0], best[-1]):
                best = found[left : right + 1]
            groups.subtract(found[left].groups)
            groups = +groups
            left += 1
    return best


def _together(units: Units, found: tuple[Occurrence, ...], needed: int) -> tuple[Occurrence, ...]:
    """What stands in the units that hold enough."""
    held = units.holding(found).values()
    return tuple(occurrence for inside in held if len(met(inside)) >= needed for occurrence in inside)


def _window(
    scope: Window, needed: int, article: EnrichedArticle, found: tuple[Occurrence, ...]
) -> tuple[Occurrence, ...]:
    """The tightest part of *found*, where it fits into the window."""
    starts = token_starts(article.full_text)

    def tokens(first: Occurrence, last: Occurrence) -> int:
        return bisect_right(starts, last.mention.end - 1) - bisect_right(starts, first.mention.start) + 1

    best = tightest(found, needed, tokens)
    return best if best and tokens(best[0], best[-1]) <= scope.window else ()
