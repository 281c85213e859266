"""When an age stands after a name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import read
from wiretext.vetoes.context.ages import follows_age


@pytest.mark.parametrize(
    ("language", "text", "aged"),
    [
        ("es", "Volta, de 8 años, ganó.", True),
        ("es", "Volta, 50 años después de abrir, cierra.", False),
        ("es", "Volta, de 130 años, cierra.", False),
        ("it", "Volta, nove anni, ha vinto.", True),
        ("it", "Volta, nove anni dopo, ha vinto.", False),
        ("pt", "Volta, de oito anos, venceu.", True),
        ("ro", "Volta, de 23 de ani, a câștigat.", True),
        ("el", "Volta, 58 ετών, κέρδισε.", True),
        ("id", "Volta (57 tahun) menang.", True),
        ("id", "Volta, 57 tahun setelah dibuka, tutup.", False),
        ("ms", "Volta, 57 tahun, menang.", True),
        ("tl", "Volta, 22 anyos, nanalo.", True),
        ("sw", "Volta, mwenye umri wa miaka 40, alishinda.", True),
        ("en", "Volta, 8 years old, won.", False),
    ],
)
def test_an_age_tells_a_person(language: str, text: str, *, aged: bool) -> None:
    assert follows_age(read(text, language), len("Volta")) is aged
