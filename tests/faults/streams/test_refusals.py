"""Errors of the protocol, injected by a mock broker: what may be tried again is, everything else ends the process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.streams.crowd import Crowd, crowd, without_repeats
from tests.faults.streams.mock_kafka import Api, MockKafka, a_mock_kafka
from tests.integration.streams import topics

pytestmark = pytest.mark.faults
SOURCES = ("subscription", "faust")
UNKNOWN, TOO_LARGE, FENCED, STALE_EPOCH, WRONG_STATE, CONCURRENT, NO_COORDINATOR = -1, 10, 90, 47, 48, 51, 16


@pytest.fixture
def mock() -> Iterator[MockKafka]:
    with a_mock_kafka() as running:
        yield running


@pytest.fixture
def workers(mock: MockKafka, topic_prefix: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Crowd]:
    with crowd(getattr(request, "param", "pipeline"), mock.bootstrap_servers, topic_prefix, tmp_path) as gathered:
        for name in ("in", "out", "in.dlq", "state"):
            mock.create(gathered.prefix + name, gathered.partitions)
        yield gathered


@pytest.mark.parametrize("codes", [(5, 6, 3), (7, 19, 20)], ids=["no leader", "not enough replicas in time"])
async def test_what_may_be_tried_again_is_written_once(mock: MockKafka, workers: Crowd, codes: tuple[int, ...]) -> None:
    await workers.feed(300)
    mock.refuse(Api.PRODUCE, codes * 3)
    worker = workers.spawn("--slow", "0")
    wanted, found = await workers.outcome()

    assert found == wanted
    assert worker.process.poll() is None
    assert "Got error produce response" in worker.text()


async def test_a_refusal_that_is_final_ends_the_process_with_nothing_acknowledged(
    mock: MockKafka, workers: Crowd
) -> None:
    await workers.feed(300)
    mock.refuse(Api.PRODUCE, [TOO_LARGE] * 50)
    worker = workers.spawn("--slow", "0")
    code, places = await worker.exit_code(), await workers.places()
    mock.relent(Api.PRODUCE)
    workers.spawn("--slow", "0")
    wanted, found = await workers.outcome()

    assert (code, {committed for committed, _ in places.values()}) == (70, {0})
    assert "MessageSizeTooLarge" in worker.text()
    assert without_repeats(found) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
async def test_a_commit_that_is_refused_loses_nothing(mock: MockKafka, workers: Crowd, source: str) -> None:
    """A coordinator that is loading, away or another one; a generation, a member or a moment that is not accepted."""
    codes = [14, 15, 16, 22, 25, 27]
    await workers.feed(300)
    mock.refuse(Api.OFFSET_COMMIT, codes)
    async with workers.kept(1, "--source", source, "--slow", "0", "--instance", "a"):
        await topics.until(lambda: mock.count(Api.OFFSET_COMMIT) > len(codes), 60)
        wanted, found = await workers.outcome()

    assert without_repeats(found) == wanted
    assert set(workers.codes) <= {70}


@pytest.mark.parametrize(
    ("workers", "source"),
    [("pipeline", "subscription"), ("pipeline", "faust"), ("owned", "subscription")],
    indirect=["workers"],
)
async def test_a_group_that_fails_without_a_word_ends_the_process(mock: MockKafka, workers: Crowd, source: str) -> None:
    mock.refuse(Api.SYNC_GROUP, [UNKNOWN])
    worker = workers.spawn("--source", source)

    assert await worker.exit_code() == 70
    assert "SyncGroup: [Error -1]" in worker.text()


@pytest.mark.parametrize("workers", ["owned"], indirect=True)
@pytest.mark.parametrize(
    ("api", "code", "words"),
    [
        (Api.PRODUCE, STALE_EPOCH, "ProducerFenced"),
        (Api.ADD_PARTITIONS, FENCED, "ProducerFenced"),
        (Api.ADD_OFFSETS, STALE_EPOCH, "ProducerFenced"),
        (Api.OFFSETS_OF_TRANSACTION, STALE_EPOCH, "ProducerFenced"),
        (Api.END_TRANSACTION, WRONG_STATE, "InvalidTxnState"),
        (Api.INIT_PRODUCER_ID, FENCED, "InitProducerId"),
    ],
)
async def test_a_transaction_that_is_refused_ends_the_process_with_nothing_acknowledged(
    mock: MockKafka, workers: Crowd, api: Api, code: int, words: str
) -> None:
    await workers.feed(300)
    mock.refuse(api, [code] * 50)
    worker = workers.spawn("--slow", "0")

    assert await worker.exit_code() == 70
    assert words in worker.text()
    assert {committed for committed, _ in (await workers.places()).values()} == {0}


@pytest.mark.parametrize("workers", ["owned"], indirect=True)
async def test_a_transaction_whose_coordinator_is_busy_or_moves_is_tried_again(mock: MockKafka, workers: Crowd) -> None:
    mock.refuse(Api.ADD_PARTITIONS, [CONCURRENT, NO_COORDINATOR] * 2)
    mock.refuse(Api.END_TRANSACTION, [CONCURRENT, NO_COORDINATOR] * 2)
    mock.refuse(Api.INIT_PRODUCER_ID, [CONCURRENT, NO_COORDINATOR] * 2)
    worker = workers.spawn("--slow", "0")
    await topics.until(lambda: mock.count(Api.END_TRANSACTION) > 20)

    assert worker.process.poll() is None
