"""What came of a run, in figures and words: judged by the logs of feeds and receiver and by the topics."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.chaos.crew import Event
from tests.e2e.newsroom import Newsroom, Received
from tests.faults.product.oracle import Verdict, judge
from tests.integration.streams import topics
from wirekit.contracts import topology
from wirekit.streams import Record

GRACE_SECONDS = 15.0
"""How long after its death a notifier's work is done again: its lease and a start."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a run.

    Attributes:
        deliveries: The verdict on what the receiver was sent.
        alert_ids: The ids under which each story was raised.
        buried: How often each dead letter lies there, by its bytes.
        planted: The poison, as it was planted.
        unexplained: Webhook ids that came again though no notifier had died between.
    """

    deliveries: Verdict
    alert_ids: Mapping[str, set[str]]
    buried: Mapping[bytes, int]
    planted: frozenset[bytes]
    unexplained: tuple[str, ...]

    @property
    def second_ids(self) -> list[str]:
        """Stories that were raised under more than one id."""
        return sorted(case for case, ids in self.alert_ids.items() if len(ids) > 1)

    @property
    def is_exact(self) -> bool:
        """Whether everything is as promised."""
        poison = set(self.buried) == set(self.planted)
        return self.deliveries.is_exact and poison and not self.second_ids and not self.unexplained

    def lines(self) -> list[str]:
        """The result in words."""
        found = self.deliveries
        return [
            f"deliveries expected {found.told + len(found.lost)}, lost {len(found.lost)}: {sorted(found.lost)[:5]}",
            f"deliveries with a second webhook-id {len(found.doubled)}: {sorted(found.doubled)[:5]}",
            f"webhooks nobody should have had {len(found.foreign)}: {sorted(found.foreign)[:5]}",
            f"stories raised {len(self.alert_ids)}, under a second id {len(self.second_ids)}: {self.second_ids[:5]}",
            f"repeats of one webhook-id {found.repeats}, without a dead notifier {len(self.unexplained)}",
            f"dead letters {len(self.buried)} of {len(self.planted)} planted, repeated {self._repeated_letters()}",
            "EXACT" if self.is_exact else "NOT AS PROMISED",
        ]

    def _repeated_letters(self) -> int:
        return sum(self.buried.values()) - len(self.buried)


async def find(
    newsroom: Newsroom,
    pairs: Mapping[tuple[str, str], tuple[str, ...]],
    planted: Iterable[bytes],
    deaths: Sequence[float],
) -> Finding:
    """The result for *newsroom*, in which notifiers died at *deaths* (Unix seconds)."""
    served, received = newsroom.served(), newsroom.received()
    raised = await topics.read(newsroom.connection, topology.ALERTS_RAISED.name)
    buried: dict[bytes, int] = defaultdict(int)
    for topic in topology.DEAD_LETTERS:
        for letter in await topics.read(newsroom.connection, topic):
            buried[letter.value or b""] += 1
    return Finding(
        deliveries=judge(served, received, pairs),
        alert_ids=_ids_by_case(raised, {item["link"]: _case(item["html"]) for item in served}),
        buried=buried,
        planted=frozenset(planted),
        unexplained=tuple(_unexplained(received, deaths)),
    )


def _ids_by_case(raised: Iterable[Record], cases: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record in raised:
        alert = json.loads(record.value or b"")
        for evidence in alert["evidence"]:
            found[cases[evidence["article"]["url"]]].add(alert["alert_id"])
    return found


def _case(html: str) -> str:
    return str(re.findall(r"Case (\d+):", html)[0])


def _unexplained(received: Sequence[Received], deaths: Sequence[float]) -> Iterable[str]:
    """Ids that were accepted, and came again, with no death between that and shortly before."""
    accepted: dict[tuple[str, str], float] = {}
    for request in received:
        key = request.path, request.webhook_id
        before = accepted.get(key)
        if before is not None and not any(before - GRACE_SECONDS <= death <= request.at for death in deaths):
            yield request.webhook_id
        accepted[key] = request.at


def told(timeline: Sequence[Event], began: float) -> list[str]:
    """The timeline in words."""
    return [f"{event.at - began:8.1f} s  {event.what:10} {event.whom}" for event in timeline]
