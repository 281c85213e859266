"""The notifier's outside world: its database, and where secrets lie."""

from wirewatch.notifier.adapters.database import opened
from wirewatch.notifier.adapters.deliveries import DeliveryTable
from wirewatch.notifier.adapters.outbox import Outbox
from wirewatch.notifier.adapters.secrets import read_keys

__all__ = ["DeliveryTable", "Outbox", "opened", "read_keys"]
