"""When a name is that of a town."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.places.settlements import is_settlement, is_town

VOLTA = an_organization("Volta", "Вольта", "高井", "フォルタ", "فولتا")


@pytest.mark.parametrize(
    ("language", "text", "settled"),
    [
        ("en", "They grew up in Volta City.", True),
        ("en", "They grew up in the town of Volta.", True),
        ("en", "A village called Volta lies there.", True),
        ("en", "A firm called Volta lies there.", False),
        ("en", "In the city Volta sold boats.", False),
        ("en", "Volta city buses are blue.", False),
        ("nl", "Zij komen uit Den Volta en zingen.", True),
        ("nl", "Den Volta ligt aan zee.", True),
        ("de", "Den Volta mögen alle.", False),
        ("de", "Sie mögen den Volta alle.", False),
        ("fi", "Voltan kaupunki rakensi sillan.", True),
        ("fi", "Volta kaupungissa avasi kaupan.", False),
        ("it", "Nel paese di Volta piove.", False),
        ("it", "Nella città di Volta piove.", True),
        ("ru", "Они жили в городе Вольта в горах.", True),
        ("ru", "Они жили в городе. Вольта росла.", False),
        ("ru", "В этом городе Вольта построила мост.", False),
        ("zh", "高井村的老人来了。", True),
        ("zh", "高井市场份额很大。", False),
        ("ja", "高井市は雨だ。", True),
        ("ja", "フォルタ村田社長は語った。", False),
        ("ar", "عاشوا في مدينة فولتا.", True),
        ("ar", "عاشوا في مدينة فولتا جنوب البلاد.", True),
        ("ar", "في هذه المدينة فولتا تبيع القوارب.", False),
        ("es", "Llegaron desde Volta, en el sur del país.", True),
        ("es", "Llegaron desde Volta, en autobús.", False),
        ("es", "Trabajan para Volta, en el sur del país.", False),
        ("tr", "Volta şehri büyüdü.", True),
        ("ro", "Corul va cânta la Volta, oraș din sudul Franței.", True),
        ("ro", "Corul va cânta la Volta, firma din sudul Franței.", False),
        ("pt", "Volta, no distrito de Beja, recebe a feira.", True),
        ("pt", "Na Volta, no distrito de Beja, há greve.", False),
        ("es", "Llegaron a Volta, ciudad de artesanos.", True),
        ("tl", "Pumunta sila sa Volta, bayan sa tabi ng dagat.", True),
    ],
)
def test_a_word_for_a_town_beside_a_name_makes_it_that_of_a_town(language: str, text: str, *, settled: bool) -> None:
    reading = read(text, language)

    assert is_settlement(hit_in(reading, VOLTA), reading) is settled


def test_a_town_has_the_name_alone_where_the_word_for_it_is_none_of_the_name() -> None:
    alone, together = read("Voltan kaupunki kasvaa.", "fi"), read("They live in Volta City.")

    assert is_town(hit_in(alone, VOLTA), alone)
    assert not is_town(hit_in(together, VOLTA), together)


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("sv", "Notes\n\nIshallen i Sandvik är stängd. Sandvik har en kiosk.", an_organization("Sandvik"), False),
        ("sv", "Notes\n\nAktien i Sandvik föll.", an_organization("Sandvik"), True),
        ("da", "Notes\n\nBeboerne på Salling spiser østers.", an_organization("Salling"), False),
    ],
)
def test_a_preposition_of_places_tells_a_town_from_a_firm(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_a_town_or_a_river_may_have_a_politicians_family_name() -> None:
    kishida = an_entity("Fumio Kishida", names=("岸田文雄",), short={"Jpan": ("岸田",)})

    assert not is_believed("岸田町の住民が集まった。", kishida, language="ja")
    assert not is_believed("岸田川の堤防を直す。", kishida, language="ja")
    assert is_believed("岸田首相が会見した。", kishida, language="ja")


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ja", "豊田市トヨタ町の祭りがあった。", an_organization("Toyota", "トヨタ"), False),
        ("ja", "トヨタの祭りがあった。", an_organization("Toyota", "トヨタ"), True),
        ("ja", "イオン町で祭りがあった。", an_organization("Aeon", "イオン"), False),
        ("ja", "イオン町田店が開いた。", an_organization("Aeon", "イオン"), True),
        ("th", "น้ำท่วมแขวงบางจาก", an_organization("Bangchak", "บางจาก"), False),
        ("th", "บางจากลดราคาน้ำมัน", an_organization("Bangchak", "บางจาก"), True),
    ],
)
def test_a_town_a_village_or_a_quarter_may_have_a_firms_name_in_japanese_and_thai(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Automat stanie w gminie Brodna Kujawska.", False),
        ("Automat stanie w Brodnie Kujawskiej.", False),
        ("W Brodnie Kujawski otworzył szkołę.", True),
        ("Automat stanie w Brodnie.", True),
    ],
)
def test_an_adjective_in_its_case_makes_another_town_of_it(text: str, *, expected: bool) -> None:
    assert is_believed(text, a_place("Brodna"), language="pl") is expected
