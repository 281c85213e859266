"""What came of a run, in figures and words: the oracle's verdict, the dead letters and how the processes ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.chaos.crew import Event
from tests.chaos.oracle import Verdict
from tests.integration.streams import topics
from wirekit.contracts import topology
from wirekit.kafka import Connection


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a run.

    Attributes:
        verdict: What the receiver was sent, judged by what the feeds served.
        buried: How often each dead letter lies there, by its bytes.
        planted: The poison, as it was planted.
        odd_ends: Exit codes that nothing explains.
    """

    verdict: Verdict
    buried: Mapping[bytes, int]
    planted: frozenset[bytes]
    odd_ends: frozenset[int]

    @property
    def is_exact(self) -> bool:
        """Whether everything is as promised, and came no more often than it had to."""
        return self.keeps_promises and not self.verdict.unexplained

    @property
    def keeps_promises(self) -> bool:
        """Whether nothing is lost or told anew; a machine so busy that requests time out repeats some of them."""
        return self.verdict.is_exact and self.buried.keys() == self.planted and not self.odd_ends

    def lines(self) -> list[str]:
        """The result in words."""
        found = self.verdict
        return [
            f"deliveries expected {found.told + len(found.lost)}, lost {len(found.lost)}: {sorted(found.lost)[:5]}",
            f"stories told under a second alert id {len(found.renamed)}: {sorted(found.renamed)[:5]}",
            f"deliveries with a second webhook-id {len(found.doubled)}: {sorted(found.doubled)[:5]}",
            f"webhooks nobody should have had {len(found.foreign)}: {sorted(found.foreign)[:5]}",
            f"repeats of one webhook-id {found.repeats}, without a dead notifier {len(found.unexplained)}",
            f"dead letters {len(self.buried)} of {len(self.planted)} planted, repeated {self._repeated_letters()}",
            f"exit codes that nothing explains {sorted(self.odd_ends)}",
            "EXACT" if self.is_exact else "NOT AS PROMISED",
        ]

    def _repeated_letters(self) -> int:
        return sum(self.buried.values()) - len(self.buried)


async def dead_letters(connection: Connection) -> Counter[bytes]:
    """How often each dead letter lies there, by its bytes, whatever its topic."""
    return Counter(
        [letter.value or b"" for name in topology.DEAD_LETTERS for letter in await topics.read(connection, name)]
    )


def told(timeline: Sequence[Event], began: float) -> list[str]:
    """The timeline in words."""
    return [f"{event.at - began:8.1f} s  {event.what:10} {event.whom}" for event in timeline]
