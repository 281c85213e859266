"""Given names that Korean transcribes in several ways."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces
from wiretext.matching.sound.hangul import HangulNames, may_be_one
from wiretext.normal import normalise


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("타이이프", "타입", True),
        ("볼로디미르", "월로디미르", False),
        ("블라디미르", "블라지미르", False),
        ("알렉산더", "알렉산데르", False),
        ("알렉산데르", "알렉싼데르", True),
        ("마네트", "마넷", True),
        ("타입", "토파", False),
        ("안", "안", False),
    ],
    ids=["vowels", "another sound", "another stop", "longer", "doubled", "at the end", "another vowel", "one syllable"],
)
def test_names_of_like_consonants_may_be_one(name: str, other: str, *, one: bool) -> None:
    assert may_be_one(name, other) is one


def test_a_given_name_that_is_spelt_otherwise_belongs_to_the_family_name_after_it() -> None:
    person = an_entity("Tayyip Erdogan", names=("타이이프 에르도안",), short={})

    assert surfaces("어제 타입 에르도안은 웃었다.", person, language="ko") == ["타입 에르도안"]
    assert surfaces("어제 마리 에르도안은 웃었다.", person, language="ko") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("전 총리 데이비드 카메론은 왔다.", ["데이비드 카메론"]),
        ("전 총리 데이빗 캐머런과 왔다.", ["데이빗 캐머런"]),
        ("전 총리 데이비드 카메라는 왔다.", []),
        ("전 총리 로버트 카메론은 왔다.", []),
        ("전 총리 데이비드의 카메론은 왔다.", []),
        ("전 총리 데이비드. 카메론은 왔다.", []),
    ],
    ids=["the family name", "the given name", "another name", "somebody else", "a particle between", "a full stop"],
)
def test_a_name_of_several_parts_is_heard_by_all_of_them(text: str, found: list[str]) -> None:
    names = HangulNames([(0, "데이비드 캐머런")])
    plain = normalise(text).text

    assert [plain[start:end] for start, end, _ in names.heard(plain)] == found


@pytest.mark.parametrize("label", ["카메론", "데이비드 모", "David Cameron"])
def test_a_name_of_one_part_or_few_sounds_is_not_heard(label: str) -> None:
    assert list(HangulNames([(0, label)]).heard(normalise(f"전 총리 {label}은").text)) == []
