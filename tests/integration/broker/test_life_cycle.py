"""Start, stop, crash and freeze; what lasts and what never stays behind."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.broker.clients import create_topic, read, send
from tests.polling import until
from tests.processes import frozen, is_running
from wirekit.broker import BrokerError, BrokerOptions, EmbeddedKafka
from wirekit.broker.wire import brokers_known, free_port

VALUES = [f"article {number}".encode() for number in range(1000)]
# A parent as a user's own program would be; it prints the address and waits.
PARENT = """
import asyncio, signal, sys
from pathlib import Path
from wirekit.broker import EmbeddedKafka

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job inherits it ignored

async def main():
    broker = EmbeddedKafka(Path(sys.argv[1]))
    await broker.start()
    print("serving", broker.pid, broker.port, flush=True)
    await broker.wait()

asyncio.run(main())
"""


@contextmanager
def parent_of_a_broker(data_dir: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process of its own session that runs a broker, and the pid of the JVM."""
    command = [sys.executable, "-c", PARENT, str(data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as parent:
        assert parent.stdout is not None
        words = next(line for line in parent.stdout if line.startswith("serving")).split()
        try:
            yield parent, int(words[1])
        finally:
            parent.kill()


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_a_restart_keeps_data_port_and_cluster_id(tmp_path: Path) -> None:
    data_dir = tmp_path / "Zeitungsbüro 뉴스"
    async with EmbeddedKafka(data_dir) as first:
        assert first.is_new
        await create_topic(first.bootstrap_servers, "articles")
        await send(first.bootstrap_servers, "articles", VALUES)
    async with EmbeddedKafka(data_dir) as second:
        assert (second.port, second.cluster_id, second.is_new) == (first.port, first.cluster_id, False)
        assert await read(second.bootstrap_servers, "articles") == VALUES

    # Read as Latin-1 the setting would name a folder beside ours.
    assert names_in(tmp_path) == [data_dir.name]


async def test_a_broker_that_ends_by_itself_is_noticed_and_comes_back_with_all_it_acknowledged(tmp_path: Path) -> None:
    async with EmbeddedKafka(tmp_path) as broker:
        await create_topic(broker.bootstrap_servers, "articles")
        await send(broker.bootstrap_servers, "articles", VALUES)
        port, jvm = broker.port, broker.pid
        assert jvm is not None
        os.kill(jvm, signal.SIGKILL)
        code = await broker.wait()
        await broker.start()

        assert (code, broker.port) == (-signal.SIGKILL, port)
        assert await read(broker.bootstrap_servers, "articles") == VALUES


async def test_a_broker_is_started_once_and_stopped_as_often_as_one_likes(tmp_path: Path) -> None:
    async with EmbeddedKafka(tmp_path) as broker:
        with pytest.raises(BrokerError, match="already started"):
            await broker.start()
        broker.kill()
        broker.kill()
        await broker.stop()
        with pytest.raises(BrokerError, match="the broker is not started"):
            await broker.wait()


async def test_a_frozen_broker_answers_nothing_until_it_is_thawed(tmp_path: Path) -> None:
    async with EmbeddedKafka(tmp_path) as broker:
        with frozen(broker.pid):
            meanwhile = await brokers_known(broker.port, broker.cluster_id)

        assert (meanwhile, await brokers_known(broker.port, broker.cluster_id)) == (0, 1)


@pytest.mark.long
async def test_a_port_is_taken_as_wished_or_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        with pytest.raises(BrokerError, match=rf"port {taken} is taken: stop the other program, or choose another"):
            await EmbeddedKafka(tmp_path, BrokerOptions(port=taken)).start()
        async with EmbeddedKafka(tmp_path, BrokerOptions(preferred_port=taken)) as elsewhere:
            assert elsewhere.port not in (0, taken)
    (tmp_path / "port").unlink()
    async with EmbeddedKafka(tmp_path, BrokerOptions(preferred_port=taken)) as preferred:
        assert preferred.port == taken


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="reads proc(5), which only Linux has")
async def test_a_killed_parent_leaves_no_jvm_and_its_directory_to_the_next(tmp_path: Path) -> None:
    with parent_of_a_broker(tmp_path) as (parent, jvm):
        with pytest.raises(BrokerError, match=rf"{tmp_path} is in use by process {parent.pid}: stop that one first"):
            await EmbeddedKafka(tmp_path).start()
        parent.kill()
        parent.wait()
        async with EmbeddedKafka(tmp_path) as successor:
            assert successor.pid != jvm

        assert not is_running(jvm)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="reads proc(5), which only Linux has")
async def test_ctrl_c_ends_the_parent_first(tmp_path: Path) -> None:
    with parent_of_a_broker(tmp_path) as (parent, jvm):
        assert os.getsid(jvm) != parent.pid
        os.killpg(parent.pid, signal.SIGINT)  # as a terminal does
        await until(lambda: parent.poll() is not None)

    await until(lambda: not is_running(jvm))
    assert (tmp_path / "topics" / ".kafka_cleanshutdown").is_file()


@pytest.mark.long
async def test_two_brokers_that_want_one_port_at_once_each_serve_their_own_data(tmp_path: Path) -> None:
    wanted = BrokerOptions(preferred_port=free_port())
    brokers = [EmbeddedKafka(tmp_path / name, wanted) for name in ("one", "two")]
    try:
        await asyncio.gather(*(broker.start() for broker in brokers))

        ports = {broker.port for broker in brokers}
        assert len(ports) == 2
        assert wanted.preferred_port in ports
        for broker in brokers:
            assert await brokers_known(broker.port, broker.cluster_id) == 1
    finally:
        for broker in brokers:
            await broker.stop()
