"""Names that Chinese transcribes in several ways."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.places import surfaces
from wiretext.matching.sound.transcribed import may_be_one

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
