"""When musicians have the name of a place or an organisation."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wiretext.vetoes.things.bands import is_band

VOLTA = an_organization("Volta", "Вольта", "伏塔", "볼타")
TARMA = a_place("Tarma", "塔尔马")
ANA = an_entity("Volta")


@pytest.mark.parametrize(
    ("language", "text", "band"),
    [
        ("en", "The band Volta plays on Friday.", True),
        ("en", "The Volta band of pipers plays on Friday.", False),
        ("en", "The Volta group sold a plant.", False),
        ("cs", "Rocková skupina Volta hraje.", True),
        ("cs", "Skupina Volta prodala závod.", False),
        ("pl", "Zespół rockowy Volta gra.", True),
        ("pl", "Zespół Volta sprzedał zakład.", False),
        ("ru", "Рок-группа «Вольта» выступила.", True),
        ("ru", "Группа «Вольта» продала завод.", False),
        ("fr", "Le groupe de rock Volta joue.", True),
        ("fr", "Le groupe Volta vend.", False),
        ("es", "La banda de rock Volta toca.", True),
        ("es", "La banda Volta fue detenida.", False),
        ("es", "El coro Volta canta.", True),
        ("es", "El grupo Volta vende.", False),
        ("el", "Η χορωδία Volta τραγουδά.", True),
        ("de", "Die Rockband „Volta“ spielt.", True),
        ("de", "Das Volta-Konzert beginnt.", False),
        ("tr", "Volta rock grubu çaldı.", True),
        ("hu", "A Volta együttes játszik.", False),
        ("hu", "A Volta-együttes játszik.", True),
        ("zh", "伏塔乐队来了。", True),
        ("zh", "伏塔来了。", False),
        ("ko", "볼타 밴드가 왔다.", True),
    ],
)
def test_a_band_beside_the_name_of_an_organisation_has_it(language: str, text: str, *, band: bool) -> None:
    reading = read(text, language)

    assert is_band(hit_in(reading, VOLTA), VOLTA, reading) is band


@pytest.mark.parametrize(
    ("language", "text", "band"),
    [
        ("de", "Die Band Tarma spielt.", True),
        ("id", "Band Tarma tampil.", False),
        ("zh", "塔尔马乐队来了。", False),
    ],
)
def test_a_band_beside_the_name_of_a_place_may_be_from_there(language: str, text: str, *, band: bool) -> None:
    reading = read(text, language)

    assert is_band(hit_in(reading, TARMA), TARMA, reading) is band


def test_the_name_of_a_person_is_no_bands() -> None:
    reading = read("The band Volta plays.")

    assert not any(is_band(hit, ANA, reading) for hit in hits_in(reading, ANA))


def test_what_is_first_a_bands_name_is_so_in_the_whole_article() -> None:
    assert not is_believed("Title\n\nThe band Volta plays on Friday. Tickets for Volta are sold out.", VOLTA)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("El grupo Volta ensaya con dos guitarras y ya tiene un disco.", True),
        ("El grupo Volta vende dos guitarras al mes.", False),
        ("La empresa Volta ensaya con dos guitarras y un disco.", False),
    ],
    ids=["of music", "one word of music", "no group"],
)
def test_a_group_in_an_article_of_music_is_a_band(text: str, *, band: bool) -> None:
    reading = read(text, "es")

    assert is_band(hit_in(reading, VOLTA), VOLTA, reading) is band


def test_what_a_malay_team_calls_itself_in_quotation_marks_is_its_own() -> None:
    assert not is_believed('Pasukan yang menggelarkan diri "Volta" menang semalam.', VOLTA, language="ms")
