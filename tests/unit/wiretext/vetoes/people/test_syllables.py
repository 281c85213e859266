"""When a Vietnamese syllable is of a longer name, and when it is somebody's given name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
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


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("vi", "Sinh viên Đại học FPT trồng rau.", an_organization("FPT"), False),
        ("vi", "Sinh viên học nghề ở FPT.", an_organization("FPT"), True),
        ("vi", "Nhà anh nhìn ra sông Hàn.", a_place("South Korea", "Hàn"), False),
        ("vi", "Doanh nghiệp Hàn đến Huế.", a_place("South Korea", "Hàn"), True),
        ("vi", "Cô Mai dạy tiếng Nhật.", a_place("Japan", "Nhật"), False),
        ("vi", "Ca sĩ nổi tiếng Nhật đến Huế.", a_place("Japan", "Nhật"), True),
        ("vi", "Đậu Hà Lan được mùa.", a_place("Netherlands", "Hà Lan"), False),
        ("vi", "Lần đầu Hà Lan dự hội chợ.", a_place("Netherlands", "Hà Lan"), True),
        ("vi", "Bà Ba Lan bán chè.", a_place("Poland", "Ba Lan"), False),
        ("vi", "Ba Lan mời bốn đầu bếp.", a_place("Poland", "Ba Lan"), True),
        ("vi", "Đức, 24 tuổi, là thợ điện.", a_place("Germany", "Đức"), False),
        ("vi", "Người ở Đức, 30 tuổi trở lên, được tiêm.", a_place("Germany", "Đức"), True),
        ("vi", "Lính Mỹ rút quân.", a_place("United States", "Mỹ"), True),
        ("vi", "Bảng Anh giảm giá.", a_place("United Kingdom", "Anh"), True),
    ],
)
def test_a_syllable_is_a_country_where_no_other_goes_with_it(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
