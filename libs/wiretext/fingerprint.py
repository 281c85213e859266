"""Makes the MinHash signature of a wording, by which near-duplicates are recognised. Compares nothing itself.

128 permutations over runs of three words (in scripts without blanks: of characters), with a fixed seed, so that two
processes give the same text the same signature.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable
from itertools import chain

import rensa

from wirekit.contracts import Fingerprint
from wiretext.scripts import FIRST_UNSPACED, is_unspaced

METHOD = "minhash-128-w3"
_PERMUTATIONS = 128
_SEED = 1729
_RUN = 3


def fingerprint(words: Iterable[str]) -> Fingerprint | None:
    """The fingerprint of a normalised text's *words*, as ``WORD`` finds them; None where there are none."""
    pieces = list(words)
    if not pieces:
        return None
    if max(pieces) >= FIRST_UNSPACED:
        pieces = list(chain.from_iterable(word if is_unspaced(word) else (word,) for word in pieces))
    runs = zip(*(pieces[at:] for at in range(_RUN)), strict=False)
    shingles = set(map(" ".join, runs)) or {" ".join(pieces)}
    signature = rensa.RMinHash(_PERMUTATIONS, _SEED)
    signature.update(shingles)
    packed = struct.pack(f"<{_PERMUTATIONS}I", *signature.digest())
    return Fingerprint(method=METHOD, signature=base64.b64encode(packed).decode(), shingles=len(shingles))
