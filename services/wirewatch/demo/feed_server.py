"""Serves the sample feeds over HTTP, with ETags, as a web site would. Nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib

from fastapi import FastAPI, Request, Response

from wirewatch.demo.samples import SampleFeed, rss


def feed_app(feeds: tuple[SampleFeed, ...], started: dt.datetime) -> FastAPI:
    """A web app: ``/<feed>.xml`` for each feed, ``/<feed>/<item>`` for each article, ``/`` for a list."""
    app = FastAPI(title="Wirewatch sample feeds", docs_url=None, redoc_url=None, openapi_url=None)
    by_name = {feed.feed: feed for feed in feeds}

    @app.get("/")
    def index() -> list[str]:
        return [f"/{name}.xml" for name in by_name]

    @app.get("/{name}.xml")
    def feed(name: str, request: Request) -> Response:
        if name not in by_name:
            return Response(status_code=404)
        body = rss(by_name[name], str(request.base_url).rstrip("/"), started)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={"ETag": etag})
        return Response(body, media_type="application/rss+xml", headers={"ETag": etag})

    @app.get("/{name}/{item_id}")
    def article(name: str, item_id: str) -> Response:
        for item in by_name[name].items if name in by_name else ():
            if item.id == item_id:
                page = f"<!doctype html><title>{item.title}</title><h1>{item.title}</h1>{item.html}"
                return Response(page, media_type="text/html; charset=utf-8")
        return Response(status_code=404)

    return app
