"""Which places name somebody, and which name a thing, a namesake or nothing."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, believed, is_believed
from wirekit.contracts import Entity

ANNA = an_entity("Anna Berg")
MALI = a_place("Mali")
SEA_COMMITTEE = an_organization("Internationella nautiska kommittén")


def test_a_name_against_which_nothing_speaks_is_believed() -> None:
    assert believed("They met Anna Berg at the bridge.", ANNA) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They crossed the Anna Berg Bridge.", "en"),
        ("Mereka belajar di Universitas Anna Berg.", "id"),
        ("They sold Anna Berg & Friends.", "en"),
    ],
    ids=["named after", "honoured", "partners"],
)
def test_a_thing_that_bears_the_name_is_no_mention(text: str, language: str) -> None:
    assert believed(text, ANNA, language=language) == []


def test_a_name_on_the_not_list_passes_for_it_speaks_against_others() -> None:
    entity = an_entity("Anna Berg", short={}, **{"not": ("Anna Berg Olsen",)})

    assert believed("They crossed the Anna Berg Olsen Bridge.", entity) == ["Anna Berg Olsen"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [("Mali is far.", ["Mali"]), ("Mali is far. We like mali flowers.", []), ("We like mali flowers.", [])],
    ids=["name", "word elsewhere in lower case", "word"],
)
def test_a_place_that_is_also_a_word_needs_a_capital_that_proves_something(text: str, counts: list[str]) -> None:
    assert believed(text, MALI) == counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“rode up with anna berg and two from voltona,” she wrote.", ["anna berg", "voltona"]),
        ("“met voltona people and anna berg,” she wrote.", ["voltona", "anna berg"]),
        ("“rode up with anna berg!” she wrote. A man sold voltona there.", ["anna berg"]),
        ("Anna Berg sold voltona there.", ["Anna Berg"]),
        ("“rode up with anna berg and that,” she wrote.", ["anna berg"]),
    ],
    ids=["after", "before", "in another sentence", "beside capitals", "a function word"],
)
def test_a_name_in_one_word_needs_no_capital_where_one_in_several_has_none(text: str, found: list[str]) -> None:
    entities = (ANNA, an_organization("Voltona", "That"))

    assert believed(text, *entities) == found


def test_an_adjective_before_an_acronym_in_a_compound_is_no_kind_of_firm() -> None:
    body = an_organization("Northern Treaty Organization", "NATU")

    assert believed("Ein ehemaliger Natu-Funker sang.", body, language="de") == ["Natu"]
    assert believed("En tidligere Natu-soldat sang.", body, language="da") == ["Natu"]


def test_a_name_as_it_stands_is_no_case_of_another() -> None:
    brodna = a_place("Бродна", "Бродн")

    assert believed("В гостинице «Бродна» пели.", brodna, language="ru") == []


def test_baltic_quotation_marks_set_a_firm_off_from_a_word() -> None:
    volta = an_organization("Visa")

    assert believed("„Visa“ visą dieną neveikė.", volta, language="lt") == ["Visa"]
    assert believed("Visa diena buvo graži.", volta, language="lt") == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They booked a hotel in Mali.", ["Mali"]),
        ("en", "The nurse left Mali for good.", ["Mali"]),
        ("sv", "Han såg en station i Mali.", ["Mali"]),
        ("sv", "Malis slott är stängt.", ["Malis"]),
        ("fr", "Le théâtre du Mali est fermé.", ["Mali"]),
        ("de", "Der Lehrer kennt Mali gut.", ["Mali"]),
        ("da", "Fregatten sejler til Mali.", ["Mali"]),
        ("nb", "Skolen i Mali er stengt.", ["Mali"]),
    ],
)
def test_a_country_beside_a_trade_or_a_thing_is_the_country(language: str, text: str, found: list[str]) -> None:
    assert believed(text, MALI, language=language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The Volta engineer said that Volta pays.", ["Volta", "Volta"]),
        ("en", "On Friday Volta fired a baker.", ["Volta"]),
        ("nl", "De huisarts koopt aandelen Volta.", ["Volta"]),
        ("sv", "Enligt Volta är snickaren nöjd.", ["Volta"]),
        ("fr", "Le boulanger poursuit Volta en justice.", ["Volta"]),
        ("ca", "La mestra compra accions de Volta.", ["Volta"]),
        ("nb", "Selskapet Volta bygger ut.", ["Volta"]),
        ("da", "Malerne strejker hos Volta.", ["Volta"]),
        ("de", "Die Gemälde gehören Volta.", ["Volta"]),
        ("de", "Im Museum hängen Gemälde von Hieronymus Volta.", []),
    ],
)
def test_a_firm_beside_a_trade_or_a_picture_is_the_firm(language: str, text: str, found: list[str]) -> None:
    volta = an_organization("Volta")

    assert believed(text, volta, language=language) == found


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("it", "Notizie\n\nCarla Rossi, la titolare di Volta, è salita sul palco.", an_organization("Volta")),
        ("fr", "Notes\n\nLa patronne de Volta, qui est montée sur scène, a parlé.", an_organization("Volta")),
        ("sl", "Novice\n\nOdbor je vprašal ter Združeni gozdovi ne odgovarjajo.", an_organization("Združeni gozdovi")),
        ("hr", "Bilješke\n\nUručio je medalju Saadu Dahlu u srijedu.", a_person("Saad Dahl")),
        ("ka", "ცნობები\n\nეს არის გოზდოვის მეშვიდე ქვეყანა.", an_organization("Gozdov", "გოზდოვი")),
        ("ka", "ცნობები\n\nსტუმრები ანა ბერგის ბაღში მიიწვიეს.", a_person("Anna Berg", "ანა ბერგი")),
        ("uk", "Новини\n\nМісто Тарма чекає гостей.", a_place("Tarma", "Тарма")),
        ("sv", "Nyheter\n\nDen internationella nautiska kommittén röstade.", SEA_COMMITTEE),
        ("hy", "Լուրեր\n\nԱնձրևաչափերը Տարմայում են։", a_place("Tarma", "Տարմա")),
    ],
)
def test_a_small_word_that_is_a_thing_or_a_name_in_another_language_speaks_against_nothing(
    language: str, text: str, entity: Entity
) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("hr", "Razgovarao je s predsjednikom Vlade Tarme u Splitu.", a_place("Tarma")),
        ("ru", "Вчера Банк Тармы повысил ставку.", a_place("Тарма")),
        ("id", "Kemarin Direktur Pemasaran dan Niaga Volta datang.", an_organization("Volta")),
        ("ja", "昨日、山梨県・静岡県で採取された。", a_place("静岡県")),
        ("ro", "Firma vinde pe piața Uniunii Gozd.", an_organization("Uniunea Gozd")),
        ("hr", "Govorio je čelnik Stranke pravoga puta (DYP) u Splitu.", an_organization("DYP")),
    ],
)
def test_what_stands_before_a_name_as_a_body_or_a_market_makes_nobody_of_it(
    language: str, text: str, entity: Entity
) -> None:
    assert is_believed(text, entity, language=language)


def test_a_square_has_a_capital_and_a_market_has_none() -> None:
    union = an_organization("Uniunea Gozd")

    assert not is_believed("Ne vedem în Piața Uniunii Gozd la prânz.", union, language="ro")


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("hu", "Az igazgatóság felel a Gozd Központi Bank folyó ügyeiért.", an_organization("Gozd Központi Bank")),
        ("hr", "Moskva je branila stajalište Tarme protiv priznavanja.", a_place("Tarma")),
        ("hr", "Novosti iz Splita. BiH je na pragu razgovora.", a_place("Bosna i Hercegovina", "BiH")),
        ("ru", "Вчера на улицы Тармы вышли люди.", a_place("Тарма")),
        ("ru", "Вчера на улицах Тармы было тихо.", a_place("Тарма")),
    ],
)
def test_a_word_that_only_begins_as_a_thing_makes_none_of_a_name(language: str, text: str, entity: Entity) -> None:
    assert is_believed(text, entity, language=language)


def test_one_street_has_the_name_of_a_city_and_the_word_without_its_capitals_is_the_word() -> None:
    assert not is_believed("Вчера на улице Тармы было тихо.", a_place("Тарма"), language="ru")
    assert not is_believed("Došao bih rado u Split.", a_place("Bosna i Hercegovina", "BiH"), language="hr")


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Вчера помогает им Анна Гросвент.", a_person("Анна Гросвент")),
        ("pl", "Pomaga im Anna Grosvent.", a_person("Anna Grosvent")),
        ("es", "A la vuelta Anna Grosvent habló.", a_person("Anna Grosvent")),
        ("sv", "Mindre än Velnor sade han.", an_organization("Velnor")),
        ("sv", "Det visade sig Velnor kunna leverera.", an_organization("Velnor")),
        ("da", "Den anden Velnor er ny.", an_organization("Velnor")),
        ("da", "I går sagde den anden Anna Grosvent det.", a_person("Anna Grosvent")),
        ("uk", "Радник Анна Гросвент заявила.", a_person("Анна Гросвент")),
        ("lv", "Gan Anna Grosvent to teica.", a_person("Anna Grosvent")),
        ("et", "Oma Anna Grosvent ütles.", a_person("Anna Grosvent")),
        ("lv", "Vakar kuģniecības “Velnor” inženieri brauca.", an_organization("Velnor")),
    ],
)
def test_a_word_that_is_a_thing_or_a_trade_in_another_language_makes_nothing_of_a_name(
    language: str, text: str, entity: Entity
) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kerusi ditempah melalui VelNor, laman pelajar itu. Mereka log masuk ke VelNor semalam.", False),
        ("Kerusi ditempah melalui VelNor semalam.", True),
        ("Kerusi ditempah melalui Velnor, laman pelajar itu.", True),
    ],
    ids=["glossed", "not glossed", "spelt so"],
)
def test_a_capital_inside_and_a_gloss_make_another_thing_of_a_name(text: str, *, meant: bool) -> None:
    assert is_believed(text, an_organization("Velnor"), language="ms") is meant


@pytest.mark.parametrize(
    ("text", "meant"), [("הסטודנטית זכתה בפרס ולנור לחדשנות.", False), ("ולנור העניקה פרס.", True)]
)
def test_a_prize_for_something_has_its_name_in_hebrew(text: str, *, meant: bool) -> None:
    assert is_believed(text, an_organization("Velnor", "ולנור"), language="he") is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("او در مسابقه دکاتلون نوجوانان قهرمان شد.", False),
        ("فروشگاه دکاتلون در تهران باز شد.", True),
    ],
    ids=["the sport", "the shop"],
)
def test_a_persian_shop_is_told_from_the_sport(text: str, *, meant: bool) -> None:
    assert is_believed(text, an_organization("Decathlon", "دکاتلون"), language="fa") is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("展览以从马车到现代汽车为题开幕。", False),
        ("老车零件少，而现代汽车往往有三万个零件。", False),
        ("昨天现代汽车公布销量。", True),
    ],
    ids=["from coaches to", "often", "the firm"],
)
def test_modern_cars_are_no_firm(text: str, *, meant: bool) -> None:
    assert is_believed(text, an_organization("Hyundai Motor", "现代汽车"), language="zh") is meant


def test_a_korean_country_is_no_grease_of_the_skin() -> None:
    fiji = a_place("Fiji", "피지")

    assert not is_believed("긴 비행 뒤 피지를 닦아 내고 피부 상태를 살폈다.", fiji, language="ko")
    assert is_believed("총리는 피지를 방문했다.", fiji, language="ko")


def test_a_thing_may_be_called_by_two_words() -> None:
    anna = a_person("Anna Grosvent")

    assert not is_believed("Hôm qua họ mở bảo tàng Anna Grosvent.", anna, language="vi")
    assert not is_believed("Dün Anna Grosvent Hatıra Ormanı açıldı.", anna, language="tr")


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Вчера открыли завод им. Анны Гросвент."), ("pl", "Otwarto szkołę im. Anny Grosvent.")],
)
def test_a_full_stop_makes_named_after_of_them(language: str, text: str) -> None:
    assert not is_believed(text, a_person("Anna Grosvent", "Анна Гросвент"), language=language)
