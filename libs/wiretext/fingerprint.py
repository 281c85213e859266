"""Makes the MinHash signature of a wording, by which near-duplicates are recognised. Compares nothing itself.

128 permutations over runs of three words (in scripts without blanks: of characters), with a fixed seed, so that two
processes give the same text the same signature.
"""

from __future__ import annotations

import base64
import struct
from itertools import chain

import rensa

from wirekit.contracts import Fingerprint
from wiretext.scripts import UNSPACED_LETTER, WORD, is_unspaced

METHOD = "minhash-128-w3"
_PERMUTATIONS = 128
_SEED = 1729
_RUN = 3


def fingerprint(normalised: str) -> Fingerprint | None:
    """The fingerprint of a normalised text (``normal.normalise``); None where there is nothing to hash."""
    words = _words(normalised)
    if not words:
        return None
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False) if len(words) >= _RUN else [words]
    shingles = set(map(" ".join, runs))
    signature = rensa.RMinHash(_PERMUTATIONS, _SEED)
    signature.update(list(shingles))
    packed = struct.pack(f"<{_PERMUTATIONS}I", *signature.digest())
    return Fingerprint(method=METHOD, signature=base64.b64encode(packed).decode(), shingles=len(shingles))


def _words(normalised: str) -> list[str]:
    found: list[str] = WORD.findall(normalised)
    if UNSPACED_LETTER.search(normalised) is None:
        return found
    return list(chain.from_iterable(word if is_unspaced(word) else (word,) for word in found))
