"""When a name is that of a unit."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.units import is_unit, measures

VOLT = an_organization("Volt", "Вольт", "伏特", "볼트", "فولت", "โวลต์")


@pytest.mark.parametrize(
    ("language", "text", "measured"),
    [
        ("en", "They measured 0.4 Volt there.", True),
        ("en", "They bought 20 Volt trains.", False),
        ("en", "They met Volt.", False),
        ("de", "Das Feld wird in Volt pro Meter angegeben.", True),
        ("de", "Sie fuhr mit Volt pro Woche zweimal.", False),
        ("ru", "Приборы показали Вольт на метр.", True),
        ("th", "วันที่ 6 กันยายน 2561 โวลต์จัดประชุม", False),
        ("th", "วัดได้ 5 โวลต์", True),
        ("zh", "结果为五伏特。", True),
        ("zh", "双十一伏特降价。", False),
        ("zh", "一名伏特员工说。", False),
        ("zh", "数千伏特员工来了。", False),
        ("zh", "数千伏特的电压。", True),
    ],
)
def test_a_number_or_a_length_makes_a_unit_of_a_name(language: str, text: str, *, measured: bool) -> None:
    reading = read(text, language)

    assert is_unit(hit_in(reading, VOLT), reading) is measured


@pytest.mark.parametrize(
    ("language", "text", "measured"),
    [
        ("de", "Volt heißt die Einheit, und es waren fünf Mikrovolt.", True),
        ("de", "Volt heißt die Firma, die Mikroben züchtet.", False),
        ("ko", "볼트는 옴과 함께 배운다.", True),
        ("zh", "伏特和欧姆都是单位。", True),
        ("zh", "欧洲的伏特公司。", False),
        ("zh", "他们采纳伏特的建议。", False),
        ("zh", "数千伏特员工来了。", False),
        ("zh", "约五千伏特。", True),
        ("en", "Volt hired an engineer. An ohm is a unit.", False),
    ],
)
def test_an_article_that_measures_with_the_unit_means_it(language: str, text: str, *, measured: bool) -> None:
    reading = read(text, language)

    assert measures(hit_in(reading, VOLT), reading) is measured


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("fa", "رسانایی دو زیمنس بر متر است.", an_organization("زیمنس"), False),
        ("fa", "زیمنس دو توربین ساخت.", an_organization("زیمنس"), True),
    ],
)
def test_a_number_before_and_a_word_for_per_behind_a_unit_tell_it_from_a_firm(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
