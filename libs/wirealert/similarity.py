"""Compares wordings by sketches of their fingerprints: how many values of the MinHash signature they share.

A sketch is the low four bits of each value, an eighth of a signature (b-bit minwise hashing: Li and König, WWW 2010).
Unequal values agree in them once in 16 times, which the estimate of the Jaccard similarity takes out again. What cannot
be read or compared is like nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from typing import Annotated

import numpy as np
import numpy.typing as npt
from pydantic import StringConstraints

from wirekit.contracts import Fingerprint

MIN_SIMILARITY = 0.5
MAX_SKETCHES = 3
MAX_SIGNATURE = 4096
_CHANCE = 1 / 16
_TAG_BYTES = 2

Sketch = Annotated[str, StringConstraints(pattern=r"^(?:[A-Za-z0-9+/]{4})+$")]
"""Base64 without padding, 88 characters for 128 values: two bytes for method and length, then two values a byte."""


def sketch(fingerprint: Fingerprint | None) -> Sketch | None:
    """What is kept of *fingerprint*; None where it cannot be read.

    Up to five values at the end are left out, so that sketches fill their base64 and can be read in one piece.
    """
    values = None if fingerprint is None else _values(fingerprint.signature)
    if fingerprint is None or values is None or len(values) < 2:  # noqa: PLR2004  # two values make a byte
        return None
    low = (values[: (len(values) + 4) // 6 * 6 - 4] & 0x0F).astype(np.uint8)
    tag = hashlib.blake2b(f"{fingerprint.method} {len(values)}".encode(), digest_size=_TAG_BYTES).digest()
    return base64.b64encode(tag + (low[0::2] << 4 | low[1::2]).tobytes()).decode()


def most_similar(kept: Sequence[Sequence[Sketch]], new: Sketch | None) -> int | None:
    """The index in *kept* with the sketch most similar to *new*, by an estimate of one half at least.

    The first one where several are equally similar; None where none is similar enough, or there is nothing to compare.
    """
    if new is None:
        return None
    owners = [owner for owner, sketches in enumerate(kept) for each in sketches if len(each) == len(new)]
    if not owners:
        return None
    estimates = similarities([each for sketches in kept for each in sketches if len(each) == len(new)], new)
    best = int(estimates.argmax())
    return owners[best] if estimates[best] >= MIN_SIMILARITY else None


def similarities(kept: Sequence[Sketch], new: Sketch) -> npt.NDArray[np.float64]:
    """Estimates of the Jaccard similarities of *new* and each of *kept*, which are as long; 0 for another method."""
    unlike = _bytes("".join(kept)).reshape(len(kept), -1) ^ _bytes(new)
    tags, pairs = unlike[:, :_TAG_BYTES], unlike[:, _TAG_BYTES:]
    shared = (((pairs & 0xF0) == 0).mean(axis=1) + ((pairs & 0x0F) == 0).mean(axis=1)) / 2
    return np.where(tags.any(axis=1), 0.0, (shared - _CHANCE) / (1 - _CHANCE))


def keep_readable(kept: tuple[Sketch, ...], new: Fingerprint | None) -> tuple[Sketch, ...]:
    """*kept* and the sketch of *new*, where that can be read, is not among them, and there is room."""
    made = sketch(new)
    return kept if made is None or made in kept or len(kept) >= MAX_SKETCHES else (*kept, made)


def _bytes(base64_text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(base64.b64decode(base64_text), dtype=np.uint8)


def _values(signature: str) -> npt.NDArray[np.uint32] | None:
    if len(signature) > MAX_SIGNATURE:
        return None
    try:
        return np.frombuffer(base64.b64decode(signature, validate=True), dtype="<u4")
    except (binascii.Error, ValueError):
        return None
