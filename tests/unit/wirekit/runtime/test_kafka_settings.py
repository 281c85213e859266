"""What an operator may say of Kafka's security, and what is said to one who errs."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from tests.certificates import Authority
from wirekit.errors import ConfigError
from wirekit.kafka import Bearer, Scram, Security
from wirekit.runtime.kafka_settings import KafkaSettings
from wirekit.runtime.settings import load_settings
from wirewatch.poller.settings import PollerSettings

SCRAM = {"SECURITY": "scram-sha-512", "USER": "desk", "PASSWORD": "hush"}
TOKENS = {
    "SECURITY": "oauthbearer",
    "TOKEN_URL": "https://id.example/token",
    "CLIENT_ID": "newsroom",
    "CLIENT_SECRET": "hush",
}


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def settings(patch: pytest.MonkeyPatch, **keys: str) -> KafkaSettings:
    for key, value in keys.items():
        patch.setenv(f"WIREWATCH_KAFKA_{key}", value)
    return load_settings(KafkaSettings)


def security(patch: pytest.MonkeyPatch, **keys: str) -> Security:
    made = settings(patch, **keys).connection("test").security
    assert made is not None
    return made


def refusal(patch: pytest.MonkeyPatch, **keys: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        settings(patch, **keys).connection("test")
    assert "hush" not in str(refused.value)
    return str(refused.value).splitlines()


def test_plain_kafka_needs_nothing() -> None:
    connection = load_settings(KafkaSettings).connection("test")

    assert (connection.bootstrap_servers, connection.client_id, connection.security) == (
        "127.0.0.1:8792",
        "test",
        None,
    )


def test_a_password_comes_from_a_setting_or_a_file(patch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(" hush, with spaces \n")
    given = security(patch, **SCRAM).login
    patch.delenv("WIREWATCH_KAFKA_PASSWORD")
    kept = security(patch, PASSWORD_FILE=str(file), SECURITY="scram-sha-256").login

    assert given == Scram("SCRAM-SHA-512", "desk", "hush")
    assert kept == Scram("SCRAM-SHA-256", "desk", " hush, with spaces ")


def test_tokens_are_asked_for_as_set(patch: pytest.MonkeyPatch) -> None:
    login = security(patch, **TOKENS, TOKEN_SCOPE="kafka").login

    assert isinstance(login, Bearer)
    tokens = login.tokens
    assert (tokens.url, tokens.client_id, tokens.client_secret, tokens.scope) == (
        "https://id.example/token",
        "newsroom",
        "hush",
        "kafka",
    )


def test_tls_trusts_the_authority_and_shows_the_certificate(patch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    chain = authority.sign("desk")
    made = security(patch, SECURITY="tls", CA_FILE=str(authority.certificate), CERTIFICATE_FILE=str(chain))

    assert made.login is None
    assert isinstance(made.tls, ssl.SSLContext)
    assert load_settings(KafkaSettings).kafka_principal == f"the holder of {chain}"


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (
            {"SECURITY": "scram-sha-512"},
            [
                "WIREWATCH_KAFKA_SECURITY=scram-sha-512 needs WIREWATCH_KAFKA_USER",
                "WIREWATCH_KAFKA_SECURITY=scram-sha-512 needs WIREWATCH_KAFKA_PASSWORD",
            ],
        ),
        (
            {"USER": "desk", "CA_FILE": "ca.pem"},
            [
                "WIREWATCH_KAFKA_CA_FILE has no effect with WIREWATCH_KAFKA_SECURITY=plaintext",
                "WIREWATCH_KAFKA_USER has no effect with WIREWATCH_KAFKA_SECURITY=plaintext",
            ],
        ),
        (
            {**TOKENS, "PASSWORD_FILE": "password"},
            ["WIREWATCH_KAFKA_PASSWORD_FILE has no effect with WIREWATCH_KAFKA_SECURITY=oauthbearer"],
        ),
        (
            {"SECURITY": "tls", "CA_FILE": "/nowhere/ca.pem"},
            ["/nowhere/ca.pem cannot be read: No such file or directory"],
        ),
    ],
)
def test_what_is_missing_or_has_no_effect_is_named(
    patch: pytest.MonkeyPatch, keys: dict[str, str], lines: list[str]
) -> None:
    assert refusal(patch, **keys) == lines


@pytest.mark.parametrize("url", ["http://id.example/token", "http://127.0.0.1.id.example/token", "id.example"])
def test_a_secret_goes_to_no_other_machine_without_tls(patch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(ConfigError, match="WIREWATCH_KAFKA_TOKEN_URL"):
        settings(patch, **TOKENS | {"TOKEN_URL": url})


def test_a_misspelt_key_names_the_nearest(patch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match=r"WIREWATCH_KAFKA_PASSWORT: .* the nearest is WIREWATCH_KAFKA_PASSWORD"):
        settings(patch, PASSWORT="hush")


def test_a_service_may_have_a_user_of_its_own(patch: pytest.MonkeyPatch) -> None:
    for key, value in SCRAM.items():
        patch.setenv(f"WIREWATCH_KAFKA_{key}", value)
    patch.setenv("WIREWATCH_POLLER_CONTACT", "")
    patch.setenv("WIREWATCH_POLLER_KAFKA_USER", "poller")

    assert load_settings(PollerSettings).kafka_principal == "User:poller"
    assert load_settings(KafkaSettings).kafka_principal == "User:desk"


@pytest.mark.parametrize(
    ("keys", "principal"),
    [
        ({}, "User:ANONYMOUS"),
        ({"SECURITY": "tls"}, "User:ANONYMOUS"),
        (SCRAM, "User:desk"),
        (TOKENS, "the client newsroom"),
    ],
)
def test_who_we_are_is_known_as_far_as_the_settings_say(
    patch: pytest.MonkeyPatch, keys: dict[str, str], principal: str
) -> None:
    assert settings(patch, **keys).kafka_principal == principal


def test_no_secret_is_shown(patch: pytest.MonkeyPatch) -> None:
    shown = [repr(settings(patch, **SCRAM)), str(settings(patch, **SCRAM))]

    assert [text.count("hush") for text in shown] == [0, 0]
