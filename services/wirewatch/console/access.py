"""Who may see the pages: the Host header must name us, and beyond loopback a token is needed. Pure."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass

from wirekit.errors import ConfigError

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


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
    names = {name.strip().lower() for name in further_names.split(",") if name.strip()}
    return Access(frozenset(LOCAL_NAMES | names | {host.lower()}), token)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
