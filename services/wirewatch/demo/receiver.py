"""A webhook receiver as an analyst would write one: verifies the signature, then shows the alert. Keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wirekit.clock import Clock
from wirewatch.notifier.body import TEST_TYPE
from wirewatch.notifier.signing import BadSignature, verify

MAX_BODY_BYTES = 64 * 1024


def receiver_app(key: Callable[[], bytes], clock: Clock, receive: Callable[[str, dict[str, Any]], None]) -> Starlette:
    """A web app that takes webhooks at ``/webhook`` and hands the id and body of each verified one to *receive*."""

    async def webhook(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_BODY_BYTES:
                return Response(status_code=413)
        try:
            webhook_id = verify(key(), request.headers, body, clock.now().timestamp())
        except BadSignature as problem:
            return Response(f"{problem}\n", status_code=401)
        receive(webhook_id, json.loads(body))
        return Response(status_code=204)

    return Starlette(routes=[Route("/webhook", webhook, methods=["POST"])])


def told(webhook_id: str, body: dict[str, Any]) -> Iterator[str]:
    """A verified webhook in words."""
    alert = body.get("data", {})
    if body.get("type") == TEST_TYPE:
        yield f"verified webhook {webhook_id}: a test event for endpoint {alert.get('endpoint')}"
        return
    watch = alert.get("watch", {})
    yield f"verified webhook {webhook_id}: {alert.get('kind')} · {watch.get('name') or watch.get('id')}"
    for proof in alert.get("evidence", []):
        yield f"      “{proof.get('sentence')}”"
