"""What an operator reads when a YAML file of his is wrong, and what plain YAML means."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from wirekit.contracts.base import Duration, Slug, Value
from wirekit.errors import ConfigError
from wirekit.runtime.yamlfile import MAX_BYTES, load_located, load_yaml


class Window(Value):
    """One member of a union."""

    window: int = Field(ge=2)


class Watch(Value):
    """What the examples below describe."""

    id: Slug
    scope: str | Window = "article"
    cooldown: Duration | None = None
    country: str | None = None
    names: tuple[str, ...] = ()
    not_: tuple[str, ...] = Field(default=(), alias="not")


class Watches(Value):
    """A whole file."""

    watches: tuple[Watch, ...] = ()


class Anything(BaseModel):
    """A file that holds one value of any form."""

    it: Any


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "watchlist.yaml"


def problems(file: Path, text: str | bytes) -> list[str]:
    """The lines of the error that *text* gets."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as refused:
        load_yaml(file, Watches)
    return str(refused.value).splitlines()


def test_a_good_file_becomes_the_model(file: Path) -> None:
    file.write_text(
        "watches:\n- {id: a, cooldown: 6h, country: NO, not: [Kim Jong-il]}\n- id: b\n  scope: {window: 40}\n"
    )
    first = Watch(id="a", cooldown=dt.timedelta(hours=6), country="NO", **{"not": ("Kim Jong-il",)})
    second = Watch(id="b", scope=Window(window=40))

    assert Watches(watches=(first, second)) == load_yaml(file, Watches)


def test_an_unknown_field_is_named_with_its_line_and_the_nearest_known_one(file: Path) -> None:
    (found,) = problems(file, "watches:\n  - id: a\n    cooldwn: 6h\n")

    assert found == (
        "watchlist.yaml:3: watches[0].cooldwn: not in this version; did you mean cooldown? "
        "allowed: cooldown, country, id, names, not, scope"
    )


def test_a_field_of_another_version_is_refused_by_name(file: Path) -> None:
    (found,) = problems(file, "watches:\n- id: a\n  surge: {ratio: 3}\n")

    assert found.startswith("watchlist.yaml:3: watches[0].surge: not in this version; allowed: ")


def test_every_error_of_a_file_is_listed_in_the_order_of_its_lines(file: Path) -> None:
    found = problems(
        file,
        "watchs: []\nwatches:\n  - scope: {window: 1}\n  - id: Not A Slug\n  - id: c\n    names: Kim\n    country: 7\n",
    )

    assert found == [
        "watchlist.yaml:1: watchs: not in this version; did you mean watches? allowed: watches",
        "watchlist.yaml:3: watches[0].id: is missing",
        "watchlist.yaml:3: watches[0].scope.window: must be at least 2",
        "watchlist.yaml:4: watches[1].id: must be lower-case letters, digits, - and _, at most 64",
        "watchlist.yaml:6: watches[2].names: must be a list",
        "watchlist.yaml:7: watches[2].country: must be a string; quote it",
    ]


def test_an_unknown_field_inside_a_choice_names_the_fields_of_the_choice(file: Path) -> None:
    missing, unknown = problems(file, "watches:\n- id: a\n  scope: {windw: 40}\n")

    assert missing == "watchlist.yaml:3: watches[0].scope.window: is missing"
    assert unknown.endswith("watches[0].scope.windw: not in this version; did you mean window? allowed: window")


def test_what_fits_no_member_of_a_choice_is_told_all_of_them(file: Path) -> None:
    (found,) = problems(file, "watches:\n- id: a\n  scope: [40]\n")

    assert found == "watchlist.yaml:3: watches[0].scope: must be a string; quote it; or must hold fields: window"


@pytest.mark.parametrize("text", ["- a\n", "", "a\n"])
def test_a_file_that_is_no_mapping_is_told_its_fields(file: Path, text: str) -> None:
    assert problems(file, text) == ["watchlist.yaml:1: file: must hold fields: watches"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("watches:\n  - {id: a\n", 3, "not YAML"),
        ("watches:\n\t- id: a\n", 2, "not YAML"),
        ("watches: \x01\n", 1, "not YAML"),
        ("watches: &w []\nmore: *w\n", 2, "aliases are not supported"),
        ("watches: !!python/object/apply:os.getcwd []\n", 1, "tags are not supported"),
        ("watches:\n- id: a\n  id: b\n", 3, "watches[0].id: stands here a second time"),
        ("watches: []\n---\nwatches: []\n", 2, "a second document"),
        ("? [a]\n: b\n", 1, "a key must be a plain name"),
        ("watches: " + "- " * 50 + "a", 1, "not YAML"),
        ("watches:\n  " + "- " * 5000 + "a", 2, "nested deeper"),
        ("[" * 5000, 1, "maximum nesting depth"),
        ("watches: " + "[" * 50, 1, "nested deeper"),
        (b"watches:\n- id: \xff\n", 2, "not UTF-8"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_line(file: Path, text: str | bytes, line: int, words: str) -> None:
    (found,) = problems(file, text)

    assert found.startswith(f"watchlist.yaml:{line}: ")
    assert words in found


def test_a_file_beyond_the_limit_is_not_read(file: Path) -> None:
    (found,) = problems(file, b"#" * (MAX_BYTES + 1))

    assert f"larger than {MAX_BYTES} bytes" in found


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.yaml: cannot be read: No such file"):
        load_yaml(tmp_path / "absent.yaml", Watches)


def test_what_is_no_regular_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.yaml")

    for path in (tmp_path / "fifo.yaml", Path("/dev/zero"), tmp_path):
        with pytest.raises(ConfigError, match=f"{path}: cannot be read: it is no regular file"):
            load_yaml(path, Watches)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("NO", "NO"), ("true", True), ("false", False), ("null", None), ("~", None),
        ("", None), ("12:30", "12:30"), ("2026-01-02", "2026-01-02"), ("007", "007"), ("7", 7), ("-7", -7),
        ("1.5", 1.5), ("1e3", 1000.0), (".nan", ".nan"), ("9" * 30, "9" * 30), ("'7'", "7"),
        ('"true"', "true"), ("'~'", "~"),
    ],
)  # fmt: skip
def test_plain_scalars_mean_what_they_look_like(file: Path, text: str, value: object) -> None:
    file.write_text(f"it: {text}\n")

    read = load_yaml(file, Anything).it

    assert value == read
    assert type(value) is type(read)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_do_more_than_be_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    file.write_bytes(data)

    try:
        read: object = load_yaml(file, Anything)
    except ConfigError as refused:
        read = refused

    assert isinstance(read, Anything | ConfigError)


def test_a_part_of_a_file_is_placed_by_its_line_and_one_that_is_not_there_by_what_is_around_it(file: Path) -> None:
    file.write_text("watches:\n  - id: a\n    names: [b, c]\n", encoding="utf-8")
    _, place = load_located(file, Watches)

    assert place(("watches", 0, "names", 1)) == "watchlist.yaml:3: watches[0].names[1]"
    assert place(("watches", 0, "not", 7)) == "watchlist.yaml:2: watches[0]"
    assert place(("nowhere",)) == "watchlist.yaml:1: file"
