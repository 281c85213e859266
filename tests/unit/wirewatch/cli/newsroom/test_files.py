from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from wirekit.contracts import Entity, Watchlist
from wirekit.errors import ConfigError
from wirewatch.cli.newsroom.files import load_feeds, load_newsroom, load_watchlist


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_feed_without_a_name_is_named_by_its_domain(tmp_path: Path) -> None:
    file = write(tmp_path / "feeds.yaml", "feeds:\n  - {id: harbour, url: 'https://rss.harbour.example/all.xml'}\n")

    (feed,) = load_feeds(file)

    assert feed.source.name == feed.source.domain == "harbour.example"


def test_a_feed_listed_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    file = write(
        tmp_path / "feeds.yaml",
        "feeds:\n  - {id: a, url: 'https://a.example/'}\n  - {id: a, url: 'https://b.example/'}\n",
    )

    with pytest.raises(ConfigError, match=r"feeds\.yaml:3: feeds\[1\]\.id: a stands here a second time"):
        load_feeds(file)


def test_a_feed_with_credentials_in_its_url_is_refused_before_a_poll_would(tmp_path: Path) -> None:
    file = write(tmp_path / "feeds.yaml", "feeds:\n  - {id: a, url: 'https://me:secret@a.example/'}\n")

    with pytest.raises(ConfigError, match=r"feeds\.yaml:2: feeds\[0\]\.url: ") as refusal:
        load_feeds(file)

    assert "secret" not in str(refusal.value)


def test_a_watch_that_names_an_unknown_entity_is_refused_with_its_line(tmp_path: Path) -> None:
    file = write(
        tmp_path / "watchlist.yaml",
        "entities:\n"
        "  - {id: ana, type: person, name: Ana Brodie}\n"
        "watches:\n"
        "  - id: pair\n"
        "    entities: [ana, tomas]\n",
    )

    with pytest.raises(ConfigError, match=r"watchlist\.yaml:5: watches\[0\]\.entities: tomas is not among .*: ana"):
        load_watchlist(file)


def test_a_watch_for_what_is_no_language_is_refused_with_its_line(tmp_path: Path) -> None:
    text = "entities: []\nwatches:\n  - id: pair\n    entities: [a, b]\n    languages: [en,\n      russian]\n"
    file = write(tmp_path / "watchlist.yaml", text)

    with pytest.raises(
        ConfigError, match=r"watchlist\.yaml:6: watches\[0\]\.languages\[1\]: 'russian' is no language tag"
    ):
        load_watchlist(file)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("topics: [politics]", r"topics\[0\]: no article .* 'politics': write medtop:11000000$"),
        ("topics: [medtop:99999999]", r"topics\[0\]: no article .* 'medtop:99999999'; allowed: "),
        ("topics: [election]", r"topics\[0\]: no article .* 'election': write medtop:20000574$"),
        ("sources: {include: ['https://a.example/x']}", r"sources\.include\[0\]: 'https://a.example/x' is no domain"),
        ("sources: {exclude: [a.example, A News]}", r"sources\.exclude\[1\]: 'A News' is no domain; allowed: "),
    ],
)
def test_a_watch_for_a_topic_or_a_source_that_no_article_has_is_refused(tmp_path: Path, choice: str, said: str) -> None:
    text = f"entities: []\nwatches:\n  - id: pair\n    entities: [a, b]\n    {choice}\n"
    file = write(tmp_path / "watchlist.yaml", text)

    with pytest.raises(ConfigError, match=r"watchlist\.yaml:5: watches\[0\]\." + said.removesuffix("$")):
        load_watchlist(file)


def test_a_field_of_a_later_version_is_refused_by_name(tmp_path: Path) -> None:
    file = write(
        tmp_path / "watchlist.yaml",
        "entities: []\nwatches:\n  - id: pair\n    entities: [a, b]\n    surge: {window: 1h}\n",
    )

    with pytest.raises(ConfigError, match=r"watchlist\.yaml:5: watches\[0\]\.surge: not in this version"):
        load_watchlist(file)


@pytest.mark.parametrize(
    "entry", ["entities:\n  - {id: a, %s: x}\nwatches: []\n", "entities: []\nwatches:\n  - {id: a, %s: x}\n"]
)
def test_a_field_that_no_file_may_have_is_not_among_those_that_are_offered(tmp_path: Path, entry: str) -> None:
    with pytest.raises(ConfigError, match="color: not in this version; allowed: ") as unknown:
        load_watchlist(write(tmp_path / "watchlist.yaml", entry % "color"))

    assert "managed_by" not in str(unknown.value)


TEMPLATE = Path(str(files("wirewatch.cli.newsroom") / "template"))
COMMENTED = re.compile(r"^( *)# (?=( *- | +)?[a-z_]+: \S)", re.MULTILINE)


@pytest.mark.parametrize("uncommented", [False, True], ids=["as-written", "with-the-examples-uncommented"])
def test_the_template_is_valid_as_it_is_and_with_its_commented_lines(tmp_path: Path, *, uncommented: bool) -> None:
    for file in TEMPLATE.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        write(tmp_path / file.name, COMMENTED.sub(r"\1", text) if uncommented else text)

    newsroom = load_newsroom(tmp_path)

    assert [endpoint.id for endpoint in newsroom.endpoints] == (["desk-1"] if uncommented else [])
    assert {feed.source.tier for feed in newsroom.feeds} == ({1, 2} if uncommented else {2})
    assert [watch.languages for watch in newsroom.watchlist.watches] == [("en", "id") if uncommented else None]


