"""The tagger's computations, but for hashing words: compiled where the extra ``ner`` is installed, else by numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from numpy.typing import NDArray

from wiretext.compiling import compiled
from wiretext.tagging import characters, decoding, spans, summing, tokens
from wiretext.tagging.decoding import Labels
from wiretext.tagging.spans import Margins, Spans
from wiretext.tagging.summing import Lanes, Packed, Scores, Starts
from wiretext.tagging.tokens import Cut


@dataclass(frozen=True, slots=True)
class Engine:
    """One way of computing; each answers the same.

    Attributes:
        sums: As ``summing.sums_in_loops``.
        lent: As ``summing.lent_in_loops``.
        windows: As ``characters.rows_in_loops``.
        decode: As ``decoding.decode_in_loops``.
        spans: As ``spans.spans_in_loops``.
        margins: As ``spans.margins_in_loops``.
        cut: As ``tokens.cut_in_loops``, keys excepted.
    """

    sums: Callable[[Packed, NDArray[Any]], Lanes]
    lent: Callable[..., Lanes]
    windows: characters.Fill
    decode: Callable[[Scores, Starts, Scores], Labels]
    spans: Callable[[Labels, Starts], Spans]
    margins: Callable[[Spans, Labels, Scores, Starts, Scores], Margins]
    cut: Cut


PLAIN = Engine(
    summing.sums_at_once,
    summing.lent_at_once,
    characters.rows_at_once,
    decoding.decode_side_by_side,
    spans.spans_at_once,
    spans.margins_at_once,
    tokens.cut_at_once,
)
_IN_LOOPS = (
    summing.sums_in_loops,
    summing.lent_in_loops,
    characters.rows_in_loops,
    decoding.decode_in_loops,
    spans.spans_in_loops,
    spans.margins_in_loops,
    tokens.cut_in_loops,
)


@cache
def fastest() -> Engine:
    """The compiled engine where numba is installed, else that of numpy."""
    made = [compiled(function) for function in _IN_LOOPS]
    return PLAIN if None in made else Engine(*made)  # type: ignore[arg-type] # none of them is None
