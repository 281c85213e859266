"""Tells in sentences what a running newsroom does: each alert, each delivery, and, when nothing came, why.

Takes messages and gives sentences; reads no topic and prints nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    DeliveryAttempted,
    EnrichedArticle,
    Entity,
    FeedEvent,
    FeedState,
    Message,
    Watch,
    Watchlist,
)
from wirewatch.cli.deliveries.log import outcome_of
from wirewatch.cli.phrases import amount, in_utc

MOST_TITLES = 1000
"""Of so many alerts the title is remembered, for what comes without an article: a retraction."""


class Narrator:
    """Listens to the messages of a newsroom from its start on; counts nothing older."""

    def __init__(self) -> None:
        self._watchlist = Watchlist()
        self._registered: Collection[str] = ()
        self._articles = 0
        self._named: Counter[str] = Counter()
        self._together: Counter[str] = Counter()
        self._before: dict[str, tuple[int, Counter[str]]] = {}
        self._alerts: Counter[str] = Counter()
        self._titles: dict[str, str] = {}
        self._suppressed: Counter[tuple[str, str]] = Counter()
        self._feeds: dict[str, FeedState] = {}

    def watch(self, watchlist: Watchlist) -> None:
        """From now on this list is in force; of a watch that it changed, what was read before says nothing."""
        before = _meant(self._watchlist)
        for watch_id, meant in _meant(watchlist).items():
            if meant != before.get(watch_id):
                self._before[watch_id] = self._articles, self._named.copy()
                del self._together[watch_id]
        self._watchlist = watchlist

    def register(self, feed_ids: Collection[str]) -> None:
        """From now on these are the feeds."""
        self._registered = feed_ids

    def hear(self, message: Message) -> Iterator[str]:
        """The sentences that *message* is worth."""
        match message:
            case AlertRaised():
                self._alerts[message.watch.id] += 1
                yield from self._alert(message)
            case AlertSuppressed():
                self._suppressed[message.watch_id, message.reason] += 1
                yield f'no alert ({message.watch_id}): {message.detail}, "{message.article.title}"'
            case DeliveryAttempted():
                yield outcome_of(message)
            case EnrichedArticle():
                self._articles += 1
                named = _named_in(message)
                self._named.update(named)
                self._together.update(watch.id for watch in self._watchlist.watches if _meet(watch, named))
            case FeedState():
                yield from self._feed(message)
            case FeedEvent():
                yield f"feed {message.feed_id} is {message.kind}: {message.detail}"
            case _:
                return

    def summary(self) -> Iterator[str]:
        """What was enriched since the start, and for each watch without an alert, why."""
        feeds = len(self._registered)
        if not feeds:
            yield "there are no feeds: name some in feeds.yaml, then `wirewatch apply`"
            return
        polled = [feed_id for feed_id in self._registered if feed_id in self._feeds]
        failing = sum(self._feeds[feed_id].last_error is not None for feed_id in polled)
        troubled = f", {failing} of them cannot be read" if failing else ""
        articles = amount(self._articles, "article")
        yield f"since this start {len(polled)} of {amount(feeds, 'feed')} polled{troubled}, {articles} enriched"
        for watch in self._watchlist.watches:
            if not self._alerts[watch.id]:
                yield f"no alert for {watch.id} yet: {self._why_not(watch)}"

    def _alert(self, alert: AlertRaised) -> Iterator[str]:
        title = next((evidence.article.title for evidence in alert.evidence), self._titles.get(alert.alert_id, ""))
        self._titles[alert.alert_id] = title
        if len(self._titles) > MOST_TITLES:
            del self._titles[next(iter(self._titles))]
        titled = (f"“{title}”",) if title else ()
        yield " · ".join((f"ALERT {alert.kind}", alert.watch.name or alert.watch.id, *_pair(alert), *titled))
        for evidence in alert.evidence:
            source = evidence.article.source.name if evidence.article.source else "an article"
            yield f"      {source} ({evidence.article.language}): “{evidence.sentence}”"

    def _why_not(self, watch: Watch) -> str:
        reasons = [
            f"{count} suppressed ({reason})"
            for (watch_id, reason), count in self._suppressed.items()
            if watch_id == watch.id
        ]
        if reasons:
            return ", ".join(reasons)
        before, named_before = self._before[watch.id]
        if self._articles == before:
            return f"no article was enriched since {'it was applied' if before else 'this start'}"
        if together := self._together[watch.id]:
            return (
                f"together in {together} of {amount(self._articles, 'article')}, on which the alerter has yet to decide"
            )
        names = {entity.id: entity.name for entity in self._watchlist.entities}
        named = self._named - named_before
        counts = [f"{names.get(entity, entity)} in {named[entity]}" for entity in watch.entity_ids()]
        return f"of {amount(self._articles - before, 'article')}, {', '.join(counts)}; never together"

    def _feed(self, state: FeedState) -> Iterator[str]:
        if state.last_polled_at is None:
            return
        feed_id = state.spec.feed_id
        before = self._feeds.get(feed_id)
        self._feeds[feed_id] = state
        if state.last_error and (before is None or before.last_error != state.last_error):
            yield f"feed {feed_id} could not be read: {state.last_error}; next try {in_utc(state.due_at)}"
        elif before is None or before.articles != state.articles:
            yield f"feed {feed_id} was read: {amount(state.articles, 'article')} so far{_not_alerted(state)}"


def _named_in(article: EnrichedArticle) -> set[str]:
    from wirealert import counted  # noqa: PLC0415 - NumPy, which no start has to wait for

    return {mention.entity_id for mention in counted(article) if mention.entity_id}


def _meant(watchlist: Watchlist) -> dict[str, tuple[Watch, list[Entity | None]]]:
    """Each watch with those whom it names."""
    entities = {entity.id: entity for entity in watchlist.entities}
    return {watch.id: (watch, [entities.get(one) for one in watch.entity_ids()]) for watch in watchlist.watches}


def _meet(watch: Watch, named: set[str]) -> bool:
    return sum(not named.isdisjoint(group) for group in watch.groups) >= watch.needed


def _not_alerted(state: FeedState) -> str:
    return f", {amount(state.backfilled, 'item')} of back-fill not alerted" if state.backfilled else ""


def _pair(alert: AlertRaised) -> Iterator[str]:
    """Who occurs together, where the name of the watch does not say it."""
    names = [entity.name for entity in alert.pair]
    if not all(name.casefold() in (alert.watch.name or "").casefold() for name in names):
        yield " + ".join(names)
