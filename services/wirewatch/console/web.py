"""The pages of the console: alerts (live), one alert, the pipeline. Server-rendered; works without JavaScript.

Every page has a JSON twin under /api. Article text is hostile: escaped by the templates, shown under a strict policy.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Form, Header, HTTPException, Query, Request, Response
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException as StarletteError

from wirekit.contracts import UNKNOWN_LANGUAGE
from wirekit.contracts.problems import in_words
from wirewatch.console.access import Access
from wirewatch.console.adapters.queries import PAGE_SIZE, ListedAlert, Queries
from wirewatch.console.marking import marked_lines

API = "/api/"
COOKIE = "wirewatch_token"
MAX_STREAMS = 100
RETRY_SECONDS = 30
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
WatchFilter = Annotated[str | None, Query(max_length=64)]
_MAX_SEQ = 2**63 - 1
Seq = Annotated[int, Query(ge=0, le=_MAX_SEQ)]
LastSeq = Annotated[int | None, Header(ge=0, le=_MAX_SEQ)]
_FOLDER = Path(str(files("wirewatch.console")))


@dataclass(frozen=True, slots=True)
class Backend:
    """Where the pages look: the cache, a signal when it changed, and the lag of the groups."""

    queries: Queries
    changed: asyncio.Condition
    lags: Callable[[], Awaitable[list[Any] | None]]
    stopping: asyncio.Event


def console_app(backend: Backend, access: Access) -> FastAPI:
    """The web app."""
    app = FastAPI(title="Wirewatch console", docs_url=None, redoc_url=None)
    app.mount("/static", StaticFiles(directory=_FOLDER / "static"), name="static")
    templates = Jinja2Templates(directory=_FOLDER / "templates")
    templates.env.globals["UNKNOWN_LANGUAGE"] = UNKNOWN_LANGUAGE
    _guard(app, access)
    _errors(app, templates)
    _sign_in(app, templates, access)
    _alerts(app, templates, backend)
    _alerts_as_json(app, backend)
    _live(app, templates, backend)
    _status(app, templates, backend)
    return app


def _guard(app: FastAPI, access: Access) -> None:
    """Refuse foreign names and missing tokens before any page is made."""

    @app.middleware("http")
    async def guard(request: Request, serve: Callable[[Request], Awaitable[Response]]) -> Response:
        if not access.is_our_name(request.headers.get("host", "")):
            response: Response = Response("this console does not answer to that name\n", status_code=421)
        elif _is_public(request.url.path) or access.is_allowed(_shown_token(request)):
            response = await serve(request)
        elif request.url.path.startswith(API):
            response = Response("a token is needed: Authorization: Bearer …\n", status_code=401)
        else:
            response = RedirectResponse("/sign-in", status_code=303)
        response.headers.update(HEADERS)
        return response


def _is_public(path: str) -> bool:
    return path == "/sign-in" or path.startswith("/static/")


def _shown_token(request: Request) -> str | None:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    return bearer.strip() if scheme.lower() == "bearer" else request.cookies.get(COOKIE)


def _errors(app: FastAPI, templates: Jinja2Templates) -> None:
    """Say what is wrong as a page, and under /api as JSON."""

    def page(request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
        context = {"status": HTTPStatus(status), "detail": detail}
        return templates.TemplateResponse(request, "error.html", context, status, headers)

    @app.exception_handler(StarletteError)
    async def refused(request: Request, error: StarletteError) -> Response:
        if request.url.path.startswith(API):
            return await http_exception_handler(request, error)
        return page(request, error.status_code, error.detail, error.headers)

    @app.exception_handler(RequestValidationError)
    async def not_understood(request: Request, error: RequestValidationError) -> Response:
        if request.url.path.startswith(API):
            return await request_validation_exception_handler(request, error)
        first = error.errors()[0]
        return page(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"{first['loc'][-1]}: {in_words(first)}")


def _sign_in(app: FastAPI, templates: Jinja2Templates, access: Access) -> None:
    @app.get("/sign-in", include_in_schema=False)
    async def ask(request: Request) -> Response:
        return templates.TemplateResponse(request, "sign_in.html", {})

    @app.post("/sign-in", include_in_schema=False)
    async def check(request: Request, token: Annotated[str, Form(max_length=500)]) -> Response:
        if not (token.isascii() and access.is_allowed(token)):  # a cookie holds no more
            return templates.TemplateResponse(request, "sign_in.html", {"wrong": True}, status_code=403)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return answer


def _alerts(app: FastAPI, templates: Jinja2Templates, backend: Backend) -> None:
    @app.get("/", include_in_schema=False)
    async def page(request: Request, watch: WatchFilter = None, before: Seq | None = None) -> Response:
        listed = backend.queries.alerts(watch_id=watch, before=before)
        older = listed[-1].seq if len(listed) == PAGE_SIZE else None
        context = {"listed": listed, "watch": watch, "older": older, "last_seq": backend.queries.last_seq()}
        return templates.TemplateResponse(request, "alerts.html", context)

    @app.get("/alerts/{alert_id}", include_in_schema=False)
    async def one(request: Request, alert_id: str) -> Response:
        page = backend.queries.alert(alert_id)
        if page is None:
            raise HTTPException(404, "there is no alert with this id")
        texts = [(article, marked_lines(article.full_text, proofs)) for article, proofs in page.articles]
        return templates.TemplateResponse(request, "alert.html", {"page": page, "texts": texts})


def _alerts_as_json(app: FastAPI, backend: Backend) -> None:
    @app.get("/api/alerts")
    async def listed(watch: WatchFilter = None, before: Seq | None = None) -> list[dict[str, Any]]:
        """Up to 50 alerts in their newest revision, from the newest; `before` takes a `seq` of the last page."""
        return [
            {"seq": one.seq, **one.alert.model_dump(mode="json")}
            for one in backend.queries.alerts(watch_id=watch, before=before)
        ]

    @app.get("/api/alerts/{alert_id}")
    async def one(alert_id: str) -> dict[str, Any]:
        """One alert: all revisions from the newest, its deliveries, and the candidates it silenced."""
        page = backend.queries.alert(alert_id)
        if page is None:
            raise HTTPException(404, "there is no alert with this id")
        return {
            "revisions": [revision.model_dump(mode="json") for revision in page.revisions],
            "deliveries": [attempt.model_dump(mode="json") for attempt in page.deliveries],
            "suppressed": [silent.model_dump(mode="json") for silent in page.suppressed],
        }


def _live(app: FastAPI, templates: Jinja2Templates, backend: Backend) -> None:
    """Server-sent events: one row of the list for each alert revision; ``id`` is its place in the order of arrival."""
    streams = 0

    async def place() -> AsyncIterator[None]:
        nonlocal streams
        if streams >= MAX_STREAMS:  # before the answer begins: a stream that has begun can say nothing but its end
            raise HTTPException(503, "too many live lists are open", {"Retry-After": str(RETRY_SECONDS)})
        streams += 1
        try:
            yield
        finally:
            streams -= 1

    @app.get("/live", response_class=EventSourceResponse, include_in_schema=False, dependencies=[Depends(place)])
    async def live(request: Request, after: Seq = 0, last_event_id: LastSeq = None) -> AsyncIterator[ServerSentEvent]:
        async for listed in _arrivals(backend, after if last_event_id is None else last_event_id):
            row = templates.get_template("alert_row.html").render(one=listed, request=request)
            yield ServerSentEvent(raw_data=row.replace("\n", " "), event="alert", id=str(listed.seq))


async def _arrivals(backend: Backend, after: int) -> AsyncIterator[ListedAlert]:
    """Alerts as they arrive, until the console stops."""
    while not backend.stopping.is_set():
        for listed in backend.queries.alerts_after(after):
            after = listed.seq
            yield listed
        async with backend.changed:
            await backend.changed.wait()


def _status(app: FastAPI, templates: Jinja2Templates, backend: Backend) -> None:
    async def seen() -> dict[str, Any]:
        return {
            "feeds": backend.queries.feeds(),
            "feed_events": backend.queries.feed_events(),
            "traffic": backend.queries.traffic(),
            "lags": await backend.lags(),
            "suppressed": backend.queries.suppressed_by_reason(),
        }

    @app.get("/status", include_in_schema=False)
    async def page(request: Request) -> Response:
        return templates.TemplateResponse(request, "status.html", await seen())

    @app.get("/api/status")
    async def status() -> dict[str, Any]:
        """Feeds and why each is polled next, their events, what was read of each topic, lags (null: Kafka is away)."""
        found = await seen()
        return {
            "feeds": [feed.model_dump(mode="json") for feed in found["feeds"]],
            "feed_events": [event.model_dump(mode="json") for event in found["feed_events"]],
            "traffic": [asdict(topic) for topic in found["traffic"]],
            "lags": found["lags"] and [asdict(lag) for lag in found["lags"]],
            "suppressed": [
                {"watch": watch, "reason": reason, "count": count} for watch, reason, count in found["suppressed"]
            ],
        }
