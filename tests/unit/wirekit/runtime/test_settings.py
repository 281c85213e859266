"""Settings from the environment."""

import pytest
from pydantic import Field, ValidationError

from wirekit.errors import ConfigError
from wirekit.runtime.settings import Port, ServiceSettings, load_settings, service_config, service_name, settings_table


class PollerSettings(ServiceSettings):
    """Settings as a service declares them."""

    model_config = service_config("poller")

    health_port: Port = Field(8781, description="the port of /livez, /readyz and /metrics")
    concurrency: int = Field(200, ge=1, description="polls at once")
    contact: str = Field(description="an address in the user agent")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIREWATCH_KAFKA", "WIREWATCH_POLLER_KAFKA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WIREWATCH_POLLER_CONTACT", "desk@wire.example")


def _refusal(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        load_settings(PollerSettings)
    return str(caught.value)


def test_a_service_without_variables_has_its_defaults() -> None:
    settings = load_settings(PollerSettings)

    assert settings.kafka == "127.0.0.1:8792"
    assert settings.health_port == 8781
    assert settings.concurrency == 200


def test_a_shared_key_is_read_for_every_service_and_the_own_one_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREWATCH_KAFKA", "shared:9092")
    monkeypatch.setenv("WIREWATCH_LOG_FORMAT", "json")
    assert load_settings(PollerSettings).kafka == "shared:9092"

    monkeypatch.setenv("WIREWATCH_POLLER_KAFKA", "own:9092")

    assert load_settings(PollerSettings).kafka == "own:9092"
    assert load_settings(PollerSettings).log_format == "json"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREWATCH_POLLER_CONCURRENCY", "")

    assert load_settings(PollerSettings).concurrency == 200


def test_variables_of_other_services_and_programs_are_nobodys_business(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "WIREWATCH_ENRICHER_KAFAK",
        "WIREWATCH_CONSOLE_TOKEN",
        "WIREWATCH_MAVEN_MIRROR",
        "WIREWATCHER",
        "KAFAK",
    ):
        monkeypatch.setenv(name, "x")

    assert load_settings(PollerSettings).contact == "desk@wire.example"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("WIREWATCH_POLLER_CONCURENCY", "WIREWATCH_POLLER_CONCURRENCY"),
        ("WIREWATCH_POLLER_X", "WIREWATCH_POLLER_KAFKA"),
        ("WIREWATCH_POLER_KAFKA", "WIREWATCH_POLLER_KAFKA"),
        ("WIREWATCH_KAFAK", "WIREWATCH_KAFKA"),
        ("WIREWATCH_HEALTH_PROT", "WIREWATCH_HEALTH_PORT"),
        ("WIREWATCH_CONCURRENCY", "WIREWATCH_POLLER_CONCURRENCY"),
    ],
)
def test_a_variable_that_nobody_reads_is_an_error_that_names_the_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
) -> None:
    assert _refusal(monkeypatch, **{name: "5"}) == f"{name}: there is no such setting; the nearest is {nearest}"


def test_each_wrong_value_is_one_line_with_its_variable_and_without_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = _refusal(monkeypatch, WIREWATCH_POLLER_CONCURRENCY="0", WIREWATCH_POLLER_LOG_FORMAT="s3cret")

    assert "s3cret" not in refusal
    assert sorted(refusal.splitlines()) == [
        "WIREWATCH_POLLER_CONCURRENCY: must be at least 1",
        "WIREWATCH_POLLER_LOG_FORMAT: must be 'console' or 'json'",
    ]


def test_a_required_setting_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIREWATCH_POLLER_CONTACT")

    assert _refusal(monkeypatch) == "WIREWATCH_POLLER_CONTACT: is missing"


def test_settings_are_frozen() -> None:
    settings = load_settings(PollerSettings)

    with pytest.raises(ValidationError):
        settings.kafka = "other:1"  # type: ignore[misc]  # the point


def test_the_table_has_a_row_for_every_shared_and_every_own_key() -> None:
    table = settings_table([PollerSettings])

    assert service_name(PollerSettings) == "poller"
    assert (
        "| `WIREWATCH_KAFKA` | `127.0.0.1:8792` | Kafka's bootstrap servers, host:port, separated by commas |" in table
    )
    assert "| `WIREWATCH_POLLER_HEALTH_PORT` | `8781` |" in table
    assert "| `WIREWATCH_POLLER_CONTACT` | required | an address in the user agent |" in table
    assert table.count("HEALTH_PORT") == 1
