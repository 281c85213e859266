"""Reads URLs and says which request follows a redirect. Pure: sends nothing.

Only absolute http and https URLs without credentials are targets. A hop to another origin (scheme, host, port) carries
nothing but the harmless fields named here, so that no token, cookie or signature ever reaches a stranger.
"""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from wirekit.net.errors import BadAnswer, Reason, RefusedRequest

_PORTS = {"http": 80, "https": 443}
_VALID_PORTS = range(1, 65536)
_FOLLOWED = frozenset((301, 302, 303, 307, 308))
_HARMLESS = frozenset(
    ("accept", "accept-encoding", "accept-language", "user-agent", "if-none-match", "if-modified-since")
)


def parse_target(url: str) -> httpx.URL:
    """The normalised URL without its fragment; raises RefusedRequest (bad_url)."""
    try:
        target = httpx.URL(url.partition("#")[0])
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedRequest(Reason.BAD_URL, f"not a URL: {error}") from error
    if target.scheme not in _PORTS or not target.raw_host:
        raise RefusedRequest(Reason.BAD_URL, "only absolute http and https URLs are fetched")
    if target.port is not None and target.port not in _VALID_PORTS:
        raise RefusedRequest(Reason.BAD_URL, "the port is not between 1 and 65535")
    if target.userinfo:
        raise RefusedRequest(Reason.BAD_URL, "credentials do not belong into a URL")
    return target


def origin_of(target: httpx.URL) -> tuple[bytes, bytes, int]:
    """Scheme, host and port."""
    return target.raw_scheme, target.raw_host, target.port or _PORTS[target.scheme]


def is_redirect(status: int) -> bool:
    """Whether *status* sends elsewhere."""
    return status in _FOLLOWED


def redirect_target(base: httpx.URL, location: str | None) -> httpx.URL:
    """Where a redirect from *base* leads, *location* being the Latin-1 text of the field; raises BadAnswer."""
    if not location:
        raise BadAnswer(Reason.BAD_REDIRECT, "a redirect without Location", str(base))
    try:
        return parse_target(str(base.join(_as_utf8(location))))
    except (httpx.InvalidURL, ValueError) as error:
        raise BadAnswer(Reason.BAD_REDIRECT, f"Location is not a URL: {error}", str(base)) from error
    except RefusedRequest as refusal:
        raise BadAnswer(Reason.BAD_REDIRECT, f"Location: {refusal.detail}", str(base)) from refusal


def without_credentials(headers: Mapping[str, str]) -> dict[str, str]:
    """The fields that may go to another origin."""
    return {name: value for name, value in headers.items() if name.lower() in _HARMLESS}


def _as_utf8(latin1: str) -> str:
    raw = latin1.encode("latin-1")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return latin1
