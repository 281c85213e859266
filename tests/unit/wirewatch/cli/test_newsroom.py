from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from wirekit.errors import ConfigError
from wirewatch.cli.newsroom import load_feeds, load_newsroom, load_watchlist


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


def test_a_field_of_a_later_version_is_refused_by_name(tmp_path: Path) -> None:
    file = write(
        tmp_path / "watchlist.yaml",
        "entities: []\nwatches:\n  - id: pair\n    entities: [a, b]\n    surge: {window: 1h}\n",
    )

    with pytest.raises(ConfigError, match=r"watchlist\.yaml:5: watches\[0\]\.surge: not in this version"):
        load_watchlist(file)


STARTER = Path(str(files("wirewatch.cli") / "starter"))
COMMENTED = re.compile(r"^( *)# (?=( *- | +)?[a-z_]+: \S)", re.MULTILINE)


@pytest.mark.parametrize("uncommented", [False, True], ids=["as-written", "with-the-examples-uncommented"])
def test_the_starter_is_valid_as_it_is_and_with_its_commented_lines(tmp_path: Path, *, uncommented: bool) -> None:
    for file in STARTER.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        write(tmp_path / file.name, COMMENTED.sub(r"\1", text) if uncommented else text)

    newsroom = load_newsroom(tmp_path)

    assert [endpoint.id for endpoint in newsroom.endpoints] == (["desk-1"] if uncommented else [])
    assert {feed.source.tier for feed in newsroom.feeds} == ({1, 2} if uncommented else {2})
    assert [watch.languages for watch in newsroom.watchlist.watches] == [("en", "id") if uncommented else None]


def test_a_folder_that_is_not_there_is_said_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere is not there: `wirewatch init .*nowhere` makes a newsroom"):
        load_newsroom(tmp_path / "nowhere")
