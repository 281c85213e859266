"""When an animal bears the name."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.places import hit_in, read
from wiretext.vetoes.animals import is_animal

VOLTA = an_entity("Volta", type="organization", names=("Вольта", "וולטה", "伏塔", "ヴォルタ"), short={})


@pytest.mark.parametrize(
    ("language", "text", "animal"),
    [
        ("en", "A dog named Volta found it.", True),
        ("en", "A dog at Volta found it.", False),
        ("en", "A dog, Volta says, found it.", False),
        ("en", "A firm named Volta found it.", False),
        ("en", "They met at Volta on Monday.", False),
        ("de", "Eine Katze mit dem Namen Volta gewann.", True),
        ("es", "La yegua Volta ganó.", True),
        ("sv", "En tax vid namn Volta hittade den.", True),
        ("ru", "Пёс по кличке «Вольта» нашёл её.", True),
        ("tr", "Volta adlı köpek buldu.", True),
        ("tr", "Volta köpek aldı.", False),
        ("he", "הכלב וולטה מצא אותו.", True),
        ("zh", "一只名叫伏塔的狗找到了。", True),
        ("zh", "伏塔给狗做衣服。", False),
        ("ja", "ヴォルタという名の犬が来た。", True),
        ("eo", "Hundo Volta.", False),
    ],
)
def test_an_animal_beside_a_name_has_it_where_it_is_said_to_be_called_so(
    language: str, text: str, *, animal: bool
) -> None:
    reading = read(text, language)

    assert is_animal(hit_in(reading, VOLTA), reading) is animal
