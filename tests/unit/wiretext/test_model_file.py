from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from wirekit.runtime import pool_child
from wiretext.model_file import ModelDamaged, from_bytes, packaged, to_bytes

WHOLE = to_bytes("letters 1", {"count": 3}, b"ab", b"c")


def letters(header: Mapping[str, Any], arrays: bytes) -> str:
    if len(arrays) != header["count"]:
        raise ValueError("too few letters")
    return arrays.decode()


def test_what_was_written_is_read() -> None:
    assert "abc" == from_bytes("letters 1", WHOLE, letters, "here")


def test_the_order_in_which_a_header_was_made_is_not_seen() -> None:
    assert to_bytes("letters 1", {"a": 1, "b": 2}) == to_bytes("letters 1", {"b": 2, "a": 1})


@pytest.mark.parametrize("at", range(len(WHOLE)))
def test_a_change_of_any_byte_is_noticed(at: int) -> None:
    changed = bytearray(WHOLE)
    changed[at] ^= 1

    with pytest.raises(
        ModelDamaged, match=r"^/a/letters: (its check sum does not fit|it is no model 'letters 1'); .*make"
    ):
        from_bytes("letters 1", bytes(changed), letters, "/a/letters")


@pytest.mark.parametrize("data", [b"", b"no model", WHOLE[:20], WHOLE[:-1], WHOLE + b"\n"])
def test_what_is_cut_off_or_longer_is_damaged(data: bytes) -> None:
    with pytest.raises(ModelDamaged):
        from_bytes("letters 1", data, letters, "here")


def test_a_model_of_another_version_is_named_as_none() -> None:
    with pytest.raises(ModelDamaged, match="no model 'letters 2'"):
        from_bytes("letters 2", WHOLE, letters, "here")


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        (b"[\n" + zlib.compress(b"abc"), "JSONDecodeError"),
        (b"{}\n" + zlib.compress(b"abc"), "KeyError"),
        (b'{"count":4}\n' + zlib.compress(b"abc"), "too few letters"),
        (b'{"count":3}\nabc', "error: Error -3"),
        (b"[" * 100_000 + b"\n" + zlib.compress(b"abc"), "RecursionError"),
    ],
    ids=["no JSON", "a header that lacks something", "arrays that do not fit", "arrays that are not packed", "depth"],
)
def test_what_was_written_wrongly_says_what_is_wrong(rest: bytes, why: str) -> None:
    data = f"wirewatch letters 1 {zlib.crc32(rest):08x}\n".encode() + rest

    with pytest.raises(ModelDamaged, match=rf"it cannot be read \(.*{why}"):
        from_bytes("letters 1", data, letters, "here")


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("wiretext.model_file.resources.files", lambda _package: tmp_path)

    with pytest.raises(ModelDamaged, match="letters: No such file"):
        packaged("letters 1", "wiretext", "letters", letters)


def test_a_damaged_model_costs_no_article_for_it_is_the_machine_that_lacks_something() -> None:
    def enrich(_article: bytes, _context: bytes) -> bytes:
        raise ModelDamaged("/a/letters", "its check sum does not fit")

    kind, payload = pool_child._call(enrich, b"", b"")

    assert (kind, pool_child.Failure.from_bytes(payload).reason) == (pool_child.FAILED, pool_child.ENVIRONMENT)
