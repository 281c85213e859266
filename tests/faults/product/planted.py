"""Services with a bug planted, from outside the product's code: ``python -m tests.faults.product.planted BUG…``.

``hasty``: an enricher that acknowledges before its articles are written. ``forgetful``: a notifier that does not know
what it has delivered. ``slow``: an alerter, without a bug, that says when it has decided and thinks for two seconds, so
that it can be frozen in between; ``slow unfenced``, ``unfenced``: an alerter whose former self may write on.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Collection, Sequence
from types import ModuleType

from sqlalchemy import delete

import wirewatch.alerter.__main__ as alerter
import wirewatch.enricher.__main__ as enricher
import wirewatch.notifier.__main__ as notifier
from tests.faults.streams.worker import Hasty, Unfenced, say
from wirekit.kafka import Record
from wirekit.runtime.lifecycle import run_service
from wirekit.streams import Effects, OwnedLane, tenure
from wirewatch.alerter.service import DecideHalf
from wirewatch.alerter.settings import AlerterSettings
from wirewatch.enricher.settings import EnricherSettings
from wirewatch.notifier.adapters import deliveries
from wirewatch.notifier.adapters.tables import DELIVERIES
from wirewatch.notifier.delivery import Planned
from wirewatch.notifier.settings import NotifierSettings

THOUGHT_SECONDS = 2.0
IN_HAND = "decisions in hand"


class Slow(DecideHalf):
    """Decides, then waits with the decision in hand."""

    def fold(self, lane: OwnedLane, records: Sequence[Record]) -> Effects:
        """As ever, but slowly."""
        effects = super().fold(lane, records)
        if effects.outputs:
            say(IN_HAND)
        time.sleep(THOUGHT_SECONDS)
        return effects


class Forgetful(deliveries.DeliveryTable):
    """Planted bug: no unique key holds off what comes a second time."""

    async def add(self, planned: Sequence[Planned], now: dt.datetime) -> Collection[str]:
        """Take everything for new."""
        ids = [each.delivery.webhook_id for each in planned]
        forgotten = delete(DELIVERIES).where(DELIVERIES.c.webhook_id.in_(ids))
        await self.database.transact(lambda connection: connection.execute(forgotten).rowcount)
        return await super().add(planned, now)


def plant(module: ModuleType, **bugs: type) -> None:
    """Put *bugs* in the place of what *module* knows by these names."""
    missing = bugs.keys() - vars(module).keys()
    assert not missing, f"{module.__name__} knows no {missing}"
    vars(module).update(bugs)


def main(bugs: set[str]) -> None:
    if "hasty" in bugs:
        plant(enricher, Publisher=Hasty)
        run_service(EnricherSettings, enricher.serve)
    if "forgetful" in bugs:
        plant(deliveries, DeliveryTable=Forgetful)
        run_service(NotifierSettings, notifier.serve)
    if "slow" in bugs:
        plant(alerter, DecideHalf=Slow)
    if "unfenced" in bugs:
        plant(tenure, FencedWriter=Unfenced)
    run_service(AlerterSettings, alerter.serve)


if __name__ == "__main__":
    main(set(sys.argv[1:]))
