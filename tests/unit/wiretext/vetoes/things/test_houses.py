"""When a small house bears an organisation's name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.things.houses import is_house

VOLTA = an_organization("Volta", "Вольта", "فولتا", "ボルタ", "볼타", "沃尔塔", "वोल्टा")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "Kebabbaren Volta i Odense fyldte tredive.", True),
        ("id", "Warung sate Volta pindah.", True),
        ("id", "Warung dan Volta pindah.", False),
        ("es", "El restaurante chino Volta cerró.", True),
        ("es", "El restaurante de Volta cerró.", False),
        ("de", "Wir aßen im Imbiss Volta am Bahnhof.", True),
        ("de", "Wir aßen im Volta-Imbiss am Bahnhof.", True),
        ("de", "Gestern hat Volta Restaurants gekauft.", False),
        ("en", "They ate at the Volta Kebab in town.", True),
        ("en", "They ate at a Volta restaurant.", False),
        ("fi", "He söivät Volta-ravintolassa.", True),
        ("hu", "A „Volta” Étterem megnyílt.", True),
        ("tr", "Volta lokantası açıldı.", True),
        ("ru", "Мы обедали в шашлычной «Вольта» у моря.", True),
        ("ru", "Мы обедали в столовой Вольты у моря.", False),
        ("ar", "أكلنا في مطعم فولتا قرب البحر.", True),
        ("ja", "駅前の食堂「ボルタ」で食べた。", False),
        ("ja", "駅前のボルタ食堂で食べた。", True),
        ("ko", "우리는 볼타 분식 앞에서 만났다.", True),
        ("zh", "他们在沃尔塔餐厅吃饭。", True),
        ("zh", "他们在沃尔塔开会。", False),
        ("hi", "वे वोल्टा ढाबे पर मिले।", True),
        ("uz", "Volta choyxonasi ochildi.", True),
        ("uz", "Voltaning choyxonasi ochildi.", True),
        ("uz", "Volta zavodi ochildi.", False),
        ("kk", "Вольта шайханасы ашылды.", True),
        ("az", "Volta yeməkxanası açıldı.", True),
    ],
)
def test_a_small_house_beside_a_name_has_it(language: str, text: str, *, expected: bool) -> None:
    reading = read(text, language)

    assert is_house(hit_in(reading, VOLTA), reading) is expected
