"""When a word with a capital before an organisation's name is a given name that no table has."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.people.forenames import follows_forename, follows_title

VOLTA = an_organization("Volta", "VOLTA")


@pytest.mark.parametrize(
    ("language", "text", "follows"),
    [
        ("da", "Hver dag sætter Majbritta Volta sin stol op.", True),
        ("sv", "Nu seglar Ollebert Volta hem.", True),
        ("nl", "Een schilderij van Filippus Volta hangt er weer.", True),
        ("fr", "On y lit Apolline Volta chaque soir.", True),
        ("fr", "Un dessin de Léonard de Volta est vendu.", True),
        ("fr", "Le groupe Volta embauche.", False),
        ("fr", "Le patron Xavier Huillard de Volta est content.", False),
        ("en", "Shares of Korean Volta fell.", False),
        ("en", "A plant in Germany Volta sold is shut.", False),
        ("en", "Why Rival Volta Fell", False),
        ("en", "On Monday Volta said so.", False),
        ("en", "The CEO of EU Volta said so.", False),
        ("en", "Giant Volta said so.", False),
        ("en", "A robot by Zipline Volta Motors sold.", False),
        ("en", "The President Volta hired left.", False),
        ("sv", "Det var Sveriges Volta som vann.", False),
        ("sv", "Det var norska Volta som vann.", False),
        ("sv", "Det var den Svenska Volta köpte.", False),
        ("nl", "Het was Duitse Volta dat won.", False),
        ("de", "Gestern hat Autobauer Volta geliefert.", False),
    ],
)
def test_what_can_be_nothing_but_a_given_name_makes_a_family_name_of_it(
    language: str, text: str, *, follows: bool
) -> None:
    reading = read(text, language)

    assert follows_forename(hit_in(reading, VOLTA), VOLTA, reading) is follows


@pytest.mark.parametrize(
    ("language", "text", "follows"),
    [
        ("nl", "Na jaren sluit huisarts Volta haar praktijk.", True),
        ("ca", "La mestra Volta s'acomiada.", True),
        ("de", "Der Zahnarzt Volta hört auf.", True),
        ("nl", "Na jaren sluit winkelketen Volta haar zaken.", False),
        ("de", "Der Vorstand Volta hört auf.", False),
        ("nl", "De huisarts Volta Zorg sprak.", False),
    ],
)
def test_nobody_calls_a_firm_as_a_doctor_or_a_teacher(language: str, text: str, *, follows: bool) -> None:
    reading = read(text, language)

    assert follows_title(hit_in(reading, VOLTA), VOLTA, reading) is follows


def test_a_place_is_no_family_name() -> None:
    tarma = a_place("Tarma")
    reading = read("Nu seglar Ollebert Tarma hem.", "sv")

    assert not follows_forename(hit_in(reading, tarma), tarma, reading)
    assert not follows_title(hit_in(reading, tarma), tarma, reading)


@pytest.mark.parametrize(
    ("language", "text", "follows"),
    [
        ("sv", "Skepparen Ollebert Volta har köpt en båt.", True),
        ("sv", "Konkurrenten Ollebert Volta har köpt en båt.", False),
        ("sv", "Även Ollebert Volta har köpt en båt.", False),
    ],
)
def test_a_walk_of_life_may_open_the_sentence_before_a_given_name(language: str, text: str, *, follows: bool) -> None:
    reading = read(text, language)

    assert follows_forename(hit_in(reading, VOLTA), VOLTA, reading) is follows


@pytest.mark.parametrize(
    ("language", "text", "follows"),
    [
        ("fr", "Kim Dutilleul élève des abeilles.", True),
        ("fr", "KIM Dutilleul élève des abeilles.", False),
        ("fr", "Kim France recrute.", False),
        ("fr", "Kim livre du riz.", False),
        ("en", "Kim Chief Leaves", False),
        ("hr", "Slastičarka Kim Vukelić peče kruh.", True),
        ("hr", "Slastičarka Kim peče kruh.", False),
        ("hr", "Direktorica Kim Vukelić peče kruh.", False),
    ],
)
def test_an_acronym_that_is_written_as_a_given_name_is_one_before_a_family_name(
    language: str, text: str, *, follows: bool
) -> None:
    reading, kim = read(text, language), an_organization("KIM")

    assert follows_forename(hit_in(reading, kim), kim, reading) is follows


@pytest.mark.parametrize(
    ("language", "text", "follows"),
    [
        ("de", "Küster Tarma schließt die Kirche ab.", True),
        ("nl", "Meester Tarma gaat met pensioen.", True),
        ("de", "Botschafter Tarmas", False),
        ("fr", "La mère Tarma se souvient.", False),
    ],
)
def test_a_title_of_people_makes_a_family_name_of_a_country_in_germanic_languages(
    language: str, text: str, *, follows: bool
) -> None:
    reading, tarma = read(text, language), a_place("Tarma")

    assert follows_title(hit_in(reading, tarma), tarma, reading) is follows


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("de", "Notes\n\nTorwart Kuba hielt den Ball.", a_place("Kuba"), False),
        ("de", "Notes\n\nKubas Torwart hielt den Ball.", a_place("Kuba"), True),
    ],
)
def test_a_goalkeeper_is_no_country_but_may_be_of_one(language: str, text: str, entity: Entity, *, meant: bool) -> None:
    assert is_believed(text, entity, language=language) is meant
