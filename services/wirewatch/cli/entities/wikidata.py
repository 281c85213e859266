"""Fetches items from Wikidata, or from a mirror of it, and makes entities of them.

Two forms of address: the API (``wbgetentities``), and one JSON document an item (``Special:EntityData``), which has
``{id}`` in it. Trusts nothing that comes back: what is not as Wikidata answers is said, and nothing is made of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from wirekit.contracts import Value
from wirekit.contracts.base import first_problem
from wirekit.contracts.text import composed
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.net import AddressPolicy, FetchError, HttpClient, Limits, RefusedRequest, Request
from wiretext.labels import first_script, spelling
from wiretext.scripts import UNSPACED
from wirewatch import __version__
from wirewatch.cli.entities.entity_yaml import entity_yaml, slug
from wirewatch.cli.terminal import printable

PUBLIC_API = "https://www.wikidata.org/w/api.php"
MOST = 50

_AT_ONCE = 10  # items of one request: with all their statements they are large
_LIMITS = Limits(total_seconds=60.0, redirects=3)
_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
_OK = 200
_WAYS_OUT = "--api takes a mirror of it, and `wirewatch entities suggest NAME` proposes names without a network"
_LONGEST, _MOST_NAMES = 200, 500
_GLOSS = re.compile(r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]$")
_KINDS = {
    "person": "Q5",
    "organization": (
        "Q43229 Q4830453 Q783794 Q6881511 Q891723 Q484652 Q245065 Q1335818 Q7278 Q163740 Q79913 Q327333 Q192350 Q31855 "
        "Q3918 Q11032 Q1110794 Q192283 Q17127659 Q476028 Q15911314 Q4438121 Q1664720 Q7210356"
    ),
    "place": (
        "Q6256 Q3624078 Q7275 Q515 Q5119 Q1549591 Q1637706 Q200250 Q1093829 Q486972 Q3957 Q532 Q23442 Q165 Q4022 Q8502 "
        "Q82794 Q35657 Q10864048 Q56061 Q5107 Q37901 Q12284 Q15239622 Q161243 Q2221906"
    ),
}
# What an item of Wikidata may be an instance of (P31), by what it is to us.
_TYPES = {item: kind for kind, items in _KINDS.items() for item in items.split()}


def _empty(value: Any) -> Any:
    """Read an empty list as an empty object, as PHP writes one."""
    return {} if value == [] else value


class _Term(Value):
    value: str


class _Named(Value):
    id: str | None = None


class _Data(Value):
    value: _Named | Any = None


class _Snak(Value):
    datavalue: _Data | None = None


class _Statement(Value):
    mainsnak: _Snak


class _Claims(Value):
    kinds: tuple[_Statement, ...] = Field(default=(), alias="P31")


class _Redirect(Value):
    from_: str = Field(alias="from")


class _Item(Value):
    id: str
    missing: Any = None
    redirects: _Redirect | None = None
    labels: Annotated[dict[str, _Term], BeforeValidator(_empty)] = Field(default_factory=dict)
    aliases: Annotated[dict[str, tuple[_Term, ...]], BeforeValidator(_empty)] = Field(default_factory=dict)
    claims: Annotated[_Claims, BeforeValidator(_empty)] = _Claims()


class _Error(Value):
    info: str = ""


class _Answer(Value):
    entities: Annotated[dict[str, _Item], BeforeValidator(_empty)] = Field(default_factory=dict)
    error: _Error | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """An item as an entity to review: its type is None where its classes do not tell."""

    item: str
    type: str | None
    name: str
    names: tuple[str, ...]
    short: dict[str, tuple[str, ...]]
    classes: tuple[str, ...]

    def yaml(self) -> Iterator[str]:
        """The lines of an item of ``entities`` in watchlist.yaml."""
        kind = self.type or f"organization  # a guess: it is an instance of {', '.join(self.classes) or 'nothing'}"
        entity_id = slug(self.name)
        yield from entity_yaml(entity_id, kind, self.name, [(name, "") for name in self.names], self.short, self.item)


async def fetched(ids: Sequence[str], api: str, policy: AddressPolicy) -> list[Imported]:
    """The items *ids* from *api*, in that order; only where *policy* allows.

    Raises:
        ConfigError: An id is none or is not there, the address is refused, or what answers is no Wikidata.
        TemporaryFailure: Nothing usable came, and it may later.
    """
    if wrong := [text for text in ids if _ITEM.fullmatch(text) is None]:
        raise ConfigError(f"{', '.join(map(repr, wrong))}: an item of Wikidata is Q and a number, as Q56226")
    if len(ids) > MOST:
        raise ConfigError(f"{len(ids)} items; at most {MOST} at a time")
    found: dict[str, _Item] = {}
    async with HttpClient(policy, user_agent=f"wirewatch/{__version__}") as client:
        for url, wanted in _requests(list(dict.fromkeys(ids)), api):
            found |= read_items(await _body(client, url), wanted)
    return [imported(found[item]) for item in dict.fromkeys(ids)]


def read_items(body: bytes, wanted: Sequence[str]) -> dict[str, _Item]:
    """The items *wanted* that *body* describes, by the ids that they were asked by; ConfigError as `fetched`."""
    try:
        answer = _Answer.model_validate_json(body)
    except ValidationError as error:
        raise ConfigError(f"the answer is not one of Wikidata: {first_problem(error)}") from None
    if answer.error is not None:
        raise ConfigError(f"Wikidata refuses: {answer.error.info:.300}")
    found = {}
    for entity in answer.entities.values():
        if entity.missing is None and _ITEM.fullmatch(entity.id):
            asked = entity.redirects.from_ if entity.redirects else entity.id
            found[entity.id] = found[asked] = entity
    if len(wanted) == 1 and len(answer.entities) == 1 and found:  # an item that was merged answers under its new id
        found.setdefault(wanted[0], next(iter(found.values())))
    if lost := [item for item in wanted if item not in found]:
        raise ConfigError(f"Wikidata has no {', '.join(lost)}")
    return {item: found[item] for item in wanted}


def imported(item: _Item) -> Imported:
    """*item* as an entity: labels and aliases of one spelling once, single words of a longer name as short names."""
    labels = list(_usable(item.labels.get(code) for code in ("en", "mul", *item.labels)))
    aliases = list(_usable(term for terms in item.aliases.values() for term in terms))
    if not labels:
        raise ConfigError(f"{item.id} has no label")
    classes = tuple(dict.fromkeys(_classes(item.claims)))
    kind = next((_TYPES[one] for one in classes if one in _TYPES), None)
    names: dict[tuple[str, ...], str] = {}
    short: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for label in [*labels, *aliases]:
        words, script = spelling(label), first_script(label)
        if kind == "person" and len(words) == 1 < len(spelling(labels[0])) and script not in {*UNSPACED, "Hang"}:
            short[script].setdefault(words, label)
        else:
            names.setdefault(words, label)
    kept = tuple(islice((label for label in names.values() if label != labels[0]), _MOST_NAMES))
    by_script = {script: tuple(found.values()) for script, found in sorted(short.items())}
    return Imported(item.id, kind, labels[0], kept, by_script, classes)


def _usable(terms: Iterable[_Term | None]) -> Iterator[str]:
    """Names as a watch list takes them: composed, without a gloss in brackets, with nothing that drives a terminal."""
    for term in terms:
        label = _GLOSS.sub("", composed(term.value)).strip() if term else ""
        if first_script(label) != "Zyyy" and len(label) <= _LONGEST and printable(label) == label:
            yield label


def _classes(claims: _Claims) -> Iterator[str]:
    for statement in claims.kinds:
        value = statement.mainsnak.datavalue.value if statement.mainsnak.datavalue else None
        if isinstance(value, _Named) and value.id and _ITEM.fullmatch(value.id):
            yield value.id


def _requests(ids: Sequence[str], api: str) -> Iterator[tuple[str, list[str]]]:
    """The addresses to ask, each with the items that it is asked for."""
    if "{id}" in api:
        yield from ((api.replace("{id}", item), [item]) for item in ids)
        return
    query = "action=wbgetentities&format=json&props=labels%7Caliases%7Cclaims&ids="
    for start in range(0, len(ids), _AT_ONCE):
        some = list(ids[start : start + _AT_ONCE])
        yield f"{api}{'&' if '?' in api else '?'}{query}{'%7C'.join(some)}", some


async def _body(client: HttpClient, url: str) -> bytes:
    try:
        response = await client.request(Request(url, limits=_LIMITS))
        body = response.body
    except RefusedRequest as refusal:
        raise ConfigError(str(refusal)) from None
    except FetchError as failure:
        raise TemporaryFailure(f"Wikidata: {failure}; {_WAYS_OUT}") from None
    if response.status != _OK:
        raise TemporaryFailure(f"Wikidata answers with status {response.status}; {_WAYS_OUT}")
    return body
