"""The files that TLS needs, and what is said of one that does not serve. No secret is shown."""

from __future__ import annotations

import functools
import inspect
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from aiokafka import conn

from tests.certificates import Authority
from wirekit.errors import ConfigError
from wirekit.kafka import Bearer, Connection, Scram, Security, Tokens, tls
from wirekit.kafka.tokens import refuse_rejected_tokens


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def chain(authority: Authority) -> Path:
    return authority.sign("desk")


def test_a_broker_is_trusted_only_by_the_named_authority_and_under_its_name(authority: Authority) -> None:
    context = tls(authority.certificate)

    assert [each["subject"] for each in context.get_ca_certs()] == [((("commonName", "authority"),),)]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_a_certificate_may_have_its_key_beside_it_or_in_it(authority: Authority, chain: Path) -> None:
    locked = authority.encrypted(chain, "opens")

    for context in (tls(authority.certificate, chain), tls(authority.certificate, chain, locked, "opens")):
        assert context.verify_mode == ssl.CERT_REQUIRED


@pytest.mark.parametrize("password", ["", "guessed"])
def test_a_locked_key_is_refused_without_its_password_and_nobody_is_asked(
    authority: Authority, chain: Path, password: str
) -> None:
    locked = authority.encrypted(chain, "opens")

    with pytest.raises(ConfigError, match=r"desk\.locked do not serve") as refusal:
        tls(authority.certificate, chain, locked, password)

    assert "guessed" not in str(refusal.value)


@pytest.mark.parametrize("use", [tls, functools.partial(tls, None)], ids=["authority", "certificate"])
def test_a_file_that_is_missing_or_no_pem_is_named(tmp_path: Path, use: Callable[[Path], ssl.SSLContext]) -> None:
    missing, other = tmp_path / "missing.pem", tmp_path / "other.pem"
    other.write_text("no certificate at all")
    binary = tmp_path / "binary.der"
    binary.write_bytes(b"\x30\x82\xff")

    with pytest.raises(ConfigError, match=r"missing\.pem cannot be read: No such file"):
        use(missing)
    with pytest.raises(ConfigError, match=r"other\.pem"):
        use(other)
    with pytest.raises(ConfigError, match=r"binary\.der cannot be read: it is no PEM"):
        use(binary)


def test_a_key_of_another_certificate_is_refused(authority: Authority, chain: Path) -> None:
    with pytest.raises(ConfigError, match=r"desk\.pem and the key .*mallory\.pem do not serve"):
        tls(authority.certificate, chain, authority.sign("mallory"))


def test_no_secret_stands_in_a_repr() -> None:
    context = ssl.create_default_context()
    logins: list[Scram | Bearer] = [
        Scram("SCRAM-SHA-256", "desk", "hush"),
        Bearer(Tokens("https://id.example/token", "newsroom", "hush")),
    ]

    assert [repr(Connection("a:1", security=Security(context, login))).count("hush") for login in logins] == [0, 0]
    assert [repr(Security(context, login)).count("desk") for login in logins] == [1, 0]


def test_each_login_is_what_aiokafka_takes_over_tls() -> None:
    context = ssl.create_default_context()
    tokens = Tokens("https://id.example/token", "newsroom", "hush")
    options = {
        "none": Connection("a:1").options(),
        "tls": Connection("a:1", security=Security(context)).options(),
        "scram": Connection("a:1", security=Security(context, Scram("SCRAM-SHA-512", "desk", "hush"))).options(),
        "bearer": Connection("a:1", security=Security(context, Bearer(tokens))).options(),
    }

    assert {name: option.get("security_protocol") for name, option in options.items()} == {
        "none": None,
        "tls": "SSL",
        "scram": "SASL_SSL",
        "bearer": "SASL_SSL",
    }
    assert (options["scram"]["sasl_mechanism"], options["scram"]["sasl_plain_username"]) == ("SCRAM-SHA-512", "desk")
    assert options["bearer"]["sasl_oauth_token_provider"] is tokens
    accepted = set(inspect.signature(conn.create_conn).parameters) | {"bootstrap_servers", "metadata_max_age_ms"}
    assert all(set(option) <= accepted for option in options.values())


def test_aiokafka_logs_in_with_the_authenticator_that_we_give_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conn, "OAuthAuthenticator", None)
    refuse_rejected_tokens()

    assert conn.OAuthAuthenticator.__name__ == "_Authenticator"
    assert "return OAuthAuthenticator(" in inspect.getsource(conn.AIOKafkaConnection.authenticator_oauth)
    assert "self._token_sent = True" in inspect.getsource(conn)
