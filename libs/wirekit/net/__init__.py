"""Fetches from hostile servers: guarded addresses, bounded bytes, one deadline. Knows no feeds and no webhooks."""

from wirekit.net.addresses import AddressPolicy, AllowedRange
from wirekit.net.client import HttpClient, default_tls
from wirekit.net.errors import BadAnswer, DeadlineExceeded, FetchError, Reason, RefusedName, RefusedRequest, Unreachable
from wirekit.net.exchange import Headers, Limits, Redirect, Request, Response
from wirekit.net.fields import read_http_date, read_retry_after, read_seconds
from wirekit.net.guard import Resolver, check_address, system_resolver
from wirekit.net.targets import parse_target

__all__ = [
    "AddressPolicy",
    "AllowedRange",
    "BadAnswer",
    "DeadlineExceeded",
    "FetchError",
    "Headers",
    "HttpClient",
    "Limits",
    "Reason",
    "Redirect",
    "RefusedName",
    "RefusedRequest",
    "Request",
    "Resolver",
    "Response",
    "Unreachable",
    "check_address",
    "default_tls",
    "parse_target",
    "read_http_date",
    "read_retry_after",
    "read_seconds",
    "system_resolver",
]
