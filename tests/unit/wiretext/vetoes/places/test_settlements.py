"""When a name is that of a town."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import hit_in, read
from tests.unit.wiretext.vetoes.meaning import an_organization
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
