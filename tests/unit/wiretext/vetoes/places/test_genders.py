"""When an article of the other gender stands before the French name of a country."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.places.genders import has_wrong_article

COUNTRIES = {
    name: a_place(name, label) for name, label in (("Canada", "Canada"), ("France", "France"), ("Mexico", "Mexique"))
}


@pytest.mark.parametrize(
    ("country", "text", "wrong"),
    [
        ("Canada", "La Canada grise se garde bien.", True),
        ("Canada", "Le Canada a voté.", False),
        ("Canada", "Ils vont au Canada.", False),
        ("France", "Le France quitte Le Havre.", True),
        ("France", "La France a voté.", False),
        ("France", "Le France-Canada de samedi fut nul.", False),
        ("Mexico", "Le Mexique a voté.", False),
        ("Mexico", "Ils vont au Mexique.", False),
    ],
)
def test_an_article_of_the_other_gender_is_a_things(country: str, text: str, *, wrong: bool) -> None:
    reading, entity = read(text, "fr"), COUNTRIES[country]

    assert has_wrong_article(hit_in(reading, entity), entity, reading) is wrong


def test_other_languages_have_other_genders() -> None:
    reading = read("La Canada è grande.", "it")

    assert not has_wrong_article(hit_in(reading, COUNTRIES["Canada"]), COUNTRIES["Canada"], reading)


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("Panama", "Der Panama passte ihm nicht.", True),
        ("Jordan", "Am Jordan brüten Störche.", True),
        ("Panama", "Gäste, die Panama besuchen, zahlen mehr.", False),
        ("Panama", "Der Trainer, der Panama verließ, schwieg.", False),
        ("Panama", "Der Panama-Kanal ist breit.", False),
        ("Panama", "Im Panama der Neunziger war das so.", False),
        ("Niger", "Der Niger hat gewählt.", False),
    ],
)
def test_a_german_country_seldom_has_an_article(name: str, text: str, *, wrong: bool) -> None:
    reading, entity = read(text, "de"), a_place(name)

    assert has_wrong_article(hit_in(reading, entity), entity, reading) is wrong
