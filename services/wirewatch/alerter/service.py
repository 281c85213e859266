"""The two halves of the alerter, and who mends its rows.

::

    articles.enriched ──► MatchHalf ──► alerts.candidates ──► DecideHalf ──► alerts.raised, alerts.suppressed
                                                                  │ ▲
                                                              alerts.state ◄── Mender

The order of a watch is the order of its partition of ``alerts.candidates``; nothing else is promised.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

from wirealert import Decision, Watches, WatchRow, correction, decide, match, retract
from wirekit.clock import Clock
from wirekit.contracts import AlertRaised, ArticleRevised, Candidate, EnrichedArticle, RecordRef, topology
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Record
from wirekit.runtime import metrics
from wirekit.runtime.logs import get_logger
from wirekit.streams import Effects, Event, Outcome, OwnedLane, Ownership, Update, decode
from wirewatch.alerter.admission import check_entities, check_place, check_size, check_time, check_watchlist
from wirewatch.alerter.records import announcement, candidate_record, correction_records
from wirewatch.alerter.rows import RowReader, Rows

log = get_logger()


class View(Protocol):
    """The watch list as it stands."""

    @property
    def watches(self) -> Watches:
        """The list of the last closed revision."""
        ...


Announced = tuple[str, Decision, Event[Any]]
"""Of which watch something goes out, what was decided, and what caused it."""

Changed = tuple[WatchRow | None, WatchRow, bytes]
"""A row as it was, as it is, and as it lies on Kafka."""

CandidateLog = Callable[[int, int], AsyncIterator[Record]]
"""What lies in a partition of ``alerts.candidates`` before an offset, as far as it is kept."""


class MatchHalf:
    """Turns articles into candidates and corrections; its ``handle`` is a handler for a Pipeline."""

    GROUP = topology.ALERTER_MATCH

    def __init__(self, view: View, clock: Clock) -> None:
        self._view = view
        self._clock = clock

    async def handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """What each article comes to: its candidates, then, for a later wording, the news of it to every partition."""
        outcomes = []
        for record in records:
            outcomes.append(self._matched(record))
            await asyncio.sleep(0)  # a long article takes a third of a second: the group must hear of us meanwhile
        return outcomes

    def _matched(self, record: Record) -> Outcome:
        now, watches = self._clock.now(), self._view.watches
        try:
            event = decode(record, EnrichedArticle)
            if event.data.found_at is not None:
                check_time(event.data.found_at, record.timestamp_ms)
            check_watchlist(event.data.enricher.watchlist_revision, watches.number, event.data.enriched_at, now)
            place = RecordRef(topic=record.topic, partition=record.partition, offset=record.offset)
            candidates = [candidate_record(each, now, event) for each in match(event.data, watches, place)]
            metrics.CANDIDATES.inc(len(candidates))
            news = correction(event.data)
            return [*candidates, *(correction_records(news, now, event) if news else ())]
        except (InvalidMessage, TemporaryFailure) as fate:
            return fate


class DecideHalf:
    """Folds candidates and corrections over the rows of their watches; its ``fold`` is one for an OwnedState.

    Attributes:
        damaged: The lanes with rows that cannot be read, and the offset of the candidate that waits for them.
    """

    def __init__(self, view: View, clock: Clock, console_url: str) -> None:
        self.damaged: asyncio.Queue[tuple[OwnedLane, int]] = asyncio.Queue()
        self._view = view
        self._clock = clock
        self._console_url = console_url.rstrip("/")
        self._reader = RowReader()
        self._unread: set[int] = set()

    def opened(self, lane: OwnedLane) -> None:
        """*lane* is ours now; others may have written its rows."""
        self._unread.add(lane.partition)

    def fold(self, lane: OwnedLane, records: Sequence[Record]) -> Effects:
        """What *records* change, and what goes out.

        Raises:
            TemporaryFailure: A candidate of a watch that our list does not have yet, or a row that cannot be read.
        """
        self._check_rows(lane, records[0].offset)
        rows, effects = Rows(lane.rows, self._reader), Effects()
        decided: list[Announced] = []
        for record in records:
            try:
                event = self._read(record)
            except InvalidMessage as reason:
                effects.buried.append((record, reason))
                continue
            self._check_watchlist(event.data)
            for row, decisions in self._decided(rows, event.data, record.offset):
                rows.put(row)
                decided += ((row.watch_id, decision, event) for decision in decisions)
        now, changed = self._clock.now(), list(rows.changed())
        effects.outputs += (announcement(*each, now, self._console_url) for each in decided)
        effects.rows = {row.watch_id.encode(): written for _, row, written in changed}
        effects.told = lambda: _tell(decided, changed, now)
        return effects

    def refold(self, rows: Rows, record: Record) -> None:
        """Fold *record* over *rows* once more; what is decided went out the first time."""
        try:
            cause = self._read(record).data
        except InvalidMessage:
            return  # it was buried
        for row, _ in self._decided(rows, cause, record.offset):
            rows.put(row)

    def _check_rows(self, lane: OwnedLane, offset: int) -> None:
        """Once after it was opened, whether all rows of *lane* can be read; if not, the candidate at *offset* waits."""
        if lane.partition not in self._unread:
            return
        if illegible := self._reader.illegible(lane.rows):
            self.damaged.put_nowait((lane, offset))
            raise TemporaryFailure(f"{len(illegible)} rows of partition {lane.partition} cannot be read")
        self._unread.remove(lane.partition)

    def _read(self, record: Record) -> Event[Any]:
        """The candidate or correction in *record*, where it can do no harm; a candidate must lie where its row does."""
        event: Event[Any] = decode(record, Candidate, ArticleRevised)
        if isinstance(event.data, Candidate):
            check_place(event.data.watch_id, record.key, record.partition)
            check_entities(event.data.entities)
        check_time(event.data.found_at, record.timestamp_ms)
        check_size(len(record.value or b""))
        return event

    def _check_watchlist(self, cause: Candidate | ArticleRevised) -> None:
        watches = self._view.watches
        if isinstance(cause, Candidate) and watches.get(cause.watch_id) is None:
            check_watchlist(cause.watchlist_revision, watches.number, cause.matched_at, self._clock.now())

    def _decided(
        self, rows: Rows, cause: Candidate | ArticleRevised, offset: int
    ) -> Iterator[tuple[WatchRow, Sequence[Decision]]]:
        watches = self._view.watches
        if isinstance(cause, Candidate):
            yield decide(watches, rows.get(cause.watch_id), cause, offset)
            return
        for row in rows.holding(cause.article.article_id):
            yield retract(watches, row, cause, offset)


class Mender:
    """Makes rows that cannot be read anew: folds the candidates of their watches once more, as far as they are kept.

    The rest of the partition waits so long. Nothing goes out again.
    """

    def __init__(self, half: DecideHalf, candidates_before: CandidateLog, update: Update) -> None:
        self._half = half
        self._candidates_before = candidates_before
        self._update = update
        self._reader = RowReader()

    async def run(self) -> None:
        """Mend what the half finds damaged, until cancelled."""
        while True:
            await self._mend(*await self._half.damaged.get())

    async def _mend(self, lane: OwnedLane, offset: int) -> None:
        illegible = self._reader.illegible(lane.rows)
        for key, reason in illegible.items():
            log.error("row.illegible", watch=key.decode(errors="replace"), reason=reason.detail)
        if illegible:  # else it is mended already
            effects = Effects(rows=await self._refolded(lane.partition, offset, illegible))
            if await self._update(lane, lambda _: effects):
                metrics.ROWS_REBUILT.inc(len(illegible))
                log.warning("rows.rebuilt", partition=lane.partition, rows=len(illegible))

    async def _refolded(self, partition: int, end: int, keys: Collection[bytes]) -> dict[bytes, bytes | None]:
        """The rows of *keys* as all before offset *end* makes them; None where nothing does."""
        rows = Rows({}, self._reader)
        async for record in self._candidates_before(partition, end):
            if record.key in keys or ("ce_type", ArticleRevised.event_type.encode()) in record.headers:
                self._half.refold(rows, record)
                await asyncio.sleep(0)  # others have work to do
        return dict.fromkeys(keys) | {row.watch_id.encode(): written for _, row, written in rows.changed()}


def _tell(decided: Iterable[Announced], changed: Iterable[Changed], now: dt.datetime) -> None:
    """Count and log what was decided at *now* and is durable; of a row's first early forgetting the log knows once."""
    for watch_id, decision, _ in decided:
        metrics.DECISIONS.labels(decision.reason).inc()
        if isinstance(decision, AlertRaised):
            metrics.ALERTS_RAISED.labels(decision.kind).inc()
            metrics.ALERT_LATENCY_SECONDS.observe((now - decision.latency.found).total_seconds())
            alert = {"alert": decision.alert_id, "revision": decision.revision, "kind": decision.kind}
            log.info("alert.raised", **alert, watch=watch_id)
    for before, row, _ in changed:
        forgotten = before.closed if before else 0
        metrics.STORIES_CLOSED.inc(row.closed - forgotten)
        if row.closed and not forgotten:
            log.warning("row.full", watch=row.watch_id, stories=len(row.stories))


def ownership(instance: str | None) -> Ownership:
    """What the decide half owns, and how: the partitions of the candidates, with a row for each watch."""
    return Ownership(
        group=topology.ALERTER_DECIDE.name,
        source=topology.ALERTS_CANDIDATES.name,
        state=topology.ALERTS_STATE.name,
        row_type=lambda _: WatchRow.event_type,
        instance_id=instance,
        service="alerter",
    )
