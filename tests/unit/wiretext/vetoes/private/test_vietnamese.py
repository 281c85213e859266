"""Whose name it is in a Vietnamese text: somebody's in private life, or of whom the article tells an office."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.private.vietnamese import is_called_in_vietnamese, is_of_place, private_persons

LEADER = an_entity("Tran Cong Lap", names=("Trần Công Lập",), short={})
INSURER = an_entity("An Khang Insurance", type="organization", names=("An Khang",), short={})
PALACE = an_entity("Kinh Do Foods", type="organization", names=("Kinh Đô",), short={})


@pytest.mark.parametrize(
    "text",
    [
        "Anh Trần Công Lập, 46 tuổi, trồng bưởi ở xã Tân Hòa.",
        "Tài xế xe tải Trần Công Lập nhặt được ví.",
        "Bà Trần Công Lập, 71 tuổi, bán xôi ở đầu ngõ.",
        "Trần Công Lập, học sinh lớp 10, đoạt giải nhất.",
        "Em Trần Công Lập (lớp 5A) viết chữ đẹp.",
        "Ông Trần Công Lập (58 tuổi, thợ mộc) đóng bàn ghế.",
        "Vợ chồng anh Trần Công Lập mở quán phở.",
        "Chị Trần Công Lập (ngụ quận 7) mua bánh mì.",
        "Người nông dân tên Trần Công Lập trúng vụ thanh long.",
        "Cụ Trần Công Lập năm nay 92 tuổi vẫn đan lưới.",
    ],
)
def test_a_trade_an_age_or_a_form_of_address_tells_a_private_person(text: str) -> None:
    reading = read(text, "vi")

    assert private_persons(hits_in(reading, LEADER), reading)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Công Lập, 56 tuổi, quê Hà Tĩnh, được bầu làm Bộ trưởng.",
        "Thủ tướng Trần Công Lập thăm nông dân Cà Mau.",
        "Nông dân gặp Trần Công Lập, Trưởng ban Tổ chức.",
        "Các em học sinh nghe Trần Công Lập nói chuyện.",
        "Tài xế của ông Trần Công Lập khai báo.",
        "Đàn em Trần Công Lập lên tiếng.",
    ],
)
def test_an_office_or_several_of_whom_it_is_said_leave_the_name_to_who_is_watched(text: str) -> None:
    reading = read(text, "vi")

    assert not private_persons(hits_in(reading, LEADER), reading)


def test_britain_before_a_name_is_no_form_of_address() -> None:
    abroad = an_entity("Lin Osgood", short={})
    reading = read("Thủ tướng Anh Lin Osgood vui mừng.", "vi")

    assert not private_persons(hits_in(reading, abroad), reading)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Ca sĩ An Khang trở lại sân khấu.", True),
        ("Bé An Khang tìm lại chú chó.", True),
        ("Khách hàng An Khang được bồi thường.", False),
        ("Tài xế An Khang trả lại ví.", False),
        ("An Khang tăng vốn.", False),
    ],
)
def test_a_singer_or_a_child_may_be_called_as_a_firm_is(text: str, called: bool) -> None:
    reading = read(text, "vi")

    assert is_called_in_vietnamese(hit_in(reading, INSURER), INSURER, reading) is called


@pytest.mark.parametrize(
    ("text", "entity", "of_place"),
    [
        ("Đại lộ Trần Công Lập bị ngập.", LEADER, True),
        ("Trường THPT Trần Công Lập khai giảng.", LEADER, True),
        ("Nhà số 10 Trần Công Lập bị cháy.", LEADER, True),
        ("Câu lạc bộ cờ vua Trần Công Lập thắng.", LEADER, True),
        ("Câu lạc bộ mời Trần Công Lập đến.", LEADER, False),
        ("Sau khi thăm chợ, Trần Công Lập lên đường.", LEADER, False),
        ("Chùa An Khang mở hội.", INSURER, True),
        ("Bảo hiểm An Khang tăng phí.", INSURER, False),
    ],
)
def test_a_street_or_a_pagoda_may_be_called_so(text: str, entity: Entity, of_place: bool) -> None:
    reading = read(text, "vi")

    assert is_of_place(hit_in(reading, entity), entity, reading) is of_place


@pytest.mark.parametrize(("text", "meant"), [("Kinh đô xưa đón khách.", False), ("Kinh Đô bán bánh.", True)])
def test_a_second_syllable_in_lower_case_is_of_a_word(text: str, *, meant: bool) -> None:
    assert is_believed(text, PALACE, language="vi") is meant


def test_a_volleyball_player_of_nineteen_is_a_private_person() -> None:
    assert not is_believed(
        "Chủ công Lương Cường, 19 tuổi, ghi điểm. Huấn luyện viên khen.", a_person("Lương Cường"), language="vi"
    )
