"""Makes the MinHash signature of a wording, by which near-duplicates are recognised. Compares nothing itself.

128 permutations over runs of three words (in scripts without blanks: of characters), hashed by fixed numbers, so that
two processes give the same text the same signature.
"""

from __future__ import annotations

import base64
import struct
from typing import TYPE_CHECKING

import numpy as np
from rensa import RMinHash

from wirekit.contracts import Fingerprint
from wiretext.content import Content
from wiretext.scripts import UNSPACED, are_of
from wiretext.vocabulary import Codes, Keys, Places, factors, keys

if TYPE_CHECKING:
    from wiretext.scripts import Bounds

METHOD = "minhash-128-w3.2"
_PERMUTATIONS = 128
_SEED = 1729
_RUN = 3
_LETTERS, _WORDS = factors("the letters of a word"), factors("the words of a run") | np.uint64(1)


def fingerprint(content: Content) -> Fingerprint | None:
    """The fingerprint of an article's own words; None where there are none."""
    codes = content.words.codes
    begins, ends = _pieces(codes, *content.bounds)
    if not len(begins):
        return None
    runs = np.sort(_runs(keys(codes, begins, ends, _LETTERS)))
    found = RMinHash.digest_matrix_from_flat_token_hashes(runs, [0, len(runs)], _PERMUTATIONS, _SEED)
    packed = struct.pack(f"<{_PERMUTATIONS}I", *found.to_rows()[0])
    different = 1 + np.count_nonzero(runs[1:] != runs[:-1])
    return Fingerprint(method=METHOD, signature=base64.b64encode(packed).decode(), shingles=different)


def _pieces(codes: Codes, begins: Places, ends: Places) -> Bounds:
    """The words, and each letter of those without blanks between them."""
    unspaced = are_of(UNSPACED, codes[begins])
    if not unspaced.any():
        return begins, ends
    sizes = np.where(unspaced, ends - begins, 1)
    within = np.arange(sizes.sum()) - (sizes.cumsum() - sizes).repeat(sizes)
    firsts = begins.repeat(sizes) + within
    return firsts, np.where(unspaced.repeat(sizes), firsts + 1, ends.repeat(sizes))


def _runs(pieces: Keys) -> Keys:
    """The hashes of each three *pieces* that follow each other; of fewer, together."""
    count = max(1, len(pieces) - _RUN + 1)
    mixed = np.zeros(count, np.uint64)
    for at, factor in enumerate(_WORDS[: min(_RUN, len(pieces))]):
        mixed += pieces[at : at + count] * factor
    mixed ^= mixed >> np.uint64(32)  # as MurmurHash3 ends, for all that goes before is linear
    mixed *= np.uint64(0xFF51AFD7ED558CCD)
    return mixed ^ mixed >> np.uint64(32)
