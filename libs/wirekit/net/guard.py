"""Connects only where the address policy allows it. Knows nothing of HTTP.

The name is resolved once, every answer is checked, and the connection goes to a checked address: a name that changes
its answer between check and connect (DNS rebinding) gains nothing. The name itself stays in ``Host`` and in TLS, and
this runs for every new connection, hence on every hop of a redirect. Hosts written as numbers (``2130706433``,
``0x7f.1``) resolve like names and are caught by the same check. There are no Unix sockets and no proxies.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable, Sequence
from typing import Protocol

import httpcore

from wirekit.net.addresses import AddressPolicy
from wirekit.net.errors import Reason, RefusedName, RefusedRequest, Unreachable
from wirekit.net.targets import origin_of, parse_target

_UNKNOWN_NAME = frozenset((socket.EAI_NONAME, socket.EAI_NODATA))
# Enough for a host with a dead address or two; a name with hundreds would only use up the deadline.
_MOST_ADDRESSES = 4


class Resolver(Protocol):
    """Turns a host into numeric addresses."""

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """Every address of *host*, the preferred one first; raises OSError (``socket.gaierror``)."""
        ...


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the resolver of the operating system."""
    answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(sockaddr[0]) for *_, sockaddr in answers]


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """The network of httpcore behind an address policy."""

    def __init__(self, policy: AddressPolicy, resolve: Resolver) -> None:
        """Connect where *policy* allows, to what *resolve* answers."""
        self._policy = policy
        self._resolve = resolve
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that answers; *timeout* is seconds for each.

        Raises RefusedRequest when any of the addresses is not allowed: an honest name does not mix them.
        """
        addresses = await _checked_addresses(host, port, self._policy, self._resolve)
        failure: Exception | None = None
        for address in addresses:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise Unreachable(Reason.CONNECT, f"no connection to {', '.join(addresses)} port {port}") from failure


async def check_address(url: str, policy: AddressPolicy) -> None:
    """Return when *policy* allows a connection to the host of *url* as its name resolves now; connects to nothing.

    Raises:
        RefusedRequest: It does not; the detail says what would allow it. RefusedName where the host is a name, to
            which another address may belong later. Or *url* is none.
        Unreachable: The name does not resolve.
    """
    _, host, port = origin_of(parse_target(url))
    await _checked_addresses(host.decode("ascii"), port, policy, system_resolver)


async def _checked_addresses(host: str, port: int, policy: AddressPolicy, resolve: Resolver) -> Sequence[str]:
    try:
        addresses = await resolve(host, port)
    except socket.gaierror as error:
        reason = Reason.DNS_UNKNOWN if error.errno in _UNKNOWN_NAME else Reason.DNS_TEMPORARY
        raise Unreachable(reason, error.strerror or "the name does not resolve") from error
    except UnicodeError as error:
        raise Unreachable(Reason.DNS_UNKNOWN, "the host is no valid name") from error
    for address in addresses:
        if not policy.permits(address, port):
            refused = RefusedRequest if _is_number(host) else RefusedName
            raise refused(Reason.BLOCKED_ADDRESS, policy.refusal(address, port))
    return addresses[:_MOST_ADDRESSES]


def _is_number(host: str) -> bool:
    """Whether *host* is an address in any of the forms that resolvers take for one, and so never another."""
    try:
        socket.inet_aton(host)
    except OSError:
        return ":" in host
    return True
