"""What an article as a whole says of a name."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, believed, is_believed

ANNA = an_entity("Anna Berg")
BERG = an_entity("Anna Berg", short={"Latn": ("Berg",)})
MALI = a_place("Mali")


def test_a_small_town_that_a_chinese_firm_is_called_like_has_the_name_in_the_whole_article() -> None:
    samsung = an_organization("Samsung", "三星")

    assert not is_believed("三星镇开了新市场。来三星的客商很多。", samsung, language="zh")
    assert is_believed("三星在韩国裁员。三星镇的工厂没有消息。", samsung, language="zh")


def test_a_ward_that_a_vietnamese_firm_is_called_like_has_the_name_in_the_whole_article() -> None:
    steel = an_organization("Steel", "Hòa Phát")

    assert not is_believed("Phường Hòa Phát, Đà Nẵng, mở sân chơi. Trẻ em Hòa Phát vui.", steel, language="vi")
    assert is_believed("Tập đoàn Hòa Phát lãi lớn.", steel, language="vi")


def test_a_thai_who_is_called_by_his_given_name_may_be_a_private_person() -> None:
    thaksin = an_entity("Thaksin", names=("ทักษิณ ชินวัตร",), short={"Thai": ("ทักษิณ",)})

    assert not is_believed("นายทักษิณ บุญมา ช่างซ่อมร่ม ซ่อมฟรี ทักษิณเล่าว่าชอบงานนี้", thaksin, language="th")
    assert is_believed("นายทักษิณ ชินวัตร กลับบ้าน ทักษิณเล่าว่าดีใจ", thaksin, language="th")


def test_a_namesake_in_a_private_walk_of_life_is_no_mention_unless_somebody_in_office_is_named_too() -> None:
    assert believed("We met the teacher Anna Berg there.", ANNA) == []
    assert believed("We met the teacher Anna Berg there. President Anna Berg was away.", ANNA) == ["Anna Berg"] * 2


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "The singer Mustafa Karim came.", 0),
        ("en", "Mustafa Karim came.", 1),
        ("en", "The singer Mustafa Karim came. Prime Minister Mustafa Karim left.", 2),
        ("vi", "Nhà thơ Mustafa Karim đến.", 0),
        ("mk", "Дојде фудбалерот Мустафа Карим.", 0),
        ("ta", "பாடகர் முஸ்தபா கரீம் வந்தார்.", 0),
    ],
)
def test_a_name_of_given_names_alone_is_that_of_an_artist_too(language: str, text: str, counts: int) -> None:
    karim = an_entity("Mustafa Karim", names=("Мустафа Карим", "முஸ்தபா கரீம்"))

    assert len(believed(text, karim, language=language)) == counts


def test_an_artist_whose_name_is_his_own_is_believed() -> None:
    assert believed("The singer Anna Berg came.", ANNA) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Anna Berg wrote. Ildikó Berg baked. Mrs Berg smiled.", ["Anna Berg"]),
        ("Anna Berg wrote. Ildikó Berg baked. Berg smiled.", ["Anna Berg", "Berg"]),
        ("Ildikó Berg baked. Anna Berg wrote. Mrs Berg smiled.", ["Anna Berg", "Berg"]),
    ],
    ids=["addressed after the namesake", "not addressed", "addressed after the watched one"],
)
def test_a_form_of_address_goes_on_with_whoever_of_that_name_was_named_last(text: str, counts: list[str]) -> None:
    assert sorted(set(believed(text, BERG))) == counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "A Berg fan\n\nThey read of Laura Berg. Berg never came.", 0),
        ("en", "The founder\n\nBerg honoured Laura Berg. Berg sells boats.", 2),
        ("de", "Es waren fünf Mikroberg. In Berg wird gemessen.", 0),
        ("ka", "ბერგის წევრები მოვიდნენ. ბერგი მაისურაძე მღერის.", 1),
        ("ka", "ბერგი მაისურაძე მღერის. ბერგი მოვიდა.", 0),
    ],
    ids=["an inventor", "a founder", "a unit", "a given name later", "a given name first"],
)
def test_an_organisation_is_not_meant_where_its_name_is_first_another(language: str, text: str, counts: int) -> None:
    firm = an_organization("Berg", "ბერგი")

    assert len(believed(text, firm, language=language)) == counts


def test_who_is_addressed_by_a_firm_s_name_has_it_behind_any_given_name() -> None:
    firm = an_organization("Volta")

    assert believed("Loubna Volta crossed the desert. Mrs Volta drew maps.", firm) == []
    assert believed("Volta built the road. Mrs Volta drew maps.", firm) == ["Volta"]


def test_a_boat_has_the_name_further_on_too() -> None:
    volta = an_organization("Volta")

    assert believed('Titel\n\nDen gamle båten "Volta" vant. Volta skal i slipp.', volta, language="nb") == []
    assert believed('Titel\n\nVolta kjøpte båten "Volta". Volta betalte.', volta, language="nb") == ["Volta", "Volta"]


def test_somebody_in_office_may_have_been_young_once() -> None:
    berg = a_person("Олег Бергов")
    young, office = "18-летний Олег Бергов сдал экзамен.", "Президент страны Олег Бергов вспомнил об этом."

    assert believed(young, berg, language="ru") == []
    assert believed(f"{young} {office}", berg, language="ru") == ["Олег Бергов", "Олег Бергов"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Mali Pizza en Cádiz\n\nEl restaurante Mali abrió en Cádiz.", 0),
        ("Mali crece\n\nEl restaurante Mali abrió en Cádiz. El dueño viene de Mali.", 2),
    ],
)
def test_the_title_has_the_name_of_the_house_of_which_alone_the_text_tells(text: str, counts: int) -> None:
    assert len(believed(text, MALI, language="es")) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Anna Berg keeps bees. The 61-year-old Berg sells honey.", 0),
        ("Anna Berg won the election. The 61-year-old Berg sells honey.", 2),
    ],
)
def test_the_age_of_a_private_person_may_stand_beside_the_short_name(text: str, counts: int) -> None:
    assert len(believed(text, BERG)) == counts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le secrétaire d'État américain Irma Tolvan a parlé de pêche."),
        ("hr", "Gospodin Irma Tolvan govorio je o ribolovu."),
        ("pt", "O vereador disse que votará em Irma Tolvan, embora tenha dúvidas."),
        ("pt", "A carta é dirigida a Irma Tolvan, filho do falecido presidente da câmara."),
        ("pt", "Árbitros de Lisboa apoiam Irma Tolvan."),
        ("pt", "A política do ministro da Fazenda Irma Tolvan foi criticada."),
        ("en", "On Monday Irma Tolvan, Senior Vice President of the firm, called."),
        ("en", "The next guest will be Irma Tolvan, the paper wrote."),
        ("id", "Yang lain ialah Irma Tolvan (warga negara Australia)."),
        ("id", "Ada juga Irma Tolvan, kok bisa tangani ekonomi?"),
        ("id", "Menteri Perumahan Irma Tolvan datang ke desa."),
        ("fi", "Mukana oli Irma Tolvan (kok.)."),
        ("fi", "Sisaruksia olivat Irma Tolvan, taidemaalari Eero Harmo ja Armas Harmo."),
        ("da", "Det siger amtsborgmester Irma Tolvan."),
        ("da", "Det siger politimester Irma Tolvan."),
        ("sr", "Našli su pismo ucene Irma Tolvan u arhivu."),
        ("sv", "Den svenske chefsförhandlaren Irma Tolvan reste hem."),
        ("de", "Dann traf Irma Tolvan (29.) für die Gäste."),
        ("ru", "1. Irma Tolvan — 52,1%"),
        ("et", "Laulsid Rein Mõnnakmäe, Irma Tolvan, Aivar Rätsepa."),
    ],
)
def test_who_is_in_the_news_is_not_taken_for_a_namesake(language: str, text: str) -> None:
    assert is_believed(text, a_person("Irma Tolvan"), language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le boulanger du quartier Irma Tolvan a parlé de pêche."),
        ("pt", "Árbitros da liga Irma Tolvan."),
        ("en", "On Monday Irma Tolvan, Sr., called."),
        ("id", "Yang lain ialah Irma Tolvan (warga Bandung)."),
        ("fi", "Mukana oli Irma Tolvan, taidemaalari."),
        ("de", "Dort wohnt Irma Tolvan (29)."),
        ("vi", "Cháu Irma Tolvan thích vẽ."),
    ],
)
def test_who_is_told_as_somebody_in_private_is_a_namesake(language: str, text: str) -> None:
    assert not is_believed(text, a_person("Irma Tolvan"), language=language)
