from __future__ import annotations

import os

import pytest

from wirekit.contracts.topology import SERVICES
from wirekit.errors import ConfigError
from wirekit.runtime.settings import service_name
from wirewatch.cli.machine.settings import SETTINGS, check_settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("WIREWATCH_")]:
        monkeypatch.delenv(name)


def test_the_settings_are_those_of_all_services_in_the_order_of_the_flow() -> None:
    assert [service_name(settings) for settings in SETTINGS] == [service.name for service in SERVICES]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("WIREWATCH_POLER_ALLOW", "WIREWATCH_POLLER_ALLOW"),
        ("WIREWATCH_NOTIFIER_ALOW", "WIREWATCH_NOTIFIER_ALLOW"),
        ("WIREWATCH_LOG_LEVL", "WIREWATCH_LOG_LEVEL"),
        ("WIREWATCH_CONSOLE_PROT", "WIREWATCH_CONSOLE_PORT"),
    ],
)
def test_a_misspelt_variable_of_any_service_is_found_once_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
) -> None:
    monkeypatch.setenv(name, "1")

    with pytest.raises(ConfigError) as refused:
        check_settings()

    assert str(refused.value) == f"{name}: there is no such setting; the nearest is {nearest}"


def test_a_wrong_value_is_found_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREWATCH_POLLER_CONCURRENCY", "many")

    with pytest.raises(ConfigError, match=r"^WIREWATCH_POLLER_CONCURRENCY: must be a whole number"):
        check_settings()


def test_what_the_command_itself_reads_is_not_taken_for_misspelt(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIREWATCH_KAFKA", "WIREWATCH_MAVEN_MIRROR", "WIREWATCH_CONSOLE_TOKEN_FILE", "WIREWATCH_HEALTH_PORT"):
        monkeypatch.setenv(name, "8999")

    check_settings()
