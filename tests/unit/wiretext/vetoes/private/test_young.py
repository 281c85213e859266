"""When somebody is no twenty years old."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.young import is_young, is_young_relative

LENA = an_entity("Lena Quirel", names=("Λένα Κιρέλ",), short={"Latn": ("Quirel",)})


@pytest.mark.parametrize(
    ("language", "text", "name", "private"),
    [
        ("ru", "Приз взял шестнадцатилетний Олег Бергов.", "Олег Бергов", True),
        ("uk", "Виграла 12-річна плавчиня Анна Бергова.", "Анна Бергова", True),
        ("cs", "Vyhrál 17letý Jan Bergman.", "Jan Bergman", True),
        ("lt", "Laimėjo septyniolikmetis Jonas Bergas.", "Jonas Bergas", True),
        ("lv", "Uzvarēja 16 gadus vecais Jānis Bergs.", "Jānis Bergs", True),
        ("et", "Võitis 15-aastane õpilane Jaan Berg.", "Jaan Berg", True),
        ("fi", "Voiton vei kuusitoistavuotias Jani Berg.", "Jani Berg", True),
        ("hu", "A versenyt a tizenhét éves Berg Anna nyerte.", "Berg Anna", True),
        ("sq", "Fitoi 14-vjeçari Arben Berga.", "Arben Berga", True),
        ("ru", "Десятилетний план представил Олег Бергов.", "Олег Бергов", False),
        ("cs", "Promluvil 71letý Jan Bergman.", "Jan Bergman", False),
        ("et", "Kõneles 71-aastane Jaan Berg.", "Jaan Berg", False),
        ("et", "15-aastane klaver meeldis Jaan Bergile.", "Jaan Berg", False),
        ("lv", "16 gadus vecais pulkstenis ir Jāņa Berga.", "Jānis Bergs", False),
        ("mk", "Олег Бергов, кој има 17 години, трча.", "Олег Бергов", True),
        ("sk", "Šestnásťročný brankár Jan Bergman skončil.", "Jan Bergman", True),
        ("sk", "Šesťdesiatročný brankár Jan Bergman skončil.", "Jan Bergman", False),
        ("sl", "Petnajstletni učenec Jan Bergman je zmagal.", "Jan Bergman", True),
        ("hr", "Pogodio je 17-godišnji golman Jan Bergman.", "Jan Bergman", True),
        ("cs", "Jan Bergman, který má 15 let, běhá.", "Jan Bergman", True),
        ("cs", "Jan Bergman, který má 15 let praxe, běhá.", "Jan Bergman", False),
        ("sr", "Олег Бергов, који је пре 17 година отишао, трчи.", "Олег Бергов", False),
        ("cs", "Jan Bergman, který má 51 let, běhá.", "Jan Bergman", False),
        ("cs", "Jan Bergman, který má rád běh, 15 let běhá.", "Jan Bergman", False),
        ("tr", "12 yaşındaki Anna Berg turnuvayı kazandı.", "Anna Berg", True),
        ("tr", "On iki yaşındaki kaleci Anna Berg turnuvayı kazandı.", "Anna Berg", True),
        ("uz", "O'n uch yoshli Anna Berg shaxmatda g'olib bo'ldi.", "Anna Berg", True),
        ("kk", "Он үш жасар Анна Берг жеңді.", "Анна Берг", True),
        ("mn", "Арван гурван настай Анна Берг түрүүлэв.", "Анна Берг", True),
        ("tr", "12 yaşındaki öğrenci Anna Berg takımın kaptanı oldu.", "Anna Berg", True),
        ("tr", "62 yaşındaki Anna Berg turnuvayı kazandı.", "Anna Berg", False),
        ("ka", "ათი წლის Anna Berg თამაშობს.", "Anna Berg", True),
        ("ka", "ათი წლის წინ Anna Berg თამაშობდა.", "Anna Berg", False),
        ("ka", "12 წლის ანა ბერგმა ოქრო მოიგო.", "ანა ბერგი", True),
    ],
)
def test_a_low_age_beside_a_name_is_its_bearers(language: str, text: str, name: str, *, private: bool) -> None:
    reading = read(text, language)

    assert is_young(hit_in(reading, an_entity(name, id="somebody", short={})), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("it", "Il premio è per la piccola Lena Quirel, che compie gli anni.", False),
        ("sw", "Mtoto Lena Quirel alipata zawadi shuleni jana.", False),
        ("es", "El país vecino recibe hoy a Lena Quirel.", True),
    ],
)
def test_whoever_is_called_as_a_child_is_somebody_else(language: str, text: str, *, found: bool) -> None:
    assert is_believed(text, LENA, language=language) is found


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("19 वर्षीय बेटे नादिर मोहिते को चोट लगी।", True),
        ("41 वर्षीय बेटे नादिर मोहिते को चोट लगी।", False),
        ("बेटे नादिर मोहिते को चोट लगी।", False),
    ],
    ids=["young", "of age", "no age"],
)
def test_a_low_age_and_a_relative_before_a_name_are_its_bearers(text: str, *, young: bool) -> None:
    reading = read(text, "hi")

    assert is_young_relative(hit_in(reading, an_entity("नादिर मोहिते", id="somebody", short={})), reading) is young
