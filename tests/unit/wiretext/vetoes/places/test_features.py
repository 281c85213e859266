"""When a mountain, a sea or another country has a country's name in its own."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.places.features import is_part_of_name

KENYA = a_place("Kenya", "Kenia", "Κένυα")
SUDAN = a_place("Sudan", "Sudán")
GUINEA = a_place("Guinea", "Gwinea")
JAPAN = a_place("Japan", "Jepang", "Japón", "Giappone", "Ιαπωνία", "ژاپن", "יפן", "जापान")
PARTY = {"Kenya": KENYA, "Sudan": SUDAN, "Guinea": GUINEA, "Japan": JAPAN}


@pytest.mark.parametrize(
    ("name", "language", "text", "part"),
    [
        ("Kenya", "sw", "Walipanda Mlima Kenya jana.", True),
        ("Kenya", "sw", "Milima ya Kenya ni mizuri.", False),
        ("Kenya", "es", "Subieron al monte Kenia en agosto.", True),
        ("Kenya", "es", "Subieron a un monte de Kenia.", False),
        ("Kenya", "es", "Un hotel en Kenia cierra.", False),
        ("Kenya", "el", "Ανέβηκαν στο όρος Κένυα.", True),
        ("Japan", "es", "El mar de Japón estaba en calma.", True),
        ("Japan", "es", "La flota de Japón zarpó.", False),
        ("Japan", "id", "Kapal itu tenggelam di Laut Jepang.", True),
        ("Japan", "id", "Ikan dari laut Jepang mahal.", False),
        ("Japan", "id", "Warga Desa Jepang panen padi.", True),
        ("Japan", "id", "Warga desa di Jepang panen padi.", False),
        ("Japan", "tl", "Taga-lungsod ng Japan ang pintor.", True),
        ("Japan", "tl", "Sikat ito sa mga lungsod ng Japan.", False),
        ("Japan", "tl", "Nakatira siya sa bayan ng Japan sa Iloilo.", True),
        ("Japan", "tl", "Mahal niya ang bayan ng Japan.", False),
        ("Guinea", "es", "Llegó a Nueva Guinea.", True),
        ("Guinea", "pl", "Studenci z Gwinei Równikowej wrócili.", True),
        ("Guinea", "pl", "Studenci z Gwinei wrócili.", False),
        ("Guinea", "es", "Ganó la Escuela República de Guinea.", True),
        ("Guinea", "es", "Ganó la selección de la República de Guinea.", False),
        ("Guinea", "ms", "Pelajar Universiti Guinea menang.", True),
        ("Japan", "id", "Mereka belajar bahasa Jepang.", True),
        ("Japan", "id", "Kampung Jepang itu sepi.", False),
        ("Guinea", "ms", "Pelajar universiti Guinea menang.", False),
        ("Sudan", "sw", "Sudan Kusini imefungua shule.", True),
        ("Sudan", "sw", "Sudan imefungua shule.", False),
        ("Sudan", "es", "Sudán del Sur abre una escuela.", True),
        ("Sudan", "es", "En Sudán del presidente nadie habla.", False),
        ("Guinea", "tl", "Galing siya sa Papua New Guinea.", True),
        ("Japan", "fa", "ناو در دریای ژاپن ماند.", True),
        ("Japan", "fa", "مردم ژاپن رای دادند.", False),
        ("Japan", "he", "הספינה חצתה את ים יפן.", True),
        ("Japan", "he", "שגריר יפן הגיע.", False),
        ("Japan", "hi", "बाजार का लिटल जापान बंद है।", True),
        ("Japan", "hi", "बाजार में जापान का सामान है।", False),
    ],
)
def test_a_name_may_be_a_part_of_a_longer_one(name: str, language: str, text: str, *, part: bool) -> None:
    reading = read(text, language)

    assert is_part_of_name(hit_in(reading, PARTY[name]), PARTY[name], reading) is part


def test_the_longer_name_is_the_countrys_own_where_it_is_one_of_its_labels() -> None:
    both = a_place("Sudan", "Sudan Kusini")
    reading = read("Sudan Kusini imefungua shule.", "sw")

    assert not is_part_of_name(hit_in(reading, both), both, reading)


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("zh", "几内亚的海岸很美。", False),
        ("zh", "他们去了赤道几内亚。", True),
        ("zh", "他们去了巴布亚新几内亚。", True),
        ("ja", "彼らは赤道ギニアへ行った。", True),
        ("ja", "彼らはギニアへ行った。", False),
    ],
)
def test_a_country_is_none_inside_the_name_of_another_without_blanks(language: str, text: str, *, part: bool) -> None:
    guinea = a_place("Guinea", "几内亚", "ギニア")
    reading = read(text, language)

    assert is_part_of_name(hit_in(reading, guinea), guinea, reading) is part
