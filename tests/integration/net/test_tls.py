"""What is wrong with a certificate, told apart."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.integration.net.servers import a_server, an_answer
from wirekit.net import AddressPolicy, HttpClient, Reason, Request, Unreachable, default_tls

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="certificates are made with the openssl command"
)

_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def _authority(folder: Path) -> Path:
    _openssl("req", "-x509", *_NEW_KEY, "-keyout", folder / "ca.key", "-out", folder / "ca.pem", "-subj", "/CN=ca")
    return folder / "ca.pem"


def _certificate(folder: Path, host: str, days: int) -> ssl.SSLContext:
    """A server context for *host*, signed by the authority of *folder*, for *days* from now (negative: expired)."""
    key, request, certificate, names = (folder / f"server.{ending}" for ending in ("key", "csr", "pem", "ext"))
    names.write_text(f"subjectAltName=DNS:{host}\n")
    _openssl("req", *_NEW_KEY, "-keyout", key, "-out", request, "-subj", f"/CN={host}")
    signer = ("-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", str(days))
    _openssl("x509", "-req", "-in", request, "-out", certificate, "-extfile", names, *signer)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def _loopback(host: str, port: int) -> Sequence[str]:
    assert host == "news.example"
    assert port
    return ["127.0.0.1"]


async def _asked(server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> bytes:
    async with a_server({"/": an_answer(b"ok")}, server_tls) as server:
        policy = AddressPolicy.parse(f"127.0.0.1:{server.port}")
        async with HttpClient(policy, user_agent="tests", resolve=_loopback, tls=client_tls) as http:
            response = await http.request(Request(server.url(host="news.example", scheme="https")))
    return response.body


def _trusting(authority: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=authority)


async def test_a_good_certificate_is_checked_against_the_name_not_the_pinned_address(tmp_path: Path) -> None:
    authority = _authority(tmp_path)

    assert await _asked(_certificate(tmp_path, "news.example", 10), _trusting(authority)) == b"ok"


@pytest.mark.parametrize(
    ("host", "days", "reason"),
    [("news.example", -1, Reason.TLS_EXPIRED), ("other.example", 10, Reason.TLS_HOSTNAME)],
)
async def test_an_expired_certificate_differs_from_one_of_another_host(
    tmp_path: Path, host: str, days: int, reason: Reason
) -> None:
    authority = _authority(tmp_path)
    with pytest.raises(Unreachable) as caught:
        await _asked(_certificate(tmp_path, host, days), _trusting(authority))

    assert caught.value.reason is reason


async def test_a_self_signed_certificate_differs_from_one_of_an_unknown_authority(tmp_path: Path) -> None:
    authority = _authority(tmp_path)
    signed = _certificate(tmp_path, "news.example", 10)
    self_signed = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    self_signed.load_cert_chain(authority, tmp_path / "ca.key")

    with pytest.raises(Unreachable) as own:
        await _asked(self_signed, default_tls())
    with pytest.raises(Unreachable) as unknown:
        await _asked(signed, default_tls())

    assert (own.value.reason, unknown.value.reason) == (Reason.TLS_SELF_SIGNED, Reason.TLS_UNTRUSTED)


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"], ids=["hangs up", "speaks plain HTTP"])
async def test_a_failed_handshake_is_a_tls_failure(said: bytes) -> None:
    async def say_and_close(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    server = await asyncio.start_server(say_and_close, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, HttpClient(AddressPolicy.parse(f"127.0.0.1:{port}"), user_agent="tests") as http:
        with pytest.raises(Unreachable) as caught:
            await http.request(Request(f"https://127.0.0.1:{port}/"))

    assert caught.value.reason is Reason.TLS
