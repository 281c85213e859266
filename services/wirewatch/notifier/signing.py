"""Signs a webhook as Standard Webhooks v1 says, and verifies one. Never reads a clock or a file.

HMAC-SHA256 over the bytes ``<webhook-id>.<webhook-timestamp>.<body>``, base64, with the prefix ``v1,``; one signature
for each key, parted by a space, so that a receiver verifies with the old key or the new one while they change. The time
is in whole seconds since 1970. An id holds no dot: dots part what is signed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping, Sequence

SECRET_PREFIX = "whsec_"  # noqa: S105 - the prefix of secrets, not one
KEY_BYTES = range(24, 65)
TOLERANCE_SECONDS = 300

_SECONDS = re.compile(r"[0-9]{1,12}")


class BadSignature(ValueError):
    """A webhook that is not from us, or not from now."""


def read_secret(text: str) -> bytes:
    """The key in ``whsec_<base64>``; prefix and padding may be missing.

    Raises:
        ValueError: Not base64, or not 24 to 64 bytes.
    """
    try:
        key = _decoded(text.removeprefix(SECRET_PREFIX))
    except ValueError:
        raise ValueError("not base64 after whsec_") from None
    if len(key) not in KEY_BYTES:
        raise ValueError(f"{len(key)} bytes long; a key has 24 to 64")
    return key


def write_secret(key: bytes) -> str:
    """The form of *key* that both sides keep."""
    return SECRET_PREFIX + base64.b64encode(key).decode()


def signature(key: bytes, webhook_id: str, timestamp: int, body: bytes) -> str:
    """``v1,`` and the base64 of the HMAC; *timestamp* in seconds since 1970."""
    if "." in webhook_id:
        raise ValueError(f"an id holds no dot: {webhook_id}")
    signed = b"%b.%d.%b" % (webhook_id.encode(), timestamp, body)
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def signed_headers(keys: Sequence[bytes], webhook_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of Standard Webhooks, signed with each of *keys*."""
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signature(key, webhook_id, timestamp, body) for key in keys),
    }


def verify(key: bytes, headers: Mapping[str, str], body: bytes, now: float) -> str:
    """The ``webhook-id`` of a genuine webhook; *now* in seconds since 1970.

    Raises:
        BadSignature: A header is missing or malformed, the timestamp is more than 5 minutes off, no signature fits.
    """
    fields = {name.lower(): value for name, value in headers.items()}
    webhook_id, timestamp = fields.get("webhook-id", ""), fields.get("webhook-timestamp", "")
    if not webhook_id or "." in webhook_id or not _SECONDS.fullmatch(timestamp):
        raise BadSignature("webhook-id or webhook-timestamp is missing or malformed")
    if abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        raise BadSignature("webhook-timestamp is more than 5 minutes off")
    expected = _decoded(signature(key, webhook_id, int(timestamp), body).removeprefix("v1,"))
    if not any(hmac.compare_digest(expected, each) for each in _v1(fields.get("webhook-signature", ""))):
        raise BadSignature("no signature fits")
    return webhook_id


def _v1(header: str) -> Iterator[bytes]:
    """The v1 signatures of *header*; what is malformed or of another version is passed over."""
    for entry in header.split(" "):
        version, _, text = entry.partition(",")
        if version == "v1":
            try:
                yield _decoded(text)
            except ValueError:
                continue


def _decoded(text: str) -> bytes:
    return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), validate=True)
