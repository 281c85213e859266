"""TLS to Kafka, and how we say there who we are: a certificate, a password (SCRAM) or a token (OAUTHBEARER).

Reads the files it is given once. No secret stands in a repr; none is logged.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from wirekit.errors import ConfigError
from wirekit.kafka.tokens import Tokens, refuse_rejected_tokens

ScramMechanism = Literal["SCRAM-SHA-256", "SCRAM-SHA-512"]


@dataclass(frozen=True, slots=True)
class Scram:
    """A user and its password (RFC 5802); neither TLS nor the broker's log shows the password."""

    mechanism: ScramMechanism
    user: str
    password: str = field(repr=False)

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's clients."""
        return {
            "sasl_mechanism": self.mechanism,
            "sasl_plain_username": self.user,
            "sasl_plain_password": self.password,
        }


@dataclass(frozen=True, slots=True)
class Bearer:
    """A client that fetches its tokens."""

    tokens: Tokens

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's clients."""
        refuse_rejected_tokens()
        return {"sasl_mechanism": "OAUTHBEARER", "sasl_oauth_token_provider": self.tokens}


@dataclass(frozen=True, slots=True)
class Security:
    """A connection over TLS; without a *login* Kafka knows us by the certificate in *tls*, if there is one."""

    tls: ssl.SSLContext
    login: Scram | Bearer | None = None

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's clients."""
        if self.login is None:
            return {"security_protocol": "SSL", "ssl_context": self.tls}
        return {"security_protocol": "SASL_SSL", "ssl_context": self.tls, **self.login.options()}

    def for_faust(self) -> Any:
        """The same in Faust's words."""
        from faust import auth  # noqa: PLC0415 - half a second that only the processes with Faust pay

        if self.login is None:
            return auth.SSLCredentials(self.tls)
        if isinstance(self.login, Bearer):
            refuse_rejected_tokens()
            return auth.OAuthCredentials(oauth_cb=self.login.tokens, ssl_context=self.tls)
        return auth.SASLCredentials(
            username=self.login.user,
            password=self.login.password,
            mechanism=self.login.mechanism,
            ssl_context=self.tls,
        )


def tls(
    ca_file: Path | None = None,
    certificate_file: Path | None = None,
    key_file: Path | None = None,
    key_password: str = "",
) -> ssl.SSLContext:
    """Trust *ca_file* alone, else the authorities of the system; show the certificate. All files are PEM.

    Raises:
        ConfigError: A file is missing, or is not what it should be; the message names it.
    """
    context = _trusting(ca_file) if ca_file else ssl.create_default_context()
    context.sslobject_class = _Parting
    if certificate_file:
        _show(context, certificate_file, key_file or certificate_file, key_password)
    return context


class _Parting(ssl.SSLObject):
    """Says goodbye and does not wait for the answer (RFC 8446 6.1), half a minute where a fetch is under way."""

    def unwrap(self) -> None:
        try:
            super().unwrap()
        except ssl.SSLWantReadError:
            return


def _trusting(ca_file: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cadata=_text(ca_file))
    except ssl.SSLError as error:
        raise ConfigError(f"{ca_file} holds no certificates in PEM: {error.reason or error}") from None


def _show(context: ssl.SSLContext, certificate_file: Path, key_file: Path, password: str) -> None:
    for file in (certificate_file, key_file):
        _text(file)
    try:
        # Always a password: without one OpenSSL would ask for it at the terminal.
        context.load_cert_chain(certificate_file, key_file, password)
    except ssl.SSLError as error:
        reason = error.reason or "its password is wrong or missing"  # OpenSSL gives none for that
        raise ConfigError(f"the certificate {certificate_file} and the key {key_file} do not serve: {reason}") from None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no PEM"
        raise ConfigError(f"{file} cannot be read: {reason}") from None
