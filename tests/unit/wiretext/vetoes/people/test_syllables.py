"""When a Vietnamese syllable is of a longer name, and when it is somebody's given name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import hit_in, read
from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization
from wirekit.contracts import Entity
from wiretext.vetoes.people.syllables import is_called_by_name, is_syllable

AMERICA, BRITAIN, FRANCE = a_place("United States", "Mỹ"), a_place("United Kingdom", "Anh"), a_place("France", "Pháp")
GERMANY, RUSSIA, INDIA = a_place("Germany", "Đức"), a_place("Russia", "Nga"), a_place("India", "Ấn Độ")
LEADER = a_person("To Lam", "Tô Lâm")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Cầu Mỹ Thuận vừa được sơn.", AMERICA),
        ("Khu Phú Mỹ ngập nước.", AMERICA),
        ("Lớp Mỹ thuật khai giảng.", AMERICA),
        ("Nguyễn Thị Nga bán rau.", RUSSIA),
        ("Quỳnh Anh hát hay.", BRITAIN),
        ("Xe kẹt ở Pháp Vân.", FRANCE),
        ("Pháp luật quy định rõ.", FRANCE),
        ("Thành phố Thủ Đức mở đường.", GERMANY),
        ("Đức Phật dạy như thế.", GERMANY),
        ("Tàu qua Ấn Độ Dương.", INDIA),
        ("Vườn chuối mắc bệnh Ấn Độ.", INDIA),
        ("Bệnh viện Việt Nam - Ấn Độ mở cửa.", INDIA),
        ("Bệnh viện Hữu nghị Việt Nam - Ấn Độ mở cửa.", INDIA),
        ("Tô Lâm Giang vẽ tranh.", LEADER),
    ],
)
def test_a_syllable_beside_a_countrys_makes_another_name_or_word_of_it(text: str, entity: Entity) -> None:
    reading = read(text, "vi")

    assert is_syllable(hit_in(reading, entity), entity, reading)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Tổng thống Mỹ Donald Trump đến.", AMERICA),
        ("Mỹ phản đối, Mỹ từ chối ký.", AMERICA),
        ("Quan hệ Việt Nam Mỹ tốt hơn.", AMERICA),
        ("Quốc hội Anh họp.", BRITAIN),
        ("Pháp sử dụng máy bay mới.", FRANCE),
        ("Pháp đánh bại Bỉ.", FRANCE),
        ("Thủ tướng Đức Friedrich Merz nói.", GERMANY),
        ("Đại sứ Nga thăm trường.", RUSSIA),
        ("Quan hệ Việt Nam - Ấn Độ tốt.", INDIA),
        ("Bệnh viện ở Ấn Độ quá tải.", INDIA),
        ("MỸ TÂM ĐẾN MỸ", AMERICA),
        ("Tổng Bí thư Tô Lâm tiếp khách.", LEADER),
    ],
)
def test_a_country_beside_other_words_is_meant(text: str, entity: Entity) -> None:
    reading = read(text, "vi")

    assert not is_syllable(hit_in(reading, entity), entity, reading)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Cô Nga dạy chữ cho trẻ.", True),
        ("Hôm qua chị Nga bán hết rau.", True),
        ("Một người đàn ông Nga bị bắt.", False),
        ("Hai anh em Nga đoạt giải.", False),
        ("Bà Nga Nguyễn cười.", False),
        ("Vợ Nga, chồng Việt.", False),
        ("Nga và Mỹ đàm phán.", False),
    ],
)
def test_a_word_of_address_before_the_syllable_tells_somebodys_given_name(text: str, called: bool) -> None:
    reading = read(text, "vi")

    assert is_called_by_name(hit_in(reading, RUSSIA), RUSSIA, reading) is called


def test_other_languages_and_firms_of_two_words_are_left_alone() -> None:
    firm = an_organization("Steel", "Hòa Phát")
    english, vietnamese = read("Cô Nga", "en"), read("Anh Hòa Phát đến.", "vi")

    assert not is_called_by_name(hit_in(english, RUSSIA), RUSSIA, english)
    assert not is_syllable(hit_in(english, RUSSIA), RUSSIA, english)
    assert not is_called_by_name(hit_in(vietnamese, firm), firm, vietnamese)
    assert not is_syllable(hit_in(vietnamese, firm), firm, vietnamese)
