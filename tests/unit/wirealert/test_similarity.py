from __future__ import annotations

import base64

import pytest

from tests.sightings import a_fingerprint
from wirealert.similarity import keep_readable, most_similar
from wirekit.contracts import Fingerprint


def test_the_most_similar_is_found_by_any_of_its_wordings() -> None:
    kept = [[a_fingerprint("other", "w")], [a_fingerprint("t", "w"), a_fingerprint("s", "w1")]]

    assert most_similar(kept, a_fingerprint("s", "w2")) == 1


def test_an_equal_wording_goes_before_a_similar_one() -> None:
    assert most_similar([[a_fingerprint("s", "w1")], [a_fingerprint("s", "w2")]], a_fingerprint("s", "w2")) == 1


def test_a_wording_that_shares_less_than_half_of_the_signature_is_like_none() -> None:
    assert most_similar([[a_fingerprint("other", "w")]], a_fingerprint("s", "w")) is None


@pytest.mark.parametrize(
    "fingerprint",
    [
        pytest.param(None, id="none"),
        pytest.param(Fingerprint(method="minhash-8", signature="", shingles=0), id="empty"),
        pytest.param(Fingerprint(method="minhash-8", signature="not base64!", shingles=9), id="not base64"),
        pytest.param(Fingerprint(method="minhash-8", signature="AAAAAAA=", shingles=9), id="no whole values"),
        pytest.param(Fingerprint(method="minhash-8", signature="A" * 9000, shingles=9), id="too long"),
        pytest.param(Fingerprint(method="minhash-8", signature="AAAAAA==", shingles=9), id="another length"),
        pytest.param(a_fingerprint("s", "w").model_copy(update={"method": "simhash"}), id="another method"),
    ],
)
def test_what_cannot_be_compared_is_like_none(fingerprint: Fingerprint | None) -> None:
    assert most_similar([[a_fingerprint("s", "w")]], fingerprint) is None


def test_a_signature_is_read_as_little_endian_values_of_32_bits() -> None:
    mine = Fingerprint(method="m", signature=base64.b64encode(bytes([1, 0, 0, 0, 2, 0, 0, 0])).decode(), shingles=2)
    half = Fingerprint(method="m", signature=base64.b64encode(bytes([1, 0, 0, 0, 2, 0, 0, 9])).decode(), shingles=2)

    assert most_similar([[mine]], half) == 0


def test_few_readable_fingerprints_are_kept_each_once() -> None:
    unreadable = Fingerprint(method="minhash-8", signature="A" * 9000, shingles=9)
    kept: tuple[Fingerprint, ...] = ()
    for new in (unreadable, None, *(a_fingerprint("s", wording) for wording in "aabcd")):
        kept = keep_readable(kept, new)

    assert kept == tuple(a_fingerprint("s", wording) for wording in "abc")
