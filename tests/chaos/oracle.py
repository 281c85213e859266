"""What must have been told, and what was: judged by the log of the feeds and the log of the receiver alone.

Shares no code with the product: an article must be told where it has both names of a pair, and two articles tell the
same story where they have the same case number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.e2e.newsroom import Received

Key = TypeVar("Key")

GRACE_SECONDS = 15.0
"""How long after its death a notifier's work is done again: its lease and a start."""

Place = tuple[str, str]
"""An endpoint and a case."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a run; all empty, and nobody was left out or told twice.

    Attributes:
        lost: Stories that an endpoint should have been told of and was not.
        doubled: Stories of which an endpoint was told under more than one webhook id.
        renamed: Stories that were told under more than one alert id, be it at several endpoints.
        foreign: Webhooks whose evidence is no article that should have been told at that endpoint.
        unexplained: Webhook ids that came again though no notifier had died between.
        repeats: How many requests repeated an earlier webhook id.
        told: Stories of which an endpoint was told.
    """

    lost: set[Place]
    doubled: dict[Place, set[str]]
    renamed: dict[str, set[str]]
    foreign: set[str]
    unexplained: list[str]
    repeats: int
    told: int

    @property
    def is_exact(self) -> bool:
        """Repeats apart."""
        return not (self.lost or self.doubled or self.renamed or self.foreign)


def judge(
    served: Iterable[Mapping[str, Any]],
    received: Sequence[Received],
    pairs: Mapping[tuple[str, str], tuple[str, ...]],
    deaths: Sequence[float] = (),
) -> Verdict:
    """The verdict on a run; *pairs* says whom the articles must name and which endpoints are told then.

    *deaths*, in Unix seconds, is when a notifier was killed or frozen.
    """
    cases = {item["link"]: _case(item["html"]) for item in served if _endpoints(item["html"], pairs)}
    expected = {(at, cases[item["link"]]) for item in served for at in _endpoints(item["html"], pairs)}
    told: dict[Place, set[str]] = defaultdict(set)
    alerts: dict[str, set[str]] = defaultdict(set)
    foreign = set()
    for request in received:
        alert = request.event["data"]
        links = {evidence["article"]["url"] for evidence in alert["evidence"]}
        place = request.path.strip("/"), "/".join(sorted({cases.get(link, link) for link in links}))
        if place in expected:
            told[place].add(request.webhook_id)
            alerts[place[1]].add(alert["alert_id"])
        else:
            foreign.add(f"{request.webhook_id} at {place}")
    return Verdict(
        lost=expected - told.keys(),
        doubled=_several(told),
        renamed=_several(alerts),
        foreign=foreign,
        unexplained=list(_unexplained(received, deaths)),
        repeats=len(received) - len({(request.path, request.webhook_id) for request in received}),
        told=len(told),
    )


def _case(html: str) -> str:
    return str(re.findall(r"Case (\d+):", html)[0])


def _endpoints(html: str, pairs: Mapping[tuple[str, str], tuple[str, ...]]) -> set[str]:
    return {at for names, endpoints in pairs.items() if all(name in html for name in names) for at in endpoints}


def _several(ids: Mapping[Key, set[str]]) -> dict[Key, set[str]]:
    return {key: known for key, known in ids.items() if len(known) > 1}


def _unexplained(received: Iterable[Received], deaths: Sequence[float]) -> Iterator[str]:
    """Ids that came again, with no death between that and shortly before."""
    last: dict[tuple[str, str], float] = {}
    for request in received:
        before = last.get((request.path, request.webhook_id))
        if before is not None and not any(before - GRACE_SECONDS <= death <= request.at for death in deaths):
            yield request.webhook_id
        last[request.path, request.webhook_id] = request.at
