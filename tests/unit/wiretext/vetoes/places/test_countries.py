"""When a state, a town or a station has the name of a country."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.places.countries import is_no_country

GEORGIA = a_place("Georgia", "Géorgie", "Георгия", "Джорджия", "Gruzie", "Geórgia", "ジョージア", "Грузия")
PANAMA = a_place("Panama", "Panamá")
BRODNA = a_place("Brodna")


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "They live in the US state of Georgia.", True),
        ("en", "They live in the state of Georgia, in the United States.", True),
        ("en", "The state of Georgia's roads is poor.", False),
        ("de", "Er lebt im US-Bundesstaat Georgia.", True),
        ("fr", "Il vit dans l'État américain de Géorgie.", True),
        ("fr", "La Géorgie est un État ami.", False),
        ("es", "Vive en el estado de Georgia, en Estados Unidos.", True),
        ("ru", "Он живёт в штате Джорджия.", True),
        ("ru", "Он живёт в Грузии.", False),
        ("fi", "Hän asuu Georgian osavaltiossa.", True),
        ("fr", "Il vit près de Savannah, en Géorgie.", True),
        ("fr", "Il vit à Atlanta, en Géorgie.", True),
        ("fr", "La Géorgie a joué à Atlanta.", False),
        ("es", "Georgia y Savannah firman; Tbilisi calla.", False),
        ("it", "Pioggia in Georgia. A Savannah le strade sono chiuse.", True),
        ("pt", "A Geórgia tem savanas.", False),
    ],
)
def test_a_state_of_a_union_is_no_country(language: str, text: str, *, other: bool) -> None:
    reading = read(text, language)

    assert is_no_country(hit_in(reading, GEORGIA), GEORGIA, reading) is other


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "They sold a barn in Georgia, Ohio.", True),
        ("en", "They opened shops in Georgia, Texas and Utah.", False),
        ("pt", "O coral canta em Georgia, no Rio Grande do Sul, no sábado.", True),
        ("pt", "O coral canta em Georgia, no Rio Grande do Sul e na Bahia.", False),
        ("de", "Sie sangen in Georgia, in der Stadt Bendorf.", False),
        ("en", "The mayor of Georgia sang.", True),
        ("en", "The president of Georgia sang.", False),
        ("en", "Voters in Macon, Georgia, sang.", True),
        ("en", "Voters in Brodna, Georgia, sang.", False),
        ("en", "Georgia's governor sang.", True),
        ("en", "The mayor met Georgia's envoy.", False),
        ("es", "El alcalde de Georgia cantó.", True),
        ("es", "Llegaron a la ciudad de Georgia.", True),
        ("es", "Es una ciudad de Georgia.", False),
        ("en", "They walked in a town of Georgia.", False),
        ("es", "Georgia, capital del Quindío, celebra la feria.", True),
        ("es", "Georgia, aliada del Quindío, celebra la feria.", False),
        ("ru", "Они жили в городе Джорджия.", True),
        ("ru", "Мэры Грузии пели.", False),
        ("ru", "Мэр Грузии пел.", True),
        ("ru", "Они жили в городе Грузии.", False),
        ("es", "Llegaron el lunes en Georgia a una planta.\n\nLa capital del departamento vive del café.", True),
        ("es", "Viajaron en Georgia a Brodna. La capital del departamento vive del café.", False),
    ],
)
def test_a_town_is_no_country(language: str, text: str, *, other: bool) -> None:
    reading = read(text, language)

    assert is_no_country(hit_in(reading, GEORGIA), GEORGIA, reading) is other


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("pt", "O piano da estação Geórgia do metrô.", True),
        ("pt", "As estações da Geórgia fecharam.", False),
        ("en", "A train left Georgia Station.", True),
        ("en", "Every gas station in Georgia closed.", False),
        ("en", "The station Georgia built is new.", False),
        ("ru", "На станции «Джорджия» играют.", True),
        ("ru", "Станции Грузии закрыты.", False),
        ("ru", "Станция метро «Джорджия» закрыта.", True),
        ("ja", "ジョージア駅に着いた。", True),
        ("ja", "ジョージアに着いた。", False),
        ("de", "Sie warten am Bahnhof Georgia.", True),
    ],
)
def test_a_station_is_no_country(language: str, text: str, *, other: bool) -> None:
    reading = read(text, language)

    assert is_no_country(hit_in(reading, GEORGIA), GEORGIA, reading) is other


def test_a_country_that_is_called_as_its_capital_has_a_mayor_and_a_town_its_own() -> None:
    panama, brodna = read("El alcalde de Panamá cantó.", "es"), read("The mayor of Brodna sang.")

    assert not is_no_country(hit_in(panama, PANAMA), PANAMA, panama)
    assert not is_no_country(hit_in(brodna, BRODNA), BRODNA, brodna)


@pytest.mark.parametrize(
    ("language", "text", "name", "other"),
    [
        ("pl", "Dzielnica Włochy ma nowy park.", "Włochy", True),
        ("pl", "Parki Włochy otwierają jutro.", "Włochy", False),
        ("cs", "Lidé z osady Kanada tančili.", "Kanada", True),
        ("cs", "Obec Kanady se smála.", "Kanada", False),
        ("pl", "Sołtys Kanady kupił traktor.", "Kanada", True),
    ],
)
def test_a_district_or_a_settlement_before_the_nominative_is_no_country(
    language: str, text: str, name: str, *, other: bool
) -> None:
    entity = an_entity("Italy" if name == "Włochy" else "Canada", type="place", names=(name,), short={})
    reading = read(text, language)

    assert is_no_country(hit_in(reading, entity), entity, reading) is other


def test_a_country_that_is_named_with_a_region_of_its_own_is_itself() -> None:
    mexico = a_place("Mexico", "México")
    for text, other in (("Cantaron en México, en Jalisco.", False), ("Cantaron en México, en Antioquia.", True)):
        reading = read(text, "es")

        assert is_no_country(hit_in(reading, mexico), mexico, reading) is other


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ms", "Lampu di Little India menyala.", a_place("India"), False),
        ("tl", "Baha sa Mexico, Pampanga ngayon.", a_place("Mexico"), False),
    ],
)
def test_a_town_or_a_quarter_of_malaysia_or_the_philippines_is_no_country(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("zh", "巴布亚新几内亚地震。", a_place("Guinea", "几内亚"), False),
        ("zh", "几内亚总统辞职。", a_place("Guinea", "几内亚"), True),
    ],
)
def test_the_longer_name_of_a_country_is_another_in_chinese(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "A planetarium has arrived in Panama City, the capital.", False),
        ("en", "Children in Panama city schools saw it.", True),
        ("es", "Llegó a Ciudad de Panamá un planetario.", False),
        ("es", "Llegó a una ciudad de Panamá un planetario.", True),
        ("it", "È arrivato a Città di Panama un planetario.", False),
        ("ru", "Планетарий прибыл в Панама-Сити.", False),
        ("tl", "Dumating ito sa Lungsod ng Panama.", False),
    ],
)
def test_a_city_that_is_called_after_its_country_is_not_the_country(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, a_place("Panama", "Panamá", "Панама"), language=language) is meant
