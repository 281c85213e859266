from __future__ import annotations

import string
from itertools import combinations

from wirealert.digests import digest

PARTS: tuple[tuple[str | int | None, ...], ...] = (
    ("art_a",),
    ("art_b",),
    ("",),
    (None,),
    ("None",),
    ("art_a", "f1"),
    ("art_af1",),
    ("art_a', 'f1",),
    ("art_a", 1),
    ("art_a", "1"),
    ("half a pair \ud800",),
)


def test_a_digest_has_eight_characters_that_json_takes_as_they_are() -> None:
    assert {len(digest(*parts)) for parts in PARTS} == {8}
    assert set("".join(digest(*parts) for parts in PARTS)) <= set(string.ascii_letters + string.digits + "-_")


def test_other_parts_have_another_digest() -> None:
    assert all(digest(*one) != digest(*other) for one, other in combinations(PARTS, 2))


def test_a_digest_never_changes() -> None:
    assert digest("art_a") == "8gd893Hi"
