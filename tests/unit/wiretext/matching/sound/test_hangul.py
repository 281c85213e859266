"""Given names that Korean transcribes in several ways."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces
from wiretext.matching.sound.hangul import may_be_one


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
