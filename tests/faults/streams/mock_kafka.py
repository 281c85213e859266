"""The mock broker of librdkafka, for the one thing that Apache Kafka does not do on demand: answer with an error.

It runs on threads of this process, out of the library that the wheel ``confluent-kafka`` brings along; its functions
(``rdkafka_mock.h``) are not part of that package's own interface, hence ctypes. It is no place for data: no compaction,
no real transactions, 5 MB a partition.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

import confluent_kafka


class Api(IntEnum):
    """The requests of Kafka's protocol that are refused here."""

    PRODUCE = 0
    OFFSET_COMMIT = 8
    SYNC_GROUP = 14
    INIT_PRODUCER_ID = 22
    ADD_PARTITIONS = 24
    ADD_OFFSETS = 25
    END_TRANSACTION = 26
    OFFSETS_OF_TRANSACTION = 28


def _library() -> ctypes.CDLL:
    folder = Path(confluent_kafka.__file__).parents[1] / "confluent_kafka.libs"
    (path,) = folder.glob("librdkafka*.so*")
    loaded = ctypes.CDLL(str(path))
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, *arguments in (
        ("conf_new", pointer),
        ("new", pointer, number, pointer, text, ctypes.c_size_t),
        ("destroy", None, pointer),
        ("mock_cluster_new", pointer, pointer, number),
        ("mock_cluster_destroy", None, pointer),
        ("mock_cluster_bootstraps", text, pointer),
        ("mock_group_initial_rebalance_delay_ms", None, pointer, ctypes.c_int32),
        ("mock_topic_create", number, pointer, text, number, number),
        ("mock_push_request_errors_array", None, pointer, ctypes.c_int16, ctypes.c_size_t, pointer),
        ("mock_clear_request_errors", None, pointer, ctypes.c_int16),
        ("mock_start_request_tracking", None, pointer),
        ("mock_get_requests", ctypes.POINTER(pointer), pointer, ctypes.POINTER(ctypes.c_size_t)),
        ("mock_request_api_key", ctypes.c_int16, pointer),
        ("mock_request_destroy_array", None, ctypes.POINTER(pointer), ctypes.c_size_t),
    ):
        function = getattr(loaded, f"rd_kafka_{name}")
        function.restype, function.argtypes = result, arguments
    return loaded


class MockKafka:
    """A running mock cluster of one broker."""

    def __init__(self, library: ctypes.CDLL, cluster: int) -> None:
        self._library = library
        self._cluster = cluster
        self.bootstrap_servers: str = library.rd_kafka_mock_cluster_bootstraps(cluster).decode()

    def create(self, topic: str, partitions: int) -> None:
        """Make a topic; nothing else does."""
        error = self._library.rd_kafka_mock_topic_create(self._cluster, topic.encode(), partitions, 1)
        assert error == 0, error

    def refuse(self, api: Api, codes: Sequence[int]) -> None:
        """Answer the next requests with these error codes of the protocol; 0 lets one through."""
        array = (ctypes.c_int * len(codes))(*codes)
        self._library.rd_kafka_mock_push_request_errors_array(self._cluster, api, len(codes), array)

    def relent(self, api: Api) -> None:
        """Answer such requests as they should be from now on."""
        self._library.rd_kafka_mock_clear_request_errors(self._cluster, api)

    def count(self, api: Api) -> int:
        """How many such requests have come."""
        length = ctypes.c_size_t()
        requests = self._library.rd_kafka_mock_get_requests(self._cluster, ctypes.byref(length))
        keys = [self._library.rd_kafka_mock_request_api_key(requests[index]) for index in range(length.value)]
        self._library.rd_kafka_mock_request_destroy_array(requests, length)
        return keys.count(api)


@contextmanager
def a_mock_kafka() -> Iterator[MockKafka]:
    """A mock broker that listens on the loopback."""
    library, reason = _library(), ctypes.create_string_buffer(512)
    client = library.rd_kafka_new(0, library.rd_kafka_conf_new(), reason, len(reason))
    assert client, reason.value
    cluster = library.rd_kafka_mock_cluster_new(client, 1)
    library.rd_kafka_mock_group_initial_rebalance_delay_ms(cluster, 0)
    library.rd_kafka_mock_start_request_tracking(cluster)
    try:
        yield MockKafka(library, cluster)
    finally:
        library.rd_kafka_mock_cluster_destroy(cluster)
        library.rd_kafka_destroy(client)
