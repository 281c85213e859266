"""Why a request got no usable answer, grouped by what the caller does next.

::

    FetchError              never leaves an adapter: the caller turns it into the outcome of one feed or one delivery
    ├── RefusedRequest      we would not send it; it will not change until somebody edits the address or the settings
    │   └── RefusedName     or until its name resolves to another address
    ├── Unreachable         nobody answered: name, connection or certificate
    ├── DeadlineExceeded    the total time was used up
    └── BadAnswer           an answer came and is not to be trusted: too large, cut short, not HTTP

``reason`` is a stable code for rows, metrics and logs. The text of an error names the host, never the path or the
query: both may hold a secret.
"""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from wirekit.errors import WirewatchError


class Reason(StrEnum):
    """Stable codes of what went wrong."""

    BAD_URL = "bad_url"
    BAD_REQUEST = "bad_request"
    BLOCKED_ADDRESS = "blocked_address"
    DNS_UNKNOWN = "dns_unknown"
    DNS_TEMPORARY = "dns_temporary"
    CONNECT = "connect"
    TLS = "tls"
    TLS_EXPIRED = "tls_expired"
    TLS_HOSTNAME = "tls_hostname"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_UNTRUSTED = "tls_untrusted"
    DEADLINE = "deadline"
    PROTOCOL = "protocol"
    TRUNCATED = "truncated"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    BAD_REDIRECT = "bad_redirect"


class FetchError(WirewatchError):
    """A request without a usable answer.

    Attributes:
        reason: Stable code of what went wrong.
        detail: A sentence for the operator.
        url: The address that was asked, of the last hop; empty where the URL itself was refused.
    """

    def __init__(self, reason: Reason, detail: str = "", url: str = "") -> None:
        """Keep the code, the sentence and the address."""
        super().__init__(reason, detail, url)
        self.reason = reason
        self.detail = detail
        self.url = url

    def __str__(self) -> str:
        """Code, sentence and host; never the path."""
        host = urlsplit(self.url).netloc.rpartition("@")[2]
        return ": ".join(part for part in (self.reason.value, host, self.detail) if part)


class RefusedRequest(FetchError):
    """We would not send this request."""


class RefusedName(RefusedRequest):
    """The name resolves to an address that we would not call, and may resolve to another one later."""


class Unreachable(FetchError):
    """No answer came: the name, the connection or the certificate failed."""


class DeadlineExceeded(FetchError):
    """The total time for the request, all hops and the body was used up."""

    def __init__(self, detail: str = "", url: str = "") -> None:
        """There is only one reason here."""
        super().__init__(Reason.DEADLINE, detail, url)


class BadAnswer(FetchError):
    """An answer came and cannot be used."""
