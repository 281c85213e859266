from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts import Entity
from wirewatch.cli.entities.entity_yaml import entity_yaml, scalar, slug
from wirewatch.cli.newsroom.files import load_watchlist

NAMES = [f"Name {number} of Many" for number in range(40)]


def read(path: Path, *lines: str) -> Entity:
    file = path / "watchlist.yaml"
    file.write_text("\n".join(["entities:", *lines, "watches: []", ""]), encoding="utf-8")
    return load_watchlist(file).entities[0]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    lines = list(
        entity_yaml(
            "a", "person", "Ana: Brodie", [(name, "") for name in NAMES], {"Latn": ["No", "Brodie #2"]}, wikidata="Q42"
        )
    )
    entity = read(tmp_path, *lines)

    assert (entity.name, list(entity.names)) == ("Ana: Brodie", NAMES)
    assert (entity.short, entity.wikidata) == ({"Latn": ("No", "Brodie #2")}, "Q42")
    assert max(map(len, lines)) <= 120


def test_a_name_with_a_remark_stands_on_a_line_with_it(tmp_path: Path) -> None:
    lines = list(entity_yaml("a", "person", "Ana Brodie", [("Ана Броди", "guess"), ("Anna Brodie", "")]))

    assert "      - Ана Броди  # guess" in lines
    assert read(tmp_path, *lines).names == ("Ана Броди", "Anna Brodie")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_any_name_survives_a_flow_list(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    lines = entity_yaml("a", "person", "Ana Brodie", [(name, ""), ("x y", "")])

    assert read(tmp_path_factory.mktemp("w"), *lines).names == (name, "x y")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kim Jong-un", "Kim Jong-un"),
        ("Xi'an", "Xi'an"),
        ("ولادیمیر پوتین", "ولادیمیر پوتین"),
        ("प्योंगयांग", "प्योंगयांग"),
        ("No", '"No"'),
        ("- dash", '"- dash"'),
        ("a, b", '"a, b"'),
        ("007", '"007"'),
        ('say "x"', '"say \\"x\\""'),
    ],
)
def test_only_what_could_be_read_otherwise_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Sergei Shoigu", "sergei-shoigu"),
        ("Сергей Шойгу", "sergey-shoygu"),
        ("Irak'li K’obakhidze", "irakli-kobakhidze"),
        ("!!", "entity"),
        ("a" * 80, "a" * 64),
    ],
)
def test_an_id_is_made_of_the_letters_of_a_name(name: str, entity_id: str) -> None:
    assert slug(name) == entity_id
