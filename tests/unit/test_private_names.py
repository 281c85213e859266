"""What uvicorn, httpcore and the codecs module promise nobody and we use: an upgrade that moves it fails here.

Faust and aiokafka have a test of their own, `wirekit/streams/test_faust_names.py`.
"""

from __future__ import annotations

import codecs
import inspect
import ssl

import httpcore
import pytest
import uvicorn
from httpcore import _exceptions
from httpcore._backends.anyio import AnyIOStream


def test_uvicorn_takes_the_signals_around_what_we_call() -> None:
    assert "with self.capture_signals():\n            await self._serve(sockets)" in inspect.getsource(
        uvicorn.Server.serve
    )
    assert "signal" not in inspect.getsource(uvicorn.Server._serve)


def test_uvicorn_answers_a_taken_port_with_an_exit_and_stops_when_it_is_told() -> None:
    assert "sys.exit(" in inspect.getsource(uvicorn.Server.startup)
    assert "self.should_exit" in inspect.getsource(uvicorn.Server.on_tick)


@pytest.mark.parametrize(
    ("label", "is_charset"), [("utf-8", True), ("cp1252", True), ("zlib", False), ("rot13", False)]
)
def test_a_codec_says_whether_it_is_a_charset(label: str, is_charset: bool) -> None:
    assert codecs.lookup(label)._is_text_encoding is is_charset


def test_httpcore_keeps_the_error_of_the_handshake_as_its_argument() -> None:
    broken = ssl.SSLCertVerificationError("certificate verify failed")

    with (
        pytest.raises(httpcore.ConnectError) as failed,
        _exceptions.map_exceptions({ssl.SSLError: httpcore.ConnectError}),
    ):
        raise broken

    assert failed.value.args == (broken,)
    assert "ssl.SSLError: ConnectError" in inspect.getsource(AnyIOStream.start_tls)
