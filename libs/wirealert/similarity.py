"""Compares wordings by their fingerprints: how many values of the MinHash signature they share.

The share estimates the Jaccard similarity of their shingles. What cannot be read or compared is like nothing.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from wirekit.contracts import Fingerprint

MIN_SIMILARITY = 0.5
MAX_FINGERPRINTS = 3
MAX_SIGNATURE = 4096


def most_similar(kept: Sequence[Sequence[Fingerprint]], new: Fingerprint | None) -> int | None:
    """The index in *kept* with the fingerprint most similar to *new*, by half of the signature at least.

    The first one where several are equally similar; None where none is similar enough, or there is nothing to compare.
    """
    wanted = None if new is None else _signature(new)
    if new is None or wanted is None:
        return None
    owners: list[int] = []
    signatures: list[npt.NDArray[np.uint32]] = []
    for owner, fingerprints in enumerate(kept):
        for fingerprint in fingerprints:
            signature = _signature(fingerprint)
            if fingerprint.method == new.method and signature is not None and signature.shape == wanted.shape:
                owners.append(owner)
                signatures.append(signature)
    if not owners:
        return None
    similarity = (np.stack(signatures) == wanted).mean(axis=1)
    best = int(similarity.argmax())
    return owners[best] if similarity[best] >= MIN_SIMILARITY else None


def keep_readable(kept: tuple[Fingerprint, ...], new: Fingerprint | None) -> tuple[Fingerprint, ...]:
    """*kept* and *new*, where that can be read, is not among them, and there is room."""
    if new is None or new in kept or len(kept) >= MAX_FINGERPRINTS or _signature(new) is None:
        return kept
    return (*kept, new)


def _signature(fingerprint: Fingerprint) -> npt.NDArray[np.uint32] | None:
    return _values(fingerprint.signature) if 0 < len(fingerprint.signature) <= MAX_SIGNATURE else None


@lru_cache(maxsize=2048)
def _values(signature: str) -> npt.NDArray[np.uint32] | None:
    try:
        return np.frombuffer(base64.b64decode(signature, validate=True), dtype="<u4")
    except (binascii.Error, ValueError):
        return None
