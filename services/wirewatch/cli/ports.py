"""The ports of a newsroom on one machine: the documented ones, or free ones beside them."""

from __future__ import annotations

import socket
from dataclasses import dataclass, fields

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where everything listens on 127.0.0.1."""

    kafka: int = 8792
    console: int = 8780
    poller: int = 8781
    enricher: int = 8782
    alerter: int = 8783
    notifier: int = 8784
    console_health: int = 8785
    demo_feeds: int = 8795
    demo_receiver: int = 8796


def free_ports() -> Ports:
    """The documented port of each, or any free one where that is taken."""
    return Ports(**{field.name: _free(int(str(field.default))) for field in fields(Ports)})


def _free(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError(f"no free port on {LOOPBACK}")
