"""When a boat has a name in quotation marks."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.christened import is_christened

VOLTA = an_entity("Volta", type="organization", names=("Вольта", "フォルタ"), short={})


@pytest.mark.parametrize(
    ("language", "text", "christened"),
    [
        ("nb", "Den gamle trebåten «Volta» vant.", True),
        ("nb", "Bedriften «Volta» vant.", False),
        ("en", 'The boat "Volta" sank.', True),
        ("en", 'The start-up "Volta" sank money.', False),
        ("en", "Their boat Volta sold.", False),
        ("de", "Der Fischkutter „Volta“ sank.", True),
        ("de", "Das Bootcamp „Volta“ begann.", False),
        ("nl", "De zaak “Volta” sloot.", False),
        ("fi", "Purjevene ”Volta” voitti.", True),
        ("fr", "Le chalutier « Volta » a coulé.", True),
        ("fr", "La société « Volta » a coulé.", False),
        ("ru", "Старый катер «Вольта» утонул.", True),
        ("ru", "Они работают на заводе «Вольта».", False),
        ("hu", "A „Volta” hajó elsüllyedt.", True),
        ("tr", '"Volta" gemisi battı.', True),
        ("ja", "漁船「フォルタ」が出た。", True),
        ("ja", "新会社「フォルタ」が出た。", False),
    ],
)
def test_a_boat_beside_quotation_marks_has_the_name_in_them(language: str, text: str, *, christened: bool) -> None:
    reading = read(text, language)

    assert is_christened(hit_in(reading, VOLTA), reading) is christened
