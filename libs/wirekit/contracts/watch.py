"""What an operator watches for: an entity with its names, and a watch with its groups, filters, rules and own tests.

How they lie on Kafka and become a list is told in `wirekit.contracts.watchlist`. Readers ignore unknown fields;
files are read with ``extra="forbid"``: a field that we lack is refused by name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from wirekit.contracts.base import Duration, ManagedBy, Message, Slug, Value

Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]


def by_script(value: Any) -> Any:
    """Read a plain list of short names as names of any script."""
    return {"any": value} if isinstance(value, list | tuple) else value


def _any(value: Any) -> Any:
    """Read the word ``any`` as: no restriction."""
    return None if value == "any" else value


WikidataId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]{0,11}$")]

Choice = Annotated[tuple[str, ...] | None, BeforeValidator(_any)]
"""A list of codes, or ``any`` (null on the wire): no restriction."""


class Entity(Message):
    """Somebody or something that watches can name."""

    event_type: ClassVar[str] = "wirewatch.entity.listed.v1"

    id: Slug = Field(description="what watches call it")
    type: Literal["person", "organization", "place"] = Field(description="what it is")
    name: Name = Field(description="its full name, as alerts show it")
    names: tuple[Name, ...] = Field(
        default=(),
        max_length=500,
        description="other full names and spellings, in any script, in the nominative: inflected forms are found",
    )
    short: Annotated[dict[str, tuple[Name, ...]], BeforeValidator(by_script)] = Field(
        default_factory=dict,
        description="short names, which count only beside a full name in the same article: by script (ISO 15924, "
        "as Latn, Cyrl, Hang), or a plain list for any",
    )
    not_: tuple[Name, ...] = Field(
        default=(),
        alias="not",
        description="longer names that contain one of these but are somebody else's, in each script of the articles",
    )
    wikidata: WikidataId | None = Field(
        default=None, description="its item in Wikidata, for those who read the watch list; matching does without"
    )
    managed_by: ManagedBy = "file"


class Window(Value):
    """At most this many tokens from the first mention to the last."""

    window: int = Field(ge=2, le=1000, description="so many words from the first mention to the last, at most")


Scope = Literal["article", "paragraph", "sentence"] | Window


class AnyOf(Value):
    """A group of entities of which one is enough."""

    any_of: tuple[Slug, ...] = Field(min_length=1, description="ids of entities, of which one is enough")


class SourceFilter(Value):
    """Which domains a watch listens to; a subdomain counts as its domain."""

    include: tuple[str, ...] | None = Field(default=None, description="the only domains to take; without it all")
    exclude: tuple[str, ...] = Field(default=(), description="domains to leave out")


class StoryRules(Value):
    """What becomes of further articles of a story; another story always opens an alert of its own."""

    cooldown: Duration = Field(
        default=dt.timedelta(hours=6),
        ge=dt.timedelta(0),
        le=dt.timedelta(days=30),
        description="how long updates of a story that is open stay silent; another story alerts at once",
    )


class WatchTest(Value):
    """A text and whether the watch fires on it; ``wirewatch check`` runs it."""

    text: str = Field(min_length=1, max_length=20_000, description="the text of an article")
    title: str = Field(default="", description="the title above it")
    fires: bool = Field(description="whether the watch must fire on it")


class Watch(Message):
    """What to look for, and whom to tell."""

    event_type: ClassVar[str] = "wirewatch.watch.listed.v1"

    id: Slug = Field(description="what alerts, logs and commands call it")
    name: str | None = Field(default=None, max_length=200, description="what people call it; without it the id")
    entities: tuple[Slug | AnyOf, ...] = Field(
        min_length=2, max_length=50, description="which entities must occur together: ids, or groups of them"
    )
    at_least: int | None = Field(default=None, ge=2, description="so many of `entities` are enough; without it all")
    scope: Scope = Field(default="article", description="within what they must occur together")
    languages: Choice = Field(
        default=None, description="languages of articles to take (BCP 47, as en, id); without it, or with `any`, all"
    )
    topics: Choice = Field(
        default=None, description="topics of articles to take, with all that belongs to them (docs/topics.md); the same"
    )
    sources: SourceFilter = Field(default=SourceFilter(), description="domains of sources to take or to leave out")
    backfill: bool = Field(default=False, description="whether items of a feed's past alert too")
    story: StoryRules = Field(default=StoryRules(), description="what becomes of further articles of a story")
    severity: Literal["low", "medium", "high", "critical"] = Field(
        default="medium", description="how grave its alerts are"
    )
    notify: tuple[Slug, ...] = Field(
        default=(), max_length=50, description="ids from endpoints.yaml; the console shows every alert in any case"
    )
    tests: tuple[WatchTest, ...] = Field(
        default=(), max_length=100, description="texts on which it must fire, or must not; `wirewatch check` runs them"
    )
    managed_by: ManagedBy = "file"

    @model_validator(mode="after")
    def _meets_somebody_else(self) -> Watch:
        named = list(self.entity_ids())
        if twice := sorted({entity_id for entity_id in named if named.count(entity_id) > 1}):
            raise ValueError(f"{', '.join(twice)} stands in entities more than once: one name alone would count twice")
        return self

    @model_validator(mode="after")
    def _reachable(self) -> Watch:
        if self.at_least is not None and self.at_least > len(self.entities):
            raise ValueError(f"at_least is {self.at_least}, but there are only {len(self.entities)} items in entities")
        return self

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The items of ``entities``, each as the ids of which one is enough."""
        return tuple(item.any_of if isinstance(item, AnyOf) else (item,) for item in self.entities)

    @property
    def needed(self) -> int:
        """How many of the groups must be met."""
        return self.at_least or len(self.entities)

    def entity_ids(self) -> Iterator[str]:
        """Every entity id that the watch names."""
        for group in self.groups:
            yield from group
