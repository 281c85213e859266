"""What Kafka's access lists deny us, in a sentence for whoever keeps them: the operation and what it is denied on.

Kafka says neither who we are to it nor which operation it was: the first the process knows, the second whoever asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
)

from wirekit.errors import ConfigError


class Denied(ConfigError):
    """An access list denies us what we need: it is granted, or nothing works, however often it is tried."""


@contextmanager
def denied_as(operation: str) -> Iterator[None]:
    """Raise Denied where an access list denies *operation* (Kafka's name for it) within the block."""
    try:
        yield
    except KafkaError as error:
        if denied := denial(error, operation):
            raise denied from error
        raise


@contextmanager
def denied_to(principal: str) -> Iterator[None]:
    """Say in every Denied within the block who we are."""
    try:
        yield
    except Denied as error:
        raise Denied(f"{error} to {principal}") from error


def denial(error: BaseException, operation: str = "READ") -> Denied | None:
    """*error* as a Denied, if it is Kafka's word for one."""
    kinds = {
        TopicAuthorizationFailedError: f"{operation} on the topic",
        GroupAuthorizationFailedError: "READ on the group",
        TransactionalIdAuthorizationFailed: "WRITE on the transactional id",
        ClusterAuthorizationFailedError: f"{operation} on the cluster",
    }
    what = kinds.get(type(error))
    if what is None:
        return None
    names = (arg if isinstance(arg, set | frozenset) else {arg} for arg in error.args[:1])
    return Denied(" ".join(["Kafka denies", what, *(str(name) for each in names for name in sorted(each))]))
