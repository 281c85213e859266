"""The documented ports are those that the services take by themselves."""

from __future__ import annotations

import fcntl
import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from wirekit.contracts import topology
from wirekit.errors import ConfigError
from wirekit.runtime.settings import ServiceSettings
from wirewatch.alerter.settings import AlerterSettings
from wirewatch.cli.machine.ports import (
    Ports,
    claimed_ports,
    is_newer_than_start,
    keep_ports,
    kept_ports,
    nearest_kafka,
    own_kafka,
    refuse_taken,
    refuse_unwritable,
)
from wirewatch.console.settings import ConsoleSettings
from wirewatch.enricher.settings import EnricherSettings
from wirewatch.notifier.settings import NotifierSettings
from wirewatch.poller.settings import PollerSettings

SETTINGS: dict[str, type[ServiceSettings]] = {
    "poller": PollerSettings,
    "enricher": EnricherSettings,
    "alerter": AlerterSettings,
    "notifier": NotifierSettings,
    "console": ConsoleSettings,
}


@pytest.mark.parametrize("service", [service.name for service in topology.SERVICES])
def test_a_service_serves_its_health_where_the_command_looks(service: str) -> None:
    assert Ports().health(service) == SETTINGS[service].model_fields["health_port"].default


def test_the_command_looks_for_kafka_and_the_console_where_they_are_by_default() -> None:
    assert ServiceSettings.model_fields["kafka"].default == f"127.0.0.1:{Ports().kafka}"
    assert ConsoleSettings.model_fields["port"].default == Ports().console


def test_a_command_in_another_terminal_finds_the_ports_of_a_newsroom_that_had_to_take_others(tmp_path: Path) -> None:
    keep_ports(tmp_path / "data", Ports(poller_health=40001))

    assert kept_ports(tmp_path / "data") == Ports(poller_health=40001)


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"kafka": "x"}', "null"])
def test_where_a_newsroom_never_ran_or_its_note_is_damaged_the_documented_ports_are_taken(
    tmp_path: Path, text: str | None
) -> None:
    if text is not None:
        (tmp_path / "ports.json").write_text(text, encoding="utf-8")

    assert kept_ports(tmp_path) == Ports()


@pytest.fixture
def kafka_data(tmp_path: Path) -> Path:
    """The Kafka of a newsroom in *tmp_path* that ran on port 41001, and is not running."""
    root = tmp_path / "data" / "kafka"
    root.mkdir(parents=True)
    (root / "port").write_text("41001", encoding="ascii")
    (root / "lock").touch()
    return root


def test_a_newsroom_that_runs_has_its_own_kafka(tmp_path: Path, kafka_data: Path) -> None:
    with (kafka_data / "lock").open("a") as claim:
        fcntl.flock(claim, fcntl.LOCK_EX)

        assert own_kafka(tmp_path) == nearest_kafka(tmp_path) == "127.0.0.1:41001"


@pytest.mark.usefixtures("kafka_data")
def test_the_last_address_of_a_newsroom_that_was_stopped_may_be_anothers_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not run: start it with `wirewatch up"):
        own_kafka(tmp_path)


def test_a_newsroom_that_never_ran_has_no_kafka(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not run"):
        nearest_kafka(tmp_path)


def test_in_the_folder_of_a_newsroom_its_own_kafka_is_meant(
    tmp_path: Path, kafka_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "watchlist.yaml").touch()
    with (kafka_data / "lock").open("a") as claim:
        fcntl.flock(claim, fcntl.LOCK_EX)

        assert nearest_kafka() == "127.0.0.1:41001"


def test_who_named_no_newsroom_is_told_how_to_name_the_one_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newsroom").mkdir()

    with pytest.raises(ConfigError, match="or name the one that runs by --newsroom DIR, or a --kafka"):
        nearest_kafka()


def test_a_newsroom_that_was_named_and_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="desk is not there: `wirewatch init "):
        nearest_kafka(tmp_path / "desk")


def test_where_no_newsroom_was_made_the_documented_address_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert nearest_kafka() == f"127.0.0.1:{Ports().kafka}"


def test_a_port_that_was_set_and_is_taken_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(ConfigError, match=f"WIREWATCH_CONSOLE_PORT: port {port} is taken"):
            refuse_taken({"WIREWATCH_CONSOLE_PORT": str(port)})
    refuse_taken({"WIREWATCH_CONSOLE_PORT": str(port)})


def test_a_note_of_the_ports_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "ports.json").mkdir()

    for write in (refuse_unwritable, lambda data: keep_ports(data, Ports())):
        with pytest.raises(ConfigError, match=r"ports\.json cannot be written: Is a directory"):
            write(tmp_path)


def test_asking_whether_the_note_can_be_written_leaves_that_of_a_running_newsroom_alone(tmp_path: Path) -> None:
    keep_ports(tmp_path, Ports(console=40001))
    refuse_unwritable(tmp_path)

    assert kept_ports(tmp_path).console == 40001


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where claims on ports are made, in a folder that is shared with others."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path / f"wirewatch-ports-{os.getuid()}"


def linked(claims: Path) -> None:
    claims.symlink_to(claims.parent / "somebodys")


@pytest.mark.parametrize("made", [Path.mkdir, linked, os.mkfifo], ids=["folder", "link", "pipe"])
def test_claims_on_ports_that_cannot_be_made_are_refused_with_a_remedy(
    claims: Path, made: Callable[[Path], None]
) -> None:
    made(claims)

    with pytest.raises(ConfigError, match=r"wirewatch-ports-.* or set TMPDIR to a folder that you alone may write"):
        refuse_unwritable(claims.parent / "data")
    assert not (claims.parent / "somebodys").exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives files away")
def test_claims_on_ports_in_a_file_of_somebody_else_are_refused(claims: Path) -> None:
    claims.touch()
    os.chown(claims, 12345, 12345)

    with pytest.raises(ConfigError, match="is not a file of ours"), claimed_ports():
        pass


def test_claims_on_ports_are_made_where_nobody_else_can_read(claims: Path) -> None:
    with claimed_ports():
        mode = claims.stat().st_mode & 0o777

    assert mode == 0o600


def test_a_file_that_was_changed_since_the_start_is_told_from_one_that_was_not(tmp_path: Path) -> None:
    file, data = tmp_path / "endpoints.yaml", tmp_path / "data"
    file.touch()

    assert not is_newer_than_start(file, data)
    keep_ports(data, Ports())
    started = (data / "ports.json").stat().st_mtime
    os.utime(file, (started - 1, started - 1))
    assert not is_newer_than_start(file, data)
    os.utime(file, (started + 1, started + 1))
    assert is_newer_than_start(file, data)
