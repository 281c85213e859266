"""When somebody's family name goes on with another."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.people.double_names import is_of_double_name

ANNA = a_person("Anna Berg")


@pytest.mark.parametrize(
    ("language", "text", "double"),
    [
        ("en", "Anna Berg-Holm bakes pies.", True),
        ("nl", "Anna Berg-Visser breit mutsen.", True),
        ("sv", "Anna Berg-Nilsson blir rektor.", True),
        ("ca", "Anna Berg de Mas publica un llibre. Berg de Mas el presenta dijous.", True),
        ("de", "Anna Berg-Meier backt Brot. Berg-Meier öffnet um sechs.", True),
        ("en", "The Anna Berg-Boris Holm row goes on.", False),
        ("en", "The Anna Berg-Holm summit is over.", False),
        ("sv", "Anna Berg-Holm-mötet är över.", False),
        ("sv", "Anna Berg-talet är över.", False),
        ("de", "Die Anna Berg-Rede war lang.", False),
        ("ca", "Anna Berg de Vic parla.", False),
        ("en", "ANNA BERG-HOLM SINGS", False),
        ("en", "Anna Berg–Holm talks are over.", False),
        ("en", "They met Anna Berg", False),
    ],
)
def test_a_second_family_name_is_somebody_elses(language: str, text: str, *, double: bool) -> None:
    reading = read(text, language)

    assert is_of_double_name(hit_in(reading, ANNA), ANNA, reading) is double


def test_a_name_that_a_label_has_is_the_bearers_own() -> None:
    married = a_person("Anna Berg", "Anna Berg-Holm")
    reading = read("Anna Berg de Holm parla. Berg de Holm calla.", "ca")

    assert not is_of_double_name(hit_in(reading, married), married, reading)


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
        ("en", "We met Anna Berg-Wilk.", "Anna Berg", True),
    ],
)
def test_a_second_family_name_behind_a_hyphen_makes_it_another_name(
    language: str, text: str, name: str, *, more: bool
) -> None:
    reading, entity = read(text, language), a_person(name)

    assert is_of_double_name(hit_in(reading, entity), entity, reading) is more


def test_who_is_listed_with_a_second_family_name_is_so_called() -> None:
    reading, entity = (
        read("Wystąpiła Anna Berg-Wilk.", "pl"),
        a_person("Anna Berg", "Anna Berg Wilk"),
    )

    assert not is_of_double_name(hit_in(reading, entity), entity, reading)
