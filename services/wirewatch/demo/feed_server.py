"""Serves the sample feeds over HTTP, with ETags, as a web site would. Nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from wirewatch.demo.samples import SampleFeed, rss


def feed_app(feeds: tuple[SampleFeed, ...], started: dt.datetime) -> Starlette:
    """A web app: ``/<feed>.xml`` for each feed, ``/<feed>/<item>`` for each article, ``/`` for a list."""
    by_name = {feed.feed: feed for feed in feeds}

    async def index(_request: Request) -> Response:
        return JSONResponse([f"/{name}.xml" for name in by_name])

    async def feed(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in by_name:
            return Response(status_code=404)
        body = rss(by_name[name], str(request.base_url).rstrip("/"), started)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={"ETag": etag})
        return Response(body, media_type="application/rss+xml", headers={"ETag": etag})

    async def article(request: Request) -> Response:
        name, item_id = request.path_params["name"], request.path_params["item_id"]
        for item in by_name[name].items if name in by_name else ():
            if item.id == item_id:
                return HTMLResponse(f"<!doctype html><title>{item.title}</title><h1>{item.title}</h1>{item.html}")
        return Response(status_code=404)

    return Starlette(routes=[Route("/", index), Route("/{name}.xml", feed), Route("/{name}/{item_id}", article)])
