"""Commands on a newsroom: init, check, apply, setup, up."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from wirekit.clock import SystemClock
from wirekit.errors import ConfigError
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.logs import configure_logs
from wirewatch import __version__
from wirewatch.cli.newsroom import Newsroom, load_newsroom
from wirewatch.cli.running import Run, own_kafka, prepare, run_newsroom
from wirewatch.cli.terminal import (
    DEFAULT_KAFKA,
    FAILED,
    REFUSED,
    KafkaAddress,
    NewsroomDir,
    clear_errors,
    complain,
    on_kafka,
    say,
    stop_on_signals,
)
from wirewatch.cli.watch_tests import failed_tests
from wirewatch.notifier.adapters import opened
from wirewatch.notifier.settings import NotifierSettings
from wirewatch.poller.adapters.probing import probe

PROBES_AT_ONCE = 8
TOKEN_SETTING = "WIREWATCH_CONSOLE_TOKEN_FILE"  # noqa: S105 - the name of a setting

Allow = Annotated[
    str,
    typer.Option(envvar="WIREWATCH_POLLER_ALLOW", help="Private addresses that may be asked, as in 127.0.0.1:8000"),
]


def init(directory: NewsroomDir) -> None:
    """Write a commented newsroom into DIR: feeds, watch list, endpoints."""
    with as_file(files("wirewatch.cli") / "starter") as starter:
        names = sorted(path.name for path in starter.iterdir() if path.suffix == ".yaml")
        if taken := [name for name in names if (directory / name).exists()]:
            complain(f"{directory} has {', '.join(taken)} already; nothing was written")
            raise typer.Exit(REFUSED)
        shutil.copytree(starter, directory, dirs_exist_ok=True)
    say(f"wrote {', '.join(names)} to {directory}")
    say(f"next: edit them, then `wirewatch check {directory}` and `wirewatch up {directory}`")


def check(
    directory: NewsroomDir,
    allow: Allow = "",
    *,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch no feed.")] = False,
) -> None:
    """Check the files of DIR together, run the watches' own tests, and fetch each feed once."""
    with clear_errors():
        newsroom = load_newsroom(directory)
        policy = AddressPolicy.parse(allow)
    problems = [
        f"watch {watch} notifies {endpoint}: no such endpoint" for watch, endpoint in newsroom.missing_endpoints()
    ]
    problems += failed_tests(newsroom.watchlist)
    if not offline:
        problems += asyncio.run(_unreadable_feeds(newsroom, policy))
    for problem in problems:
        complain(f"✗ {problem}")
    if problems:
        raise typer.Exit(FAILED)
    watchlist = newsroom.watchlist
    say(
        f"all well: {len(newsroom.feeds)} feeds, {len(watchlist.entities)} entities, {len(watchlist.watches)} watches, "
        f"{len(newsroom.endpoints)} endpoints"
    )


def apply(directory: NewsroomDir, kafka: KafkaAddress = "") -> None:
    """Bring the feeds and the watch list of DIR onto its Kafka; a running newsroom follows at once."""
    with clear_errors():
        newsroom = load_newsroom(directory)
    applied = on_kafka(kafka or own_kafka(directory), lambda connection: prepare(connection, newsroom, say))
    changed = "" if applied.feeds or applied.watchlist else "; nothing had changed"
    say(f"the watch list in force is number {applied.revision}{changed}")


def setup(directory: NewsroomDir, kafka: KafkaAddress = DEFAULT_KAFKA) -> None:
    """Prepare a deployment: topics, the files of DIR, secrets, the console's token file, the delivery table."""
    with clear_errors():
        newsroom = load_newsroom(directory)
        if token_file := os.environ.get(TOKEN_SETTING):
            _make_token(Path(token_file))
        settings = NotifierSettings()
    on_kafka(kafka, lambda connection: prepare(connection, newsroom, say))
    with clear_errors():
        asyncio.run(_migrate(settings.database))
    say("ready")


def up(directory: NewsroomDir = Path("newsroom")) -> None:
    """Run the newsroom in DIR on this machine: Kafka, the five services, the console. Ctrl-C ends it."""
    configure_logs("console", os.environ.get("WIREWATCH_LOG_LEVEL", "warning"), "up")
    with clear_errors():
        if not directory.is_dir():
            raise ConfigError(f"{directory} is not there: `wirewatch init {directory}` makes a newsroom")
        newsroom = load_newsroom(directory)
        asyncio.run(_up(Run(newsroom, (directory / "data").absolute())))


async def _up(run: Run) -> None:
    await run_newsroom(run, say, stop_on_signals())


async def _unreadable_feeds(newsroom: Newsroom, policy: AddressPolicy) -> list[str]:
    """Fetch every feed once, say what each lists, and return what is wrong with the others."""
    problems: list[str] = []
    slots = asyncio.Semaphore(PROBES_AT_ONCE)
    async with HttpClient(policy, user_agent=f"wirewatch/{__version__}") as client:

        async def ask(feed_id: str, url: str) -> None:
            async with slots:
                found = await probe(url, client, SystemClock())
            if found.error is None:
                say(f"✓ feed {feed_id}: {found.title!r}, {found.entries} items")
            else:
                problems.append(f"feed {feed_id}: {found.error}")

        await asyncio.gather(*(ask(feed.feed_id, feed.url) for feed in newsroom.feeds))
    return problems


def _make_token(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32) + "\n", encoding="utf-8")
        say(f"made {path}: the token of the console")


async def _migrate(url: str) -> None:
    async with opened(url):
        say("the delivery table is there")
