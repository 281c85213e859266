"""When somebody bears a one-word name in a script without capitals, and what such a name is besides."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from wirekit.contracts import Entity

INDIA = a_place("भारत", "ভারত", "بھارت", "הודו", "الهند")
TURKEY = a_place("ترکی", "تركيا", "טורקיה", "तुर्की")
JORDAN = a_place("ירדן", "الأردن", "जॉर्डन")
LEBANON = a_place("לבנון", "لبنان")
IRAN = a_place("ایران", "איראן", "إيران")
BENIN = a_place("بنين", "בנין")
FORD = an_organization("فورد", "فورڈ", "फोर्ड", "פורד", "ফোর্ড", "ஃபோர்டு")
VIJAY = a_person("Vijay", "விஜய்", "विजय")
NAVEEN = a_person("Naveen Bhatia", "नवीन भाटिया", "عمران درانی", "נדב אלקיים", "হাসান মজুমদার", "மணி செல்வம்")


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("hi", "दर्जी भारत चौहान ने कुर्ते सिले। भारत की दुकान छोटी है।", INDIA, False),
        ("hi", "14 वर्षीय भारत ने पदक जीता।", INDIA, False),
        ("hi", "किसान भारत से गेहूँ भेजते हैं।", INDIA, True),
        ("hi", "छात्र भारत लौटे और सरकार ने उनका स्वागत किया।", INDIA, True),
        ("hi", "75 वर्षीय भारत की यात्रा पर एक किताब आई।", INDIA, True),
        ("bn", "তাঁতি ভারত দাস শাড়ি বোনেন।", INDIA, False),
        ("bn", "ভারত সরকার চাল পাঠিয়েছে।", INDIA, True),
        ("ur", "شہزادہ ترکی نے تقریر کی۔", TURKEY, False),
        ("ur", "شہزادہ ترکی پہنچے۔", TURKEY, True),
        ("ur", "ترکی السعود نے کتاب لکھی۔", TURKEY, False),
        ("ur", "ترکی نے جہاز بھیجے۔", TURKEY, True),
        ("he", "ירדן אוחנה, סטודנטית מחיפה, זכתה. ירדן שמחה.", JORDAN, False),
        ("he", "ירדן, בת 17, שחתה לבד.", JORDAN, False),
        ("he", "ירדן, שר החוץ שלה אמר, תחתום מחר.", JORDAN, True),
        ("he", "יעל לבנון, מורה מרחובות, פרשה.", LEBANON, False),
        ("he", "שר החוץ הגיע ללבנון, ומורה אחד קיבל את פניו.", LEBANON, True),
        ("fa", "ایران خانم نقاشی می‌کرد.", IRAN, False),
        ("fa", "ایران محمدی، آموزگار بازنشسته، آمد.", IRAN, False),
        ("fa", "در ایران کنونی، آموزگار کم است.", IRAN, True),
        ("fa", "تیم ایران برنده شد.", IRAN, True),
        ("ar", "حضرت المعلمة بنين كاظم. وقالت بنين إنها سعيدة.", BENIN, False),
        ("ar", "زارت المعلمة بنين في الصيف.", BENIN, True),
        ("ur", "اداکار ہیریسن فورڈ آئے۔ فورڈ ہنسے۔", FORD, False),
        ("ur", "ڈرائیور کمپنی فورڈ کے خلاف ہیں۔", FORD, True),
        ("hi", "अभिनेता हैरिसन फोर्ड आए।", FORD, False),
        ("hi", "अभिनेता ने फोर्ड की कार खरीदी।", FORD, True),
        ("hi", "अभिनेता सलमान तुर्की पहुंचे।", TURKEY, True),
        ("ur", "باورچی اکرم ترکی نے روٹی پکائی۔", TURKEY, False),
        ("ar", "قاد اللاعب سيارة فورد.", FORD, True),
        ("ar", "كرموا الحلاق فورد، البالغ 58 عاما.", FORD, False),
        ("ar", "باعت شركة فورد، البالغة قيمتها مليارات، مصنعا.", FORD, True),
        ("he", "האחות מיכל לבנון פרשה.", LEBANON, False),
        ("he", "האחות מיכל חזרה מלבנון.", LEBANON, True),
        ("ur", "بھارت خان نے دکان کھولی۔", INDIA, False),
    ],
)
def test_a_family_name_an_age_or_a_walk_of_life_beside_a_name_tells_that_somebody_bears_it(
    language: str, text: str, entity: Entity, *, expected: bool
) -> None:
    assert is_believed(text, entity, language=language) is expected


def test_one_who_is_known_by_one_name_is_nobody_with_another_family_name() -> None:
    assert not is_believed("விஜய் சேதுபதி வந்தார்.", VIJAY, language="ta")
    assert is_believed("விஜய் மேடையில் பேசினார்.", VIJAY, language="ta")
    assert not is_believed("विजय कुलकर्णी आए।", VIJAY, language="hi")


def test_a_family_name_behind_a_second_given_name_makes_somebody_else() -> None:
    minister = a_person("Suresh Kumar", "सुरेश कुमार")

    assert not is_believed("गेंदबाज सुरेश कुमार रेड्डी आए।", minister, language="hi")
    assert is_believed("मंत्री सुरेश कुमार आए।", minister, language="hi")


def test_a_family_name_that_a_label_has_too_is_the_bearers_own() -> None:
    known = VIJAY.model_copy(update={"names": ("விஜய்", "விஜய் சந்திரன்")})

    assert is_believed("விஜய் சந்திரனின் படம் வந்தது.", known, language="ta")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hi", "बढ़ई के 17 वर्षीय बेटे नवीन भाटिया दौड़े।", False),
        ("hi", "मुख्यमंत्री के 41 वर्षीय बेटे नवीन भाटिया दौड़े।", True),
    ],
)
def test_the_age_of_a_youth_who_is_somebodys_son_tells_a_namesake(language: str, text: str, *, expected: bool) -> None:
    assert is_believed(text, NAVEEN, language=language) is expected


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("fa", "ایران، دختر ۹ ساله، نقاشی می‌کشد.", a_place("ایران"), False),
        ("ar", "ولدت إيران خانم في شيراز.", a_place("إيران"), False),
    ],
)
def test_a_girl_of_nine_or_a_lady_is_no_country(language: str, text: str, entity: Entity, *, meant: bool) -> None:
    assert is_believed(text, entity, language=language) is meant
