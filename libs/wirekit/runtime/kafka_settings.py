"""The settings that say how Kafka is reached, for every service and for the command, and the connection they make.

A secret is a setting or stands in a file, never both; what has no effect beside ``kafka_security`` is refused.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from wirekit.errors import ConfigError
from wirekit.kafka import Bearer, Connection, Scram, Security, Tokens, tls
from wirekit.runtime.secret import read_secret

PREFIX = "WIREWATCH_"
_TLS = ("kafka_ca_file",)
_USED = {
    "plaintext": (),
    "tls": (*_TLS, "kafka_certificate_file", "kafka_key_file", "kafka_key_password"),
    "scram-sha-256": (*_TLS, "kafka_user", "kafka_password"),
    "scram-sha-512": (*_TLS, "kafka_user", "kafka_password"),
    "oauthbearer": (*_TLS, "kafka_token_url", "kafka_token_scope", "kafka_client_id", "kafka_client_secret"),
}
_NEEDED = ("kafka_user", "kafka_password", "kafka_token_url", "kafka_client_id", "kafka_client_secret")


class KafkaSettings(BaseSettings):
    """``WIREWATCH_KAFKA`` and ``WIREWATCH_KAFKA_<KEY>``."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid", hide_input_in_errors=True
    )

    kafka: str = Field("127.0.0.1:8792", description="Kafka's bootstrap servers, host:port, separated by commas")
    kafka_security: Literal["plaintext", "tls", "scram-sha-256", "scram-sha-512", "oauthbearer"] = Field(
        "plaintext",
        description="plaintext; tls, mutual where a certificate is given; or over TLS a login: "
        "scram-sha-256, scram-sha-512, oauthbearer",
    )
    kafka_ca_file: Path | None = Field(
        None, description="PEM file of the authorities that sign the brokers' certificates, instead of the system's"
    )
    kafka_certificate_file: Path | None = Field(None, description="tls: PEM file of our own certificate and its chain")
    kafka_key_file: Path | None = Field(
        None, description="tls: PEM file of its key, where that is not in the same file"
    )
    kafka_key_password: SecretStr = Field(SecretStr(""), description="tls: the password of the key")
    kafka_key_password_file: Path | None = Field(None, description="a file that holds it, instead")
    kafka_user: str = Field("", description="scram: who we are")
    kafka_password: SecretStr = Field(SecretStr(""), description="scram: the password of the user")
    kafka_password_file: Path | None = Field(None, description="a file that holds it, instead")
    kafka_token_url: str = Field(
        "",
        pattern=r"^(https://|http://(127\.0\.0\.1|localhost|\[::1\])[:/]|$)",
        description="oauthbearer: where tokens are given (client credentials, RFC 6749); https, or this machine",
    )
    kafka_token_scope: str = Field("", description="oauthbearer: the scope that is asked for")
    kafka_client_id: str = Field("", description="oauthbearer: who we are")
    kafka_client_secret: SecretStr = Field(SecretStr(""), description="oauthbearer: the secret of the client")
    kafka_client_secret_file: Path | None = Field(None, description="a file that holds it, instead")

    @property
    def kafka_principal(self) -> str:
        """Who we are to Kafka, in words."""
        if self.kafka_security == "plaintext" or (self.kafka_security == "tls" and not self.kafka_certificate_file):
            return "User:ANONYMOUS"
        if self.kafka_security == "tls":
            return f"the holder of {self.kafka_certificate_file}"
        return f"User:{self.kafka_user}" if self.kafka_user else f"the client {self.kafka_client_id}"

    def connection(self, client_id: str) -> Connection:
        """The connection under the name *client_id*.

        Raises:
            ConfigError: A setting is missing, or has no effect, or a file is not what it should be.
        """
        if wrong := "\n".join(self._wrong()):
            raise ConfigError(wrong)
        return Connection(self.kafka, client_id, self._security())

    def _wrong(self) -> Iterator[str]:
        used = {name for name in _USED[self.kafka_security] for name in (name, f"{name}_file")}
        chosen = f"{_variable('kafka_security')}={self.kafka_security}"
        for name in type(self).model_fields:
            is_ours = name in self.model_fields_set and name not in ("kafka", "kafka_security")
            if name.startswith("kafka_") and is_ours and name not in used:
                yield f"{_variable(name)} has no effect with {chosen}"
        for name in _NEEDED:
            if name in used and not {name, f"{name}_file"} & self.model_fields_set:
                yield f"{chosen} needs {_variable(name)}"

    def _security(self) -> Security | None:
        if self.kafka_security == "plaintext":
            return None
        if self.kafka_security == "tls":
            password = self._secret("kafka_key_password")
            return Security(tls(self.kafka_ca_file, self.kafka_certificate_file, self.kafka_key_file, password))
        return Security(tls(self.kafka_ca_file), self._login())

    def _login(self) -> Scram | Bearer:
        if self.kafka_security == "oauthbearer":
            return Bearer(
                Tokens(
                    self.kafka_token_url,
                    self.kafka_client_id,
                    self._secret("kafka_client_secret"),
                    self.kafka_token_scope,
                    self._token_tls(),
                )
            )
        mechanism = cast("Literal['SCRAM-SHA-256', 'SCRAM-SHA-512']", self.kafka_security.upper())
        return Scram(mechanism, self.kafka_user, self._secret("kafka_password"))

    def _token_tls(self) -> ssl.SSLContext:
        """The token endpoint may have its certificate from the same authority, or from any."""
        context = tls()
        if self.kafka_ca_file:
            context.load_verify_locations(self.kafka_ca_file)
        return context

    def _secret(self, name: str) -> str:
        file: Path | None = getattr(self, f"{name}_file")
        value: SecretStr = getattr(self, name)
        return read_secret(value, file, _variable(name))


def _variable(name: str) -> str:
    return PREFIX + name.upper()
