"""Inflating within a bound."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.net import BadAnswer, Reason
from wirekit.net.inflating import BoundedBody

_TEXT = b"<rss>" + b"news " * 5_000 + b"</rss>"


def _raw_deflate(data: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush()


_CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "identity": bytes,
    "utf-8": bytes,
    "": bytes,
}


def _collected(coding: str, chunks: list[bytes], limit: int = 1 << 20) -> bytes:
    body = BoundedBody(coding, limit)
    for chunk in chunks:
        body.feed(chunk)
    body.end()
    return body.received


def _fault(coding: str, chunks: list[bytes], limit: int = 1 << 20) -> tuple[Reason, int]:
    body = BoundedBody(coding, limit)
    try:
        for chunk in chunks:
            body.feed(chunk)
        body.end()
    except BadAnswer as fault:
        return fault.reason, len(body.received)
    pytest.fail("no fault")


@pytest.mark.parametrize("coding", _CODINGS)
@given(data=st.binary(max_size=2_000), size=st.integers(1, 700))
def test_any_body_in_any_chunks_comes_back_whole(coding: str, data: bytes, size: int) -> None:
    wire = _CODINGS[coding](data)

    assert data == _collected(coding, [wire[start : start + size] for start in range(0, len(wire), size)])


@given(data=st.binary(max_size=600_000 // 200).map(lambda part: part * 200), size=st.integers(1, 5_000))
def test_a_raw_deflate_body_comes_back_whole(data: bytes, size: int) -> None:
    wire = _raw_deflate(data)

    assert data == _collected("deflate", [wire[start : start + size] for start in range(0, len(wire), size)])


@given(parts=st.lists(st.binary(max_size=300), min_size=1, max_size=5), size=st.integers(1, 50))
def test_gzip_members_follow_one_another_and_padding_is_ignored(parts: list[bytes], size: int) -> None:
    wire = b"".join(map(gzip.compress, parts)) + b"\0" * 7

    assert b"".join(parts) == _collected("gzip", [wire[start : start + size] for start in range(0, len(wire), size)])


def test_the_name_of_a_coding_may_have_any_case_and_blanks_around() -> None:
    assert _collected(" GZip ", [gzip.compress(_TEXT)]) == _TEXT


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
@pytest.mark.parametrize("missing", [1, 8, 40])
def test_a_compressed_body_that_ends_early_is_truncated(coding: str, missing: int) -> None:
    reason, _ = _fault(coding, [_CODINGS[coding](_TEXT + bytes(range(256)))[:-missing]])

    assert reason == Reason.TRUNCATED


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_an_empty_body_is_whole_whatever_coding_was_announced(coding: str) -> None:
    assert _collected(coding, []) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_plain_bytes_announced_as_compressed_are_an_encoding_fault(coding: str) -> None:
    reason, _ = _fault(coding, [_TEXT])

    assert reason == Reason.ENCODING


def _gzip_bomb() -> bytes:
    stream = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(stream.compress(bytes(1 << 20)) for _ in range(64)) + stream.flush()


def _brotli_bomb() -> bytes:
    stream = brotli.Compressor(quality=5)
    return b"".join(stream.process(bytes(1 << 20)) for _ in range(64)) + bytes(stream.finish())


@pytest.mark.parametrize(("coding", "bomb"), [("gzip", _gzip_bomb()), ("br", _brotli_bomb())], ids=["gzip", "brotli"])
def test_a_bomb_is_stopped_at_the_limit_whatever_it_unfolds_to(coding: str, bomb: bytes) -> None:
    assert _fault(coding, [bomb], limit=300_000) == (Reason.TOO_LARGE, 300_000)


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_no_single_step_gives_much_more_than_it_was_asked_for(coding: str) -> None:
    bomb = {"gzip": _gzip_bomb, "br": _brotli_bomb}[coding]()
    body = BoundedBody(coding, 1 << 20)
    assert body._inflater is not None

    piece = body._inflater.inflate(bomb, 1 << 18)

    assert 0 < len(piece) <= 1 << 19


def test_a_stream_of_empty_members_is_stopped_by_its_size_on_the_wire() -> None:
    reason, kept = _fault("gzip", [gzip.compress(b"")] * 10_000, limit=1_000)

    assert (reason, kept) == (Reason.TOO_LARGE, 0)


def test_a_body_of_exactly_the_limit_is_whole() -> None:
    assert _collected("gzip", [gzip.compress(b"x" * 500)], limit=500) == b"x" * 500
    assert _fault("", [b"x" * 500], limit=499) == (Reason.TOO_LARGE, 499)
