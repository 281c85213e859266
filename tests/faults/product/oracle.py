"""What must have been told, and what was: judged by the log of the feeds and the log of the receiver alone.

Shares no code with the product: an article must be told where it has both names of a pair, and two articles tell the
same story where they have the same case number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.e2e.newsroom import Received

Place = tuple[str, str]
"""An endpoint and a case."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a run; all empty, and nobody was left out or told twice.

    Attributes:
        lost: Stories that an endpoint should have been told of and was not.
        doubled: Stories of which an endpoint was told under more than one webhook id.
        foreign: Webhooks whose evidence is no article that should have been told at that endpoint.
        repeats: How many requests repeated an earlier webhook id.
        told: Stories of which an endpoint was told.
    """

    lost: set[Place]
    doubled: dict[Place, set[str]]
    foreign: set[str]
    repeats: int
    told: int

    @property
    def is_exact(self) -> bool:
        """Repeats apart."""
        return not (self.lost or self.doubled or self.foreign)


def judge(
    served: Iterable[Mapping[str, Any]],
    received: Sequence[Received],
    pairs: Mapping[tuple[str, str], tuple[str, ...]],
) -> Verdict:
    """The verdict on a run; *pairs* says whom the articles must name and which endpoints are told then."""
    cases: dict[str, str] = {}
    expected: set[Place] = set()
    for item in served:
        case = re.findall(r"Case (\d+):", item["html"])[0]
        for names, endpoints in pairs.items():
            if all(name in item["html"] for name in names):
                cases[item["link"]] = case
                expected |= {(endpoint, case) for endpoint in endpoints}
    told: dict[Place, set[str]] = defaultdict(set)
    foreign = set()
    for request in received:
        links = {evidence["article"]["url"] for evidence in request.event["data"]["evidence"]}
        place = request.path.strip("/"), "/".join(sorted({cases.get(link, link) for link in links}))
        if place in expected:
            told[place].add(request.webhook_id)
        else:
            foreign.add(f"{request.webhook_id} at {place}")
    times = Counter((request.path, request.webhook_id) for request in received)
    return Verdict(
        lost=expected - told.keys(),
        doubled={place: ids for place, ids in told.items() if len(ids) > 1},
        foreign=foreign,
        repeats=sum(times.values()) - len(times),
        told=len(told),
    )
