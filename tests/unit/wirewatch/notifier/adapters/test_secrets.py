"""Where keys come from, and what is said when they do not."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from wirekit.errors import ConfigError
from wirewatch.notifier.adapters.secrets import present_keys, read_keys
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.notifier.signing import write_secret

OLD, NEW = b"o" * 24, b"n" * 32


def an_endpoint(**changes: object) -> Endpoint:
    return Endpoint.model_validate({"id": "desk-1", "url": "https://hooks.example/", **changes})


def test_a_missing_secret_file_is_made_once_for_us_alone(tmp_path: Path) -> None:
    endpoint = an_endpoint(secret_file=tmp_path / "secrets" / "desk-1")

    made = read_keys(endpoint, {})

    assert endpoint.secret_file is not None
    assert read_keys(endpoint, {}) == made
    assert len(made[0]) == 32
    assert stat.S_IMODE(endpoint.secret_file.stat().st_mode) == 0o600
    assert [path.name for path in endpoint.secret_file.parent.iterdir()] == ["desk-1"]


def test_two_endpoints_do_not_share_a_made_secret(tmp_path: Path) -> None:
    keys = {read_keys(an_endpoint(secret_file=tmp_path / name), {}) for name in ("a", "b")}

    assert len(keys) == 2


def test_a_file_holds_the_new_secret_and_below_it_older_ones(tmp_path: Path) -> None:
    (tmp_path / "desk-1").write_text(f"{write_secret(NEW)}\n{write_secret(OLD)}\n")

    assert read_keys(an_endpoint(secret_file=tmp_path / "desk-1"), {}) == (NEW, OLD)


@pytest.mark.parametrize("read", [read_keys, present_keys])
def test_a_path_that_no_file_can_have_is_said(read: Callable[..., object]) -> None:
    with pytest.raises(ConfigError, match=r"endpoint desk-1: .* can neither be read nor made: embedded null byte"):
        read(an_endpoint(secret_file="a\0b"), {})


def test_a_secret_may_come_from_the_environment() -> None:
    endpoint = an_endpoint(secret_env="DESK_1")

    assert read_keys(endpoint, {"DESK_1": f"{write_secret(NEW)} {write_secret(OLD)}"}) == (NEW, OLD)


@pytest.mark.parametrize("environment", [{}, {"DESK_1": " "}])
def test_an_unset_variable_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match="endpoint desk-1: the environment variable DESK_1 holds no secret"):
        read_keys(an_endpoint(secret_env="DESK_1"), environment)


@pytest.mark.parametrize("content", ["whsec_short", "my secret phrase"])
def test_a_malformed_secret_is_named_by_its_place_and_not_shown(tmp_path: Path, content: str) -> None:
    (tmp_path / "desk-1").write_text(content)

    with pytest.raises(ConfigError, match=r"endpoint desk-1: a secret in .*desk-1 is malformed") as refused:
        read_keys(an_endpoint(secret_file=tmp_path / "desk-1"), {})

    assert "short" not in str(refused.value).replace(" long", "")
    assert "phrase" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "desk-1").write_bytes(content)

    with pytest.raises(ConfigError, match="holds no secret"):
        read_keys(an_endpoint(secret_file=tmp_path / "desk-1"), {})

    assert (tmp_path / "desk-1").read_bytes() == content


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ConfigError, match=r"endpoint desk-1: .*can neither be read nor made"):
        read_keys(an_endpoint(secret_file=tmp_path / "file" / "desk-1"), {})


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "desk-1").write_bytes(b"\xff\xfe")

    with pytest.raises(ConfigError, match="desk-1"):
        read_keys(an_endpoint(secret_file=tmp_path / "desk-1"), {})


def test_who_only_looks_makes_no_secret_and_misses_none(tmp_path: Path) -> None:
    in_file, in_environment = an_endpoint(secret_file=tmp_path / "new" / "desk-1"), an_endpoint(secret_env="DESK_1")

    assert present_keys(in_file, {}) == present_keys(in_environment, {}) == ()
    assert list(tmp_path.iterdir()) == []


def test_who_only_looks_is_told_of_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "desk-1").mkdir()

    with pytest.raises(ConfigError, match=r"desk-1 can neither be read nor made: .*Is a directory"):
        present_keys(an_endpoint(secret_file=tmp_path / "desk-1"), {})
