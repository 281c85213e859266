"""Which words stand inside a name without being part of it."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import read
from wiretext.matching.patronymics import inserted, is_inserted, patronymic_after, patronymic_before


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Sergei Kuzhugetovich Shoigu"),
        ("fr", "Ivan Petrovitch Berg"),
        ("pl", "Iwan Piotrowicz Berg"),
        ("pl", "Iwana Piotrowicza Berga"),
        ("de", "Anna Petrowna Berg"),
        ("ru", "Иван Ильич Берг"),
        ("ru", "Иваном Петровичем Бергом"),
        ("ru", "Ивана Петровича Берга"),
        ("uk", "Іван Андрійович Берг"),
        ("ru", "Анны Петровны Берг"),
        ("ru", "Анной Петровной Берг"),
        ("uk", "Ганна Петрівна Берг"),
        ("uk", "Ганні Петрівні Берг"),
        ("be", "Ганна Пятроўна Берг"),
        ("be", "Ганнай Пятроўнай Берг"),
        ("cs", "Annou Petrovnou Bergovou"),
        ("pl", "Annie Pietrownie Berg"),
        ("be", "Ганна Іванаўна Берг"),
        ("be", "Касымам Кемелевічам Бергам"),
        ("sr", "Сергеј Кужугетович Шојгу"),
        ("el", "Άννα Πέτροβνα Μπεργκ"),
        ("ka", "ანას პეტროვნას ბერგს"),
        ("hy", "Աննա Պետրովնա Բերգ"),
        ("ar", "إيفان بتروفيتش بيرغ"),
        ("he", "איוון פטרוביץ' ברג"),
        ("hi", "अन्ना पेत्रोवना बर्ग"),
        ("ko", "안나 페트로브나 베르크"),
        ("am", "ኢቫን ፔትሮቪች በርግ"),
        ("bg", "Бойко Методиев Берг"),
        ("kk", "Сәкен Кемелұлы Берг"),
        ("kk", "Айгүл Кемелқызы Берг"),
        ("ky", "Айбек Токтогулуулу Берг"),
        ("kk", "Saken Kemeluly Berg"),
        ("uz", "Aziza Karimqizi Berg"),
    ],
)
def test_a_father_s_name_stands_inside_a_name_in_any_script_and_case(language: str, name: str) -> None:
    reading = read(name, language)

    assert [is_inserted(reading, index) for index in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    ("language", "text", "index", "expected"),
    [
        ("en", "Anna K. Berg", 1, True),
        ("en", "Anna K Berg", 1, True),
        ("en", "anna k berg", 1, True),
        ("en", "ANNA K BERG", 1, True),
        ("cs", "Svatí Petr a Pavel", 2, False),
        ("cs", "SVATÍ PETR A PAVEL", 2, False),
        ("ru", "Святые Пётр и Павел", 2, False),
        ("fa", "آنا و برگ", 1, False),
        ("ar", "آنا ك برج", 1, True),
        ("en", "Anna Ko Berg", 1, False),
        ("en", "Kim owned Berg", 1, False),
        ("tr", "Anna Berg'in", 2, True),
        ("tr", "Anna Berg in", 2, False),
        ("ru", "Бойко Методиев Берг", 1, False),
        ("ru", "Анна Новая Берг", 1, False),
    ],
    ids=[
        "an initial",
        "an initial without a full stop",
        "an initial among small letters",
        "an initial among capitals",
        "and",
        "and among capitals",
        "and in Cyrillic",
        "and in a script without capitals",
        "an initial in a script without capitals",
        "a word",
        "a verb",
        "an ending set off",
        "a word like it",
        "a Russian family name",
        "an adjective",
    ],
)
def test_an_initial_and_an_ending_set_off_stand_inside_and_other_words_do_not(
    language: str, text: str, index: int, *, expected: bool
) -> None:
    assert is_inserted(read(text, language), index) is expected


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("az", "Anna Heydər qızı Berg"),
        ("tr", "İlham Haydar-oğlu Berg"),
        ("kk", "Анна Серік қызы Берг"),
        ("uz", "Анна Карим қизи Берг"),
        ("fa", "آنا حیدر قیزی برگ"),
        ("ka", "ანა ჰეიდარ ყიზი ბერგი"),
        ("ko", "안나 헤이다르 키지 베르크"),
    ],
)
def test_a_father_with_the_word_for_his_child_is_two_words_from_either_side(language: str, name: str) -> None:
    reading = read(name, language)

    assert (inserted(reading, 1, 1), inserted(reading, 2, -1)) == (2, 2)
    assert (inserted(reading, 3, 1), inserted(reading, 0, -1)) == (0, 0)


def test_without_that_word_a_father_s_name_is_one_word_and_another_name_none() -> None:
    reading = read("Анна Петровна Берг", "ru")

    assert [inserted(reading, 1, step) for step in (1, -1)] == [1, 1]
    assert [inserted(reading, 2, step) for step in (1, -1)] == [0, 0]


@pytest.mark.parametrize(
    ("language", "text", "father", "family"),
    [
        ("zh", "说谢尔盖·库茹盖托维奇·绍伊古来", "库茹盖托维奇·", "绍伊古"),
        ("zh", "说安娜-彼得罗夫娜-贝里来", "彼得罗夫娜-", "贝里"),
        ("ja", "アンナ・ペトロヴナ・ベルクは", "ペトロヴナ・", "ベルク"),
        ("ja", "アンナ=ペトローブナ ベルクは", "ペトローブナ ", "ベルク"),
        ("th", "แอนนา เปโตรวิช แบร์กมา", "เปโตรวิช ", "แบร์ก"),
        ("zh", "说安娜·玛丽亚·贝里来", None, "贝里"),
        ("zh", "说安娜彼得罗夫娜贝里来", None, "贝里"),
    ],
    ids=["Chinese", "hyphens", "Japanese", "Japanese, spelt otherwise", "Thai", "a second given name", "joined"],
)
def test_without_blanks_a_father_s_name_lies_between_the_dots(
    language: str, text: str, father: str | None, family: str
) -> None:
    text, family = (read(each, language).text for each in (text, family))
    end = text.index(family)
    start = end - len(read(father, language).text) if father else end

    assert patronymic_before(text, end) == start
    assert patronymic_after(text, start, family) == end


def test_a_father_s_name_without_blanks_is_not_longer_than_names_are() -> None:
    text = "安娜·" + "彼" * 20 + "夫娜·贝里"

    assert patronymic_before(text, len(text) - 2) == len(text) - 2
    assert patronymic_after(text, 3, "贝里") == 3
    assert patronymic_after("安娜·彼得罗夫娜贝里", 3, "贝里") == 3
