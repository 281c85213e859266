"""What a user reads when the broker cannot start: one clear line first, and no process left behind."""

import asyncio
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.broker.clients import create_topic, send
from wirekit.broker import BrokerError, BrokerOptions, EmbeddedKafka

NOBODY = 65534


async def run_once(data_dir: Path) -> None:
    async with EmbeddedKafka(data_dir) as broker:
        await create_topic(broker.bootstrap_servers, "articles")
        await send(broker.bootstrap_servers, "articles", [b"one", b"two"])


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with one topic of two records, stopped in order. Damage a copy of it."""
    data_dir = tmp_path_factory.mktemp("used")
    asyncio.run(run_once(data_dir))
    return data_dir


async def first_line_of_the_error(data_dir: Path, options: BrokerOptions | None = None) -> str:
    broker = EmbeddedKafka(data_dir, options)
    with pytest.raises(BrokerError) as caught:
        await broker.start()
    assert broker.pid is None
    return str(caught.value).splitlines()[0]


@contextmanager
def as_another_user() -> Iterator[None]:
    """Root may write everywhere, so it must become somebody else for a while."""
    user = os.geteuid()
    os.seteuid(NOBODY if user == 0 else user)
    try:
        yield
    finally:
        os.seteuid(user)


async def test_too_little_disk_is_refused_before_anything_starts(tmp_path: Path) -> None:
    message = await first_line_of_the_error(tmp_path, BrokerOptions(min_free_mb=10**9))

    assert message.startswith("the disk is full: ")


async def test_a_directory_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    data_dir.mkdir(mode=0o500)
    with as_another_user():
        message = await first_line_of_the_error(data_dir)

    assert message == f"could not start Kafka in {data_dir}: the data directory is not writable"


async def test_a_file_in_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("not a directory")

    assert "choose another data directory" in await first_line_of_the_error(path)


@pytest.mark.parametrize(
    ("options", "meaning"),
    [
        pytest.param(BrokerOptions(settings={"log.segment.bytes": "x"}), "a broker setting is wrong", id="setting"),
        pytest.param(BrokerOptions(heap_mb=8), "the heap is too small: raise heap_mb", id="heap"),
    ],
)
async def test_a_wrong_option_is_named(tmp_path: Path, options: BrokerOptions, meaning: str) -> None:
    message = await first_line_of_the_error(tmp_path, options)

    assert message.endswith(f": {meaning}")


def empty_meta(topics: Path) -> None:
    (topics / "meta.properties").write_text("")


def newer_meta(topics: Path) -> None:
    meta = topics / "meta.properties"
    meta.write_text(meta.read_text().replace("version=1", "version=2"))


def damaged_segment(topics: Path) -> None:
    damage(topics / "articles-0")


def damage(partition: Path) -> None:
    for segment in partition.glob("*.log"):
        segment.write_bytes(random.Random(1).randbytes(3000))


@pytest.mark.parametrize(
    ("change", "meaning"),
    [
        (empty_meta, "the data directory is damaged: restore it, or move it away and begin anew"),
        (damaged_segment, "the data directory is damaged: restore it, or move it away and begin anew"),
        (newer_meta, "the data directory was written by a newer Kafka: upgrade Wirewatch"),
    ],
)
async def test_data_that_kafka_refuses_is_explained(
    used: Path, tmp_path: Path, change: Callable[[Path], None], meaning: str
) -> None:
    data_dir = shutil.copytree(used, tmp_path / "data")
    change(data_dir / "topics")

    assert await first_line_of_the_error(data_dir) == f"Kafka ended while starting, exit code 1: {meaning}"


async def test_without_jars_and_network_the_first_start_says_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    monkeypatch.setenv("WIREWATCH_MAVEN_MIRROR", "http://127.0.0.1:9")
    message = await first_line_of_the_error(tmp_path / "data")

    assert message.startswith("could not download ")
    assert "the first start needs the Maven repository; check the network and HTTPS_PROXY" in message


async def test_lost_metadata_is_refused_once_and_the_data_set_aside(used: Path, tmp_path: Path) -> None:
    """Kafka itself says nothing: it would go on with no topics, and a newsroom would start from nothing unnoticed."""
    data_dir = shutil.copytree(used, tmp_path / "data")
    damage(data_dir / "topics" / "__cluster_metadata-0")
    message = await first_line_of_the_error(data_dir)
    async with EmbeddedKafka(data_dir):
        set_aside = [path.name for path in (data_dir / "topics").glob("*-stray")]

    assert f"the metadata in {data_dir}/topics is damaged or gone, its 1 partitions are set aside" in message
    assert [name.startswith("articles-0.") for name in set_aside] == [True]
