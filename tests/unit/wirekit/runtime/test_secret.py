"""Where a secret may stand, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from wirekit.errors import ConfigError
from wirekit.runtime.secret import read_secret

NONE = SecretStr("")


def refusal(value: SecretStr, file: Path) -> str:
    with pytest.raises(ConfigError) as refused:
        read_secret(value, file, "WIREWATCH_TOKEN")
    return str(refused.value)


def test_of_a_file_only_the_line_break_at_its_end_is_no_secret(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(" hush, with spaces \r\n")

    assert read_secret(NONE, file, "WIREWATCH_TOKEN") == " hush, with spaces "


def test_without_a_file_the_setting_holds_it_and_may_hold_none() -> None:
    assert read_secret(SecretStr("hush"), None, "WIREWATCH_TOKEN") == "hush"
    assert read_secret(NONE, None, "WIREWATCH_TOKEN") == ""


def test_two_places_are_refused_and_neither_secret_is_shown(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("whispered")

    said = refusal(SecretStr("hush"), tmp_path / "token")

    assert said == "WIREWATCH_TOKEN and WIREWATCH_TOKEN_FILE are both given; one of them is enough"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"\xff\xfe", "cannot be read: it is no text"),
        (b"\n", "is empty"),
    ],
    ids=["missing", "no text", "empty"],
)
def test_a_file_without_a_secret_is_named(tmp_path: Path, content: bytes | None, problem: str) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)

    assert refusal(NONE, file) == f"WIREWATCH_TOKEN_FILE: {file} {problem}"
