"""What an operator watches for: an entity with its names, and a watch with its groups, filters, rules and own tests.

How they lie on Kafka and become a list is told in `wirekit.contracts.watchlist`. Readers ignore unknown fields;
files are read with ``extra="forbid"``: a field that we lack is refused by name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from wirekit.contracts.base import Duration, Message, Slug, Value

Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]


def _by_script(value: Any) -> Any:
    """Read a plain list of short names as names of any script."""
    return {"any": value} if isinstance(value, list | tuple) else value


def _any(value: Any) -> Any:
    """Read the word ``any`` as: no restriction."""
    return None if value == "any" else value


Choice = Annotated[tuple[str, ...] | None, BeforeValidator(_any)]
"""A list of codes, or ``any`` (null on the wire): no restriction."""


class Entity(Message):
    """Somebody or something that watches can name.

    ``names`` are nominative labels in any script; ``short`` (by ISO 15924 script, or a plain list) count only when a
    full name is in the same article; ``not`` lists longer names that contain ours but are somebody else.
    """

    event_type: ClassVar[str] = "wirewatch.entity.listed.v1"

    id: Slug
    type: Literal["person", "organization", "place"]
    name: Name
    names: tuple[Name, ...] = Field(default=(), max_length=500)
    short: Annotated[dict[str, tuple[Name, ...]], BeforeValidator(_by_script)] = Field(default_factory=dict)
    not_: tuple[Name, ...] = Field(default=(), alias="not")
    managed_by: str = "file"


class Window(Value):
    """At most this many tokens from the first mention to the last."""

    window: int = Field(ge=2, le=1000)


Scope = Literal["article", "paragraph", "sentence"] | Window


class AnyOf(Value):
    """A group of entities of which one is enough."""

    any_of: tuple[Slug, ...] = Field(min_length=1)


class SourceFilter(Value):
    """Domains to take (null: all) and to leave out; a subdomain counts as its domain."""

    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()


class StoryRules(Value):
    """``cooldown`` silences updates of an open story; another story always opens."""

    cooldown: Duration = Field(default=dt.timedelta(hours=6), ge=dt.timedelta(0), le=dt.timedelta(days=30))


class WatchTest(Value):
    """A text and whether the watch fires on it; ``wirewatch check`` runs it."""

    text: str = Field(min_length=1, max_length=20_000)
    title: str = ""
    fires: bool


class Watch(Message):
    """What to look for, and whom to tell.

    Each item of ``entities`` is an entity id or a group ``{any_of: […]}``; ``at_least`` items must be met (default:
    all). ``topics`` are medtop codes; ``backfill`` lets items of a feed's past alert too; ``notify`` names endpoints.
    """

    event_type: ClassVar[str] = "wirewatch.watch.listed.v1"

    id: Slug
    name: str | None = Field(default=None, max_length=200)
    entities: tuple[Slug | AnyOf, ...] = Field(min_length=2, max_length=50)
    at_least: int | None = Field(default=None, ge=2)
    scope: Scope = "article"
    languages: Choice = None
    topics: Choice = None
    sources: SourceFilter = SourceFilter()
    backfill: bool = False
    story: StoryRules = StoryRules()
    severity: Literal["low", "medium", "high", "critical"] = "medium"
    notify: tuple[Slug, ...] = Field(default=(), max_length=50)
    tests: tuple[WatchTest, ...] = Field(default=(), max_length=100)
    managed_by: str = "file"

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
