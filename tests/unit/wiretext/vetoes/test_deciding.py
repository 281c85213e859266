"""Which places name somebody, and which name a thing, a namesake or nothing."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization, believed

ANNA = an_entity("Anna Berg")
BERG = an_entity("Anna Berg", short={"Latn": ("Berg",)})
MALI = a_place("Mali")


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


def test_a_short_name_inside_somebody_elses_is_no_mention() -> None:
    assert believed("We met the baker Harper Berg there.", ANNA) == []


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


def test_a_chinese_master_of_a_craft_is_in_no_office() -> None:
    somebody = a_person("李安娜")

    assert believed("面点师傅李安娜做了包子。", somebody, language="zh") == []
    assert believed("总统李安娜做了包子。", somebody, language="zh") == ["李安娜"]


def test_an_adjective_before_an_acronym_in_a_compound_is_no_kind_of_firm() -> None:
    body = an_organization("Northern Treaty Organization", "NATU")

    assert believed("Ein ehemaliger Natu-Funker sang.", body, language="de") == ["Natu"]
    assert believed("En tidligere Natu-soldat sang.", body, language="da") == ["Natu"]


def test_a_boat_has_the_name_further_on_too() -> None:
    volta = an_organization("Volta")

    assert believed('Titel\n\nDen gamle båten "Volta" vant. Volta skal i slipp.', volta, language="nb") == []
    assert believed('Titel\n\nVolta kjøpte båten "Volta". Volta betalte.', volta, language="nb") == ["Volta", "Volta"]


def test_a_sentence_that_begins_with_the_name_and_says_what_its_bearer_does_is_of_somebody_or_of_a_beast() -> None:
    assert believed("Mali, a nurse from Brodna, sang.", MALI) == []
    assert believed("Mali, a poodle from Brodna, barked.", MALI) == []
    assert believed("Kaveh Mali, a baker from Brodna, sang.", MALI) == []
    assert believed("In Mali, a nurse from Brodna sang.", MALI) == ["Mali"]
    assert believed("Northern Mali, a farmer said, is dry.", MALI) == ["Mali"]
    assert believed("Mali, a farmer said, is dry.", MALI) == ["Mali"]
    assert believed("Mali, teachers from Brodna say, is dry.", MALI) == ["Mali"]
    assert believed("Mali, students say, is dry.", MALI) == ["Mali"]
    assert believed("Mali, a land of winemakers, is dry.", MALI) == ["Mali"]
    assert believed("Mali, a dog lover says, is far.", MALI) == ["Mali"]


def test_a_plant_in_quotation_marks_is_its_firms() -> None:
    volta = an_organization("Вольта")

    assert believed("На заводе «Вольта» пели.", volta, language="ru") == ["Вольта"]
    assert believed("В ресторане «Вольта» пели.", volta, language="ru") == []


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
        ("en", "Storm Anna Berg Bring Snow", []),
        ("en", "The storm Anna Berg caused is over.", ["Anna Berg"]),
        ("sv", "Nya bänkar står på Anna Bergs plats intill stationen.", []),
        ("sv", "Striden om Anna Bergs plats i partiet går vidare.", ["Anna Bergs"]),
        ("sv", "Anna Bergs väg till makten var lång.", ["Anna Bergs"]),
        ("da", "Anna Bergs vej til magten var lang.", ["Anna Bergs"]),
        ("en", "They camped on Anna Berg Island.", []),
        ("en", "Anna Berg, 71, hung up her windlass. Berg likes ducks.", []),
        ("en", "Anna Berg, 71, and her party won.", ["Anna Berg"]),
    ],
)
def test_a_person_is_told_from_a_storm_a_square_and_a_namesake(language: str, text: str, found: list[str]) -> None:
    assert believed(text, ANNA, language=language) == found


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


def test_somebody_in_office_may_have_been_young_once() -> None:
    berg = a_person("Олег Бергов")
    young, office = "18-летний Олег Бергов сдал экзамен.", "Президент страны Олег Бергов вспомнил об этом."

    assert believed(young, berg, language="ru") == []
    assert believed(f"{young} {office}", berg, language="ru") == ["Олег Бергов", "Олег Бергов"]


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("it", "Berg vince a bocce.\n\nIl bocciofilo Carlo Berg ha vinto. Berg ha 70 anni.", 0),
        ("it", "Berg vince.\n\nIl presidente Berg ha vinto. Poi Carlo Berg ha perso.", 2),
        ("it", "Il bocciofilo Carlo Berg ha vinto. Il ministro Berg ha telefonato.", 1),
        ("it", "Il bocciofilo Carlo Berg ha vinto. Anna Berg ha telefonato. Berg canta.", 2),
    ],
)
def test_a_family_name_alone_is_that_of_whom_the_article_has_named_in_full(
    language: str, text: str, counts: int
) -> None:
    assert len(believed(text, BERG, language=language)) == counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("es", "Vino Juan Pedro Santos Luna, apicultor.", 0),
        ("es", "Vino Pedro Santos, apicultor.", 0),
        ("es", "Vino el ministro Pedro Santos.", 1),
        ("en", "They met Juan Pedro Santos.", 1),
    ],
)
def test_another_given_name_before_the_full_name_is_of_somebody_else(language: str, text: str, counts: int) -> None:
    santos = a_person("Pedro Santos")

    assert len(believed(text, santos, language=language)) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Mali Pizza en Cádiz\n\nEl restaurante Mali abrió en Cádiz.", 0),
        ("Mali crece\n\nEl restaurante Mali abrió en Cádiz. El dueño viene de Mali.", 2),
    ],
)
def test_the_title_has_the_name_of_the_house_of_which_alone_the_text_tells(text: str, counts: int) -> None:
    assert len(believed(text, MALI, language="es")) == counts


def test_a_hungarian_wife_is_not_her_husband() -> None:
    husband = an_entity("Viktor Berg", id="viktor", names=("Berg Viktor",), short={"Latn": ("Berg",)})

    assert believed("Titel\n\nBerg Viktorné sütött.", husband, language="hu") == []
    assert "Berg Viktornek" in believed("Titel\n\nBerg Viktornek adták.", husband, language="hu")


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("tr", "Bakkal Anna Berg kepenk kapattı.", 0),
        ("tr", "Anna Berg bakkalı ziyaret etti.", 1),
        ("az", "Aqronom Anna Berg danışdı.", 0),
        ("kk", "Дүкенші Анна Берг келді.", 0),
        ("uz", "Shoira Anna Berg so'zladi. Anna Berg she'rlari o'qildi.", 0),
        ("uz", "Anna Berg she'rlari o'qildi.", 1),
        ("ka", "მეწველმა ანა ბერგმა ისაუბრა.", 0),
        ("hy", "Այգեգործ Աննա Բերգը խոսեց։", 0),
        ("hy", "Նախարար Աննա Բերգը այցելեց այգեգործներին։", 1),
        ("am", "ጋጋሪዋ አና በርግ ተናገረች።", 0),
    ],
)
def test_private_walks_of_life_are_known_in_the_east(language: str, text: str, counts: int) -> None:
    anna = a_person("Anna Berg", "Анна Берг", "ანა ბერგი", "Աննա Բերգ", "አና በርግ")

    assert bool(believed(text, anna, language=language)) is bool(counts)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Anna Berg keeps bees. The 61-year-old Berg sells honey.", 0),
        ("Anna Berg won the election. The 61-year-old Berg sells honey.", 2),
    ],
)
def test_the_age_of_a_private_person_may_stand_beside_the_short_name(text: str, counts: int) -> None:
    assert len(believed(text, BERG)) == counts
