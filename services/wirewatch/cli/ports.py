"""The ports of a newsroom on one machine: the documented ones, or free ones beside them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

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


def free_ports(wanted: Ports = Ports()) -> Ports:
    """The ports *wanted*, by default the documented ones, and any free one in the place of each that is taken."""
    from wirekit.broker import free_port, is_free  # noqa: PLC0415 - a health check loads this module, and no broker

    return Ports(**{name: port if is_free(port) else free_port() for name, port in asdict(wanted).items()})


def own_kafka(directory: Path) -> str:
    """Where the Kafka that `up` runs for this newsroom last answered; the documented address where it never ran."""
    from wirekit.broker.directory import DataDirectory  # noqa: PLC0415 - the same

    port = DataDirectory((directory / "data" / "kafka").absolute()).kept_port()
    return f"{LOOPBACK}:{port or Ports().kafka}"


def keep_ports(data: Path, ports: Ports) -> None:
    """Write down in the folder *data* where its newsroom listens, for commands in other terminals."""
    data.mkdir(parents=True, exist_ok=True)
    (data / "ports.json").write_text(json.dumps(asdict(ports)), encoding="ascii")


def kept_ports(data: Path) -> Ports:
    """Where the newsroom with its data in *data* listens or last did; the documented ports where it never ran."""
    try:
        kept = json.loads((data / "ports.json").read_bytes())
        return Ports(**{field.name: int(kept[field.name]) for field in fields(Ports)})
    except (OSError, ValueError, LookupError, TypeError):
        return Ports()
