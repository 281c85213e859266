"""What becomes of CLDR's names: which are names, which are short, and which belong to nobody."""

from __future__ import annotations

import pytest

from wirekit.contracts import Entity, Watchlist
from wiretext import Enricher, places
from wiretext.labels import spelling


@pytest.fixture(scope="module")
def everywhere() -> tuple[Entity, ...]:
    return tuple(map(places.place, places.place_ids()))


def test_every_place_can_be_made_and_has_its_id_and_a_name_in_english(everywhere: tuple[Entity, ...]) -> None:
    assert len(everywhere) > 350
    assert [entity.id for entity in everywhere] == list(places.place_ids())
    assert [entity.id for entity in everywhere if entity.type != "place" or not entity.name.isprintable()] == []
    assert {entity.id: entity.name for entity in everywhere} == places.english_names()


def test_a_territory_has_names_in_dozens_of_languages() -> None:
    entity = places.place("territory-kp")
    names = {entity.name, *entity.names}

    assert {"North Korea", "КНДР", "북한", "Corée du Nord", "Korea Utara", "उत्तर कोरिया", "朝鲜"} <= names
    assert len(names) > 120


def test_a_city_has_the_name_it_bears_now() -> None:
    entity = places.place("city-kyiv")

    assert entity.name == "Kyiv"
    assert {"Kiev", "Київ", "Киев", "Kijów"} <= set(entity.names)


def test_no_two_places_share_a_full_name(everywhere: tuple[Entity, ...]) -> None:
    owners: dict[tuple[str, ...], list[str]] = {}
    for entity in everywhere:
        for words in {spelling(name) for name in (entity.name, *entity.names)}:
            owners.setdefault(words, []).append(entity.id)

    assert {words: ids for words, ids in owners.items() if len(ids) > 1} == {}


def test_a_word_of_three_letters_is_no_name_by_itself() -> None:
    names = {name for code in ("im", "in", "cz") for name in places.place(f"territory-{code}").names}

    assert names.isdisjoint({"Man", "End", "Séc"})


@pytest.mark.parametrize(
    ("entity_id", "text"),
    [
        ("territory-ge", "Prezydent George Bush wystąpił we wtorek."),
        ("territory-ge", "Giorgia Meloni ha parlato martedì a Roma."),
        ("territory-is", "He lives on Livingston Island."),
        ("city-juba", "The minister flew to Cuba on Tuesday."),
        ("city-aden", "Adam Novák promluvil v úterý."),
        ("city-lome", "ระยะทางสิบกิโลเมตร"),
        ("territory-us", "Minister Abd Rahman spoke on Tuesday."),
        ("territory-mx", "Na Měsíci přistála sonda."),
    ],
)
def test_a_word_or_a_name_that_looks_like_a_place_is_none(entity_id: str, text: str) -> None:
    article = Enricher(Watchlist(entities=(places.place(entity_id),))).enrich_text("a", "", text)

    assert [mention.surface for mention in article.mentions if mention.entity_id] == []


def test_a_longer_name_of_another_country_is_not_this_one() -> None:
    enricher = Enricher(Watchlist(entities=(places.place("territory-gn"), places.place("territory-ne"))))
    article = enricher.enrich_text("a", "", "Papua New Guinea and Nigeria met Equatorial Guinea.")

    assert [mention.surface for mention in article.mentions] == []


@pytest.mark.parametrize(
    ("entity_id", "text"),
    [
        ("territory-kp", "Министр прибыл в КНДР во вторник."),
        ("territory-ru", "Menteri itu terbang ke Rusia pada hari Selasa."),
        ("territory-us", "Die Vereinigten Staaten haben am Dienstag geantwortet."),
        ("city-pyongyang", "Le ministre est arrivé à Pyongyang mardi."),
        ("city-moscow", "部长星期二抵达莫斯科。"),
        ("city-tehran", "وصل الوزير إلى طهران يوم الثلاثاء."),
    ],
)
def test_a_place_is_found_in_the_language_of_the_text(entity_id: str, text: str) -> None:
    article = Enricher(Watchlist(entities=(places.place(entity_id),))).enrich_text("a", "", text)

    assert [mention.entity_id for mention in article.mentions] == [entity_id]


def test_where_the_package_was_not_built_there_are_no_places_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_cldr", lambda: {"territories": {}, "cities": {}})
    places.place_ids.cache_clear()
    try:
        assert places.place_ids() == {}
    finally:
        places.place_ids.cache_clear()
