"""Waits for a Kafka that does not answer, and says why one that answers refuses us.

Of the waiting it says nothing: aiokafka names the address, and `wirekit.runtime.outage` makes one line of that.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from aiokafka.conn import collect_hosts, create_conn
from aiokafka.errors import (
    IllegalSaslStateError,
    KafkaError,
    KafkaTimeoutError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)

from wirekit.errors import ConfigError
from wirekit.kafka.connection import Connection

AGAIN_SECONDS = 1.0
_TLS_ALERT = 0x1503  # how an alert begins, read as the length of an answer

T = TypeVar("T")


async def until_answered(ask: Callable[[], Awaitable[T]]) -> T:
    """What *ask* returns once Kafka answers; each second it is asked again, for as long as it takes.

    Raises:
        KafkaError: Kafka answered that it will not, now or later.
    """
    while True:
        try:
            return await ask()
        except (KafkaTimeoutError, TimeoutError):
            pass
        except KafkaError as error:
            if not error.retriable and type(error) is not KafkaError:  # bare: no broker gave it the metadata
                raise
        await asyncio.sleep(AGAIN_SECONDS)


async def refuse_unless_welcome(connection: Connection) -> str:
    """Return when a broker lets us in, or none refuses: aiokafka tells being away from a refusal in its log alone.

    What is returned may say why brokers hang up or cannot be found; empty where they do not, or do not even answer.

    Raises:
        ConfigError: A broker refuses us, or we refuse it: wrong password, certificate, name, mechanism or token.
    """
    options = connection.security.options() if connection.security else {}
    refusals, hint = [], ""
    for host, port, _ in collect_hosts(connection.bootstrap_servers, randomize=False):
        try:
            (await create_conn(host, port, client_id=connection.client_id, **options)).close()
        except (OSError, KafkaError) as error:
            if reason := next(_reasons(error), ""):
                refusals.append(f"Kafka at {host}:{port}: {reason}")
            elif isinstance(error, socket.gaierror):
                hint = f"the name {host} does not resolve: {error.strerror}"
            elif not isinstance(error, ConnectionRefusedError):
                hint = f"{host}:{port} hangs up or is silent; is WIREWATCH_KAFKA_SECURITY what that port wants?"
        else:
            return ""
    if refusals:
        raise ConfigError("\n".join(refusals))
    return hint


def _reasons(error: BaseException | None) -> Iterator[str]:
    """Of *error* and its causes those that time does not mend."""
    while error:
        match error:
            case ssl.SSLCertVerificationError():
                yield f"its certificate is not to be trusted: {error.verify_message}"
            case ssl.SSLError(reason=str(reason)) if "ALERT" in reason:
                yield f"it refuses our certificate, or that we show none: {_plain(reason)}"
            case ssl.SSLError(reason=str(reason)):
                yield f"it does not speak TLS as we do: {_plain(reason)}"
            case asyncio.IncompleteReadError(expected=int(size)) if size >> 16 == _TLS_ALERT:
                yield "that port wants TLS"
            case SaslAuthenticationFailed():
                yield str(error.args[0] if error.args else error)
            case UnsupportedSaslMechanismError():
                yield "that port does not take our way to log in, or none of ours"
            case IllegalSaslStateError():
                yield "that port wants no login"
            case _:
                pass
        error = error.__cause__


def _plain(reason: str) -> str:
    return reason.replace("_", " ").lower()
