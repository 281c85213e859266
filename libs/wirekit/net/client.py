"""Sends one request and reads its answer, within its limits and the address policy. Retries nothing on its own.

The one exception: an answer whose announced compression is broken is asked for once more without compression.
Built on httpcore, the engine under httpx: what httpx adds (cookies, proxies, automatic redirects and an unbounded
inflation: 1 KB of brotli becomes 512 MB) would all have to be switched off again.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import certifi
import httpcore
import httpx

from wirekit.net.addresses import AddressPolicy
from wirekit.net.errors import BadAnswer, DeadlineExceeded, FetchError, Reason, RefusedRequest, Unreachable
from wirekit.net.exchange import Headers, Redirect, Request, Response
from wirekit.net.guard import GuardedBackend, Resolver, system_resolver
from wirekit.net.inflating import BoundedBody
from wirekit.net.pools import OriginPools
from wirekit.net.targets import is_redirect, origin_of, parse_target, redirect_target, without_credentials

_CONNECT_SECONDS = 10.0
_SAFE_METHODS = frozenset(("GET", "HEAD"))
_CERTIFICATE_REASONS = {
    10: Reason.TLS_EXPIRED,
    18: Reason.TLS_SELF_SIGNED,
    19: Reason.TLS_SELF_SIGNED,
    20: Reason.TLS_UNTRUSTED,
    21: Reason.TLS_UNTRUSTED,
    62: Reason.TLS_HOSTNAME,
    64: Reason.TLS_HOSTNAME,
}


def default_tls() -> ssl.SSLContext:
    """Trust the authorities of the system (``SSL_CERT_FILE``) and of certifi. Takes 20 ms: build one, share it."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request to one origin."""

    method: str
    target: httpx.URL
    headers: Mapping[str, str]
    body: bytes | None
    body_bytes: int
    deadline: float


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Headers
    received: bytes
    cut: Reason | None


