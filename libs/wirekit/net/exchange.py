"""What is asked and what is answered: frozen values. Sends nothing.

Once a status has come, nothing raises any more: what went wrong with the body stands in ``Response.cut``, so that a
receiver which says 200 and then drips its body has still said 200. Whoever needs the whole body reads
``Response.body``, which raises unless it is whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wirekit.net.errors import BadAnswer, Reason


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost, all its hops together.

    Attributes:
        total_seconds: From the start to the last byte of the body.
        body_bytes: Of the inflated body; what comes after is not read.
        redirects: How many are followed (GET and HEAD only); with 0 a 3xx is an answer like any other.
    """

    total_seconds: float = 30.0
    body_bytes: int = 16 * 1024 * 1024
    redirects: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """A request: an absolute http or https URL without credentials in it, and its own headers (Latin-1)."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Headers:
    """Header fields as they came, in order; several of one name stay apart, values are Latin-1 and so byte-exact."""

    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The first value of *name* in any letter case, or None."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of *name* in any letter case."""
        wanted = name.lower()
        return tuple(value for key, value in self.fields if key.lower() == wanted)


@dataclass(frozen=True, slots=True)
class Redirect:
    """A redirect that was followed: its status and the absolute URL it led to."""

    status: int
    url: str


@dataclass(frozen=True, slots=True)
class Response:
    """An answer.

    Attributes:
        status: Of the last hop.
        headers: Of the last hop.
        received: The inflated body as far as it came and was allowed, at most ``body_bytes``.
        cut: Why ``received`` is not the whole body (too_large, truncated, encoding, deadline); None when it is.
        url: The address of the last hop.
        redirects: The hops before it, in order.
        plain_only: The server's compression was broken, and only asking without it gave this answer; the caller
            spares itself the second request by sending ``accept-encoding: identity`` from now on.
    """

    status: int
    headers: Headers
    received: bytes
    cut: Reason | None
    url: str
    redirects: tuple[Redirect, ...]
    plain_only: bool

    @property
    def body(self) -> bytes:
        """The whole inflated body; raises BadAnswer when it was cut."""
        if self.cut is not None:
            raise BadAnswer(self.cut, f"status {self.status}, {len(self.received)} bytes of the body came", self.url)
        return self.received
