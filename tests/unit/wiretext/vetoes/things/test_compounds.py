"""When the word beside a name makes it the longer name of something else."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.compounds import is_compound

GUINEA = a_place("Guinea", "Гвинея", "Gwinea", "Гвинея-Конакри")
BISSAU = a_place("Guinea-Bissau", "Гвинея-Бисау", "Гвинея")
SUDAN = a_place("Sudan", "Судан", "Súdán")
MALI = a_place("Mali", "Мали")
KOREA = a_place("Южная Корея", "Корея")
CONGO = a_place("Конго", "Република Конго")
KINSHASA = a_place("Демократска Република Конго", "Конго")
SWISS = a_place("Svájc", "Sveitsi", "Švica")
NOVA = an_organization("Nova", "Нова")


def compounds_in(text: str, language: str, entity: Entity) -> list[str]:
    """The names in one word in *text* that are part of a longer one."""
    reading = read(text, language)
    found = {(hit.start, hit.end) for hit in hits_in(reading, entity) if is_compound(hit, entity, reading)}
    return [reading.surface(*place) for place in sorted(found)]


@pytest.mark.parametrize(
    ("language", "text", "entity", "names"),
    [
        ("ru", "Маски привезли из Новой Гвинеи.", GUINEA, ["Гвинеи"]),
        ("pl", "Statek płynie do Gwinei Równikowej.", GUINEA, []),
        ("pl", "Statek płynie do Papui-Nowej Gwinei.", GUINEA, ["Gwinei"]),
        ("ru", "Порт в Гвинее-Бисау открыт.", GUINEA, ["Гвинее"]),
        ("cs", "Letadlo míří do Jižního Súdánu.", SUDAN, ["Súdánu"]),
        ("sr", "Pijaca u mestu Mali Zvornik radi.", MALI, ["Mali"]),
        ("bg", "Гара Нова Загора е затворена.", NOVA, ["Нова"]),
        ("ru", "Переговоры в Северной Корее начались.", KOREA, ["Корее"]),
        ("hu", "A Cseh-Svájcban kirándultak.", SWISS, ["Svájcban"]),
        ("fi", "He retkeilivät Saksin Sveitsissä.", SWISS, ["Sveitsissä"]),
        ("sl", "Zbrali sta se Češka in Švica.", SWISS, []),
    ],
)
def test_a_word_beside_the_name_makes_it_a_longer_one(
    language: str, text: str, entity: Entity, names: list[str]
) -> None:
    assert compounds_in(text, language, entity) == names


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Порт в Гвинее-Бисау открыт.", BISSAU),
        ("ru", "Переговоры в Южной Корее начались.", KOREA),
        ("ru", "Это уже новая Гвинея.", GUINEA),
        ("sr", "Mali i Niger pregovaraju.", MALI),
        ("sr", "MALI ZATVARA GRANICU", MALI),
        ("pl", "Na południe od nich leży Sudan.", SUDAN),
        ("cs", "Televize Nova vysílá.", NOVA),
    ],
    ids=["its own longer name", "its own word", "no capital", "and", "a line of capitals", "apart", "another word"],
)
def test_no_word_does_that_is_the_entitys_own_or_of_another_phrase(language: str, text: str, entity: Entity) -> None:
    assert compounds_in(text, language, entity) == []


def test_a_word_further_ahead_makes_a_longer_name_too() -> None:
    text = "Лекари путују у Демократску Републику Конго."

    assert compounds_in(text, "sr", CONGO) == ["Републику Конго", "Конго"]
    assert compounds_in(text, "sr", KINSHASA) == []
    assert compounds_in("Лекари путују у Републику Конго.", "sr", CONGO) == []
