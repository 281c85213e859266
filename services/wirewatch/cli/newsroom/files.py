"""A newsroom: the folder with feeds.yaml, watchlist.yaml and endpoints.yaml, read as one and checked as one.

Never talks to Kafka or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from wirekit.contracts import Entity, FeedSpec, PollEvery, Slug, Source, Value, Watch, Watchlist
from wirekit.contracts.feed import FirstPoll
from wirekit.contracts.topology import registrable_domain
from wirekit.errors import ConfigError
from wirekit.runtime.yamlfile import Location, Section, load_located, load_yaml, twice
from wirewatch.cli.newsroom import language_tag
from wirewatch.cli.newsroom.choices import no_domain, no_topic
from wirewatch.cli.newsroom.language_tag import LanguageTag
from wirewatch.cli.newsroom.listed import Listed, StarterEntity, completed
from wirewatch.cli.newsroom.place import DEFAULT_DIR, ENDPOINTS_FILE, FEEDS_FILE, WATCHLIST_FILE, absence
from wirewatch.notifier.adapters.endpoints_file import load_endpoints
from wirewatch.notifier.endpoints import Endpoint, UrlToAsk

_SHOWN = 8
EMPTY = "is empty, so that the watch would take no article: name some, or leave it out to take all"

T = TypeVar("T")


class FeedEntry(Value):
    """A feed as feeds.yaml has it."""

    id: Slug = Field(description="what alerts, logs and commands call it; another id is another feed")
    url: UrlToAsk = Field(description="where it lies: RSS, Atom or JSON Feed")
    name: str | None = Field(default=None, max_length=200, description="the name of the source; without it the domain")
    domain: str | None = Field(default=None, max_length=253, description="the source's domain; without it the URL's")
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="the source's (ISO 3166-1, as ID)")
    tier: int = Field(
        default=2, ge=1, le=3, description="1 an agency or paper of record, 2 a newsroom, 3 an aggregator"
    )
    language: LanguageTag | None = Field(
        default=None, max_length=35, description="what it is written in (BCP 47, as en); a hint where texts are short"
    )
    poll_every: PollEvery = Field(
        default=PollEvery(), description="bounds of the interval between two polls, which is found from the feed's pace"
    )
    first_poll: FirstPoll = Field(
        default="recent",
        description="which items of the very first poll may alert: those published within 6 hours, all, or none",
    )

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

    feeds: Section[FeedEntry]


class WatchlistFile(Value):
    """watchlist.yaml."""

    entities: Section[Listed]
    watches: Section[Watch]
    known_names: bool = Field(
        default=True, description="whether an entity is found by the names, too, that the starter pack knows it by"
    )

    def watchlist(self) -> Watchlist:
        """The lists as one value, without a number until they are applied; ConfigError as `load_watchlist`."""
        return Watchlist(entities=tuple(map(self._entity, self.entities)), watches=self.watches)

    def _entity(self, one: Entity | StarterEntity) -> Entity:
        if isinstance(one, StarterEntity):
            return one.entity()
        return completed(one) if self.known_names else one


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
        ConfigError: A file is missing or wrong; the message has a line an error, of all three files, which names file,
            line, field and what is allowed.
    """
    if directory.is_file():
        raise ConfigError(f"{directory} is a file: name its folder, {directory.parent}")
    if not directory.is_dir():
        raise ConfigError(absence(directory))
    refusals: list[str] = []
    feeds = _unless_refused(load_feeds, directory / FEEDS_FILE, refusals)
    watchlist = _unless_refused(load_watchlist, directory / WATCHLIST_FILE, refusals)
    endpoints = _unless_refused(load_endpoints, directory / ENDPOINTS_FILE, refusals)
    if feeds is None or watchlist is None or endpoints is None:
        raise ConfigError("\n".join(refusals))
    return Newsroom(directory, feeds, watchlist, endpoints)


def _unless_refused(load: Callable[[Path], T], path: Path, refusals: list[str]) -> T | None:
    try:
        return load(path)
    except ConfigError as refusal:
        refusals.append(str(refusal))
        return None


def load_feeds(path: Path) -> tuple[FeedSpec, ...]:
    """Read feeds.yaml; raises ConfigError as load_newsroom does."""
    return tuple(entry.spec() for entry in load_yaml(path, FeedsFile, _feeds_twice).feeds)


def load_watchlist(path: Path) -> Watchlist:
    """Read watchlist.yaml; raises ConfigError as load_newsroom does."""
    return load_located_watchlist(path)[0]


def load_located_watchlist(path: Path) -> tuple[Watchlist, Callable[[Location], str]]:
    """Read watchlist.yaml, or that of a folder; with it comes what says where a part stands: ``w.yaml:3: watches``."""
    if path == DEFAULT_DIR and not path.exists():
        raise ConfigError(absence(path))
    path = path / WATCHLIST_FILE if path.is_dir() else path
    file, place = load_located(path, WatchlistFile, _broken_references)
    return file.watchlist(), place


def _feeds_twice(file: FeedsFile) -> Iterator[tuple[Location, str]]:
    yield from twice("feeds", "id", [entry.id for entry in file.feeds])
    yield from twice("feeds", "url", [entry.url for entry in file.feeds])


def _broken_references(file: WatchlistFile) -> Iterator[tuple[Location, str]]:
    yield from twice("entities", "id", [entity.id for entity in file.entities])
    yield from twice("watches", "id", [watch.id for watch in file.watches])
    for index, entity in enumerate(file.entities):
        if isinstance(entity, StarterEntity) and (problem := entity.problem()):
            yield ("entities", index, "id"), problem
    for section, listed in (("entities", file.entities), ("watches", file.watches)):
        for index, one in enumerate(listed):
            if "managed_by" in one.model_fields_set:
                yield (section, index, "managed_by"), "is not for files: what a file names is managed by the file"
    known = {entity.id for entity in file.entities}
    for index, watch in enumerate(file.watches):
        for number, language in enumerate(watch.languages or ()):
            if wrong := language_tag.problem(language) or language_tag.never_told(language):
                yield ("watches", index, "languages", number), wrong
        yield from ((("watches", index, *field), wrong) for field, wrong in _wrong_choices(watch))
        for unknown in sorted(set(watch.entity_ids()) - known):
            yield (
                ("watches", index, "entities"),
                f"{unknown} is not among the entities of this file: {_listed(known) or 'it has none'}",
            )


def _wrong_choices(watch: Watch) -> Iterator[tuple[Location, str]]:
    yield from ((field, EMPTY) for field in _empty_choices(watch))
    for number, code in enumerate(watch.topics or ()):
        if wrong := no_topic(code):
            yield ("topics", number), wrong
    for field, domains in (("include", watch.sources.include or ()), ("exclude", watch.sources.exclude)):
        for number, domain in enumerate(domains):
            if wrong := no_domain(domain):
                yield ("sources", field, number), wrong


def _empty_choices(watch: Watch) -> Iterator[Location]:
    choices = {
        ("languages",): watch.languages,
        ("topics",): watch.topics,
        ("sources", "include"): watch.sources.include,
    }
    return (field for field, choice in choices.items() if choice == ())


def _listed(names: Iterable[str]) -> str:
    some = sorted(names)
    return ", ".join(some[:_SHOWN]) + (", …" if len(some) > _SHOWN else "")
