"""When the thing before a person's name is named after him."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.things.honours import is_called_after_person, is_honoured

ANNA = a_person(
    "Anna Berg",
    "Анна Берг",
    "Άννα Μπεργκ",
    "آنا برغ",
    "אנה ברג",
    "Иван Корч",
    "Pylyp Korč",
    "Πέτρος Κόρτσας",
    "Марио Коно",
)


def honoured(text: str, language: str) -> bool:
    reading = read(text, language)
    return is_honoured(hit_in(reading, ANNA), reading, things_of(language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Sie fuhren mit der Fregatte Anna Berg.", True),
        ("de", "Sie fuhren mit der Tante Anna Berg.", False),
        ("ru", "Вчера теплоход Анна Берг отплыл.", True),
        ("cs", "Včera loď Pylyp Korč připlula.", True),
        ("id", "Ia belajar di Universitas Anna Berg.", True),
        ("id", "Ia tiba di jalan. Anna Berg melambai.", False),
        ("it", "Abita in via Anna Berg.", True),
        ("ar", "درس في جامعة آنا برغ سنة.", True),
        ("he", "הוא גר ברחוב אנה ברג בעיר.", True),
        ("vi", "Thủ tướng Tây Ban Nha Anna Berg đến.", False),
        ("vi", "Lãnh đạo Đài Loan Anna Berg đến.", False),
        ("vi", "Họ sống ở Nhà Anna Berg.", True),
        ("es", "El gobernador de Puerto Rico Anna Berg llegó.", False),
        ("id", "Wali kota Bandar Lampung Anna Berg tiba.", False),
    ],
)
def test_a_thing_right_before_the_name_bears_it(language: str, text: str, *, expected: bool) -> None:
    assert honoured(text, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Abita in via Presidente Anna Berg.", True),
        ("it", "Abita in via, Presidente Anna Berg.", False),
        ("es", "Nació en el Hospital Nacional Memorial Anna Berg.", True),
        ("es", "Nació en el Hospital Nacional Regional Memorial Anna Berg.", False),
        ("id", "Mobil macet di Jalan Layang Anna Berg.", True),
        ("id", "Mobil macet di Jalan layang Anna Berg.", False),
        ("id", "Mobil macet di jalan Layang Anna Berg.", False),
        ("en", "They read in the library, said poet Anna Berg.", False),
        ("es", "PEDRO CASTILLO Y ANNA BERG ABRIERON LA FERIA", False),
    ],
    ids=[
        "an office",
        "a comma",
        "two words between",
        "three words between",
        "the second word of the thing",
        "in lower case",
        "after a word in lower case",
        "another word",
        "what joins two names in capitals",
    ],
)
def test_titles_and_the_like_may_stand_between_thing_and_name(language: str, text: str, *, expected: bool) -> None:
    assert honoured(text, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Вчера улица Ивана Корча опустела.", True),
        ("ru", "Вчера на улице Иван Корч упал.", False),
        ("ru", "Вчера на улице Марио Коно упали.", True),
        ("pl", "Dziś na ulicy Pylypa Korča spali.", True),
        ("pl", "Dziś na ulicy Pylyp Korč spał.", False),
        ("el", "Είδαν το μουσείο Πέτρου Κόρτσα χθες.", True),
        ("el", "Είδαν στο μουσείο Πέτρος Κόρτσας μίλησε.", False),
        ("el", "Είδαν το μουσείο Άννα Μπεργκ χθες.", True),
        ("id", "Ia belajar di Universitas Pylyp Korč.", True),
    ],
)
def test_where_names_have_cases_the_nominative_is_of_somebody_who_acts(
    language: str, text: str, *, expected: bool
) -> None:
    assert honoured(text, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Вчера школа имени Анны Берг закрылась.", True),
        ("ru", "Вчера школа имени Иван Корч закрылась.", True),
        ("ru", "Вчера он выступил от имени Анны Берг.", False),
        ("en", "They sailed on the freighter named Anna Berg.", True),
    ],
)
def test_a_thing_may_be_said_to_have_the_name_but_not_who_is_spoken_for(
    language: str, text: str, *, expected: bool
) -> None:
    assert honoured(text, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Compró pan en la panadería de Anna Berg.", True),
        ("fr", "Il acheta du pain à la boulangerie d'Anna Berg.", True),
        ("de", "Er kaufte Brot in der Bäckerei Anna Berg.", True),
        ("es", "Cenó en la casa de Anna Berg.", False),
        ("es", "Paseó por la calle de Anna Berg.", True),
        ("ca", "Passejava pel carrer d'Anna Berg.", True),
        ("fr", "Il habite dans la rue d'Anna Berg.", False),
        ("es", "Salió de la panadería: de Anna Berg nada.", False),
        ("es", "Salió de la panadería, Anna Berg no.", False),
    ],
)
def test_a_shop_is_of_its_owner_and_in_some_languages_a_street_of_whom_it_honours(
    language: str, text: str, *, expected: bool
) -> None:
    assert honoured(text, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "called"),
    [
        ("zh", "王文涛故居重新开放。", True),
        ("zh", "王文涛面馆开张。", True),
        ("zh", "王文涛站在台上。", False),
        ("ja", "河野太郎歯科に通う。", True),
        ("ja", "河野太郎事務所は答えなかった。", False),
        ("th", "ร้านสมชาย วงศ์สวัสดิ์ปิด", True),
        ("th", "นายสมชาย วงศ์สวัสดิ์พบประชาชน", False),
    ],
)
def test_a_shop_or_a_former_residence_is_called_after_a_person(language: str, text: str, called: bool) -> None:
    person = a_person("Somebody", "王文涛", "河野太郎", "สมชาย วงศ์สวัสดิ์")
    reading = read(text, language)

    assert is_called_after_person(hit_in(reading, person), reading) is called
