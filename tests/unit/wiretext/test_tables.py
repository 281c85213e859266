"""The tables beside the modules."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from pathlib import Path

import pytest
import yaml

from wiretext.tables import listed, listed_for, table, words_for, words_of

FOLDER = Path(str(resources.files("wiretext")))
NAMES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_read_once_and_holds_something(name: str) -> None:
    assert table(name)
    assert table(name) is table(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_of_a_table_stands_there_twice(name: str) -> None:
    def keys(node: yaml.Node | None) -> list[str]:
        """The keys that a mapping anywhere below *node* has more than once."""
        if not isinstance(node, yaml.MappingNode):
            return []
        own = Counter(key.value for key, _ in node.value)
        below = (key for _, value in node.value for key in keys(value))
        return [*(key for key, count in own.items() if count > 1), *below]

    assert keys(yaml.compose((FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=yaml.SafeLoader)) == []


def test_words_are_listed_as_they_stand_in_a_list_or_in_a_text() -> None:
    assert {"oğlu", "оглы"} <= {*listed("matching/particles", "child")}
    assert "trung tâm" in listed("vetoes/context/thing_words", "before", "vi")


def test_words_of_a_table_are_in_normal_form() -> None:
    assert "oglu" in words_of("matching/particles", "child")
    assert "" not in words_of("matching/particles", "child")


def test_words_of_a_language_are_none_where_the_table_has_none_for_it() -> None:
    assert "doña" in listed_for("es", "vetoes/people/bearers", "honorifics")
    assert "dona" in words_for("es", "vetoes/people/bearers", "honorifics")
    assert listed_for("xx", "vetoes/people/bearers", "honorifics") == ()
