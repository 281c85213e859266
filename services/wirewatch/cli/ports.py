"""The ports of a newsroom on one machine: the documented ones, or free ones beside them."""

from __future__ import annotations

from dataclasses import dataclass, fields

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where everything listens on 127.0.0.1; the defaults are the documented ones."""

    kafka: int = 8792
    console: int = 8780
    poller_health: int = 8781
    enricher_health: int = 8782
    alerter_health: int = 8783
    notifier_health: int = 8784
    console_health: int = 8785
    demo_feeds: int = 8795
    demo_receiver: int = 8796

    def health(self, service: str) -> int:
        """The health port of *service*."""
        return int(getattr(self, f"{service}_health"))


def free_ports() -> Ports:
    """The documented port of each, or any free one where that is taken."""
    from wirekit.broker import free_port, is_free  # noqa: PLC0415 - a health check loads this module, and no broker

    documented = Ports()
    ports = {field.name: getattr(documented, field.name) for field in fields(Ports)}
    return Ports(**{name: port if is_free(port) else free_port() for name, port in ports.items()})
