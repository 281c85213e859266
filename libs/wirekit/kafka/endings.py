"""Ends of a process that are Kafka's doing and well known: a sentence for each, in the place of a traceback."""

from __future__ import annotations

from aiokafka.errors import KafkaError, ProducerFenced


def known_end(error: BaseException) -> str | None:
    """Why *error* ends a process whose next start may be well; None for what nobody expected."""
    match error:
        case ProducerFenced():
            return "another process has taken a partition of ours over, for this one was silent too long"
        case KafkaError() if error.retriable:
            return f"Kafka could not do it for now: {error}"
        case AssertionError(args=("Did we not perform bootstrap?",)):  # aiokafka knows none yet
            return "Kafka did not answer: it named no broker"
        case _:
            return None
