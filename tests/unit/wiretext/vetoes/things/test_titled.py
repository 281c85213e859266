"""When an article says once that a name in quotation marks is a title."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.titled import is_of_inn, titled

BODY = an_organization("Вектор")
CAPITAL = a_place("Париж", "Paříž", "Paryż")


def titles_in(text: str, language: str = "uk") -> int:
    reading = read(text, language)
    return len(titled(hits_in(reading, BODY), (BODY,), reading))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фильм «Вектор» вышел. Авторы «Вектора» рады."),
        ("uk", "Гурток «Вектор» відкрили. У «Векторі» двадцять дітей."),
        ("ru", "Хор учителей «Вектор» поёт. Зал рад «Вектору»."),
        ("be", "Рэстаран «Вектор» зачынены. У «Вектары» рамонт."),
        ("bg", "Сериал „Вектор“ започва. Зрителите на „Вектор“ чакат."),
        ("mk", "Кафулето „Вектор“ работи. Во „Вектор“ свират."),
        ("sr", "Kamp „Vektor“ je pun. U „Vektoru“ su deca."),
    ],
)
def test_what_is_a_title_once_is_one_wherever_it_stands_in_quotation_marks(language: str, text: str) -> None:
    reading = read(text, language)
    entity = an_organization("Вектор", "Vektor")
    hits = hits_in(reading, entity)

    assert titled(hits, (entity,), reading) == {hit for hit in hits if not hit.alias.unspaced}


@pytest.mark.parametrize(
    "text",
    [
        "Компанія «Вектор» зросла. Фільм «Вектор» вийшов.",
        "Завод «Вектор» відкрили. У «Векторі» раді.",
        "Фільм про Вектор вийшов.",
        "Фільм компанії «Вектор» вийшов.",
    ],
    ids=["a firm comes first", "a plant", "no quotation marks", "a firm's film"],
)
def test_a_firm_that_is_spoken_of_first_is_no_title(text: str) -> None:
    assert titles_in(text) == 0


def test_the_name_outside_quotation_marks_is_no_title() -> None:
    assert titles_in("Фільм «Вектор» вийшов. Вектор зріс.") == 1


def test_nobody_is_a_title() -> None:
    person = a_person("Вектор")
    reading = read("Фільм «Вектор» вийшов.", "uk")

    assert titled(hits_in(reading, person), (person,), reading) == set()


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("cs", "Restaurace Brno zavřela. Kuchař řekl, že Brno je plné.", 1),
        ("pl", "Kawiarnia Brno kusi. Szef mówi, że Brno jest pełne.", 1),
        ("cs", "Restaurace Brno zavřela. Vlak jede na Brno.", 0),
        ("cs", "Hotel Brno je plný. Brno zakázalo kouřit.", 0),
        ("cs", "Brno zavřelo. Restaurace Brno zavřela.", 0),
        ("ru", "Hotel Brno zavřel. Brno je plné.", 0),
    ],
    ids=["a restaurant", "a café", "a preposition", "a town that acts", "the town first", "another language"],
)
def test_a_house_that_has_the_name_has_it_later_too(language: str, text: str, found: int) -> None:
    town = a_place("Brno")
    reading = read(text, language)

    assert len(titled(hits_in(reading, town), (town,), reading)) == found


@pytest.mark.parametrize(
    ("text", "inn"),
    [
        ("Otevřela hospoda V Paříži.", True),
        ("V Paříži sněží.", False),
        ("Volby: V Paříži sněží.", False),
        ("Otevřeli v Paříži.", False),
    ],
)
def test_a_preposition_with_a_capital_makes_the_name_of_an_inn(text: str, *, inn: bool) -> None:
    reading = read(text, "cs")

    assert any(is_of_inn(hit, reading) for hit in hits_in(reading, CAPITAL)) is inn


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        (
            "nb",
            "Notes\n\nKoret sang «Norwegian Wood». De øvde på Norwegian Wood i ukevis.",
            an_organization("Norwegian"),
            False,
        ),
        ("nb", "Notes\n\nKoret fløy med Norwegian til Alta.", an_organization("Norwegian"), True),
    ],
)
def test_a_song_in_quotation_marks_has_an_airlines_name_further_on_too(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
