"""Asks a service on this machine whether it is ready. Docker asks every few seconds: this loads next to nothing."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException

from wirewatch.cli.machine.ports import LOOPBACK

ANSWER_SECONDS = 3.0
ANSWER_BYTES = 64 * 1024
OK = 200


def unready(port: int) -> str | None:
    """Why the service on *port* is not ready, in words; None when it is."""
    connection = HTTPConnection(LOOPBACK, port, timeout=ANSWER_SECONDS)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        body = answer.read(ANSWER_BYTES).decode("utf-8", "replace")
    except (OSError, HTTPException) as error:
        return f"does not answer on port {port}: {error}"
    finally:
        connection.close()
    return None if answer.status == OK else f"is not ready: {_reasons(body)}"


def _reasons(body: str) -> str:
    """The reasons by the name of their check; what somebody else answers, as it is."""
    try:
        return "; ".join(f"{name}: {why}" for name, why in json.loads(body)["failures"].items())
    except (ValueError, LookupError, TypeError, AttributeError):
        return body
