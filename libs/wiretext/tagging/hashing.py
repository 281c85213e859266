"""Hashes (CRC-32) of the beginnings and endings of many words at once; compiled where numba is installed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.compiling import compiled
from wiretext.vocabulary import Places

Hashes: TypeAlias = NDArray[np.uint32]
Bytes: TypeAlias = NDArray[np.uint8]
Checksums: TypeAlias = Callable[[Bytes, Places, Places], Hashes]
"""From bytes, and where pieces of them begin and end, to the CRC-32 of each piece."""

_POLYNOMIAL = 0xEDB88320
_CONTINUES = 0b10  # the highest bits of a byte of UTF-8 that begins no character


def _remainder(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (_POLYNOMIAL if byte & 1 else 0)
    return byte


_REMAINDERS = np.array([_remainder(byte) for byte in range(256)], np.int64)


def checksums_in_loops(data: Bytes, begins: Places, ends: Places) -> Hashes:
    """As ``Checksums``; made to be compiled."""
    found = np.zeros(len(begins), np.uint32)
    for piece in range(len(begins)):
        state = np.int64(0xFFFFFFFF)
        for at in range(begins[piece], ends[piece]):
            state = _REMAINDERS[(state ^ data[at]) & 0xFF] ^ (state >> 8)
        found[piece] = state ^ 0xFFFFFFFF
    return found


def checksums_one_by_one(data: Bytes, begins: Places, ends: Places) -> Hashes:
    """As ``Checksums``, with zlib alone."""
    content = data.tobytes()
    pieces = zip(begins.tolist(), ends.tolist(), strict=True)
    return np.array([zlib.crc32(content[begin:end]) for begin, end in pieces], np.uint32)


@cache
def fastest_checksums() -> Checksums:
    """The compiled form where numba is installed, else that of zlib."""
    return compiled(checksums_in_loops) or checksums_one_by_one


def affixes(words: Sequence[str], lengths: Places) -> tuple[Hashes, Hashes]:
    """Hashes of the first and of the last so many code points of *words*: a row a length, a column a word."""
    encoded = "".join(words).encode()
    data = np.frombuffer(encoded, np.uint8)
    places = np.append(np.flatnonzero(data >> 6 != _CONTINUES), len(encoded))
    sizes = np.array([len(word) for word in words], np.int64)
    last = sizes.cumsum()
    cut = np.minimum(lengths[:, None], sizes)
    first = np.broadcast_to(last - sizes, cut.shape)
    begins = np.stack([first, last - cut])
    ends = np.stack([first + cut, np.broadcast_to(last, cut.shape)])
    hashes = fastest_checksums()(data, places[begins].ravel(), places[ends].ravel()).reshape(begins.shape)
    return hashes[0], hashes[1]
