"""When a boat has a name in quotation marks."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.christened import is_christened

VOLTA = an_organization("Volta", "Вольта", "フォルタ")


@pytest.mark.parametrize(
    ("language", "text", "christened"),
    [
        ("nb", "Den gamle trebåten «Volta» vant.", True),
        ("nb", "Bedriften «Volta» vant.", False),
        ("en", 'The boat "Volta" sank.', True),
        ("en", 'The start-up "Volta" sank money.', False),
        ("en", "Their boat Volta sold.", False),
        ("de", "Der Fischkutter „Volta“ sank.", True),
        ("de", "Das Bootcamp „Volta“ begann.", False),
        ("nl", "De zaak “Volta” sloot.", False),
        ("fi", "Purjevene ”Volta” voitti.", True),
        ("fr", "Le chalutier « Volta » a coulé.", True),
        ("fr", "La société « Volta » a coulé.", False),
        ("ru", "Старый катер «Вольта» утонул.", True),
        ("ru", "Они работают на заводе «Вольта».", False),
        ("hu", "A „Volta” hajó elsüllyedt.", True),
        ("tr", '"Volta" gemisi battı.', True),
        ("ja", "漁船「フォルタ」が出た。", True),
        ("ja", "新会社「フォルタ」が出た。", False),
    ],
)
def test_a_boat_beside_quotation_marks_has_the_name_in_them(language: str, text: str, *, christened: bool) -> None:
    reading = read(text, language)

    assert is_christened(hit_in(reading, VOLTA), reading) is christened


CHILD = a_person("Nadir Berg", "نادر بيرغ", "نادر برگ", "نادر چوہان", "נדב ברג", "नादिर मोहिते", "নাদির মজুমদার")


@pytest.mark.parametrize(
    ("language", "text", "christened"),
    [
        ("ar", "أطلق اسم نادر بيرغ على القاعة.", True),
        ("ar", "ورد اسم نادر بيرغ في القائمة.", False),
        ("fa", "نام نادر برگ را بر نوزاد گذاشتند.", True),
        ("fa", "نام نادر برگ در فهرست آمد. بعد کتاب را گذاشت.", False),
        ("ur", "بیٹے کا نام نادر چوہان رکھا۔", True),
        ("ur", "فہرست میں نام نادر چوہان کا ہے۔", False),
        ("he", "קראו לתינוק נדב ברג.", True),
        ("he", "הגיש לתינוק נדב ברג כדור.", False),
        ("hi", "बेटे का नाम नादिर मोहिते रखा।", True),
        ("hi", "सूची में नाम नादिर मोहिते का है।", False),
        ("mr", "मुलाचे नाव नादिर मोहिते ठेवले.", True),
        ("bn", "ছেলের নাম রাখা হয়েছে নাদির মজুমদার।", True),
    ],
)
def test_a_name_that_is_given_to_somebody_is_his(language: str, text: str, *, christened: bool) -> None:
    reading = read(text, language)

    assert is_christened(hit_in(reading, CHILD), reading) is christened


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ar", "أطلق اسم جوزيف عون على شارع في البلدة.", a_person("جوزيف عون"), False),
        ("ar", "سميت القاعة باسم جوزيف عون.", a_person("جوزيف عون"), False),
        ("fa", "نام مسعود پزشکیان را بر نوزاد گذاشتند.", a_person("مسعود پزشکیان"), False),
        ("he", "קראו לתינוק יצחק הרצוג.", a_person("יצחק הרצוג"), False),
        ("hi", "बेटे का नाम नरेंद्र मोदी रखा गया।", a_person("नरेंद्र मोदी"), False),
        ("bn", "মেয়ের নাম রাখা হয়েছে শেখ হাসিনা।", a_person("শেখ হাসিনা"), False),
        ("ta", "குழந்தைக்கு உதயநிதி ஸ்டாலின் எனப் பெயர் சூட்டினர்.", a_person("உதயநிதி ஸ்டாலின்"), False),
        ("mr", "मुलाचे नाव शरद पवार ठेवले.", a_person("शरद पवार"), False),
        ("sv", "Notes\n\nM/S Malta låg vid kajen.", a_place("Malta"), False),
        ("sv", "Notes\n\nDet blåser 15 m/s Malta runt.", a_place("Malta"), True),
        ("nb", "Notes\n\nMS «Anna Berg» kom for sent.", a_person("Anna Berg"), False),
    ],
)
def test_a_name_that_is_given_to_a_child_or_a_street_is_no_mention_of_its_bearer(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
