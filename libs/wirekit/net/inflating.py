"""Inflates a body within a bound, whatever its compression promises. Reads no network.

Never holds more than the bound and one step of output: a bomb of 1 KB that unfolds to 512 MB costs what the bound
allows. A compressed stream that ends before its own end mark is truncated (RFC 1952 2.2, RFC 1950 2.2), even where the
connection ended in good order.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from wirekit.net.errors import BadAnswer, Reason

_STEP = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_ZLIB_HEADER_BYTES = 2
_WIRE_ALLOWANCE = 64 * 1024


class _Inflater(Protocol):
    def inflate(self, data: bytes, most: int) -> bytes:
        """At most about *most* bytes of output; with empty *data* what is still pending."""

    @property
    def finished(self) -> bool:
        """Whether the stream's own end mark was seen."""


class BoundedBody:
    """Collects one body.

    Args:
        coding: The value of Content-Encoding; an unknown one leaves the bytes as they are.
        limit: Bytes of inflated body that are kept.
    """

    def __init__(self, coding: str, limit: int) -> None:
        """Start empty."""
        self._inflater = _inflater(coding)
        self._limit = limit
        self._wire_bytes = 0
        self._received = bytearray()

    @property
    def received(self) -> bytes:
        """What was collected, at most the limit."""
        return bytes(self._received)

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the connection; raises BadAnswer (too_large, encoding)."""
        # A stream of empty blocks inflates to nothing for ever.
        self._wire_bytes += len(data)
        if self._wire_bytes > self._limit + _WIRE_ALLOWANCE:
            raise self._too_large()
        if self._inflater is None:
            self._keep(data)
            return
        try:
            piece = self._inflater.inflate(data, _STEP)
            while piece:
                self._keep(piece)
                piece = self._inflater.inflate(b"", _STEP)
        except (zlib.error, brotli.error) as error:
            raise BadAnswer(Reason.ENCODING, f"the compressed body is broken: {error}") from error

    def end(self) -> None:
        """The connection has no more; raises BadAnswer (truncated) when the compressed stream had not ended."""
        if self._inflater is not None and self._wire_bytes and not self._inflater.finished:
            raise BadAnswer(Reason.TRUNCATED, "the compressed body ends early")

    def _keep(self, piece: bytes) -> None:
        room = self._limit - len(self._received)
        self._received += piece[:room]
        if len(piece) > room:
            raise self._too_large()

    def _too_large(self) -> BadAnswer:
        return BadAnswer(Reason.TOO_LARGE, f"the body exceeds {self._limit} bytes")


def _inflater(coding: str) -> _Inflater | None:
    match coding.strip().lower():
        case "gzip" | "x-gzip":
            return _Gzip()
        case "deflate":
            return _Deflate()
        case "br":
            return _Brotli()
        case _:
            return None


class _Gzip:
    """Members one after another (RFC 1952 2.2); padding after the last is ignored."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._pending = b""

    def inflate(self, data: bytes, most: int) -> bytes:
        data = self._pending + data
        while True:
            if self._member.eof:
                if not data.startswith(_GZIP_MAGIC):
                    self._pending = data if _GZIP_MAGIC.startswith(data) else b""
                    return b""
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            piece = self._member.decompress(data, most)
            data = self._pending = self._member.unused_data or self._member.unconsumed_tail
            if piece or not data:
                return piece

    @property
    def finished(self) -> bool:
        return self._member.eof


class _Deflate:
    """Wrapped in zlib as RFC 9110 8.4.1.2 asks, or raw as some servers send it: the first two bytes tell."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._pending = b""

    def inflate(self, data: bytes, most: int) -> bytes:
        data = self._pending + data
        if self._stream is None:
            if len(data) < _ZLIB_HEADER_BYTES:
                self._pending = data
                return b""
            wrapped = data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        piece = self._stream.decompress(data, most)
        self._pending = self._stream.unconsumed_tail
        return piece

    @property
    def finished(self) -> bool:
        return self._stream is not None and self._stream.eof


class _Brotli:
    """RFC 7932; output is drawn before more input is given."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def inflate(self, data: bytes, most: int) -> bytes:
        return bytes(self._stream.process(data, output_buffer_limit=most))

    @property
    def finished(self) -> bool:
        return bool(self._stream.is_finished())
