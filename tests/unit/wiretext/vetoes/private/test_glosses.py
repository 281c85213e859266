"""What stands behind a private person's name in East Asia."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.glosses import is_glossed_private

WHOLE = an_entity("Somebody", names=("李强", "김민석", "ทักษิณ ชินวัตร"), short={})
SOMEBODY = an_entity("Somebody", names=("李强", "김민석", "ทักษิณ ชินวัตร", "ทักษิณ"), short={"Thai": ("ทักษิณ",)})


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("zh", "李强,45岁,是村里的兽医。", True),
        ("zh", "李强(今年四十五岁),木匠。", True),
        ("zh", "李强,66岁,是国务院总理。", False),
        ("zh", "李强,66岁,上午会见了来自山区的小学生。", False),
        ("zh", "李强会见小学生。", False),
        ("ko", "김민석(17·강릉고)이 막았다.", True),
        ("ko", "김민석(67·농부) 씨가 웃었다.", True),
        ("ko", "김민석(61·총리)이 말했다.", False),
        ("ko", "김민석(18·강원FC)이 뛰었다.", False),
        ("ko", "김민석(61)이 말했다.", False),
        ("th", "นายทักษิณ บุญมา ช่างซ่อมร่มในตลาด", True),
        ("th", "ลุงทักษิณ บุญมา วัย 58 ปี", True),
        ("th", "ช่างทักษิณซ่อมร่ม", True),
        ("th", "นายทักษิณ ชินวัตร วัย 75 ปี", False),
        ("th", "นายทักษิณ กล่าวว่า อายุไม่สำคัญ", False),
        ("th", "ทักษิณให้สัมภาษณ์", False),
        ("ja", "李强(45歳)は農家だ。", False),
    ],
)
def test_an_age_and_a_trade_or_another_family_name_tell_a_private_person(
    language: str,
    text: str,
    private: bool,
) -> None:
    reading = read(text, language)

    assert is_glossed_private(hit_in(reading, SOMEBODY), SOMEBODY, reading) is private


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("ja", "李强投手(3年)が完封した。", True),
        ("ja", "李强さん(68)=松本市=が出品した。", True),
        ("ja", "李强氏(68)が会見した。", False),
        ("ko", "김민석(충주고 3)이 이겼다.", True),
        ("ko", "포수 김민석(3학년)이 쳤다.", True),
        ("ko", "김민석(출장 중)은 없었다.", False),
        ("zh", "一名叫李强的小伙跳进河里。", True),
        ("zh", "初三(2)班的李强获奖。", True),
        ("zh", "有人叫李强的名字。", False),
        ("zh", "李强是镇上有名的裁缝。", True),
        ("zh", "李强,一个卖菜的中年人,笑了。", True),
        ("zh", "李强是新任市长,当过裁缝。", False),
        ("zh", "李强(化名)被骗两万元。", True),
        ("ja", "李强さんは豆腐店の三代目。", True),
        ("ja", "李强は元農家の首相だ。", False),
        ("th", "ครูทักษิณ ชินวัตร สอนว่ายน้ำ", True),
        ("th", "นายทักษิณ ชินวัตร คนขับรถตู้ เล่าเหตุการณ์", True),
        ("th", "นายทักษิณ ชินวัตร คนขับรถตู้ของพรรค", False),
        ("th", "นายทักษิณ ชินวัตร พบเกษตรกร", False),
    ],
)
def test_a_class_a_town_or_a_trade_tells_a_private_person(language: str, text: str, private: bool) -> None:
    reading = read(text, language)

    assert is_glossed_private(hit_in(reading, WHOLE), WHOLE, reading) is private
