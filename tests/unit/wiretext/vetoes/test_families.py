"""When the words beside a name make it somebody else's."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.families import has_second_family_name


@pytest.mark.parametrize(
    ("language", "text", "name", "more"),
    [
        ("pl", "Wystąpiła Anna Berg-Wilk.", "Anna Berg", True),
        ("uk", "Читав Олег Бергов-Гончарук, поет.", "Олег Бергов", True),
        ("uk", "Книжка Олега Бергова-Гончарука вийшла.", "Олег Бергов", True),
        ("pl", "Rozmowa Anna Berg-Donald Tusk trwa.", "Anna Berg", False),
        ("pl", "Anna Berg-PSL: nie", "Anna Berg", False),
        ("cs", "Jana Berg-prezidentka, zní titulek.", "Jana Berg", False),
        ("pl", "Wystąpiła Anna Berg Wilk.", "Anna Berg", False),
        ("en", "We met Anna Berg-Wilk.", "Anna Berg", False),
    ],
)
def test_a_second_family_name_behind_a_hyphen_makes_it_another_name(
    language: str, text: str, name: str, *, more: bool
) -> None:
    reading, entity = read(text, language), an_entity(name, id="somebody", short={})

    assert has_second_family_name(hit_in(reading, entity), entity, reading) is more


def test_who_is_listed_with_a_second_family_name_is_so_called() -> None:
    reading, entity = (
        read("Wystąpiła Anna Berg-Wilk.", "pl"),
        an_entity("Anna Berg", names=("Anna Berg Wilk",), short={}),
    )

    assert not has_second_family_name(hit_in(reading, entity), entity, reading)
