"""Thai given names with other vowels."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces

ROSEN = an_entity("โรเซนเบิร์ก มาร์ติน", id="rosen", short={})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("นายโรเซนเบิร์ก มาร์ตินกล่าว", ["โรเซนเบิร์ก มาร์ติน"]),
        ("นายรอเซ็นแบร์ก มาร์ตินกล่าว", ["รอเซ็นแบร์ก มาร์ติน"]),
        ("นายรอเบิร์ต มาร์ตินกล่าว", []),
        ("มาร์ตินกล่าว", []),
    ],
    ids=["as listed", "other vowels", "another name", "no given name"],
)
def test_a_given_name_is_found_by_its_consonants_before_the_family_name(text: str, found: list[str]) -> None:
    assert surfaces(text, ROSEN, language="th") == found
