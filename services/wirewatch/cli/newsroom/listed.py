"""An entity of watchlist.yaml: written out, or of the starter pack; either gets the pack's names beside the file's.

Loads the pack only where a list is made of the file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from wirekit.contracts import Entity, Slug, Value
from wirekit.contracts.watch import Name, WikidataId, by_script

_MOST_NAMES = 500


class StarterEntity(Value):
    """An entity of the starter pack, by its id."""

    id: Slug = Field(description="its id in the pack: `wirewatch entities list`")
    from_: Literal["starter"] = Field(alias="from", description="the pack that it is in")
    type: Literal["person", "organization", "place"] | None = Field(default=None, description="instead of the pack's")
    name: Name | None = Field(default=None, description="the name that alerts show, instead of the pack's")
    names: tuple[Name, ...] = Field(default=(), max_length=_MOST_NAMES, description="full names beside the pack's")
    short: Annotated[dict[str, tuple[Name, ...]], BeforeValidator(by_script)] = Field(
        default_factory=dict, description="short names beside the pack's: by script, or a plain list for any"
    )
    not_: tuple[Name, ...] = Field(default=(), alias="not", description="names of somebody else beside the pack's")
    wikidata: WikidataId | None = Field(default=None, description="instead of the pack's")

    def problem(self) -> str | None:
        """Why the pack cannot give it, in words; None when it can."""
        from wiretext import starter  # noqa: PLC0415 - it loads what reads articles

        if starter.find(self.id) is not None:
            return None
        near = starter.nearest(self.id)
        hint = f"did you mean {near}? " if near else ""
        return f"{self.id} is not in the starter pack; {hint}`wirewatch entities list` shows what is"

    def entity(self) -> Entity:
        """The entity of the pack with what is said here; KeyError when the pack has none."""
        from wiretext import starter  # noqa: PLC0415 - it loads what reads articles

        found = starter.find(self.id)
        if found is None:
            raise KeyError(self.id)
        name = self.name or found.name
        own = (found.name,) if name != found.name else ()
        scripts = {**found.short, **self.short}
        return found.model_copy(
            update={
                "type": self.type or found.type,
                "name": name,
                "names": _added(own + found.names, self.names, name),
                "short": {key: _added(found.short.get(key, ()), self.short.get(key, ())) for key in scripts},
                "not_": _added(found.not_, self.not_),
                "wikidata": self.wikidata or found.wikidata,
            }
        )


def completed(entity: Entity) -> Entity:
    """*entity*, with the names that the starter pack knows it by; as it is, where the pack does not know it.

    What the pack calls a name and a short name too, as Chinese papers print a surname alone, is only added as short.
    """
    from wiretext import starter  # noqa: PLC0415 - it loads what reads articles

    found = starter.same(entity)
    if found is None:
        return entity
    scripts = {**entity.short, **found.short}
    short = {key: _added(entity.short.get(key, ()), found.short.get(key, ())) for key in scripts}
    others = {*entity.not_, *(name for names in short.values() for name in names)} - {*entity.names}
    names = tuple(name for name in (found.name, *found.names) if name not in others)
    return entity.model_copy(
        update={
            "names": _added(entity.names, names, entity.name),
            "short": short,
            "not_": _added(entity.not_, found.not_),
        }
    )


def _added(names: tuple[str, ...], more: tuple[str, ...], but: str = "") -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((*names, *more)) if name != but)


def _kind(value: Any) -> str:
    is_reference = "from" in value if isinstance(value, dict) else isinstance(value, StarterEntity)
    return "StarterEntity" if is_reference else "Entity"


Listed = Annotated[
    Annotated[Entity, Tag("Entity")] | Annotated[StarterEntity, Tag("StarterEntity")], Discriminator(_kind)
]
"""What may stand in the list; the tags are the names that `wirekit.runtime.yamlfile` knows its parts by."""