class HttpClient:
    """An HTTP client for hostile servers; close it, or use it as a context manager."""

    def __init__(
        self,
        policy: AddressPolicy,
        *,
        user_agent: str,
        resolve: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Ask as *user_agent* wherever *policy* allows."""
        self._pools = OriginPools(GuardedBackend(policy, resolve), tls or default_tls())
        self._defaults = {"user-agent": user_agent, "accept": "*/*", "accept-encoding": "gzip, deflate, br"}

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first request."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        await self._pools.aclose()

    async def request(self, request: Request) -> Response:
        """Send *request*, follow redirects as far as its limits say, and read the body.

        Raises:
            RefusedRequest: URL, port or address is not one we connect to.
            Unreachable: Name, connection or certificate failed.
            DeadlineExceeded: No status came in time.
            BadAnswer: Not HTTP, or a redirect that cannot be followed. Faults of the body are in ``Response.cut``.
        """
        started = asyncio.get_running_loop().time()
        hop = self._first_hop(request, started + request.limits.total_seconds)
        redirects: tuple[Redirect, ...] = ()
        while True:
            answer, plain_only = await self._answered(hop)
            if not (is_redirect(answer.status) and hop.method in _SAFE_METHODS and request.limits.redirects):
                return Response(
                    answer.status,
                    answer.headers,
                    answer.received,
                    answer.cut,
                    str(hop.target),
                    redirects,
                    plain_only,
                )
            if len(redirects) == request.limits.redirects:
                raise BadAnswer(Reason.BAD_REDIRECT, f"more than {len(redirects)} redirects", str(hop.target))
            hop = _next_hop(hop, answer)
            redirects += (Redirect(answer.status, str(hop.target)),)

    def _first_hop(self, request: Request, deadline: float) -> _Hop:
        headers = self._defaults | {name.lower(): value for name, value in request.headers.items()}
        target = parse_target(request.url)
        return _Hop(request.method.upper(), target, headers, request.body, request.limits.body_bytes, deadline)

    async def _answered(self, hop: _Hop) -> tuple[_Answer, bool]:
        """The answer to *hop*, and whether only asking without compression gave it."""
        answer = await self._exchanged(hop, hop.headers)
        if answer.cut is not Reason.ENCODING or hop.method not in _SAFE_METHODS:
            return answer, False
        plain = await self._exchanged(hop, {**hop.headers, "accept-encoding": "identity"})
        return plain, plain.cut is not Reason.ENCODING

    async def _exchanged(self, hop: _Hop, headers: Mapping[str, str]) -> _Answer:
        url = str(hop.target)
        async with self._pools.lent(origin_of(hop.target)) as pool:
            with _named_failures(url):
                wire = _on_the_wire(hop, headers)
                async with asyncio.timeout_at(hop.deadline):
                    answer = await pool.handle_async_request(wire)
            try:
                fields = Headers(
                    tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers)
                )
                received, cut = await _read_body(answer, fields.get("content-encoding") or "", hop)
                return _Answer(answer.status, fields, received, cut)
            finally:
                await answer.aclose()


def _next_hop(hop: _Hop, answer: _Answer) -> _Hop:
    target = redirect_target(hop.target, answer.headers.get("location"))
    same_origin = origin_of(target) == origin_of(hop.target)
    headers = hop.headers if same_origin else without_credentials(hop.headers)
    return _Hop(hop.method, target, headers, hop.body, hop.body_bytes, hop.deadline)


def _on_the_wire(hop: _Hop, headers: Mapping[str, str]) -> httpcore.Request:
    fields = {"host": hop.target.netloc.decode("ascii"), **headers}
    if hop.body is not None:
        fields["content-length"] = str(len(hop.body))
    scheme, host, port = origin_of(hop.target)
    return httpcore.Request(
        hop.method,
        httpcore.URL(scheme=scheme, host=host, port=port, target=hop.target.raw_path),
        headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in fields.items()],
        content=hop.body,
        extensions={"timeout": {"connect": _CONNECT_SECONDS}},
    )


async def _read_body(answer: httpcore.Response, coding: str, hop: _Hop) -> tuple[bytes, Reason | None]:
    body = BoundedBody(coding, hop.body_bytes)
    try:
        async with asyncio.timeout_at(hop.deadline):
            async for chunk in answer.aiter_stream():
                body.feed(chunk)
        body.end()
    except TimeoutError:
        return body.received, Reason.DEADLINE
    except (httpcore.RemoteProtocolError, httpcore.NetworkError):
        return body.received, Reason.TRUNCATED
    except BadAnswer as fault:
        return body.received, fault.reason
    return body.received, None


@contextmanager
def _named_failures(url: str) -> Iterator[None]:
    """Turn what can fail before a status into our errors, with the address in them."""
    try:
        yield
    except FetchError as error:
        error.url = url
        raise
    except TimeoutError as error:
        raise DeadlineExceeded("no answer in time", url) from error
    except httpcore.ConnectError as error:
        raise _tls_failure(error, url) from error
    except httpcore.TimeoutException as error:
        raise Unreachable(Reason.CONNECT, "no connection in time", url) from error
    except (httpcore.RemoteProtocolError, httpcore.NetworkError) as error:
        raise BadAnswer(Reason.PROTOCOL, str(error) or "the connection broke", url) from error
    except (httpcore.LocalProtocolError, UnicodeEncodeError) as error:
        raise RefusedRequest(Reason.BAD_REQUEST, str(error), url) from error


def _tls_failure(error: httpcore.ConnectError, url: str) -> Unreachable:
    # httpcore keeps the error of the ssl module as its only argument and cuts the cause off.
    origin = error.args[0] if error.args else None
    if isinstance(origin, ssl.SSLCertVerificationError):
        return Unreachable(_CERTIFICATE_REASONS.get(origin.verify_code, Reason.TLS), origin.verify_message, url)
    return Unreachable(Reason.TLS, str(error) or "the TLS handshake failed", url)
