"""`wirewatch entities`: what can be watched by its id alone, and names for what cannot. Needs no Kafka."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from typing import Annotated, Literal, NamedTuple

import typer

from wirekit.net import AddressPolicy
from wiretext import starter
from wiretext.labels import spelling
from wiretext.suggesting import CERTAIN, Suggestion, is_beyond_rules, same_name, suggestions
from wirewatch.cli.entities.entity_yaml import entity_yaml, slug
from wirewatch.cli.entities.wikidata import PUBLIC_API, fetched
from wirewatch.cli.terminal import FAILED, clear_errors, complain, say

_LATIN = ": give the Latin spelling with the family name apart, as Li Keqiang"
Kind = Literal["person", "organization", "place"]


class Source(Enum):
    """Where entities can be fetched from."""

    WIKIDATA = "wikidata"


def list_entities(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Only those with this in their id or a name.")] = "",
    kind: Annotated[Kind | None, typer.Option("--type", help="Only persons, organizations or places.")] = None,
    *,
    names: Annotated[bool, typer.Option("--names", help="Show all names of each, and its short ones.")] = False,
) -> None:
    """List the starter pack: what watchlist.yaml can name as {id: ID, from: starter}.

    Where some have TEXT as a word of its own, only those.
    """
    found = [
        (entity_id, of_type, name, by)
        for entity_id, (of_type, name) in sorted(starter.listed().items())
        if kind in (None, of_type) and (by := _found_by(entity_id, name, text)) is not None
    ]
    whole = [each for each in found if each[3].whole]
    for entity_id, of_type, name, by in whole or found:
        say(f"{entity_id:36} {of_type:12} {name}{f'  ({by.label})' if by.label else ''}")
        for line in _names_of(entity_id) if names else ():
            say(f"    {line}")
    if not found:
        complain(f"the starter pack has nothing with {text!r}; `wirewatch entities suggest` proposes names")
        raise typer.Exit(FAILED)


def suggest(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A full name, in any script.")],
    kind: Annotated[Kind, typer.Option("--type", help="What it names, for --yaml.")] = "person",
    *,
    as_yaml: Annotated[bool, typer.Option("--yaml", help="Print an entity for watchlist.yaml.")] = False,
) -> None:
    """Propose spellings of NAME in other scripts and languages: certain, likely or a guess, and where each is from."""
    found = list(suggestions(name))
    if not found:
        complain(f"there is nothing to propose for {name!r}{_LATIN if is_beyond_rules(name) else ''}")
        raise typer.Exit(FAILED)
    for entity in same_name(name):
        complain(f"the starter pack has it: - {{id: {entity.id}, from: starter}}")
    if as_yaml:
        for line in entity_yaml(slug(name), kind, name, [(one.label, _remark(one)) for one in found]):
            say(line)
        return
    for one in found:
        say(f"{one.confidence:8} {one.script}  {one.label}  ({one.source})")


def import_from(
    source: Annotated[Source, typer.Argument(help="Where from.")],  # noqa: ARG001 - there is one so far
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Items, as Q56226; 50 at most.")],
    api: Annotated[
        str,
        typer.Option(
            envvar="WIREWATCH_WIKIDATA_API",
            metavar="URL",
            help="The API or a mirror of it; with {id} in it, one document an item, as Special:EntityData has them.",
        ),
    ] = PUBLIC_API,
    allow: Annotated[
        str,
        typer.Option(
            envvar="WIREWATCH_WIKIDATA_ALLOW", help="Private addresses that the mirror may have: 10.1.2.3:80."
        ),
    ] = "",
) -> None:
    """Fetch the names of items and print them as entities for watchlist.yaml; review them before you watch them."""
    with clear_errors():
        policy = AddressPolicy.parse(allow, "WIREWATCH_WIKIDATA_ALLOW")
        items = asyncio.run(fetched(ids, api, policy))
    for item in items:
        for line in item.yaml():
            say(line)


class _By(NamedTuple):
    """By which other name something is found, if not by its id or main name; and whether by words of it as they are."""

    label: str
    whole: bool


def _found_by(entity_id: str, name: str, text: str) -> _By | None:
    """How *text* finds an entity of the pack; None where nothing of it has that."""
    entity = starter.reviewed().get(entity_id)
    others = () if entity is None else (*entity.names, *chain.from_iterable(entity.short.values()))
    wanted = f" {' '.join(spelling(text))} "
    spelt = [(f" {' '.join(spelling(label))} ", label) for label in (name, *others)]
    whole = [label for words, label in spelt if wanted.strip() and wanted in words]
    if text.casefold() in entity_id or text.casefold() in name.casefold():
        return _By("", bool(whole) or text == entity_id)
    parts = [label for words, label in spelt if wanted.strip() and wanted.strip() in words]
    return _By(min(whole or parts, key=len), bool(whole)) if parts else None


def _names_of(entity_id: str) -> Iterator[str]:
    """All names of an entity of the pack, and what it is called beside one of them."""
    entity = starter.find(entity_id)
    if entity is not None:
        yield ", ".join(dict.fromkeys((entity.name, *entity.names)))
        yield from (f"short {script}: {', '.join(labels)}" for script, labels in entity.short.items())


def _remark(one: Suggestion) -> str:
    return "" if one.confidence == CERTAIN else f"{one.confidence}: {one.source}"
