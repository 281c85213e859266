"""Access lists on a test's broker: aiokafka has no requests for them (Kafka's protocol, 29 and 30, version 1)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Array, Int8, Int16, Int32, Schema, String

from tests.polling import until
from wirekit.kafka import Connection

_ANY, _LITERAL, _ALLOW = 1, 3, 3


class Resource(IntEnum):
    """What is guarded."""

    TOPIC = 2
    GROUP = 3
    CLUSTER = 4
    TRANSACTIONAL_ID = 5


class Operation(IntEnum):
    """What is allowed."""

    READ = 3
    WRITE = 4
    CREATE = 5
    DESCRIBE = 8
    DESCRIBE_CONFIGS = 10


class _Created(Response):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 30
    API_VERSION = 1
    SCHEMA = Schema(
        ("throttle_time_ms", Int32), ("results", Array(("error_code", Int16), ("error_message", String("utf-8"))))
    )


class _Creation(RequestStruct):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 30
    API_VERSION = 1
    RESPONSE_TYPE = _Created
    SCHEMA = Schema(
        (
            "creations",
            Array(
                ("resource_type", Int8),
                ("resource_name", String("utf-8")),
                ("resource_pattern_type", Int8),
                ("principal", String("utf-8")),
                ("host", String("utf-8")),
                ("operation", Int8),
                ("permission_type", Int8),
            ),
        )
    )


class _CreateAcls(Request[_Creation]):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 30

    def __init__(self, creations: Sequence[tuple[object, ...]]) -> None:
        self._creations = creations

    def build(self, request_struct_class: type[_Creation]) -> _Creation:
        return request_struct_class(self._creations)


class _Described(Response):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 29
    API_VERSION = 1
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("error_code", Int16),
        ("error_message", String("utf-8")),
        (
            "resources",
            Array(
                ("resource_type", Int8),
                ("resource_name", String("utf-8")),
                ("pattern_type", Int8),
                (
                    "acls",
                    Array(
                        ("principal", String("utf-8")),
                        ("host", String("utf-8")),
                        ("operation", Int8),
                        ("permission_type", Int8),
                    ),
                ),
            ),
        ),
    )


class _Description(RequestStruct):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 29
    API_VERSION = 1
    RESPONSE_TYPE = _Described
    SCHEMA = Schema(
        ("resource_type", Int8),
        ("resource_name", String("utf-8")),
        ("pattern_type", Int8),
        ("principal", String("utf-8")),
        ("host", String("utf-8")),
        ("operation", Int8),
        ("permission_type", Int8),
    )


class _DescribeAcls(Request[_Description]):  # type: ignore[misc]  # aiokafka publishes no types
    API_KEY = 29

    def __init__(self, resource: Resource, name: str) -> None:
        self._filter = (int(resource), name, _LITERAL, None, None, _ANY, _ANY)

    def build(self, request_struct_class: type[_Description]) -> _Description:
        return request_struct_class(*self._filter)


async def allow_only(
    connection: Connection, principal: str, resource: Resource, name: str, *operations: Operation
) -> None:
    """Return when *principal* may do nothing else with the resource, and nobody else anything."""
    admin = AIOKafkaAdminClient(**connection.options())
    await admin.start()
    creations = [
        (int(resource), name, _LITERAL, who, "*", int(operation), _ALLOW)
        for who, what in ((principal, operations), ("User:nobody", (Operation.READ,)))
        for operation in what
    ]
    answer = await admin._send_request(_CreateAcls(creations), admin._client.cluster.controller.nodeId)
    assert [code for code, _ in answer.results] == [0] * len(creations), answer

    async def in_force() -> bool:
        described = await admin._send_request(_DescribeAcls(resource, name))
        return sum(len(acls) for _, _, _, acls in described.resources) == len(creations)

    await until(in_force)
    await admin.close()
