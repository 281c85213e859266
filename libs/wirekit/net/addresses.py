"""Decides which addresses may be connected to. Pure: resolves nothing, connects to nothing.

Public unicast addresses are allowed, everything else is not: the special-purpose registries of IANA (RFC 6890 and its
updates), multicast, and the translation prefixes (64:ff9b::/96, 2002::/16, 2001::/32) behind which a private IPv4
address can hide. The operator opens exactly what he needs, such as ``127.0.0.1:8795`` for one local receiver.
``ipaddress.is_global`` is not asked: Python 3.11 calls 64:ff9b::7f00:1, 2002:7f00:1::, fec0::1 and 224.0.0.1 global.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_interface, ip_network

from wirekit.errors import ConfigError

_NOT_PUBLIC_V4 = tuple(
    IPv4Network(text)
    for text in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # public by number, but the host agent of a cloud by function
    )
)
# Only 2000::/3 is global unicast (RFC 4291 2.4); these lie inside it and are not.
_GLOBAL_UNICAST_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(IPv6Network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))

# "Port blocking" of the WHATWG Fetch standard: ports of other protocols that an HTTP request could be made to speak to.
# fmt: off
_OTHER_PROTOCOLS = frozenset((
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531,
    532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
    5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
))
# fmt: on
_PORTS = range(1, 65536)
_FORMS = "no address, address:port or network, as 127.0.0.1:8795, [::1]:8795 or 10.1.0.0/16"
_ALLOWED = re.compile(
    r"(?:\[(?P<bracketed>[^\]]+)\]|(?P<plain>[^\[\]:]+|[^\[\]]*:[^\[\]]*:[^\[\]]*))(?::(?P<port>[0-9]{1,5}))?"
)


@dataclass(frozen=True, slots=True)
class AllowedRange:
    """A network that is allowed although it is not public; *port* None means every port."""

    network: IPv4Network | IPv6Network
    port: int | None

    @classmethod
    def parse(cls, text: str) -> AllowedRange:
        """Read ``127.0.0.1:8795``, ``10.1.0.0/16``, ``[::1]:8795`` or ``fd00::/8``; raises ConfigError."""
        match = _ALLOWED.fullmatch(text)
        if match is None or int(match["port"] or 1) not in _PORTS:
            raise ConfigError(f"{text!r} is {_FORMS}")
        written = match["bracketed"] or match["plain"]
        try:
            network = ip_network(written, strict=False)
        except ValueError:
            raise ConfigError(f"{text!r} is {_FORMS}") from None
        if ip_interface(written).ip != network.network_address:
            raise ConfigError(f"{text!r} is {_FORMS}; did you mean {network}?")
        return cls(network, int(match["port"]) if match["port"] else None)

    def holds(self, address: IPv4Address | IPv6Address, port: int) -> bool:
        """Whether *address* and *port* lie in this range."""
        return self.port in (None, port) and address in self.network


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """Which addresses may be connected to: the public ones on ports of HTTP, and what *allow* names.

    Attributes:
        setting: What *allow* came from, a variable or an option; who is refused is told to add to it.
    """

    allow: tuple[AllowedRange, ...] = ()
    setting: str = "ALLOW"

    @classmethod
    def parse(cls, text: str, setting: str = "ALLOW") -> AddressPolicy:
        """Read a list parted by commas, as settings write it; an empty one opens nothing. Raises ConfigError."""
        try:
            return cls(tuple(AllowedRange.parse(part.strip()) for part in text.split(",") if part.strip()), setting)
        except ConfigError as error:
            raise ConfigError(f"cannot be added to {setting}: {error}") from error

    def permits(self, address: str, port: int) -> bool:
        """Whether a connection to the numeric *address* and *port* is allowed; what is no address is not."""
        number = _meant(address)
        if number is None:
            return False
        if any(allowed.holds(number, port) for allowed in self.allow):
            return True
        return port not in _OTHER_PROTOCOLS and _is_public(number)

    def refusal(self, address: str, port: int) -> str:
        """Why a connection that is not allowed is not, and what would allow it."""
        number = str(_meant(address) or address)
        entry = f"[{number}]:{port}" if ":" in number else f"{number}:{port}"
        what = f"port {port} is not for HTTP" if port in _OTHER_PROTOCOLS else f"{address} is not public"
        return f"{what}; to allow it, add {entry} to {self.setting}"


def _meant(address: str) -> IPv4Address | IPv6Address | None:
    """*address* as it is compared: IPv4 within IPv6 (RFC 4291 2.5.5.2) is that IPv4 address; None where it is none."""
    try:
        number = ip_address(address)
    except ValueError:
        return None
    return (number.ipv4_mapped or number) if isinstance(number, IPv6Address) else number


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    return address in _GLOBAL_UNICAST_V6 and not any(address in network for network in _NOT_PUBLIC_V6)
