"""Where a name may stand, in whatever form the language gives it."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization
from tests.unit.wiretext.readings import hit_in, read, surfaces
from wirekit.contracts import Entity

ANNA = an_entity(
    "Anna Berg", names=("Анна Берг", "안나 베르크", "アンナ・ベルク", "كريم حداد", "የሰሜን ወንዞች", "அன்னா பெர்க்")
)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Department for Owls, Skills and Sport", "Then the Department for Owls, Skills and Sport spoke."),
        ("Department for Owls, Skills and Sport", "Then the Department for Owls Skills and Sport spoke."),
        ("FN:s livsmedels- och jordbruksorganisation", "Där är FN:s livsmedels- och jordbruksorganisation."),
    ],
    ids=["with its comma", "without", "with its colon"],
)
def test_a_name_may_have_a_mark_of_its_own(label: str, text: str) -> None:
    assert len(surfaces(text, an_entity(label, id="owls", type="organization", short={}))) == 1


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "Мы видели Анну Берг в порту.", "Анну Берг"),
        ("ar", "وكريم حداد وصل.", "كريم حداد"),
        ("am", "ልጆቹ ለሰሜን ወንዞች ዘመሩ።", "ሰሜን ወንዞች"),
        ("ko", "안나 베르크는 웃었다.", "안나 베르크"),
        ("ko", "베르크 안나가 웃었다.", "베르크 안나"),
        ("id", "Anna Berglah yang tertawa.", "Anna Berglah"),
        ("ta", "கடிதம் அன்னா பெர்கிடமிருந்து வந்தது.", "அன்னா பெர்கிடமிருந்து"),
        ("ja", "アンナ・ベルクは笑った。", "アンナ・ベルク"),
        ("en", "We saw Berg, Anna and Berg Anna.", "Berg Anna"),
    ],
    ids=[
        "inflected",
        "after a proclitic",
        "a preposition for its own",
        "before a particle",
        "last name first in Hangul",
        "before an Indonesian particle",
        "before two Tamil endings",
        "without blanks",
        "last name first",
    ],
)
def test_a_name_is_found_in_the_forms_of_its_language(language: str, text: str, found: str) -> None:
    assert found in surfaces(text, ANNA, language=language)


BODIES = an_entity(
    "Northern Commission",
    type="organization",
    names=("Komisja Północna", "Uniunea Nordică", "Uniunea Bereană", "Tmavý dům", "Liittyneet kansakunnat",
           "თეთრი სახლი", "الاتحاد الشمالي", "האיחוד הצפוני", "הבית הקטן", "Հյուսիսային Միություն",
           "Северен фонд", "Паўночны фонд", "Ziemeļu fonds", "Starptautiskais fonds", "Põhjapank",
           "Rahvusvaheline Liit", "Kansainvälinen rahasto", "Norðurbankinn", "Pohjoinen toimielin", "Eteläinen keskus",
           "Põhja Rahukohus", "Šiaurinis dainuojamasis centras"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("pl", "Raport Komisji Północnej wyszedł.", "Komisji Północnej"),
        ("mk", "Шефот на Северниот фонд зборуваше.", "Северниот фонд"),
        ("be", "У Паўночным фондзе маўчаць.", "Паўночным фондзе"),
        ("lv", "Viņš vada Starptautisko fondu.", "Starptautisko fondu"),
        ("et", "Raport tuli Rahvusvahelisest Liidust.", "Rahvusvahelisest Liidust"),
        ("et", "Raha tuli Põhjapangast.", "Põhjapangast"),
        ("fi", "Raha tuli Kansainvälisestä rahastosta.", "Kansainvälisestä rahastosta"),
        ("fi", "Raha tuli Pohjoiseen toimielimeen.", "Pohjoiseen toimielimeen"),
        ("fi", "He lauloivat Eteläisessä keskuksessa.", "Eteläisessä keskuksessa"),
        ("et", "Raport tuli Põhja Rahukohtust.", "Põhja Rahukohtust"),
        ("et", "Nad lugesid Põhja Rahukohtu raportit.", "Põhja Rahukohtu"),
        ("lt", "Jie susitiko su Šiauriniu dainuojamuoju centru.", "Šiauriniu dainuojamuoju centru"),
        ("lt", "Jie dainavo Šiauriniame dainuojamajame centre.", "Šiauriniame dainuojamajame centre"),
        ("is", "Hann fór í Norðurbankann.", "Norðurbankann"),
        ("cs", "Mluvčí Tmavého domu odpověděl.", "Tmavého domu"),
        ("ro", "Planul Uniunii Nordice a fost publicat.", "Uniunii Nordice"),
        ("ro", "Planul Uniunii Berene a fost publicat.", "Uniunii Berene"),
        ("fi", "Liittyneiden kansakuntien johtaja puhui.", "Liittyneiden kansakuntien"),
        ("ka", "თეთრ სახლში შეხვდნენ.", "თეთრ სახლში"),
        ("ar", "قال ممثل للاتحاد الشمالي ذلك.", "اتحاد الشمالي"),
        ("he", "נציג באיחוד הצפוני אמר.", "איחוד הצפוני"),
        ("he", "הוא בא לבית הקטן.", "בית הקטן"),
        ("hy", "Հյուսիսային Միության նախագահը խոսեց։", "Հյուսիսային Միության"),
    ],
)
def test_a_body_of_several_words_is_found_with_each_word_in_its_case(language: str, text: str, found: str) -> None:
    assert found in surfaces(text, BODIES, language=language)


def test_a_form_that_is_not_the_labels_is_inflected() -> None:
    inflected = [hit_in(read(text, "ru"), ANNA).inflected for text in ("Видели Анну Берг.", "Анна Берг ушла.")]

    assert inflected == [True, False]


@pytest.mark.parametrize(
    "text",
    ["アンナ・ベルクマンは笑った。", "Hanna Bergman sang.", "Anna of Norway and the Berga"],
    ids=["kana", "longer", "apart"],
)
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert surfaces(text, an_entity("Anna Berg", names=("アンナ・ベルク",), short={})) == []


def test_a_name_of_two_letters_takes_no_ending_of_another_language() -> None:
    short = an_entity("Anna Ma", short={})

    assert surfaces("Dat zei Anna Maas.", short, language="nl") == []
    assert surfaces("Tai sakė Anna Maas.", short, language="lt") == ["Anna Maas"]


@pytest.mark.parametrize("text", ["قال سليم كراجي ذلك.", "قال سليم كراتشي ذلك.", "گفت سلیم کراچی این."])
def test_an_affricate_inside_a_name_in_arabic_letters_has_many_spellings(text: str) -> None:
    for name in ("سليم كراجي", "سليم كراتشي", "سلیم کراچی"):
        assert len(surfaces(text, an_entity(name, id="salim", short={}), language="ar")) == 1


@pytest.mark.parametrize("language", ["ur", "fa", "ps", "ckb", "ug"])
def test_no_short_word_is_joined_to_a_name_in_languages_that_join_none(language: str) -> None:
    text = "وكريم حداد وصل."

    assert surfaces(text, ANNA, language="ar") == ["كريم حداد"]
    assert surfaces(text, ANNA, language=language) == []


@pytest.mark.parametrize("text", ["Anna\nBerg", "First Anna, Berg second."], ids=["line", "comma"])
def test_a_name_never_runs_over_a_line_or_a_comma(text: str) -> None:
    assert surfaces(text, an_entity("Anna Berg")) == ["Berg"]


def test_a_name_goes_on_in_the_next_line_where_lines_are_wrapped() -> None:
    text = "Yesterday the mayor of the harbour town saw Anna\nBerg at the old pier, and smiled.\n\nThat was all."

    assert "Anna\nBerg" in surfaces(text, an_entity("Anna Berg"))


@pytest.mark.parametrize("text", ["Anna M. Berg", "Anna Petrovna Berg", "Anna Rustam qızı Berg"])
def test_an_initial_or_a_patronymic_may_stand_inside_a_name(text: str) -> None:
    assert text in surfaces(f"They met {text} there.", an_entity("Anna Berg"))


@pytest.mark.parametrize(
    "name",
    ["アンナベルク", "アンナ・イワノヴナ・ベルク", "ベルク・アンナ", "安娜贝里", "安娜·彼得罗夫娜·贝里"],
    ids=["joined", "patronymic", "last name first", "Han joined", "Han patronymic"],
)
def test_the_parts_of_a_name_without_blanks_are_found_one_by_one(name: str) -> None:
    entity = an_entity("アンナ・ベルク", id="anna", names=("安娜·贝里",), short={})

    assert name in surfaces(f"「{name}」。", entity, language="ja")


@pytest.mark.parametrize(
    ("label", "found"), [("Orm & Vell", ["Orm & Vell"]), ("Orm Vell", [])], ids=["its own", "nobody's"]
)
def test_an_ampersand_stands_inside_a_name_that_has_one(label: str, found: list[str]) -> None:
    firm = an_entity(label, id="firm", type="organization", short={})

    assert surfaces("In May Orm & Vell opened.", firm, language="en") == found


def test_without_entities_nothing_is_found() -> None:
    assert surfaces("Anna Berg came.") == []


@pytest.mark.parametrize(
    ("label", "text"), [("THY", "The onion"), ("ONU", "Number One'dır"), ("FAO", "Our fans and Fata")]
)
def test_an_acronym_that_is_spelt_keeps_its_letters(label: str, text: str) -> None:
    assert surfaces(text, an_entity("Northern Body", names=(label,)), language="tr") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "특사가 M23과 합의했다."),
        ("ko", "Ｍ２３와 합의했다."),
        ("he", "הוא דיבר עם אנשי הM23 אתמול."),
        ("bn", "M23র প্রতিনিধি আজ বলেন।"),
        ("am", "የM23 ተወካይ ዛሬ ተናገሩ።"),
    ],
)
def test_a_name_in_latin_letters_is_found_in_what_others_join_to_it(language: str, text: str) -> None:
    assert len(surfaces(text, an_entity("M23", type="organization", short={}), language=language)) == 1


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ar", "فاز مايكل جوردان بالجائزة.", a_place("الأردن")),
        ("ar", "فتح الحارس الباب للزوار.", an_organization("حركة فتح")),
        ("ur", "بیلاروس کے صدر منسک میں تھے۔", a_place("روس")),
        ("bn", "চীনামাটির থালা বিক্রি হচ্ছে।", a_place("চীন")),
        ("ta", "மதிமுக பொதுக்குழு கூடியது.", an_organization("திமுக")),
        ("ar", "قال اللاجئ محمد السوداني إن الخيمة غرقت.", a_person("محمد شياع السوداني")),
        ("ar", "يطير الطائر في نصف الكرة الجنوبي.", a_place("كوريا الجنوبية")),
        ("fa", "مسعود پزشکیان‌پور شاعر است.", a_person("مسعود پزشکیان")),
        ("hi", "बेलारूस की राजधानी मिन्स्क है।", a_place("रूस")),
        ("ta", "தென் சீனக் கடலில் புயல்.", a_place("சீனா")),
        ("zh", "最美的季节到了。", an_organization("Midea", "美的")),
        ("zh", "沿海地区有大雾。", a_place("Haiti", "海地")),
        ("ko", "떡에 콩고물을 묻힌다.", a_place("Congo", "콩고")),
        ("zh", "手绘贺卡特别受欢迎。", a_person("Jimmy Carter", "卡特")),
        ("zh", "学校公布什么时候开学。", a_person("George Bush", "布什")),
        ("zh", "大家心中不安倍感煎熬。", a_person("Shinzo Abe", "安倍")),
    ],
)
def test_a_name_is_not_found_inside_another_word_or_name(language: str, text: str, entity: Entity) -> None:
    assert surfaces(text, entity, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("zh", "美的空调销量上升。", an_organization("Midea", "美的")),
        ("zh", "海地首都枪声不断。", a_place("Haiti", "海地")),
        ("ko", "콩고 유학생들이 떡을 만들었다.", a_place("Congo", "콩고")),
        ("zh", "各国祝贺卡特当选。", a_person("Jimmy Carter", "卡特")),
        ("zh", "布什在得州打球。", a_person("George Bush", "布什")),
        ("zh", "安倍感谢选民。", a_person("Shinzo Abe", "安倍")),
    ],
)
def test_a_name_is_found_right_beside_other_words_of_languages_without_blanks(
    language: str, text: str, entity: Entity
) -> None:
    assert surfaces(text, entity, language=language)
