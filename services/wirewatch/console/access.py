"""Who may see the pages: the Host header must name us, and beyond loopback a token is needed. Pure."""

from __future__ import annotations

import hmac
import ipaddress
import re
from dataclasses import dataclass

from wirekit.errors import ConfigError

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^\s:@/\[\]]+)(?::[0-9]{0,5})?")


@dataclass(frozen=True, slots=True)
class Access:
    """The rules of one console: the *names* that browsers may call it, and its *token* (empty: none needed)."""

    names: frozenset[str]
    token: str

    def is_our_name(self, host_header: str) -> bool:
        """Whether the Host header names this console: a page of somebody else must not reach it by its own name."""
        return _without_port(host_header.strip().lower()) in self.names

    def is_allowed(self, shown: str | None) -> bool:
        """Whether *shown* is the token; compared in constant time."""
        return not self.token or (shown is not None and hmac.compare_digest(shown.encode(), self.token.encode()))


def access_rules(host: str, further_names: str, token: str) -> Access:
    """The rules for a console that listens on *host*.

    Raises:
        ConfigError: *host* is not loopback and there is no token.
    """
    if not token and not _is_loopback(host):
        raise ConfigError(
            f"the console does not serve {host} without a token: set WIREWATCH_CONSOLE_TOKEN or "
            "WIREWATCH_CONSOLE_TOKEN_FILE, or let it listen on 127.0.0.1"
        )
    names = {_written(name.strip()) for name in further_names.split(",") if name.strip()}
    return Access(frozenset(LOCAL_NAMES | names | {_written(host)}), token)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _written(host: str) -> str:
    """*host* as a Host header has it (RFC 3986 3.2.2): an IPv6 address stands in brackets, in its shortest form."""
    try:
        address = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return host.lower()
    return f"[{address}]" if isinstance(address, ipaddress.IPv6Address) else str(address)


def _without_port(header: str) -> str:
    """The host of a Host header; empty where it is none, as with ``localhost:80@evil``."""
    found = _HOST.fullmatch(header)
    return "" if found is None else _written(found["host"])
