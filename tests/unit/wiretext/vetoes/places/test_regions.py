"""When a region behind a comma tells that a town has the name of a country."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.places.regions import lies_in_region

PERU = a_place("Peru", "Перу", "Perú")


@pytest.mark.parametrize(
    ("language", "text", "lies"),
    [
        ("en", "The barn in Peru, Indiana, burned down.", True),
        ("en", "The barn in Peru, New York, burned down.", False),
        ("en", "The barn in Peru, Brodna, burned down.", False),
        ("en", "The barn in Peru, indiana corn and all, burned down.", False),
        ("en", "Growers in Peru, Texas and Chile agree.", False),
        ("en", "Growers in Chile, Peru, Texas and Utah agree.", False),
        ("en", "Growers in Peru - Indiana agree.", False),
        ("pt", "O coro de Peru, no Ceará, cantou.", True),
        ("pt", "O coro do Peru, no Natal, cantou.", False),
        ("es", "La feria de Perú, en Jalisco, abrió.", True),
        ("ru", "Они живут в городе Перу, Айова.", True),
    ],
)
def test_a_town_lies_in_a_region(language: str, text: str, *, lies: bool) -> None:
    reading = read(text, language)

    assert lies_in_region(hit_in(reading, PERU), "pe", reading) is lies


def test_a_region_of_the_country_itself_makes_no_town_of_it() -> None:
    reading = read("The barn in Peru, Indiana, burned down.")

    assert not lies_in_region(hit_in(reading, PERU), "us", reading)


def test_a_country_with_a_region_of_another_behind_it_is_not_meant() -> None:
    assert not is_believed("The barn in Peru, Indiana, burned down.", PERU)
    assert is_believed("The barn in Peru, an old one, burned down.", PERU)
