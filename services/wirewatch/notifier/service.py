"""Alerts become deliveries, deliveries become requests, what becomes of them is reported.

::

    alerts.raised, deliveries.commands ──► Intake ──► delivery table ──► Sender (one an endpoint) ──► endpoint
                         deliveries.attempted ◄── outbox ◄── delivery table ◄──┘

An offset is committed when the deliveries are. Nothing waits for a slow endpoint but its own deliveries. The one repeat
that cannot be closed: a process that dies between an endpoint's 2xx and the mark sends the same ``webhook-id`` again.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from random import SystemRandom
from typing import Protocol

from wirekit.clock import Clock
from wirekit.contracts import AlertRaised, DeliveryAttempted, DeliveryCommand, topology
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Record
from wirekit.net import FetchError, Limits, RefusedName, RefusedRequest, Request, Response
from wirekit.runtime import metrics
from wirekit.runtime.logs import get_logger
from wirekit.streams import Event, Outcome, decode
from wirewatch.notifier.backoff import Answer, Verdict, judge, rest_asked_for
from wirewatch.notifier.body import CONTENT_TYPE
from wirewatch.notifier.delivery import Delivery, Planned, Waiting, plan, plan_test, report_attempt
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.notifier.settings import NotifierSettings
from wirewatch.notifier.signing import signed_headers

ANSWER_BYTES = 20_000
LOOK_SECONDS = 1.0
PRUNE_SECONDS = 3600.0
DRAIN_SECONDS = 10.0
# As long as a replay of the topic could bring a delivery back, its row must be there to say that it is done.
KEPT = dt.timedelta(days=(topology.ALERTS_RAISED.retention_days or 0) + 1)

log = get_logger()
_luck = SystemRandom().random


class Http(Protocol):
    """Sends requests; refuses addresses that may not be called."""

    async def request(self, request: Request) -> Response:
        """The answer; raises FetchError where there is none."""
        ...


class Plans(Protocol):
    """The delivery table, as the intake needs it."""

    async def add(self, planned: Sequence[Planned], now: dt.datetime) -> Collection[str]:
        """Remember deliveries once, however often they are planned; the webhook ids of the new ones."""
        ...

    async def disabled(self, endpoints: Mapping[str, Endpoint]) -> Collection[str]:
        """Endpoints that said they are gone."""
        ...

    async def rearm(self, endpoint: str, webhook_id: str | None, now: dt.datetime) -> int:
        """Start over with one dead delivery, or all."""
        ...


class Claims(Protocol):
    """The delivery table, as a sender needs it."""

    async def claim(self, endpoint: str, limit: int, now: dt.datetime, until: dt.datetime) -> Sequence[Delivery]:
        """Lend out due deliveries."""
        ...

    async def settle(self, delivery: Delivery, verdict: Verdict, report: DeliveryAttempted) -> int | None:
        """Write down an attempt, unless the lease has lapsed; how many later revisions waited for it, else None."""
        ...

    async def disable(self, endpoint: Endpoint, now: dt.datetime) -> int:
        """Send nothing more there; how many deliveries waited."""
        ...


class Upkeep(Protocol):
    """The delivery table, as its housekeeping needs it."""

    async def waiting(self) -> Sequence[Waiting]:
        """What is pending, by endpoint."""
        ...

    async def abandon_unknown(self, endpoints: Collection[str], now: dt.datetime) -> int:
        """Give up what waits for other endpoints."""
        ...

    async def prune(self, before: dt.datetime) -> int:
        """Forget what is long over."""
        ...


class Intake:
    """Turns records into deliveries for the endpoints of *senders*; its ``handle`` is a handler for a Pipeline."""

    GROUP = topology.NOTIFIER

    def __init__(self, plans: Plans, senders: Mapping[str, Sender], clock: Clock) -> None:
        self._plans = plans
        self._senders = senders
        self._endpoints = {name: sender.endpoint for name, sender in senders.items()}
        self._clock = clock

    async def handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """Return when everything that *records* ask for is in the table."""
        disabled = await self._plans.disabled(self._endpoints)
        planned: list[Planned] = []
        outcomes: list[Outcome] = []
        for record in records:
            try:
                planned += await self._planned(record, disabled)
                outcomes.append(())
            except InvalidMessage as reason:
                outcomes.append(reason)
        added = await self._plans.add(planned, self._clock.now())
        for delivery, outcome in ((each.delivery, each.outcome) for each in planned):
            if outcome is None:
                self._senders[delivery.endpoint].wake()
            elif delivery.webhook_id in added:
                metrics.DELIVERIES.labels(outcome).inc()
                log.info("delivery.refused", outcome=outcome, endpoint=delivery.endpoint, alert_id=delivery.alert_id)
        return outcomes

    async def _planned(self, record: Record, disabled: Collection[str]) -> Sequence[Planned]:
        if record.topic == topology.DELIVERIES_COMMANDS.name:
            return await self._obeyed(decode(record, DeliveryCommand))
        alert = decode(record, AlertRaised)
        return plan(alert.data, self._endpoints, disabled, alert.envelope.time, alert.envelope.traceparent)

    async def _obeyed(self, event: Event[DeliveryCommand]) -> Sequence[Planned]:
        order = event.data
        if order.command == "test":
            return [plan_test(event.envelope.id, order.endpoint, self._endpoints, order.requested_at)]
        if order.command != "redeliver":
            raise InvalidMessage("unknown_command", f"{order.command!r} is neither test nor redeliver")
        sender = self._senders.get(order.endpoint)
        if sender is None:
            raise InvalidMessage("unknown_endpoint", f"{order.endpoint} is not in the endpoints file")
        armed = await self._plans.rearm(order.endpoint, order.webhook_id, self._clock.now())
        log.info("deliveries.rearmed", endpoint=order.endpoint, webhook_id=order.webhook_id, deliveries=armed)
        sender.wake()
        return ()


class Sender:
    """Sends what is due to *endpoint*, so many at once as it allows, signed with each of *keys*."""

    def __init__(
        self,
        endpoint: Endpoint,
        keys: Sequence[bytes],
        claims: Claims,
        http: Http,
        clock: Clock,
        settings: NotifierSettings,
    ) -> None:
        self.endpoint = endpoint
        self._keys = keys
        self._claims = claims
        self._http = http
        self._clock = clock
        self._lease = dt.timedelta(seconds=settings.lease_seconds)
        self._limits = Limits(total_seconds=settings.request_seconds, body_bytes=ANSWER_BYTES)
        self._longest_rest = dt.timedelta(seconds=settings.retry_after_seconds)
        self._woken = asyncio.Event()
        self._in_flight = 0
        self._more = False  # may be due, beyond what could be claimed

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; requests under way are then finished and written down first."""
        async with asyncio.TaskGroup() as sending:
            while True:
                await self._woken.wait()
                self._woken.clear()
                free = self.endpoint.max_in_flight - self._in_flight
                claimed = await self._claimed(free) if free else ()
                self._more = len(claimed) == free
                for delivery in claimed:
                    self._in_flight += 1
                    sending.create_task(self._finish(delivery))

    async def _claimed(self, free: int) -> Sequence[Delivery]:
        now = self._clock.now()
        try:
            return await self._claims.claim(self.endpoint.id, free, now, now + self._lease)
        except TemporaryFailure as failure:  # whoever sees that something is due wakes us again
            log.warning("database.waiting", error=str(failure))
            return ()

    async def _finish(self, delivery: Delivery) -> None:
        work = asyncio.ensure_future(self._send(delivery))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            await asyncio.wait({work}, timeout=DRAIN_SECONDS)
            work.cancel()
            raise
        finally:
            self._in_flight -= 1
            if self._more:
                self.wake()

    async def _send(self, delivery: Delivery) -> None:
        started = self._clock.now()
        loop = asyncio.get_running_loop()
        began = loop.time()
        answer = await self._ask(delivery, int(started.timestamp()))
        seconds = loop.time() - began
        schedule = () if delivery.is_test else self.endpoint.retry
        verdict = judge(answer, delivery.tries, schedule, self._clock.now(), _luck())
        report = report_attempt(delivery, answer, verdict, started, seconds)
        later = await self._claims.settle(delivery, verdict, report)
        if later is None:
            log.warning("delivery.lapsed", endpoint=self.endpoint.id, webhook_id=delivery.webhook_id)
            return
        if later:
            self.wake()
        if verdict.is_gone:
            given_up = await self._claims.disable(self.endpoint, self._clock.now())
            metrics.DELIVERIES.labels("disabled").inc(given_up)
            log.warning("endpoint.disabled", endpoint=self.endpoint.id, given_up=given_up)
        metrics.DELIVERIES.labels(report.outcome).inc()
        metrics.DELIVERY_SECONDS.observe(seconds)
        _log_attempt(report)

    async def _ask(self, delivery: Delivery, timestamp: int) -> Answer:
        headers = signed_headers(self._keys, delivery.webhook_id, timestamp, delivery.body)
        headers["content-type"] = CONTENT_TYPE
        request = Request(self.endpoint.url, "POST", headers, delivery.body, self._limits)
        try:
            response = await self._http.request(request)
        except FetchError as failure:
            refused = isinstance(failure, RefusedRequest) and not isinstance(failure, RefusedName)
            return Answer(None, str(failure), refused=refused)
        asked = response.headers.get("retry-after")
        return Answer(response.status, rest=rest_asked_for(asked, self._clock.now(), self._longest_rest))


