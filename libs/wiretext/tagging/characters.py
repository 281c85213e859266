"""What the tagger knows of a character of a script without blanks: rows of its table of weights, by windows around it.

Windows of up to four characters, and of up to five classes of characters. Training and use go through the same
functions. Holds no weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.scripts import code_points
from wiretext.tagging.features import BITS, Rows, mixed, salt_of
from wiretext.tagging.hashing import Hashes
from wiretext.vocabulary import Codes, Places

Windows: TypeAlias = NDArray[np.int64]
Fill: TypeAlias = Callable[[Codes, Places, Windows, Hashes], Rows]
"""As ``rows_at_once``."""
_WINDOW = 4  # characters before and after
_SPREAD, _PRIME = 0x9E3779B1, 0x01000193
_32_BITS = np.uint64(0xFFFFFFFF)

# First code point of a stretch, and its class; 0 stands beyond the ends of a run.
_STRETCHES = (
    (0x00, 0), (0x01, 2), (0x20, 10), (0x21, 2), (0x30, 1), (0x3A, 2), (0x41, 7), (0x5B, 2), (0x61, 11), (0x7B, 2),
    (0xC0, 11), (0x0E00, 8), (0x0E2F, 9), (0x0E40, 8), (0x0E45, 9), (0x1100, 6), (0x1200, 13), (0x2000, 2),
    (0x3040, 3), (0x30A0, 4), (0x30FB, 12), (0x30FC, 4), (0x3100, 13), (0x3400, 5), (0xA000, 13), (0xAC00, 6),
    (0xD7B0, 13), (0xF900, 5), (0xFB00, 13), (0xFF00, 2), (0xFF10, 1), (0xFF1A, 2), (0xFF21, 7), (0xFF3B, 2),
    (0xFF41, 11), (0xFF5B, 2), (0xFF66, 4), (0xFFA0, 13), (0x20000, 5), (0x40000, 13),
)  # fmt: skip
# Length of a window, where it begins as seen from the labelled character, and whether it is of one language only.
_WINDOWS = (
    *((1, at, False) for at in range(-_WINDOW + 1, _WINDOW)), (1, 0, True),
    *((2, at, own) for at in (-2, -1, 0, 1) for own in (False, True)), (2, -3, True), (2, 2, True),
    *((3, at, True) for at in (-3, -2, -1, 0, 1)), *((4, at, True) for at in (-4, -3, -2, -1, 0, 1)),
)  # fmt: skip
_CLASS_WINDOWS = ((3, -1), (5, -2), (4, -3), (4, 0))
CHARACTER_FEATURES = len(_WINDOWS) + len(_CLASS_WINDOWS)
_LETTERS = np.array([(length, at) for length, at, _ in _WINDOWS])
_KINDS = np.array(_CLASS_WINDOWS)
_LETTER_SALTS = np.array([salt_of("letters", *window) for window in _WINDOWS], np.uint32)
_KIND_SALTS = np.array([salt_of("kinds", *window) for window in _CLASS_WINDOWS], np.uint32)
_OWN = np.array([own for _, _, own in _WINDOWS])


def character_rows(runs: Sequence[str], language: str, fill: Fill) -> Rows:
    """For each character of *runs*, one after the other, the rows of its features (``CHARACTER_FEATURES`` columns)."""
    edge = "\0" * _WINDOW
    padded = edge + "".join(chain.from_iterable((run, edge) for run in runs))
    codes = code_points(padded)
    lengths = np.array([len(run) for run in runs], np.int64)
    places = np.arange(int(lengths.sum())) + _WINDOW * np.repeat(np.arange(1, len(runs) + 1), lengths)
    classes = _classes().take(codes, mode="clip").astype(np.uint32)
    own = np.uint32(salt_of("language", language))
    letters = fill(codes, places, _LETTERS, _LETTER_SALTS ^ np.where(_OWN, own, np.uint32(0)))
    return np.concatenate([letters, fill(classes, places, _KINDS, _KIND_SALTS ^ own)], axis=1)


@cache
def _classes() -> NDArray[np.uint8]:
    """The class of each code point; the last stands for all from it on."""
    sizes = np.diff([first for first, _ in _STRETCHES], append=_STRETCHES[-1][0] + 1)
    return np.repeat(np.array([kind for _, kind in _STRETCHES], np.uint8), sizes)


def rows_at_once(codes: Codes, places: Places, windows: Windows, salts: Hashes) -> Rows:
    """For each of *places* in *codes* the row of each of *windows* (length, and beginning as seen from there).

    A hash of each window's codes and of its salt, of which there is one a window.
    """
    hashes = {1: (codes + np.uint32(1)) * np.uint32(_SPREAD)}
    for length in range(2, int(windows[:, 0].max()) + 1):
        shorter = hashes[length - 1]
        longer = np.zeros_like(shorter)
        kept = slice(len(codes) - length + 1)
        longer[kept] = (shorter[kept] ^ (shorter[kept] >> np.uint32(15))) * np.uint32(_PRIME) + hashes[1][length - 1 :]
        hashes[length] = longer
    rows = np.empty((len(places), len(windows)), np.int32)
    for column, (length, at) in enumerate(windows.tolist()):
        rows[:, column] = mixed(hashes[length][places + at] ^ salts[column])
    return rows


def rows_in_loops(codes: Codes, places: Places, windows: Windows, salts: Hashes) -> Rows:
    """As ``rows_at_once``; made to be compiled."""
    hashes = np.empty((windows[:, 0].max() + 1, len(codes)), np.uint64)
    for at in range(len(codes)):
        hashes[1, at] = (np.uint64(codes[at]) + np.uint64(1)) * np.uint64(_SPREAD) & _32_BITS
    for length in range(2, len(hashes)):
        for at in range(len(codes) - length + 1):
            shorter = hashes[length - 1, at]
            longer = (shorter ^ (shorter >> np.uint64(15))) * np.uint64(_PRIME) + hashes[1, at + length - 1]
            hashes[length, at] = longer & _32_BITS
    rows = np.empty((len(places), len(windows)), np.int32)
    for number in range(len(places)):
        for column in range(len(windows)):
            mix = hashes[windows[column, 0], places[number] + windows[column, 1]] ^ np.uint64(salts[column])
            mix = (mix ^ (mix >> np.uint64(16))) * np.uint64(0x85EBCA6B) & _32_BITS
            mix = (mix ^ (mix >> np.uint64(13))) * np.uint64(0xC2B2AE35) & _32_BITS
            rows[number, column] = np.int32((mix ^ (mix >> np.uint64(16))) >> np.uint64(32 - BITS))
    return rows
