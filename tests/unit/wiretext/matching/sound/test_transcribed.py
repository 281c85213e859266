"""Names that Chinese transcribes in several ways."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces
from wiretext.matching.sound.transcribed import HanNames, goes_on, is_transcription, may_be_one
from wiretext.normal import normalise

MARTINA = an_entity("Martina Lindgren", names=("马蒂娜·林格伦",), short={})


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("马蒂娜", "玛提娜", True),
        ("马蒂娜", "马丁", False),
        ("马蒂娜", "马琳娜", False),
        ("马丁", "玛丁", False),
        ("马蒂娜", "马蒂甲", False),
        ("马蒂我", "玛提我", False),
        ("安德莉", "安黛丽", True),
        ("安雅莎", "安亚萨", False),
        ("基里尔", "西里尔", True),
        ("基里尔", "可里尔", True),
        ("基里尔", "提里尔", True),
        ("基里尔", "皮里尔", False),
    ],
    ids=[
        "other characters",
        "shorter",
        "another sound",
        "too short",
        "no transcription",
        "no transcription of either",
        "two consonants",
        "one consonant",
        "ki for si",
        "ki for k",
        "ki for ti",
        "ki for no pi",
    ],
)
def test_transcriptions_are_of_one_name_if_each_character_begins_alike(name: str, other: str, *, one: bool) -> None:
    assert may_be_one(name, other) is one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("總理瑪提娜·林格倫說。", ["瑪提娜·林格倫"]),
        ("总理玛提娜林格伦说。", []),
        ("总理安娜·玛提娜·林格伦说。", []),
        ("总理卡蒂娜·林格伦说。", []),
    ],
    ids=["as transcribed elsewhere", "without a dot", "in a longer name", "another name"],
)
def test_a_given_name_is_found_as_it_is_transcribed_elsewhere(text: str, found: list[str]) -> None:
    assert sorted(set(surfaces(text, MARTINA, language="zh"))) == found


@pytest.mark.parametrize(
    ("text", "goes_on_there"), [("雷诺瓦的画", True), ("雷诺的画", False), ("雷诺瓦伦西亚厂", False)]
)
def test_one_more_syllable_goes_on_with_a_transcription(text: str, *, goes_on_there: bool) -> None:
    assert goes_on(text, 2) is goes_on_there


def test_what_foreign_names_are_written_with_is_a_transcription() -> None:
    assert is_transcription("雷诺")
    assert not is_transcription("大众的")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昨天马蒂·林格伦来了", []),
        ("昨天马蒂斯特·林格伦来了", []),
        ("昨天马蒂德尔·林格伦来了", ["马蒂德尔·林格伦"]),
        ("昨天马蒂德·林格伦来了", ["马蒂德·林格伦"]),
    ],
    ids=["two less", "another one", "as listed", "one less"],
)
def test_a_last_consonant_of_a_given_name_may_be_left_out(text: str, found: list[str]) -> None:
    person = an_entity("Matilda Lindgren", names=("马蒂德尔·林格伦",), short={})

    assert surfaces(text, person, language="zh") == found


@pytest.mark.parametrize(
    ("text", "heard"),
    [("昨天威廉·盧托來了。", True), ("昨天威利·盧托來了。", False), ("昨天威廉·盧納來了。", False)],
    ids=["otherwise", "another given name", "another sound"],
)
def test_behind_a_given_name_that_is_the_same_one_character_of_two_may_be_another(text: str, *, heard: bool) -> None:
    names = HanNames([(0, "威廉·鲁托")])

    assert bool(list(names.heard(normalise(text).text))) is heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("昨天瑪麗亞·柯麗娜·馬查多來了。", True),
        ("昨天瑪麗亞·柯洛娜·馬丘多來了。", False),
        ("昨天瑪麗亞·安吉拉·馬查多來了。", False),
    ],
    ids=["otherwise", "and another last part", "another name"],
)
def test_a_part_between_two_that_are_the_same_may_be_transcribed_otherwise(text: str, *, heard: bool) -> None:
    names = HanNames([(0, "玛丽亚·科里纳·马查多")])

    assert bool(list(names.heard(normalise(text).text))) is heard
