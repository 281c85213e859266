"""When the form of a phrase says that a thing has the name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization, believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wiretext.vetoes.things.bare_things import has_article_of_its_own, has_bare_thing, is_told_where

VOLTA = an_organization("Volta")
TARMA = a_place("Tarma")


@pytest.mark.parametrize(
    ("language", "text", "is_bare"),
    [
        ("sv", "Volta slott stänger för takbyte.", True),
        ("nb", "Bussen går til Volta sykehus igjen.", True),
        ("da", "Toget holder ved Volta station.", True),
        ("da", "Han holdt ved en Volta station.", False),
        ("sv", "Voltas slott stänger för takbyte.", False),
        ("sv", "De gav Volta priset.", False),
        ("en", "The Volta station burnt.", False),
    ],
)
def test_a_thing_without_an_article_has_the_name(language: str, text: str, *, is_bare: bool) -> None:
    reading = read(text, language)

    assert has_bare_thing(hit_in(reading, VOLTA), reading) is is_bare


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Regulars of The Volta raised a glass. The pub will shut.", True),
        ("Regulars of The Volta raised a glass.", False),
        ("Regulars of the Volta raised a glass in the pub.", False),
        ("A pub shut. The Volta had been there for years.", False),
        ("A pub by Why The Volta Fell", False),
    ],
)
def test_a_pub_has_an_article_of_its_own(text: str, *, has: bool) -> None:
    reading = read(text)

    assert has_article_of_its_own(hit_in(reading, VOLTA), VOLTA, reading) is has


def test_a_firm_with_an_article_in_a_label_has_none_of_a_pubs() -> None:
    herald = an_organization("Herald", "The Herald")
    reading = read("The pub was described by The Herald last week.")

    assert not any(has_article_of_its_own(hit, herald, reading) for hit in hits_in(reading, herald))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Titel\n\nIm Hotel Volta ist Ruhe. Das Volta sucht einen Koch.", []),
        ("de", "Titel\n\nIm Hotel Volta ist Ruhe. Volta baut Motoren.", ["Volta"]),
        ("de", "Titel\n\nDas Volta-Werk ruht.", ["Volta"]),
    ],
)
def test_an_article_takes_up_a_thing_that_has_been_told(language: str, text: str, found: list[str]) -> None:
    assert believed(text, VOLTA, language=language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Titel\n\nSkoleskibet Tarma lagde fra kaj. På Tarma er der varmt.", []),
        ("Titel\n\nSkoleskibet sejler til Tarma. I Tarma er der varmt.", ["Tarma", "Tarma"]),
    ],
)
def test_nobody_is_on_a_country(text: str, found: list[str]) -> None:
    assert believed(text, TARMA, language="da") == found


@pytest.mark.parametrize(
    ("language", "text", "is_bare"),
    [
        ("nb", "Bussen svinger inn i Tarmas gate.", True),
        ("da", "Bussen kører ad Tarmas Allé.", True),
        ("nb", "Banen stanset ved Tarmas plass i sentrum.", True),
        ("nb", "Tarmas plass i finalen er sikret.", False),
        ("da", "Kampen om Tarmas plads i alliancen går videre.", False),
        ("sv", "Tarmas väg till finalen blev lång.", False),
    ],
)
def test_a_street_has_the_name_in_the_genitive_and_a_rank_is_no_street(
    language: str, text: str, *, is_bare: bool
) -> None:
    reading = read(text, language)

    assert has_bare_thing(hit_in(reading, TARMA), reading) is is_bare


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [
        ("sv", "Volta ligger tre mil från kusten.", True),
        ("nl", "Volta ligt in het noorden en telt drieduizend inwoners.", True),
        ("fr", "Volta compte 900 habitants.", True),
        ("nb", "Volta ligger an til rekord. Tre mil nordover bor kundene.", False),
        ("fr", "Volta compte 900 salariés.", False),
    ],
)
def test_where_a_town_lies_tells_it_from_a_firm(language: str, text: str, *, is_told: bool) -> None:
    reading = read(text, language)

    assert is_told_where(hit_in(reading, VOLTA), VOLTA, reading) is is_told
