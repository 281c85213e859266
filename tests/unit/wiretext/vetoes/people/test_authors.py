"""When a name is a poet's or a painter's, by what he made."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.people.authors import is_of_author

ANNA = a_person("Anna Berg", "ანა ბერგი", "Анна Берг")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They read Anna Berg's poems aloud.", True),
        ("en", "They read Anna Berg poems aloud.", True),
        ("en", "They read poems by Anna Berg aloud.", True),
        ("en", "They read Anna Berg's books aloud.", False),
        ("tr", "Anna Berg'in şiirleri okundu.", True),
        ("tr", "Anna Berg kitabını tanıttı.", False),
        ("az", "Anna Berg şeirlərini oxudu.", True),
        ("uz", "Anna Berg she'rlari o'qildi.", True),
        ("uz", "Anna Berg kitobi chiqdi.", False),
        ("ka", "ანა ბერგის ლექსები წაიკითხეს.", True),
        ("kk", "Анна Берг өлеңдері оқылды.", True),
        ("ru", "Читали стихи Анны Берг.", True),
        ("ru", "Читали книги Анны Берг.", False),
    ],
)
def test_who_made_poems_or_a_symphony_is_an_author(language: str, text: str, *, expected: bool) -> None:
    reading = read(text, language)

    assert is_of_author(hit_in(reading, ANNA), reading) is expected