def _log_attempt(report: DeliveryAttempted) -> None:
    told = report.model_dump(mode="json", exclude_none=True, exclude={"outcome", "attempted_at"})
    log.info("delivery.attempted", outcome=report.outcome, **told)


class Caretaker:
    """Wakes *senders* when something is due, and keeps the table small."""

    def __init__(self, upkeep: Upkeep, senders: Mapping[str, Sender], clock: Clock) -> None:
        self._upkeep = upkeep
        self._senders = senders
        self._clock = clock

    async def run(self) -> None:
        """Look after the table until cancelled."""
        if abandoned := await self._upkeep.abandon_unknown(self._senders.keys(), self._clock.now()):
            metrics.DELIVERIES.labels("unroutable").inc(abandoned)
            log.info("deliveries.unroutable", deliveries=abandoned)
        async with asyncio.TaskGroup() as duties:
            duties.create_task(self._keep_waking())
            duties.create_task(self._keep_pruning())

    async def _keep_waking(self) -> None:
        """Look for what a retry, a lapsed lease or another notifier has made due."""
        while True:
            waiting = await self._upkeep.waiting()
            metrics.DELIVERIES_PENDING.set(sum(each.deliveries for each in waiting))
            for each in waiting:
                if each.due_at <= self._clock.now() and each.endpoint in self._senders:
                    self._senders[each.endpoint].wake()
            await asyncio.sleep(LOOK_SECONDS)

    async def _keep_pruning(self) -> None:
        while True:
            if forgotten := await self._upkeep.prune(self._clock.now() - KEPT):
                log.info("deliveries.pruned", deliveries=forgotten)
            await asyncio.sleep(PRUNE_SECONDS)
