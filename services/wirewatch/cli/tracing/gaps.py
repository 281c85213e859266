"""Says what of an article's way was not found, where it should have been, and the likeliest reason. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wirealert import Explanation, Watches, explain
from wirealert.explain import TOO_FEW_NAMES
from wirekit.contracts import AlertRaised, ArticleRef, EnrichedArticle, RawArticle, Watchlist
from wirekit.contracts.topology import ALERTS_SUPPRESSED, ARTICLES_ENRICHED, ARTICLES_RAW, SERVICES
from wirekit.streams import Event
from wirewatch.cli.phrases import amount
from wirewatch.cli.tracing.journey import Facts
from wirewatch.notifier.endpoints import DEFAULT_EVENTS

MOST_WATCHES = 20
_READERS = {topic: (s.name, group.name) for s in SERVICES for group in s.groups for topic in group.topic_names}
"""The service and its group that read each topic of the flow."""


def gaps(facts: Facts) -> Iterator[str]:
    """One sentence for each step that is missing; none where the article went all its way."""
    if not facts.raw and not facts.enriched:
        kept = f"{ARTICLES_RAW.retention_days} and {ARTICLES_ENRICHED.retention_days} days"
        yield (
            f"it is neither on {ARTICLES_RAW.name} nor on {ARTICLES_ENRICHED.name}, which keep {kept}: "
            "no feed has listed it under this URL or id, or it is older"
        )
    yield from _not_enriched(facts)
    yield from _not_matched(facts)
    yield from _not_decided(facts)
    yield from _not_delivered(facts)


def _not_enriched(facts: Facts) -> Iterator[str]:
    done = {_wording(event.data) for event in facts.enriched}
    for event in facts.raw:
        article = event.data
        if _wording(article) not in done and not _is_buried(facts, event):
            what = f"revision {article.revision} of feed {article.feed_id} is not on {ARTICLES_ENRICHED.name}"
            yield f"{what}: {_waits(facts, event) or 'the enricher has passed it, so it should be there'}"


def _not_matched(facts: Facts) -> Iterator[str]:
    for event in facts.enriched:
        if not _is_buried(facts, event) and (waits := _waits(facts, event)):
            yield f"revision {event.data.revision} of feed {event.data.feed_id} has no candidates yet: {waits}"


def unmatched(facts: Facts) -> Iterator[str]:
    """For the watches that the latest wording is no candidate for, why; first those of whose names it has one."""
    if not facts.enriched or facts.watchlist is None:
        return
    article = facts.enriched[-1].data
    matched = {event.data.watch_id for event in facts.candidates}
    named = {mention.entity_id for mention in article.mentions}
    watches = {watch.id: named.intersection(watch.entity_ids()) for watch in facts.watchlist.watches}
    found = [each for each in explain(article, Watches.of(facts.watchlist)) if each.watch_id not in matched]
    found.sort(key=lambda each: -len(watches[each.watch_id]))
    for each in found[:MOST_WATCHES]:
        yield f"watch {each.watch_id} has no candidate: {_why(facts.watchlist, article, each)}"
    if len(found) > MOST_WATCHES:
        yield f"{len(found) - MOST_WATCHES} more watches have no candidate"


def _why(watchlist: Watchlist, article: EnrichedArticle, found: Explanation) -> str:
    """Why the watch had no candidate, judged by the list in force now."""
    if found.reason == TOO_FEW_NAMES:
        return "; ".join(found.because)
    read_with = article.enricher.watchlist_revision
    return (
        f"with watch list {watchlist.number} it would be one; it was read with list {read_with}, and is not read again"
    )


def _not_decided(facts: Facts) -> Iterator[str]:
    decided = {(event.data.watch_id, *_wording(event.data.article)) for event in facts.suppressed}
    for raised in facts.raised:
        decided |= {(raised.data.watch.id, *_wording(evidence.article)) for evidence in raised.data.evidence}
    for event in facts.candidates:
        if (event.data.watch_id, *_wording(event.data.article)) not in decided and not _is_buried(facts, event):
            kept = f"{ALERTS_SUPPRESSED.name} keeps {ALERTS_SUPPRESSED.retention_days} days"
            lost = f"the record of the decision is gone, {kept}"
            yield f"watch {event.data.watch_id} has decided nothing: {_waits(facts, event) or lost}"


def _not_delivered(facts: Facts) -> Iterator[str]:
    for event, endpoint in _untried(facts):
        if waits := _waits(facts, event):
            yield f"nothing is reported of endpoint {endpoint}: {waits}"
        elif event.data.kind in DEFAULT_EVENTS:
            likely = f"its `events` do not ask for {event.data.kind} alerts, or the notifier has yet to send it"
            yield f"nothing is reported of endpoint {endpoint}: {likely}"


def untold(facts: Facts) -> Iterator[str]:
    """For each endpoint that was told nothing of an alert whose kind goes only where it is asked for, that."""
    for event, endpoint in _untried(facts):
        if event.data.kind not in DEFAULT_EVENTS and not _waits(facts, event):
            yield f"endpoint {endpoint} is told of {event.data.kind} alerts only where its `events` ask for them"


def _untried(facts: Facts) -> Iterator[tuple[Event[AlertRaised], str]]:
    """Each alert with each endpoint of which nothing is reported."""
    tried = {(event.data.alert_id, event.data.alert_revision, event.data.endpoint) for event in facts.attempts}
    for event in facts.raised:
        for endpoint in event.data.notify:
            if (event.data.alert_id, event.data.revision, endpoint) not in tried and not _is_buried(facts, event):
                yield event, endpoint


def _wording(article: RawArticle | EnrichedArticle | ArticleRef) -> tuple[str | None, int]:
    """Which wording of the article it is: a revision exists only within a feed."""
    return article.feed_id, article.revision


def _is_buried(facts: Facts, event: Event[Any]) -> bool:
    """Whether a dead letter says what became of the record of *event*."""
    record = event.record
    place = record.topic, record.partition, record.offset
    return any((letter.topic, letter.partition, letter.offset) == place for letter in facts.letters)


def _waits(facts: Facts, event: Event[Any]) -> str | None:
    """That the service which reads the record of *event* has not come to it; None where it has."""
    record = event.record
    service, group = _READERS[record.topic]
    offset = facts.read.get((group, record.topic, record.partition))
    if offset is None:
        return f"the {service} has never read there; `wirewatch doctor` examines it"
    if offset > record.offset:
        return None
    before = record.offset - offset
    return f"the {service} has yet to read it" + (f", and {amount(before, 'record')} before it" if before else "")
