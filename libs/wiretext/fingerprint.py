"""Makes the MinHash signature of a wording, by which near-duplicates are recognised. Compares nothing itself.

128 permutations over runs of three words (in scripts without blanks: of characters), with a fixed seed, so that two
processes give the same text the same signature.
"""

from __future__ import annotations

import base64
import struct

import rensa

from wirekit.contracts import Fingerprint
from wiretext.scripts import WORD, is_unspaced

METHOD = "minhash-128-w3"
_PERMUTATIONS = 128
_SEED = 1729
_RUN = 3


def fingerprint(normalised: str) -> Fingerprint | None:
    """The fingerprint of a normalised text (``normal.normalise``); None where there is nothing to hash."""
    words = list(_words(normalised))
    if not words:
        return None
    shingles = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    signature = rensa.RMinHash(_PERMUTATIONS, _SEED)
    signature.update(list(shingles))
    packed = struct.pack(f"<{_PERMUTATIONS}I", *signature.digest())
    return Fingerprint(method=METHOD, signature=base64.b64encode(packed).decode(), shingles=len(shingles))


def _words(normalised: str) -> list[str]:
    words: list[str] = []
    for word in WORD.findall(normalised):
        if is_unspaced(word):
            words.extend(word)
        else:
            words.append(word)
    return words
