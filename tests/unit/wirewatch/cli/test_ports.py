"""The documented ports are those that the services take by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirekit.contracts import topology
from wirekit.runtime.settings import ServiceSettings
from wirewatch.alerter.settings import AlerterSettings
from wirewatch.cli.ports import Ports, keep_ports, kept_ports
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
