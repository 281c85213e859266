"""When a clause says how a namesake makes a living."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.uzbek import whole_words
from wiretext.vetoes.private.callings import is_at_work

ANNA = an_entity("Anna Berg", names=("Анна Берг", "ანა ბერგი", "Աննա Բերգ", "አና በርግ"))


@pytest.mark.parametrize(
    ("language", "text", "at_work"),
    [
        ("tr", "Köyde kırk yıldır çobanlık yapan Anna Berg sürüsünü sattı.", True),
        ("tr", "Anna Berg kasabada marangozluk yapıyor.", True),
        ("tr", "Ayakkabı diken Anna Berg emekli oldu.", True),
        ("tr", "Bir dönem öğretmenlik yapan Anna Berg partisinin kongresinde konuştu.", False),
        ("tr", "Anna Berg köyde çobanlarla konuştu.", False),
        ("tr", "Anna Berg gitti. Komşusu marangozluk yapıyor.", False),
        ("az", "Avtobusda sürücü işləyən Anna Berg pul kisəsi tapıb.", True),
        ("az", "Anna Berg kənd məktəbində müəllim işləyir.", True),
        ("az", "Anna Berg müəllimlərlə görüşüb.", False),
        ("kk", "Ауылда жүргізуші болып істейтін Анна Берг жол салды.", True),
        ("kk", "Анна Берг жүргізушілермен сөйлесті.", False),
        ("ky", "Анна Берг мектепте кароолчу болуп иштейт.", True),
        ("uz", "Dehqonchilik bilan shug'ullanadigan Anna Berg tarvuz sotdi.", True),
        ("uz", "Anna Berg maktabda qorovul bo'lib ishlaydi.", True),
        ("uz", "Anna Berg haydovchilar bilan uchrashdi.", False),
        ("mn", "Суманд жолоочоор ажилладаг Анна Берг түрийвч олов.", True),
        ("mn", "Анна Берг жолооч нартай уулзав.", False),
        ("ka", "ანა ბერგი სკოლაში დარაჯად მუშაობს.", True),
        ("ka", "ანა ბერგი მძღოლებს შეხვდა.", False),
        ("hy", "Աննա Բերգն աշխատում է որպես խոհարար:", True),
        ("hy", "Աննա Բերգը հանդիպել է վարորդներին:", False),
        ("am", "በሹፌርነት የሚተዳደረው አና በርግ የጠፋ ቦርሳ መለሰ።", True),
        ("am", "አና በርግ ሹፌሮችን አነጋገሩ።", False),
        ("en", "Anna Berg works as a driver.", False),
    ],
)
def test_who_is_said_to_live_by_a_trade_is_a_namesake_where_nothing_is_of_public_life(
    language: str, text: str, *, at_work: bool
) -> None:
    reading = whole_words(read(text, language))

    assert is_at_work(hit_in(reading, ANNA), reading) is at_work
