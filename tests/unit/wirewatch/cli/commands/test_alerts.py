"""`wirewatch alerts try` at the terminal."""

from __future__ import annotations

from importlib.resources import files

from typer.testing import CliRunner

from wirewatch.cli.app import build_app

TEMPLATE = str(files("wirewatch.cli.newsroom") / "template")


def lines(text: str) -> list[str]:
    command = ["alerts", "try", "--watchlist", TEMPLATE, text]
    return CliRunner().invoke(build_app("alerts"), command).stdout.splitlines()


def test_a_watch_that_fires_says_so_once_with_the_sentence_that_proves_it() -> None:
    language, verdict, *proofs = lines("Kim Jong Un received Sergei Shoigu.")

    assert language.startswith("language en ")
    assert verdict == "FIRES: kim-shoigu"
    assert proofs[-1] == "  - “Kim Jong Un received Sergei Shoigu.”"


def test_a_watch_that_does_not_fire_says_why_by_its_reason_and_in_words() -> None:
    _, verdict, *reasons = lines("Kim Jong Un opened a school.")

    assert verdict == "does not fire: kim-shoigu (too_few_names)"
    assert reasons[0] == "  - 1 of the 2 names that it needs count"


def test_a_text_of_nothing_is_refused() -> None:
    command = ["alerts", "try", "--watchlist", TEMPLATE, " \n"]

    answer = CliRunner().invoke(build_app("alerts"), command)

    assert answer.exit_code == 2
    assert "there is nothing to try: the text is empty" in answer.output
