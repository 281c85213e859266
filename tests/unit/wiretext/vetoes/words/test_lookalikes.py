"""When a name may as well be words of the language."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, believed, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.vetoes.words.lookalikes import is_lookalike

WANG = a_person("Wang Ei", "왕이", "أبي كريم", "东海")
HAN = a_person("Han Zh", "한정")
ORM = an_organization("Orm Alliance", "ORMA", "ОРМА", "ออร์มา", "ออมา", "اورم")
SABA = an_organization("Orm Agency", "סבא״א")
COLUMN = an_organization("K9", "К9")
PAIR = an_organization("Orm Alliance", "OM")


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("印象派画家雷诺瓦的画", True), ("汽车公司雷诺的画", False), ("汽车公司雷诺瓦伦西亚厂", False)],
    ids=["one syllable more", "the name", "another name after it"],
)
def test_a_transcribed_name_with_one_more_syllable_is_another(text: str, *, doubtful: bool) -> None:
    firm = an_organization("Renault", "雷诺")
    reading = read(text, "zh")

    assert is_lookalike(hit_in(reading, firm), firm, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("学员小柏安娜基础好", True), ("学员柏安娜基础好", False), ("双方缩小柏安娜提出的差距", False)],
    ids=["a nickname", "the name", "the end of a word"],
)
def test_a_chinese_name_behind_a_word_for_young_is_a_nickname_and_more(text: str, *, doubtful: bool) -> None:
    anna = a_person("Anna Berg", "柏安娜")
    reading = read(text, "zh")

    assert is_lookalike(hit_in(reading, anna), anna, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"), [("دیروز سم آلتمن آمد", False), ("دیروز سم آلتومن آمد", True)], ids=["as listed", "heard"]
)
def test_a_faintly_heard_name_is_believed_where_its_last_word_is_listed(text: str, *, doubtful: bool) -> None:
    sam = a_person("Sam Altman", "سام آلتمن")
    reading = read(text, "fa")
    found = next(heard(Lexicon.compile(Watchlist(entities=(sam,))), reading, ()))

    assert is_lookalike(found, sam, reading) is doubtful


def test_a_heard_name_that_has_a_small_word_of_the_language_in_it_is_doubted() -> None:
    mahmud = a_person("Mahmud Abbas", "মাহমুদ আব্বাস")
    reading = read("તમે કયા દેશ માંથી આવો છો તે કહો.", "gu")
    found = next(heard(Lexicon.compile(Watchlist(entities=(mahmud,))), reading, ()))

    assert is_lookalike(found, mahmud, reading)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("נשיא נורווגיה לשעבר טאו ברג שתל עץ.", False),
        ("ונשיאת נורווגיה לשעבר טאו ברג שתלה עץ.", False),
        ("ראשת ממשלת נורווגיה לשעבר טאו ברג שתלה עץ.", False),
        ("בראש המועצה עומד טאו ברג שתל עץ.", True),
        ("הגנן טאו ברג שתל עץ.", True),
    ],
    ids=["an office", "and an office", "four words before", "at the head of", "no office"],
)
def test_a_faintly_heard_name_is_believed_behind_an_office(text: str, *, doubtful: bool) -> None:
    tao = a_person("Tao Berg", "תאו ברג")
    reading = read(text, "he")
    found = next(heard(Lexicon.compile(Watchlist(entities=(tao,))), reading, ()))

    assert is_lookalike(found, tao, reading) is doubtful


@pytest.mark.parametrize(
    ("entity", "language", "text", "doubtful"),
    [
        (WANG, "ko", "연극에서 왕이 웃었다.", True),
        (WANG, "ko", "왕이 외교부장은 웃었다.", False),
        (WANG, "ko", "어제 왕이는 웃었다.", False),
        (WANG, "ar", "كان أبِي كريم سائقا", True),
        (ORM, "ru", "Орма пела в саду.", True),
        (ORM, "ru", "Генералы ОРМА пели в саду.", False),
        (PAIR, "sv", "”Om!” ropade ministern.", True),
        (PAIR, "it", "Il vertice della Om a Roma.", False),
        (ORM, "fa", "داستان اورمی خواند", True),
        (ORM, "fa", "رهبر اورم خواند", False),
        (SABA, "he", 'נציג סבא"א קרא', False),
        (ORM, "th", "ของออมาและเพื่อน", False),
        (ORM, "th", "ชาวออมาข้าว", True),
        (COLUMN, "ru", "Движение К9 не мешает.", False),
        (COLUMN, "ru", "Движение к9 не мешает.", True),
    ],
    ids=[
        "noun and particle",
        "office",
        "particle",
        "kin",
        "one capital",
        "capitals",
        "two letters",
        "two letters in Italian",
        "adjective",
        "itself",
        "a body",
        "apart",
        "inside",
        "all its letters",
        "none of its letters",
    ],
)
def test_a_name_that_may_be_words_is_doubted(entity: Entity, language: str, text: str, *, doubtful: bool) -> None:
    reading = read(text, language)

    assert is_lookalike(hit_in(reading, entity), entity, reading) is doubtful


@pytest.mark.parametrize(
    ("language", "text", "doubtful"),
    [
        ("en", "They live in Orm by the sea.", True),
        ("en", "They work for the ORM here.", False),
        ("fr", "Ils travaillent pour l'Orm ici.", False),
    ],
)
def test_an_acronym_of_three_letters_has_one_capital_only_where_that_is_the_rule(
    language: str, text: str, *, doubtful: bool
) -> None:
    body = an_organization("Orm Record Makers", "ORM")
    reading = read(text, language)

    assert is_lookalike(hit_in(reading, body), body, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Gestern kam Karl Habler an.", False),
        ("Gestern kam Karl Hablers Rad an.", False),
        ("Gestern kam Karl Hablerer an.", True),
    ],
    ids=["the name", "genitive", "another name"],
)
def test_a_person_with_an_ending_that_only_makes_other_words_is_doubted(text: str, *, doubtful: bool) -> None:
    person = a_person("Karl Habler")
    reading = read(text, "de")

    assert is_lookalike(hit_in(reading, person), person, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("가게는 한정 수량만 팔았다.", True),
        ("한정 중국 국가부주석은 웃었다.", False),
        ("어제 한정은 웃었다.", False),
        ("한정, 어제 도착", False),
    ],
    ids=["noun", "office further on", "particle", "nothing after it"],
)
def test_a_korean_name_of_two_syllables_right_before_a_noun_is_doubted(text: str, *, doubtful: bool) -> None:
    reading = read(text, "ko")

    assert is_lookalike(hit_in(reading, HAN), HAN, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("رأيت مراد روزة هناك", True), ("رأيت الوزير مراد روزة هناك", False)],
    ids=["no office", "office"],
)
def test_a_name_of_few_consonants_that_was_only_heard_is_doubted_without_an_office(
    text: str, *, doubtful: bool
) -> None:
    murad = a_person("Murad Roza")
    reading = read(text, "ar")
    found = list(heard(Lexicon.compile(Watchlist(entities=(murad,))), reading, ()))

    assert [is_lookalike(hit, murad, reading) for hit in found] == [doubtful]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Ο Φιλάνης έφερε ρόδια.", True),
        ("Πήγαν στη Φιλανία.", False),
        ("Οι δρόμοι της Φιλανίας είναι στενοί.", False),
    ],
)
def test_a_greek_country_with_the_ending_of_a_man_is_a_man(text: str, *, doubtful: bool) -> None:
    country = a_place("Φιλανία")
    reading = read(text, "el")

    assert [is_lookalike(hit, country, reading) for hit in hits_in(reading, country)] == [doubtful]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Sie half der Sirone.", True),
        ("Viele Sironen kamen.", True),
        ("Sirons Bilanz kam.", False),
        ("Siron kam.", False),
    ],
)
def test_a_german_firm_has_no_ending_but_an_s(text: str, *, doubtful: bool) -> None:
    firm = an_organization("Siron")
    reading = read(text, "de")

    assert is_lookalike(hit_in(reading, firm), firm, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("강민준로 4킬로미터를 막는다.", True),
        ("강민준으로 정했다.", False),
        ("강민수로 구간을 막는다.", True),
        ("후보를 강민수로 정했다.", False),
    ],
)
def test_a_korean_street_has_the_particle_that_no_name_before_it_takes(text: str, *, street: bool) -> None:
    person = a_person("Kang Min", "강민준", "강민수")
    reading = read(text, "ko")

    assert is_lookalike(hit_in(reading, person), person, reading) is street


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("th", "ช่างทาชาดบนบานประตู", a_place("Chad", "ชาด"), False),
        ("th", "ประธานาธิบดีของชาดเดินทางถึงกรุงเทพ", a_place("Chad", "ชาด"), True),
        ("ko", "혼성그룹 룰라 콘서트가 열렸다.", a_person("Lula", "룰라"), False),
        ("ko", "룰라 대통령이 연설했다.", a_person("Lula", "룰라"), True),
        ("th", "เทศบาลชวนเที่ยวตลาดน้ำ", a_person("Chuan", "ชวน"), False),
        ("th", "นายชวนไปสภา", a_person("Chuan", "ชวน"), True),
        ("th", "ชาวบ้านปลื้มเปรมใจ", a_person("Prem", "เปรม"), False),
        ("th", "พล.อ.เปรมเปิดสวน", a_person("Prem", "เปรม"), True),
        ("th", "เด็กชายพิธาน ใจเย็น ชนะ", a_person("Pita", "พิธา"), False),
        ("th", "พิธานำทีมลงพื้นที่", a_person("Pita", "พิธา"), True),
        ("ko", "이란 외무장관이 말했다.", a_place("Iran", "이란"), True),
    ],
)
def test_a_name_inside_a_longer_word_of_korean_or_thai_is_doubted(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_words_that_run_over_the_ends_of_a_name_of_three_characters_leave_it_in_doubt() -> None:
    lee = an_entity("John Lee", names=("李家超",))

    assert not is_believed("李家超市开业。", lee, language="zh")
    assert is_believed("李家超市的米便宜。李家超会见记者。", lee, language="zh")


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("两校同学招商引资，共建雪雕。", True),
        ("昨天招商银行发布财报。", False),
        ("昨天招商发布财报。", False),
    ],
    ids=["a phrase", "a firm", "itself"],
)
def test_half_of_a_chinese_phrase_of_four_characters_is_no_firm(text: str, *, doubtful: bool) -> None:
    reading, firm = read(text, "zh"), an_organization("招商")

    assert is_lookalike(hit_in(reading, firm), firm, reading) is doubtful


def test_a_korean_particle_behind_a_quotation_is_no_country() -> None:
    iran = a_place("Iran", "이란")

    assert not is_believed("'사랑'이란 노래가 흘렀다.", iran, language="ko")
    assert is_believed("그는 '이란 핵'을 말했다.", iran, language="ko")


def test_a_korean_name_may_be_a_word_too() -> None:
    cho = a_person("Cho Kuk", "조국")

    assert not is_believed("조국 통일을 기원했다.", cho, language="ko")
    assert is_believed("조국 대표가 말했다.", cho, language="ko")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Naši su pobedili danas.", False), ("Danas je Nasa objavila snimke.", True), ("Danas su u NASI slavili.", True)],
    ids=["a caron that the letters have not", "one capital", "a case"],
)
def test_an_acronym_gains_no_marks(text: str, *, meant: bool) -> None:
    assert is_believed(text, an_organization("Space Agency", "NASA"), language="sr") is meant


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("ja", "昨日はマリの首都にいた。", True),
        ("ja", "昨日はマリーの紹介で会った。", False),
        ("ja", "昨日バクーに着いた。", True),
        ("ja", "昨日バークに会った。", False),
        ("th", "เมื่อวานนี้ จีน ประกาศแผนใหม่", True),
        ("th", "เมื่อวานนี้ ประจิน ประกาศแผนใหม่", False),
        ("th", "เมื่อวานนี้ จิน ประกาศแผนใหม่", False),
    ],
)
def test_a_short_place_has_the_lengths_of_its_label(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, a_place("Far Off", "マリ", "バクー", "จีน"), language=language) is meant


@pytest.mark.parametrize(
    ("letters", "text", "meant"),
    [
        ("ILO", "La receta es de seis cocineras de Ilo, un puerto.", False),
        ("ILO", "La receta es de la ILO en Ginebra.", True),
        ("OIT", "La receta es de la Oit en Ginebra.", True),
    ],
    ids=["a town", "capitals", "short for the full form there"],
)
def test_three_letters_have_one_capital_where_they_are_short_for_the_full_form(
    letters: str, text: str, *, meant: bool
) -> None:
    labour = an_organization("International Labour Organization", letters, "Organización Internacional del Trabajo")

    assert is_believed(text, labour, language="es") is meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("韓悳洙首相が来た。訪韓首相特使も来た。", 1),
        ("韓悳洙首相が来た。日韓首相会談もあった。", 1),
        ("韓悳洙首相が来た。その後、韓首相は語った。", 2),
    ],
)
def test_a_character_for_a_country_is_no_family_name(text: str, found: int) -> None:
    somebody = an_entity("韓悳洙", id="han", short={"Jpan": ("韓首相",)})
    assert len(believed(text, somebody, language="ja")) == found


def test_a_name_of_which_each_end_is_half_of_a_word_is_none() -> None:
    country = a_place("Zambia", "赞比亚")
    assert not is_believed("评委称赞比亚军队伍更好。", country, language="zh")
    assert is_believed("评委前往赞比亚首都。", country, language="zh")
    assert is_believed("赞比亚军队来了。", country, language="zh")
