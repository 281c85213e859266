"""When a verb behind a name says what its bearer does."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.works_as import works_as

LENA = an_entity("Lena Quirel", names=("Λένα Κιρέλ",), short={"Latn": ("Quirel",)})


@pytest.mark.parametrize(
    ("language", "text", "name", "private"),
    [
        ("ru", "Олег Бергов работает трактористом.", "Олег Бергов", True),
        ("pl", "Jan Bergman pracuje jako kierowca.", "Jan Bergman", True),
        ("lt", "Jonas Bergas dirba virėju.", "Jonas Bergas", True),
        ("lv", "Jānis Bergs strādā par pavāru.", "Jānis Bergs", True),
        ("et", "Jaan Berg töötab kokana.", "Jaan Berg", True),
        ("fi", "Jani Berg työskentelee kokkina.", "Jani Berg", True),
        ("hu", "Berg Anna szakácsként dolgozik.", "Berg Anna", True),
        ("sq", "Arben Berga punon si kuzhinier.", "Arben Berga", True),
        ("ru", "Олег Бергов работал таксистом.", "Олег Бергов", False),
        ("fi", "Jani Berg työskentelee ahkerasti.", "Jani Berg", False),
        ("uk", "Олег Бергов відповів. Вчитель радий листу.", "Олег Бергов", False),
        ("ru", "Встреча с Олегом Берговым, посвящённая обмену поварами, прошла.", "Олег Бергов", False),
    ],
)
def test_who_works_as_something_now_has_a_trade(language: str, text: str, name: str, *, private: bool) -> None:
    reading = read(text, language)

    assert works_as(hit_in(reading, an_entity(name, id="somebody", short={})), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "Lena Quirel es panadera en Soria y canta en el coro.", False),
        ("es", "Lena Quirel, que trabaja de fontanera, ganó la rifa.", False),
        ("it", "Lena Quirel fa la panettiera a Fanano da vent'anni.", False),
        ("pt", "Lena Quirel trabalha como padeira em Olhão.", False),
        ("gl", "Lena Quirel é panadeira en Corme desde nena.", False),
        ("ro", "Lena Quirel lucrează ca brutar la Vama.", False),
        ("el", "Η Λένα Κιρέλ είναι μοδίστρα στη Λάρισα.", False),
        ("tl", "Si Lena Quirel ay isang magsasaka sa Tarlac.", False),
        ("sw", "Lena Quirel ni mkulima wa korosho huko Lindi kwa miaka mingi.", False),
        ("id", "Lena Quirel bekerja sebagai petani di Garut.", False),
        ("es", "La ministra Lena Quirel es maestra de formación.", True),
        ("id", "Lena Quirel yang memimpin partai itu hadir.", True),
        ("sw", "Rais Lena Quirel ni mkulima pia, alisema waziri.", True),
        ("el", "Η υπουργός Λένα Κιρέλ είναι κόρη μοδίστρας.", True),
    ],
)
def test_who_is_something_is_somebody_else_where_nothing_is_of_public_life(
    language: str, text: str, *, found: bool
) -> None:
    assert is_believed(text, LENA, language=language) is found
