"""The documented ports are those that the services take by themselves."""

from __future__ import annotations

import pytest

from wirekit.contracts import topology
from wirekit.runtime.settings import ServiceSettings
from wirewatch.alerter.settings import AlerterSettings
from wirewatch.cli.ports import Ports
from wirewatch.cli.terminal import DEFAULT_KAFKA
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
    assert ServiceSettings.model_fields["kafka"].default == DEFAULT_KAFKA
    assert ConsoleSettings.model_fields["port"].default == Ports().console
