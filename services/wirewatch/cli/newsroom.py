"""A newsroom: the folder with feeds.yaml, watchlist.yaml and endpoints.yaml, read as one and checked as one.

Never talks to Kafka or the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from wirekit.contracts import Entity, FeedSpec, PollEvery, Slug, Source, Value, Watch, Watchlist
from wirekit.contracts.feed import FirstPoll
from wirekit.contracts.topology import registrable_domain
from wirekit.runtime.yamlfile import Location, load_yaml, twice
from wirewatch.notifier.adapters.endpoints_file import load_endpoints
from wirewatch.notifier.endpoints import Endpoint, UrlToAsk

FEEDS_FILE, WATCHLIST_FILE, ENDPOINTS_FILE = "feeds.yaml", "watchlist.yaml", "endpoints.yaml"
_SHOWN = 8


class FeedEntry(Value):
    """A feed as feeds.yaml has it; ``domain`` is that of the URL where it is not given."""

    id: Slug
    url: UrlToAsk
    name: str | None = Field(default=None, max_length=200)
    domain: str | None = Field(default=None, max_length=253)
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    tier: int = Field(default=2, ge=1, le=3)
    language: str | None = Field(default=None, max_length=35)
    poll_every: PollEvery = PollEvery()
    first_poll: FirstPoll = "recent"

    def spec(self) -> FeedSpec:
        """The entry as it goes to the registry."""
        domain = self.domain or registrable_domain(self.url)
        return FeedSpec(
            feed_id=self.id,
            url=self.url,
            source=Source(name=self.name or domain, domain=domain, country=self.country, tier=self.tier),
            language=self.language,
            poll_every=self.poll_every,
            first_poll=self.first_poll,
        )


class FeedsFile(Value):
    """feeds.yaml."""

    feeds: tuple[FeedEntry, ...]


class WatchlistFile(Value):
    """watchlist.yaml."""

    entities: tuple[Entity, ...]
    watches: tuple[Watch, ...]

    def watchlist(self) -> Watchlist:
        """The lists as one value, without a number until they are applied."""
        return Watchlist(entities=self.entities, watches=self.watches)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What the three files say."""

    directory: Path
    feeds: tuple[FeedSpec, ...]
    watchlist: Watchlist
    endpoints: tuple[Endpoint, ...]

    def missing_endpoints(self) -> Iterator[tuple[str, str]]:
        """Pairs of a watch id and an endpoint that it notifies and endpoints.yaml lacks."""
        known = {endpoint.id for endpoint in self.endpoints}
        for watch in self.watchlist.watches:
            for endpoint in watch.notify:
                if endpoint not in known:
                    yield watch.id, endpoint


def load_newsroom(directory: Path) -> Newsroom:
    """Read the three files of *directory*.

    Raises:
        ConfigError: A file is missing or wrong; the message names file, line, field and what is allowed.
    """
    return Newsroom(
        directory=directory,
        feeds=load_feeds(directory / FEEDS_FILE),
        watchlist=load_watchlist(directory / WATCHLIST_FILE),
        endpoints=load_endpoints(directory / ENDPOINTS_FILE),
    )


def load_feeds(path: Path) -> tuple[FeedSpec, ...]:
    """Read feeds.yaml; raises ConfigError as load_newsroom does."""
    return tuple(entry.spec() for entry in load_yaml(path, FeedsFile, _feeds_twice).feeds)


def load_watchlist(path: Path) -> Watchlist:
    """Read watchlist.yaml; raises ConfigError as load_newsroom does."""
    return load_yaml(path, WatchlistFile, _broken_references).watchlist()


def _feeds_twice(file: FeedsFile) -> Iterator[tuple[Location, str]]:
    yield from twice("feeds", "id", [entry.id for entry in file.feeds])
    yield from twice("feeds", "url", [entry.url for entry in file.feeds])


def _broken_references(file: WatchlistFile) -> Iterator[tuple[Location, str]]:
    yield from twice("entities", "id", [entity.id for entity in file.entities])
    yield from twice("watches", "id", [watch.id for watch in file.watches])
    for section, listed in (("entities", file.entities), ("watches", file.watches)):
        for index, one in enumerate(listed):
            if "managed_by" in one.model_fields_set:
                yield (section, index, "managed_by"), "is not for files: what a file names is managed by the file"
    known = {entity.id for entity in file.entities}
    for index, watch in enumerate(file.watches):
        for unknown in sorted(set(watch.entity_ids()) - known):
            yield ("watches", index, "entities"), f"{unknown} is not among the entities of this file: {_listed(known)}"


def _listed(names: Iterable[str]) -> str:
    some = sorted(names)
    return ", ".join(some[:_SHOWN]) + (", …" if len(some) > _SHOWN else "")