@pytest.mark.parametrize("choice", ["languages: []", "topics: []", "sources: {include: []}"])
def test_a_choice_of_nothing_which_would_silence_the_watch_is_refused(tmp_path: Path, choice: str) -> None:
    people = "  - {id: a, type: person, name: A B}\n  - {id: b, type: person, name: C D}\n"
    text = f"entities:\n{people}watches:\n  - id: pair\n    entities: [a, b]\n    {choice}\n"

    with pytest.raises(ConfigError, match=r"watchlist\.yaml:7: watches\[0\]\.\S+: is empty, so that the watch"):
        load_watchlist(write(tmp_path / "watchlist.yaml", text))


def test_a_folder_that_is_not_there_is_said_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere is not there: `wirewatch init .*nowhere` makes a newsroom"):
        load_newsroom(tmp_path / "nowhere")


def test_a_file_in_the_place_of_the_folder_is_said_with_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "feeds.yaml", "feeds: []\n")

    with pytest.raises(ConfigError, match=rf"feeds\.yaml is a file: name its folder, {tmp_path}$"):
        load_newsroom(tmp_path / "feeds.yaml")


def test_a_watch_list_may_be_named_by_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "watchlist.yaml", "entities: []\nwatches: []\n")

    assert load_watchlist(tmp_path) == Watchlist()


def test_the_errors_of_all_three_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path / "feeds.yaml", "feeds:\n  - {id: a, url: 'https://a.example/', language: russian}\n  - {id: b}\n")
    write(tmp_path / "watchlist.yaml", "entities: []\n")

    with pytest.raises(ConfigError) as refusal:
        load_newsroom(tmp_path)

    lines = str(refusal.value).split("\n")
    assert lines[0].startswith(
        "feeds.yaml:2: feeds[0].language: 'russian' is no language tag; allowed: the code of ISO"
    )
    assert lines[1:] == [
        "feeds.yaml:3: feeds[1].url: is missing",
        "watchlist.yaml:1: watches: is missing",
        f"{tmp_path / 'endpoints.yaml'}: cannot be read: No such file or directory",
    ]


def listed(path: Path, *entities: str) -> Watchlist:
    items = "".join(f"  - {entity}\n" for entity in entities)
    return load_watchlist(write(path / "watchlist.yaml", f"entities:\n{items}watches: []\n"))


def test_an_entity_of_the_starter_pack_is_named_by_its_id_alone(tmp_path: Path) -> None:
    (entity,) = listed(tmp_path, "{id: city-geneva, from: starter}").entities

    assert (entity.type, entity.name, entity.wikidata) == ("place", "Geneva", "Q71")
    assert "Genève" in entity.names


@pytest.mark.parametrize(("switch", "is_known"), [("", True), ("known_names: false\n", False)])
def test_an_entity_is_found_by_the_names_of_the_pack_unless_the_file_forbids_it(
    tmp_path: Path, switch: str, *, is_known: bool
) -> None:
    text = f"{switch}entities: [{{id: kim, type: person, name: Kim Jong Un}}]\nwatches: []\n"
    (entity,) = load_watchlist(write(tmp_path / "watchlist.yaml", text)).entities

    assert ("김정은" in entity.names) is is_known


def test_what_stands_beside_it_replaces_a_value_and_adds_to_a_list(tmp_path: Path) -> None:
    fields = "name: Genève, names: [Geneva City, Genf], short: {Latn: [GVA]}, not: [Geneva Watch], wikidata: Q42"
    (entity,) = listed(tmp_path, f"{{id: city-geneva, from: starter, {fields}}}").entities

    assert entity.name == "Genève"
    assert [entity.names.count(name) for name in ("Genève", "Geneva", "Genf", "Geneva City")] == [0, 1, 1, 1]
    assert (entity.short, entity.not_, entity.wikidata) == ({"Latn": ("GVA",)}, ("Geneva Watch",), "Q42")
    assert type(entity) is Entity


def test_an_id_that_the_pack_lacks_is_refused_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    wanted = (
        r"^watchlist\.yaml:3: entities\[1\]\.id: city-genva is not in the starter pack; did you mean city-geneva\? "
        r"`wirewatch entities list` shows what is$"
    )

    with pytest.raises(ConfigError, match=wanted):
        listed(tmp_path, "{id: city-doha, from: starter}", "{id: city-genva, from: starter}")


@pytest.mark.parametrize(
    ("entity", "problem"),
    [
        ("{id: a, from: elsewhere}", r"entities\[0\]\.from: must be 'starter'"),
        (
            "{id: city-doha, from: starter, nmes: [X]}",
            r"entities\[0\]\.nmes: not in this version; did you mean names",
        ),
        ("{id: a, type: person}", r"entities\[0\]\.name: is missing"),
        ("{id: a, type: person, name: A, form: starter}", r"entities\[0\]\.form: not in this version; allowed: id"),
        ("{id: a, type: person, name: A, wikidata: 42}", r"entities\[0\]\.wikidata: must be a string"),
        (
            "{id: a, type: person, name: A, wikidata: q42}",
            r"entities\[0\]\.wikidata: must be an item of Wikidata",
        ),
        ("plain", r"entities\[0\]: must hold fields"),
    ],
)
def test_what_is_wrong_with_an_entity_is_said_of_its_own_form(tmp_path: Path, entity: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=rf"^watchlist\.yaml:2: {problem}"):
        listed(tmp_path, entity)
