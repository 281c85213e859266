"""endpoints.yaml as a file: where secrets lie, and what an operator reads when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirekit.errors import ConfigError
from wirewatch.notifier.adapters.endpoints_file import load_endpoints
from wirewatch.notifier.endpoints import Endpoint

HOOK = "https://hooks.example/wirewatch"


def load(folder: Path, text: str) -> tuple[Endpoint, ...]:
    (folder / "endpoints.yaml").write_text(text)
    return load_endpoints(folder / "endpoints.yaml")


def test_without_a_place_for_its_secret_an_endpoint_has_one_named_after_it(tmp_path: Path) -> None:
    (endpoint,) = load(tmp_path, f"endpoints:\n- id: desk-1\n  url: {HOOK}\n")

    assert endpoint == Endpoint(id="desk-1", url=HOOK, secret_file=tmp_path / "secrets" / "desk-1")


def test_a_secret_of_the_environment_needs_no_file(tmp_path: Path) -> None:
    (endpoint,) = load(tmp_path, f"endpoints:\n- {{id: desk-1, url: '{HOOK}', secret_env: DESK_1}}\n")

    assert endpoint == Endpoint(id="desk-1", url=HOOK, secret_env="DESK_1")


def test_a_secret_file_lies_relative_to_the_endpoints_file(tmp_path: Path) -> None:
    first, second = load(
        tmp_path,
        f"endpoints:\n- {{id: a, url: '{HOOK}', secret_file: keys/a}}\n"
        f"- {{id: b, url: '{HOOK}', secret_file: /etc/b}}\n",
    )

    assert (first.secret_file, second.secret_file) == (tmp_path / "keys" / "a", Path("/etc/b"))


def test_a_newsroom_without_endpoints_is_legal(tmp_path: Path) -> None:
    assert load(tmp_path, "endpoints: []\n") == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("retires: [5s]", "endpoints[0].retires: not in this version; did you mean retry? allowed: events, id, "),
        ("secret: abc", "endpoints[0].secret: not in this version; did you mean secret_env?"),
        ("events: [closed]", "endpoints[0].events[0]: must be 'opened', 'updated' or 'retracted'"),
        ("events: [escalated]", "endpoints[0].events[0]: escalated: not in this version; allowed: opened, updated, "),
        ("events: [[opened]]", "endpoints[0].events[0]: "),
        ("events: []", "endpoints[0].events: "),
        ("retry: [0s]", "endpoints[0].retry[0]: "),
        ("retry: [30d]", "endpoints[0].retry[0]: "),
        ("retry: 5s", "endpoints[0].retry: must be a list"),
        ("max_in_flight: 0", "endpoints[0].max_in_flight: "),
        ("secret_env: not a name", "endpoints[0].secret_env: "),
        ("url: ftp://hooks.example", "endpoints[0].url: stands here a second time"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, f"endpoints:\n- id: desk-1\n  url: {HOOK}\n  {line}\n")

    assert str(refused.value).startswith(f"endpoints.yaml:4: {problem}")


def test_an_endpoint_that_stands_twice_is_refused(tmp_path: Path) -> None:
    entry = f"- {{id: desk-1, url: '{HOOK}'}}\n"

    with pytest.raises(ConfigError, match=r"endpoints\.yaml:3: endpoints\[1\]\.id: desk-1 stands here a second time"):
        load(tmp_path, f"endpoints:\n{entry}{entry}")


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://hooks.example/", "must be a URL with http or https"),
        ("hooks.example/x", "must be a URL with http or https"),
        ("https://user:word@hooks.example/", "credentials do not belong into a URL"),
        ("https://hooks.example:99999/", "the port is not between 1 and 65535"),
        ("https://[::1/", "not a URL"),
        ("https://hooks.example/a b", "must be a URL with http or https"),
    ],
)
def test_a_wrong_address_is_refused(tmp_path: Path, url: str, problem: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, f"endpoints:\n- id: desk-1\n  url: '{url}'\n")

    assert str(refused.value).startswith("endpoints.yaml:3: endpoints[0].url: ")
    assert problem in str(refused.value)
