"""Ports for the servers of tests."""

from __future__ import annotations

import os

from wirekit.broker.wire import free_port as any_free_port

_WORKERS = 8  # more than run side by side
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _WORKERS


def free_port() -> int:
    """A free port that no other worker of the same run chooses meanwhile: a server listens seconds after the choice."""
    while (port := any_free_port()) % _WORKERS != _WORKER:
        pass
    return port
