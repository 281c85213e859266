"""What `wirewatch check --offline` finds beside the files: secrets that a service would refuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wirewatch.cli.app import build_app
from wirewatch.cli.terminal import FAILED, REFUSED

FILES = {
    "feeds.yaml": "feeds: []",
    "watchlist.yaml": "{entities: [], watches: []}",
    "endpoints.yaml": "endpoints: [{id: desk-1, url: 'https://hooks.example/'}]",
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def checked(newsroom: Path, **environment: str) -> Result:
    return CliRunner().invoke(build_app("check"), ["check", str(newsroom), "--offline"], env=environment)


def test_a_secret_that_is_still_to_be_made_is_well(newsroom: Path) -> None:
    answer = checked(newsroom)

    assert (answer.exit_code, answer.output[:8]) == (0, "all well")
    assert not (newsroom / "secrets").exists()


def malformed(secret: Path) -> None:
    secret.write_text("my secret phrase", encoding="utf-8")


@pytest.mark.parametrize(("made", "said"), [(Path.mkdir, "Is a directory"), (malformed, "is malformed")])
def test_a_secret_that_the_notifier_would_refuse_is_said(
    newsroom: Path, made: Callable[[Path], None], said: str
) -> None:
    (newsroom / "secrets").mkdir()
    made(newsroom / "secrets" / "desk-1")

    answer = checked(newsroom)

    assert answer.exit_code == FAILED
    assert "✗ endpoint desk-1: " in answer.output
    assert said in answer.output


def test_a_token_file_that_the_console_would_refuse_is_said(newsroom: Path) -> None:
    answer = checked(newsroom, WIREWATCH_CONSOLE_TOKEN_FILE=str(newsroom))

    assert answer.exit_code == FAILED
    assert "✗ WIREWATCH_CONSOLE_TOKEN_FILE: " in answer.output


def test_an_address_that_cannot_be_allowed_is_refused_by_the_name_of_its_option(newsroom: Path) -> None:
    answer = CliRunner().invoke(build_app("check"), ["check", str(newsroom), "--offline", "--allow", "nonsense"])

    assert answer.exit_code == REFUSED
    assert "cannot be added to `--allow` or WIREWATCH_POLLER_ALLOW: 'nonsense' is no address" in answer.output


@pytest.mark.parametrize(("include", "code"), [("a.example", 0), ("www.a.example", FAILED), ("b.example", FAILED)])
def test_a_watch_for_sources_of_which_no_feed_is_is_said(newsroom: Path, include: str, code: int) -> None:
    (newsroom / "feeds.yaml").write_text("feeds: [{id: a, url: 'https://www.a.example/feed'}]", encoding="utf-8")
    watch = f"{{id: pair, entities: [ana, tomas], sources: {{include: [{include}]}}}}"
    people = "{id: ana, type: person, name: Ana Brodie}, {id: tomas, type: person, name: Tomas Ilk}"
    (newsroom / "watchlist.yaml").write_text(f"{{entities: [{people}], watches: [{watch}]}}", encoding="utf-8")

    answer = checked(newsroom)

    assert answer.exit_code == code
    assert ("and the feeds are of a.example" in answer.output) is bool(code)
