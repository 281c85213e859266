"""`wirewatch entities` at the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wirewatch.cli.app import build_app
from wirewatch.cli.newsroom.files import load_watchlist
from wirewatch.cli.terminal import FAILED, REFUSED


def run(*words: str) -> Result:
    return CliRunner().invoke(build_app("entities"), ["entities", *words])


def test_the_list_shows_the_whole_pack_or_what_has_a_text_in_it() -> None:
    everything, some = run("list").stdout.splitlines(), run("list", "geneva").stdout.splitlines()

    assert len(everything) > 400
    assert [line.split() for line in some] == [["city-geneva", "place", "Geneva"]]


@pytest.mark.parametrize(("text", "name"), [("genf", "Genf"), ("ЖЕНЕВ", "Женева")])
def test_the_list_shows_the_name_by_which_it_found_what_has_another(text: str, name: str) -> None:
    lines = run("list", text).stdout.splitlines()

    assert [line.split() for line in lines] == [["city-geneva", "place", "Geneva", f"({name})"]]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("WHO", ["world-health-organization"]),
        ("RBI", ["reserve-bank-of-india"]),
        ("sisi", ["abdel-fattah-el-sisi"]),
        ("nato", ["nato"]),
        ("genev", ["city-geneva"]),
    ],
    ids=["a short name", "letters of others", "a word of others", "an id", "no whole word"],
)
def test_a_whole_word_of_a_name_or_a_short_name_leaves_out_what_only_has_its_letters(text: str, ids: list[str]) -> None:
    assert [line.split()[0] for line in run("list", text).stdout.splitlines()] == ids


def test_the_list_shows_all_names_on_demand() -> None:
    first, names, *short = run("list", "--names", "kim-jong-un").stdout.splitlines()

    assert first.startswith("kim-jong-un ")
    assert {"Kim Jong Un", "Ким Чен Ын", "金正恩", "김정은"} <= set(names.strip().split(", "))
    assert "    short Latn: Kim" in short


def test_the_list_can_be_of_one_type() -> None:
    lines = run("list", "--type", "place", "korea").stdout.splitlines()

    assert [line.split(maxsplit=2) for line in lines] == [
        ["territory-kp", "place", "North Korea"],
        ["territory-kr", "place", "South Korea"],
    ]


@pytest.mark.parametrize("text", ["nobody-of-that-name", "?!"])
def test_a_list_of_nothing_says_what_else_helps(text: str) -> None:
    answer = run("list", text)

    assert answer.exit_code == FAILED
    assert "entities suggest" in answer.stderr


def test_a_proposal_says_how_sure_it_is_and_where_it_is_from() -> None:
    lines = run("suggest", "Geneva").stdout.splitlines()

    assert "certain  Cyrl  Женева  (starter pack: city-geneva)" in lines


def test_who_is_in_the_pack_already_is_said() -> None:
    assert "- {id: city-geneva, from: starter}" in run("suggest", "Genf").stderr


@pytest.mark.parametrize("name", ["Quirnan Belodriz", "Мария Ивановна", "Geneva"])
def test_a_proposal_as_yaml_can_be_pasted(tmp_path: Path, name: str) -> None:
    file = tmp_path / "watchlist.yaml"
    text = run("suggest", name, "--yaml", "--type", "organization").stdout
    file.write_text(f"entities:\n{text}watches: []\n", encoding="utf-8")

    (entity,) = load_watchlist(file).entities

    assert (entity.type, entity.name) == ("organization", name)
    assert len(entity.names) > 10


def test_for_a_name_without_letters_nothing_is_proposed() -> None:
    assert run("suggest", "...").exit_code == FAILED


def test_for_a_name_in_han_the_latin_spelling_is_asked_for() -> None:
    answer = run("suggest", "李克强", "--yaml")

    assert (answer.exit_code, answer.stdout) == (FAILED, "")
    assert "give the Latin spelling with the family name apart" in answer.stderr


def test_an_import_of_what_is_no_item_is_refused() -> None:
    answer = run("import", "wikidata", "Kim")

    assert answer.exit_code == REFUSED
    assert "an item of Wikidata is Q and a number, as Q56226" in answer.stderr


def test_an_import_from_elsewhere_is_refused() -> None:
    assert run("import", "elsewhere", "Q42").exit_code == REFUSED
