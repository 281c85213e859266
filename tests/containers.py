"""Kafka and PostgreSQL in containers, from the images and with the broker settings of docker-compose.yml.

Never pulls an image, never listens beyond 127.0.0.1. What a killed test run leaves behind, the next one removes: each
container carries the process id of its run, so that runs side by side do not meet.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from testcontainers.community.postgres import PostgresContainer
from testcontainers.core.config import ConnectionMode, testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

from tests.ports import free_port

# Its cleaner is one more image, which a closed network lacks: `remove_leftovers` does that work.
testcontainers_config.ryuk_disabled = True
# On a machine with a /.dockerenv it would hand out the bridge's gateway, where nothing of ours listens.
testcontainers_config.connection_mode_override = ConnectionMode.docker_host
testcontainers_config.tc_host_override = "127.0.0.1"

OWNER = "wirewatch.tests.owner"
_COMPOSE = Path(__file__).parents[1] / "docker-compose.yml"
_KAFKA_PORT = 29092
# For one short-lived broker beside others: a small heap and no second compiler; topics of its own with few partitions.
_SMALL = {
    "KAFKA_HEAP_OPTS": "-Xmx384m -XX:TieredStopAtLevel=1",
    "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "1",
    "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS": "1",
}


def service(name: str) -> dict[str, Any]:
    """The entry *name* of docker-compose.yml."""
    entry: dict[str, Any] = yaml.safe_load(_COMPOSE.read_text(encoding="utf-8"))["services"][name]
    return entry


def docker(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the docker command; raises OSError where there is none."""
    return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)


def why_not(image: str) -> str | None:
    """Why a container of *image* cannot be started here, in words; None when it can."""
    try:
        found = docker("image", "inspect", image)
    except OSError:
        return "there is no docker command"
    if found.returncode == 0:
        return None
    if "No such image" in found.stderr:
        return f"no image {image}: deploy/airgap/build.sh makes it, or docker pull {image}"
    return f"no Docker engine answers: {found.stderr.strip()}"


def need(*services: str) -> None:
    """Skip the test and say why where the image of one of *services* cannot be had; in CI that is a failure."""
    for name in services:
        if reason := why_not(service(name)["image"]):
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)


def remove_leftovers() -> None:
    """Remove the containers of test runs whose process is gone."""
    listed = docker("ps", "--all", "--filter", f"label={OWNER}", "--format", f'{{{{.ID}}}} {{{{.Label "{OWNER}"}}}}')
    for line in listed.stdout.splitlines():
        container, owner = line.split()
        if not Path("/proc", owner).exists():
            docker("rm", "--force", "--volumes", container)


class Kafka(DockerContainer):
    """One broker, at an address that survives kill and restart.

    The port is chosen before the start: a broker must advertise the port that clients use, and one that Docker maps at
    random changes whenever the container starts again. The library's own KafkaContainer fits another vendor's image.
    """

    def __init__(self) -> None:
        broker = service("kafka")
        super().__init__(broker["image"])
        port = free_port()
        self.bootstrap_servers = f"127.0.0.1:{port}"
        self.ports = {f"{_KAFKA_PORT}/tcp": ("127.0.0.1", port)}  # type: ignore[dict-item]  # pairs are what Docker takes
        settings = {name: str(value) for name, value in broker["environment"].items()}
        here = {
            "KAFKA_ADVERTISED_LISTENERS": f"INSIDE://localhost:9092,HOST://{self.bootstrap_servers}",
            "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        }
        self.with_envs(**settings | here | _SMALL)
        self.with_kwargs(labels={OWNER: str(os.getpid())})
        self.waiting_for(LogMessageWaitStrategy("Kafka Server started").with_startup_timeout(120))

    def kill_and_restart(self) -> None:
        """SIGKILL, as when a machine dies, and the same container again; clients find out by themselves."""
        container = self.get_wrapped_container()
        container.kill()
        container.start()


def postgres() -> PostgresContainer:
    """A database server that need not survive: it never waits for the disk. Use it as a context manager."""
    container = PostgresContainer(service("postgres")["image"], driver=None)
    container.ports = {"5432/tcp": ("127.0.0.1", free_port())}  # type: ignore[dict-item]  # as above
    container.with_kwargs(labels={OWNER: str(os.getpid())})
    return container.with_command("postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off")
