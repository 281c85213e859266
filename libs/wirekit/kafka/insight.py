"""What a consumer of aiokafka knows and has no public word for. ``test_faust_names.py`` holds the private names."""

from __future__ import annotations

from contextlib import suppress

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import IllegalStateError

from wirekit.kafka.denials import denial


def stable_end(consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
    """The end of what is committed on *tp* as last seen, beyond which nothing can be read yet; 0 while unknown."""
    with suppress(IllegalStateError):  # no longer assigned
        return consumer.last_stable_offset(tp) or 0
    return 0


def position_of(consumer: AIOKafkaConsumer, tp: TopicPartition) -> int | None:
    """The offset that is read next on *tp*; None while that is unknown, or *tp* is not assigned."""
    subscription = consumer._subscription.subscription  # noqa: SLF001 - its position() may wait
    state = subscription and subscription.assignment and subscription.assignment.state_value(tp)
    return state.position if state and state.has_valid_position else None


def coordination_failure(consumer: AIOKafkaConsumer | None) -> Exception | None:
    """What ended the coordination of *consumer* with its group, where nobody fetches and would be told.

    A Denied where an access list did.
    """
    coordinator = consumer and consumer._coordinator  # noqa: SLF001 - no health of its own (aiokafka issue 604)
    if not coordinator:
        return None
    task = coordinator._coordination_task  # noqa: SLF001 - the same
    pending = coordinator._pending_exception  # noqa: SLF001 - the same
    ended = task.exception() if task.done() and not task.cancelled() else pending
    return ended and (denial(ended) or RuntimeError(f"the coordination with the group failed: {ended!r}"))
