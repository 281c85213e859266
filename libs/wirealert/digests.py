"""Short digests of ids, by which a row remembers articles and wordings. Never an id for the wire."""

from __future__ import annotations

import base64
import hashlib

_BYTES = 6


def digest(*parts: str | int | None) -> str:
    """Eight characters (base64url) for *parts*; two are equal by chance once in 2.8e14."""
    text = repr(parts).encode("utf-8", "surrogatepass")
    return base64.urlsafe_b64encode(hashlib.blake2b(text, digest_size=_BYTES).digest()).decode()
