"""Apache Kafka as it is run in companies: TLS, certificates, passwords, tokens, access lists; and a token endpoint."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.certificates import Authority
from tests.ports import free_port
from wirekit.broker import BrokerOptions, EmbeddedKafka, Listener

USER, PASSWORD = "desk", "a password"
CLIENT, SECRET = "newsroom", "a secret/with:signs"
_JAAS = "org.apache.kafka.common.security"


@dataclass
class SecuredKafka:
    """A running broker with a listener of each kind; *plain* is for whoever sets it up."""

    authority: Authority
    listeners: dict[str, Listener]
    broker: EmbeddedKafka

    @classmethod
    def prepare(cls, folder: Path, **settings: str) -> Self:
        """A broker that is not started yet."""
        authority = Authority(folder / "authority")
        server = authority.sign("broker", "IP:127.0.0.1")
        protocols = {"tls": "SSL", "mutual": "SSL", "scram": "SASL_SSL", "tokens": "SASL_SSL"}
        listeners = {name: Listener(name.upper(), protocol, free_port()) for name, protocol in protocols.items()}
        own = _settings(server, authority.certificate) | settings
        options = BrokerOptions(settings=own, listeners=tuple(listeners.values()), users={USER: PASSWORD})
        return cls(authority, listeners, EmbeddedKafka(folder / "data", options))

    @property
    def plain(self) -> str:
        """The address without security, where everybody may do everything."""
        return self.broker.bootstrap_servers

    def address(self, kind: str, host: str = "127.0.0.1") -> str:
        """The address of the listener *kind*: tls, mutual, scram or tokens."""
        return f"{host}:{self.listeners[kind].port}"


def _settings(server: Path, authority: Path) -> dict[str, str]:
    users = {
        f"listener.name.scram.scram-sha-{bits}.sasl.jaas.config": f"{_JAAS}.scram.ScramLoginModule required;"
        for bits in (256, 512)
    }
    return users | {
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": str(server),
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": str(authority),
        "listener.name.mutual.ssl.client.auth": "required",
        "listener.name.scram.sasl.enabled.mechanisms": "SCRAM-SHA-256,SCRAM-SHA-512",
        "listener.name.tokens.sasl.enabled.mechanisms": "OAUTHBEARER",
        "listener.name.tokens.oauthbearer.connections.max.reauth.ms": "3000",
        "listener.name.tokens.oauthbearer.sasl.jaas.config": f"{_JAAS}.oauthbearer.OAuthBearerLoginModule required "
        'unsecuredLoginStringClaim_sub="broker";',
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found": "true",
        "super.users": "User:ANONYMOUS",
    }


def unsigned_token(subject: str, seconds: float) -> str:
    """A token as the broker's test validator takes it (RFC 7515, no signature), good for so many *seconds*."""
    now = time.time()
    claims = {"sub": subject, "iat": now - 60, "exp": now + seconds, "scope": "kafka"}
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({"alg": "none"}, claims))
    return b".".join(parts).decode() + "."


class TokenEndpoint:
    """An authorization server for one client (RFC 6749 4.4).

    Attributes:
        seconds: The life of the next token.
        status: Answers this instead of a token.
        expired: The next token is worth nothing, though the answer says otherwise.
        asked: The form and its type of each request.
    """

    def __init__(self) -> None:
        self.url = ""
        self.seconds = 3600.0
        self.status: int | None = None
        self.expired = False
        self.asked: list[dict[str, str]] = []

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Self]:
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/token"
        try:
            yield self
        finally:
            server.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        raw = head.split("\r\n")
        fields = dict(line.split(": ", 1) for line in raw[1:] if line)
        body = (await reader.readexactly(int(fields["content-length"]))).decode()
        self.asked.append({"body": body, "type": fields["content-type"]})
        wanted = base64.b64encode(b"newsroom:a+secret%2Fwith%3Asigns").decode().lower()
        token = unsigned_token("newsroom", -30 if self.expired else self.seconds)
        status, answer = 200, {"access_token": token, "expires_in": self.seconds}
        if fields["authorization"] != f"basic {wanted}":
            status, answer = 401, {"error": "invalid_client", "error_description": "no such client"}
        if self.status:
            status, answer = self.status, {"error": "told to"}
        payload = json.dumps(answer).encode()
        writer.write(
            b"HTTP/1.1 %d x\r\ncontent-length: %d\r\nconnection: close\r\n\r\n" % (status, len(payload)) + payload
        )
        await writer.drain()
        writer.close()
