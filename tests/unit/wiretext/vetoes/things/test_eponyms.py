"""When something is named after whoever has the name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, an_organization
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.things.eponyms import is_borne_by_thing, is_of_eponym


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Stal z pieca Lee-Martin była droga.", True),
        ("pl", "Spotkanie Lee-Martin trwało godzinę.", False),
        ("tr", "Lee-Martin fırını söküldü.", True),
        ("az", "Haber–Lee prosesi öyrənildi.", True),
        ("ru", "Закон Бойля - Ли забыт.", False),
        ("en", "The Haber-Lee process needs heat.", True),
        ("en", "The Lee process needs heat.", False),
        ("de", "Das Lee-Martin Gesetz.", False),
    ],
)
def test_a_hyphen_joins_the_names_of_two_after_whom_something_is_called(
    language: str, text: str, *, expected: bool
) -> None:
    lee = an_organization("Lee", "Ли")
    reading = read(text, language)

    assert is_of_eponym(hit_in(reading, lee), reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Anna Lee'nin adını taşıyan okul açıldı.", True),
        ("tr", "Anna Lee'nin adını andılar.", False),
        ("az", "Anna Lee adını daşıyan məktəb açıldı.", True),
        ("kk", "Анна Ли есімін иеленген көше бар.", True),
        ("kk", "Анна Ли берілген тапсырманы тексерді.", False),
        ("hy", "Աննա Լիի անունը կրող դպրոցը բացվեց։", True),
        ("ka", "სკოლა ანა ლის სახელს ატარებს.", True),
    ],
)
def test_what_bears_a_name_says_so_behind_it(language: str, text: str, *, expected: bool) -> None:
    anna = a_person("Anna Lee", "Анна Ли", "Աննա Լի", "ანა ლი")
    reading = read(text, language)

    assert is_borne_by_thing(hit_in(reading, anna), reading) is expected
