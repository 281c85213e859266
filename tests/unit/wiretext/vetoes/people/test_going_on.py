"""When a name in Han characters is the beginning of somebody else's."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.people.going_on import goes_on

WANG = an_entity("Wang Yi", names=("王毅",))
MA = an_entity("Jack Ma", names=("马云",))
ASO = an_entity("Taro Aso", names=("麻生太郎",))
KOREA = a_place("South Korea", "韩国")


@pytest.mark.parametrize(
    "text",
    [
        "王毅民说，菜园在山脚下。",
        "货车司机王毅华。",
        "王毅林先生七十岁了。",
        "王毅芳种菜。后来王毅芳把菜送人。",
    ],
    ids=["speech", "trade", "address", "repeated"],
)
def test_a_character_of_a_given_name_behind_a_name_makes_it_anothers(text: str) -> None:
    reading = read(text, "zh")

    assert goes_on(hit_in(reading, WANG), WANG, reading)


@pytest.mark.parametrize(
    "text",
    [
        "王毅说，双方谈得很好。",
        "王毅也说了几句。",
        "王毅国庆期间出访。王毅国庆后回国。",
        "王毅指出，会谈坦诚。",
        "王毅民在场，王毅外长也在。",
    ],
    ids=["nothing", "a particle", "a word", "a verb", "both, and nothing tells"],
)
def test_what_may_be_another_word_behind_a_name_leaves_it_alone(text: str) -> None:
    reading = read(text, "zh")

    assert not goes_on(hit_in(reading, WANG), WANG, reading)


def test_the_last_part_of_an_old_japanese_name_makes_another_of_it() -> None:
    old, own = read("庄屋の麻生太郎兵衛が書いた。", "ja"), read("麻生太郎氏が話した。", "ja")

    assert goes_on(hit_in(old, ASO), ASO, old)
    assert not goes_on(hit_in(own, ASO), ASO, own)


def test_a_country_whose_name_begins_like_a_persons_needs_what_stands_behind_persons() -> None:
    person, country = read("韩国栋说他喜欢下棋。", "zh"), read("韩国民众走上街头。", "zh")

    assert goes_on(hit_in(person, KOREA), KOREA, person)
    assert not goes_on(hit_in(country, KOREA), KOREA, country)


def test_a_longer_name_that_the_watch_list_has_is_its_own() -> None:
    both = an_entity("Ma", names=("马云", "马云飞"))
    reading = read("马云飞说他喜欢画画。", "zh")

    assert goes_on(hit_in(reading, MA), MA, reading)
    assert not goes_on(hit_in(reading, both), both, reading)


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("元選手の丸山圭介さんが来た。", True),
        ("丸山たかしくんが来た。", True),
        ("丸山社員さんが来た。", False),
        ("丸山は新型車を出した。", False),
        ("丸山社長が来た。", False),
    ],
)
def test_a_japanese_firms_name_before_a_given_name_and_an_address_is_somebodys(text: str, *, goes: bool) -> None:
    firm = an_organization("Maruyama", "丸山")
    reading = read(text, "ja")

    assert goes_on(hit_in(reading, firm), firm, reading) is goes
