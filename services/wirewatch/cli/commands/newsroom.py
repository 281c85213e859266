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

from wirekit.runtime.settings import load_settings
from wirewatch.cli.machine.ports import is_newer_than_start, own_kafka
from wirewatch.cli.machine.running import Run, run_newsroom
from wirewatch.cli.machine.settings import check_settings
from wirewatch.cli.newsroom.checking import Policies, refused_endpoints, wrong_in_files, wrong_on_the_net, wrong_secrets
from wirewatch.cli.newsroom.files import load_newsroom
from wirewatch.cli.newsroom.place import DEFAULT_DIR, ENDPOINTS_FILE
from wirewatch.cli.newsroom.preparing import make_secrets, prepare
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import (
    FAILED,
    REFUSED,
    KafkaAddress,
    NewsroomDir,
    clear_errors,
    complain,
    log_here,
    on_kafka,
    say,
    stop_on_signals,
)
from wirewatch.notifier.settings import NotifierSettings

TOKEN_SETTING = "WIREWATCH_CONSOLE_TOKEN_FILE"  # noqa: S105 - the name of a setting

AllowFeeds = Annotated[
    str,
    typer.Option(
        "--allow", envvar="WIREWATCH_POLLER_ALLOW", help="Private addresses that feeds may have, as in 127.0.0.1:8000"
    ),
]
AllowEndpoints = Annotated[
    str,
    typer.Option(
        envvar="WIREWATCH_NOTIFIER_ALLOW", help="Private addresses that endpoints may have, as in 127.0.0.1:9000"
    ),
]


def init(directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")] = DEFAULT_DIR) -> None:
    """Write a commented newsroom into DIR: feeds, watch list, endpoints."""
    with as_file(files("wirewatch.cli.newsroom") / "template") as template:
        names = sorted(path.name for path in template.iterdir() if path.suffix == ".yaml")
        if taken := [name for name in names if (directory / name).exists()]:
            complain(f"{directory} has {', '.join(taken)} already; nothing was written")
            raise typer.Exit(REFUSED)
        try:
            shutil.copytree(template, directory, dirs_exist_ok=True)
        except OSError as error:
            complain(f"{directory} cannot be made: {error.strerror or error}")
            raise typer.Exit(REFUSED) from None
    say(f"wrote {', '.join(names)} to {directory}")
    say(f"next: edit them, then `wirewatch check {directory}` and `wirewatch up {directory}`")
    say(f"`up` makes the secret of each endpoint, as {directory}/secrets/<its id>; give that to the receiver")


def check(
    directory: NewsroomDir,
    allow: AllowFeeds = "",
    allow_endpoints: AllowEndpoints = "",
    *,
    offline: Annotated[bool, typer.Option("--offline", help="Ask no feed, and resolve no name.")] = False,
) -> None:
    """Check the files of DIR together, run the watches' own tests, fetch each feed once; nothing goes to endpoints."""
    with clear_errors():
        newsroom = load_newsroom(directory)
        check_settings()
        policies = Policies.parse(allow, allow_endpoints)
        problems = [*wrong_in_files(newsroom), *wrong_secrets(newsroom)]
    if not offline:
        problems += asyncio.run(wrong_on_the_net(newsroom, policies, say))
    for problem in problems:
        complain(f"✗ {problem}")
    if problems:
        raise typer.Exit(FAILED)
    watchlist = newsroom.watchlist
    say(
        f"all well: {amount(len(newsroom.feeds), 'feed')}, {amount(len(watchlist.entities), 'entity', 'entities')}, "
        f"{amount(len(watchlist.watches), 'watch', 'watches')}, {amount(len(newsroom.endpoints), 'endpoint')}"
    )


def apply(directory: NewsroomDir, kafka: KafkaAddress = "") -> None:
    """Bring the feeds and the watch list of DIR onto its Kafka; a running newsroom follows at once."""
    with clear_errors():
        newsroom = load_newsroom(directory)
        check_settings()
        address = kafka or own_kafka(directory)
        make_secrets(newsroom)
    applied = on_kafka(address, lambda connection: prepare(connection, newsroom, say))
    changed = "" if applied.feeds or applied.watchlist else "; nothing had changed"
    still = "" if applied.watchlist else "still "
    say(f"the watch list in force is {still}number {applied.revision}{changed}")
    if is_newer_than_start(directory / ENDPOINTS_FILE, directory / "data"):
        say(f"{ENDPOINTS_FILE} was changed since `up` was started, which reads it at its start: start `up` again")


def setup(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder with the files.")],
    kafka: KafkaAddress = "",
) -> None:
    """Prepare a deployment: topics, the files of DIR, secrets, the console's token file, the delivery table."""
    with clear_errors():
        newsroom = load_newsroom(directory)
        if token_file := os.environ.get(TOKEN_SETTING):
            _make_token(Path(token_file))
        make_secrets(newsroom)
        settings = load_settings(NotifierSettings)
    on_kafka(kafka, lambda connection: prepare(connection, newsroom, say))
    with clear_errors():
        asyncio.run(_migrate(settings.database))
    say("ready")


def up(directory: NewsroomDir, allow: AllowFeeds = "", allow_endpoints: AllowEndpoints = "") -> None:
    """Run the newsroom in DIR on this machine: Kafka, the five services, the console. Ctrl-C ends it."""
    log_here("warning", "up")
    with clear_errors():
        newsroom = load_newsroom(directory)
        policies = Policies.parse(allow, allow_endpoints)
        allowed = {"WIREWATCH_POLLER_ALLOW": allow, "WIREWATCH_NOTIFIER_ALLOW": allow_endpoints}
        asyncio.run(_up(Run(newsroom, (directory / "data").absolute(), chosen=allowed), policies))


async def _up(run: Run, policies: Policies) -> None:
    stop = stop_on_signals()
    for refusal in await refused_endpoints(run.newsroom, policies):
        say(f"wirewatch │ {refusal}")
    await run_newsroom(run, say, stop)


def _make_token(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32) + "\n", encoding="utf-8")
        say(f"made {path}: the token of the console")


async def _migrate(url: str) -> None:
    from wirewatch.notifier.adapters.database import opened  # noqa: PLC0415 - SQLAlchemy, for this command alone

    async with opened(url):
        say("the delivery table is there")
