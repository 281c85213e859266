"""Tokens for OAUTHBEARER: fetched with our client's credentials (RFC 6749 4.4, KIP-768), kept until they grow old.

Never looks into a token: what it is worth Kafka decides, and what it says of one that it rejects is raised.
"""

from __future__ import annotations

import base64
import json
import ssl
import time
import urllib.parse
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from aiokafka import conn
from aiokafka.abc import AbstractTokenProvider
from aiokafka.errors import KafkaConnectionError, SaslAuthenticationFailed

if TYPE_CHECKING:
    from wirekit.net import Response

_RENEW_AT = 0.8  # of its life, as Kafka's own client
_SOUND_SECONDS = 300.0  # for a token whose endpoint does not say how long it lives
_OK, _SERVER_ERROR, _TOO_MANY = 200, 500, 429


@dataclass(slots=True, eq=False)
class Tokens(AbstractTokenProvider):  # type: ignore[misc]  # aiokafka publishes no types
    """Where tokens come from, and the last one. Serves several event loops."""

    url: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str = ""
    tls: ssl.SSLContext | None = None
    _token: str = field(default="", init=False, repr=False)
    _renew_at: float = field(default=0.0, init=False, repr=False)

    async def token(self) -> str:
        """A token that is still good for a while.

        Raises:
            KafkaConnectionError: The endpoint does not answer, or not now.
            SaslAuthenticationFailed: It gives us no token.
        """
        if time.monotonic() >= self._renew_at:
            asked = time.monotonic()
            self._token, seconds = self._read(await self._ask())
            self._renew_at = asked + _RENEW_AT * seconds
        return self._token

    async def _ask(self) -> Response:
        # HTTP takes a fifth of a second to load, in every process, and no other login needs it.
        from wirekit.net import AddressPolicy, AllowedRange, FetchError, HttpClient, Limits, Request  # noqa: PLC0415

        form = {"grant_type": "client_credentials"} | ({"scope": self.scope} if self.scope else {})
        credentials = ":".join(urllib.parse.quote_plus(part) for part in (self.client_id, self.client_secret))
        headers = {
            "accept": "application/json",
            "authorization": "Basic " + base64.b64encode(credentials.encode()).decode(),  # RFC 6749 2.3.1
            "content-type": "application/x-www-form-urlencoded",
        }
        limits = Limits(total_seconds=10.0, body_bytes=64 * 1024)
        request = Request(self.url, "POST", headers, urllib.parse.urlencode(form).encode(), limits)
        # The operator names the address, often a private one.
        anywhere = AddressPolicy(tuple(AllowedRange(ip_network(network), None) for network in ("0.0.0.0/0", "::/0")))
        try:
            async with HttpClient(anywhere, user_agent="wirewatch", tls=self.tls) as http:
                return await http.request(request)
        except FetchError as error:
            raise KafkaConnectionError(f"the token endpoint {self.url} does not answer: {error}") from error

    def _read(self, response: Response) -> tuple[str, float]:
        """The token in *response*, and how many seconds it lives."""
        from wirekit.net import BadAnswer  # noqa: PLC0415 - the same

        place = f"the token endpoint {self.url}"
        if response.status >= _SERVER_ERROR or response.status == _TOO_MANY:
            raise KafkaConnectionError(f"{place} answers {response.status}")
        try:
            answer: dict[str, Any] = json.loads(response.body)
            if response.status != _OK:
                reason = f"{answer.get('error')} {answer.get('error_description') or ''}".strip()
                raise SaslAuthenticationFailed(f"{place} refuses the client {self.client_id}: {reason[:300]}")
            token, seconds = str(answer["access_token"]), float(answer.get("expires_in", _SOUND_SECONDS))
        except (BadAnswer, ValueError, TypeError, KeyError, AttributeError) as error:
            raise SaslAuthenticationFailed(f"{place} answers {response.status} without a token") from error
        if seconds <= 0:
            raise SaslAuthenticationFailed(f"{place} gave a token that has expired")
        return token, seconds


def refuse_rejected_tokens() -> None:
    """From now on aiokafka raises when Kafka rejects a token; alone it goes on until the connection is closed."""
    conn.OAuthAuthenticator = _Authenticator


class _Authenticator(conn.OAuthAuthenticator):  # type: ignore[misc]  # aiokafka publishes no types
    async def step(self, payload: bytes | None) -> tuple[bytes, bool] | None:
        """What comes back after the token is why it was rejected (RFC 7628 3.2.3); nothing if it was not."""
        if self._token_sent and payload:
            raise SaslAuthenticationFailed(f"Kafka rejects the token: {payload.decode(errors='replace')[:300]}")
        step: tuple[bytes, bool] | None = await super().step(payload)
        return step
