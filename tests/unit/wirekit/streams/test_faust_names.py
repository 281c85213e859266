"""Private names of Faust 0.15 and aiokafka 0.14 that we use: an upgrade that moves one fails here, nowhere else."""

from __future__ import annotations

import importlib.metadata
import inspect

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.consumer import group_coordinator, subscription_state
from aiokafka.producer import message_accumulator
from faust.transport import consumer as stock_consumer
from faust.transport.drivers import aiokafka as stock
from faust.types import ConsumerMessage

from wirekit.streams import faust_transport


def source_of(thing: object) -> str:
    return inspect.getsource(thing)  # type: ignore[arg-type]  # classes and functions only


def test_the_pinned_versions_are_installed() -> None:
    assert importlib.metadata.version("faust-streaming").startswith("0.15.")
    assert importlib.metadata.version("aiokafka").startswith("0.14.")


def test_faust_finds_our_driver_by_its_scheme() -> None:
    (entry,) = importlib.metadata.entry_points(group="faust.transports", name="wirewatch")

    assert entry.load() is faust_transport.Transport
    assert faust_transport.Transport.Consumer is faust_transport.Consumer


@pytest.mark.parametrize(
    "name",
    [
        "_new_consumer_thread",
        "_wait_next_records",
        "_commit",
        "commit",
        "getmany",
        "on_buffer_full",
        "on_partitions_revoked",
        "perform_seek",
        "seek_to_committed",
        "stop_flow",
        "verify_event_path",
        "wait_empty",
    ],
)
def test_the_stock_consumer_has_what_we_override_or_call(name: str) -> None:
    assert callable(getattr(stock.Consumer, name))


@pytest.mark.parametrize("attribute", ["_thread", "_read_offset", "flow_active"])
def test_the_stock_consumer_keeps_what_we_read(attribute: str) -> None:
    classes = (stock.Consumer, stock_consumer.ThreadDelegateConsumer, stock_consumer.Consumer)

    assert any(f"self.{attribute}" in source_of(kind) for kind in classes)


def test_the_stock_thread_makes_its_consumer_where_we_set_the_isolation() -> None:
    source = source_of(stock.AIOKafkaConsumerThread._create_consumer)

    assert "self._create_worker_consumer(transport)" in source
    assert "_consumer" in source_of(stock.AIOKafkaConsumerThread.on_start)
    assert "_isolation_level" in source_of(AIOKafkaConsumer.__init__)
    assert "isolation_level=self._isolation_level" in source_of(AIOKafkaConsumer.start)
    assert "_fetch_max_wait_ms" in source_of(AIOKafkaConsumer.__init__)
    assert "fetch_max_wait_ms=self._fetch_max_wait_ms" in source_of(AIOKafkaConsumer.start)


def test_the_stock_loop_delivers_what_getmany_yields_unless_it_was_read() -> None:
    source = source_of(stock_consumer.Consumer._drain_messages)

    assert "get_read_offset = self._read_offset.__getitem__" in source
    assert "if r_offset is None or offset >= r_offset" in source
    assert "gap > 1 and r_offset" in source  # None: no gaps are noted either
    assert "await self.commit()" in source


def test_the_stock_consumer_waits_and_commits_through_what_we_override() -> None:
    assert "await self.wait_empty()" in source_of(stock_consumer.Consumer.on_stop)
    assert "await self.commit()" in source_of(stock_consumer.Consumer._commit_handler.fun)


def test_the_stock_revocation_forgets_before_it_commits_hence_ours() -> None:
    source = source_of(stock_consumer.Consumer.on_partitions_revoked)

    assert source.index("self._acked.pop") < source.index("self._on_partitions_revoked")


def test_a_message_takes_the_fields_that_we_give() -> None:
    parameters = list(inspect.signature(ConsumerMessage.__init__).parameters)

    assert parameters[1:10] == [
        "topic",
        "partition",
        "offset",
        "timestamp",
        "timestamp_type",
        "headers",
        "key",
        "value",
        "checksum",
    ]
    assert {"tp", "generation_id"} <= set(parameters)


def test_aiokafka_keeps_positions_and_coordination_where_we_read_them() -> None:
    assert "self._subscription = SubscriptionState" in source_of(AIOKafkaConsumer.__init__)
    assert "self._coordinator = None" in source_of(AIOKafkaConsumer.__init__)
    assert isinstance(subscription_state.SubscriptionState.subscription, property)
    assert isinstance(subscription_state.Subscription.assignment, property)
    assert isinstance(subscription_state.TopicPartitionState.has_valid_position, property)
    assert isinstance(subscription_state.TopicPartitionState.position, property)
    assert callable(subscription_state.Assignment.state_value)
    coordinator = source_of(group_coordinator.GroupCoordinator)
    assert "self._coordination_task" in coordinator
    assert "self._pending_exception" in coordinator


def test_aiokafka_closes_its_client_last_and_under_the_name_that_we_use() -> None:
    assert source_of(AIOKafkaConsumer.stop).rstrip().splitlines()[-2].strip() == "await self._client.close()"


def test_aiokafka_lets_a_batch_expire_where_we_forbid_it() -> None:
    assert "self._message_accumulator = MessageAccumulator(" in source_of(AIOKafkaProducer.__init__)
    assert "MessageBatch(tp, builder, self._batch_ttl," in source_of(message_accumulator.MessageAccumulator)
    assert "> self._ttl" in source_of(message_accumulator.MessageBatch.expired)
