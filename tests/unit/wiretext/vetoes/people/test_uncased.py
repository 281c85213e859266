"""When somebody bears a one-word name in a script without capitals, and what such a name is besides."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.matching.binding import longest
from wiretext.vetoes.deciding import credible


def a_place(*names: str) -> Entity:
    return an_entity("Placename", type="place", names=names, short={})


def a_body(*names: str) -> Entity:
    return an_entity("Bodyname", type="organization", names=names, short={})


INDIA = a_place("भारत", "ভারত", "بھارت", "הודו", "الهند")
TURKEY = a_place("ترکی", "تركيا", "טורקיה", "तुर्की")
JORDAN = a_place("ירדן", "الأردن", "जॉर्डन")
LEBANON = a_place("לבנון", "لبنان")
IRAN = a_place("ایران", "איראן", "إيران")
BENIN = a_place("بنين", "בנין")
FORD = a_body("فورد", "فورڈ", "फोर्ड", "פורד", "ফোর্ড", "ஃபோர்டு")
VIJAY = an_entity("Vijay", names=("விஜய்", "विजय"), short={})
NAVEEN = an_entity(
    "Naveen Bhatia", names=("नवीन भाटिया", "عمران درانی", "נדב אלקיים", "হাসান মজুমদার", "மணி செல்வம்"), short={}
)


def counts(text: str, entity: Entity, language: str) -> int:
    """In how many places the article names *entity*."""
    reading = read(text, language)
    return len({hit.start for hit in credible(longest(hits_in(reading, entity)), (entity,), reading)})


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("hi", "दर्जी भारत चौहान ने कुर्ते सिले। भारत की दुकान छोटी है।", INDIA, 0),
        ("hi", "14 वर्षीय भारत ने पदक जीता।", INDIA, 0),
        ("hi", "किसान भारत से गेहूँ भेजते हैं।", INDIA, 1),
        ("hi", "छात्र भारत लौटे और सरकार ने उनका स्वागत किया।", INDIA, 1),
        ("hi", "75 वर्षीय भारत की यात्रा पर एक किताब आई।", INDIA, 1),
        ("bn", "তাঁতি ভারত দাস শাড়ি বোনেন।", INDIA, 0),
        ("bn", "ভারত সরকার চাল পাঠিয়েছে।", INDIA, 1),
        ("ur", "شہزادہ ترکی نے تقریر کی۔", TURKEY, 0),
        ("ur", "شہزادہ ترکی پہنچے۔", TURKEY, 1),
        ("ur", "ترکی السعود نے کتاب لکھی۔", TURKEY, 0),
        ("ur", "ترکی نے جہاز بھیجے۔", TURKEY, 1),
        ("he", "ירדן אוחנה, סטודנטית מחיפה, זכתה. ירדן שמחה.", JORDAN, 0),
        ("he", "ירדן, בת 17, שחתה לבד.", JORDAN, 0),
        ("he", "ירדן, שר החוץ שלה אמר, תחתום מחר.", JORDAN, 1),
        ("he", "יעל לבנון, מורה מרחובות, פרשה.", LEBANON, 0),
        ("he", "שר החוץ הגיע ללבנון, ומורה אחד קיבל את פניו.", LEBANON, 1),
        ("fa", "ایران خانم نقاشی می‌کرد.", IRAN, 0),
        ("fa", "ایران محمدی، آموزگار بازنشسته، آمد.", IRAN, 0),
        ("fa", "در ایران کنونی، آموزگار کم است.", IRAN, 1),
        ("fa", "تیم ایران برنده شد.", IRAN, 1),
        ("ar", "حضرت المعلمة بنين كاظم. وقالت بنين إنها سعيدة.", BENIN, 0),
        ("ar", "زارت المعلمة بنين في الصيف.", BENIN, 1),
        ("ur", "اداکار ہیریسن فورڈ آئے۔ فورڈ ہنسے۔", FORD, 0),
        ("ur", "ڈرائیور کمپنی فورڈ کے خلاف ہیں۔", FORD, 1),
        ("hi", "अभिनेता हैरिसन फोर्ड आए।", FORD, 0),
        ("hi", "अभिनेता ने फोर्ड की कार खरीदी।", FORD, 1),
        ("hi", "अभिनेता सलमान तुर्की पहुंचे।", TURKEY, 1),
        ("ur", "باورچی اکرم ترکی نے روٹی پکائی۔", TURKEY, 0),
        ("ar", "قاد اللاعب سيارة فورد.", FORD, 1),
        ("ar", "كرموا الحلاق فورد، البالغ 58 عاما.", FORD, 0),
        ("ar", "باعت شركة فورد، البالغة قيمتها مليارات، مصنعا.", FORD, 1),
        ("he", "האחות מיכל לבנון פרשה.", LEBANON, 0),
        ("he", "האחות מיכל חזרה מלבנון.", LEBANON, 1),
        ("ur", "بھارت خان نے دکان کھولی۔", INDIA, 0),
    ],
)
def test_a_family_name_an_age_or_a_walk_of_life_beside_a_name_tells_that_somebody_bears_it(
    language: str, text: str, entity: Entity, expected: int
) -> None:
    assert counts(text, entity, language) == expected


def test_one_who_is_known_by_one_name_is_nobody_with_another_family_name() -> None:
    assert counts("விஜய் சேதுபதி வந்தார்.", VIJAY, "ta") == 0
    assert counts("விஜய் மேடையில் பேசினார்.", VIJAY, "ta") == 1
    assert counts("विजय कुलकर्णी आए।", VIJAY, "hi") == 0


def test_a_family_name_behind_a_second_given_name_makes_somebody_else() -> None:
    minister = an_entity("Suresh Kumar", names=("सुरेश कुमार",), short={})

    assert counts("गेंदबाज सुरेश कुमार रेड्डी आए।", minister, "hi") == 0
    assert counts("मंत्री सुरेश कुमार आए।", minister, "hi") == 1


def test_a_family_name_that_a_label_has_too_is_the_bearers_own() -> None:
    known = VIJAY.model_copy(update={"names": ("விஜய்", "விஜய் சந்திரன்")})

    assert counts("விஜய் சந்திரனின் படம் வந்தது.", known, "ta") == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hi", "कुम्हार नवीन भाटिया ने घड़े बनाए।", 0),
        ("hi", "बर्तन कारोबारी नवीन भाटिया बोले।", 0),
        ("hi", "बढ़ई के 17 वर्षीय बेटे नवीन भाटिया दौड़े।", 0),
        ("hi", "मुख्यमंत्री के 41 वर्षीय बेटे नवीन भाटिया दौड़े।", 1),
        ("hi", "कारोबारी नवीन भाटिया ने कंपनी बेची।", 1),
        ("ur", "۲۹ سالہ استاد عمران درانی آئے۔", 0),
        ("ur", "استاد عمران درانی آئے۔", 1),
        ("he", "הטייח נדב אלקיים צבע.", 0),
        ("he", "הכלכלן נדב אלקיים אמר.", 1),
        ("bn", "ঢুলি হাসান মজুমদার বাজান।", 0),
        ("bn", "জেলে হাসান মজুমদার অসুস্থ।", 1),
        ("ta", "குயவர் மணி செல்வம் பானை செய்தார்.", 0),
        ("ta", "வழக்கறிஞர் மணி செல்வம் பேசினார்.", 1),
    ],
)
def test_a_trade_or_the_age_of_a_youth_tells_a_namesake(language: str, text: str, expected: int) -> None:
    assert counts(text, NAVEEN, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("ar", "شرب كوبا من القهوة.", ("كوبا",), 0),
        ("ar", "تصدر كوبا السكر.", ("كوبا",), 1),
        ("ar", "أوقفوا مواطنا تركيا عند الحدود.", ("تركيا",), 0),
        ("ar", "زار الوزير تركيا.", ("تركيا",), 1),
        ("ar", "يعاني اللاعب قطعا في الرباط الصليبي.", ("الرباط",), 0),
        ("ar", "عقدوا القمة في الرباط أمس.", ("الرباط",), 1),
        ("ar", "عاد إلى مسقط رأسه.", ("مسقط",), 0),
        ("ar", "أبحروا في خليج عمان.", ("عمان",), 0),
        ("ar", "انفصل جنوب السودان.", ("السودان",), 0),
        ("fa", "روز دوشنبه باران بارید.", ("دوشنبه",), 0),
        ("fa", "او به دوشنبه، پایتخت تاجیکستان، رفت.", ("دوشنبه",), 1),
        ("fa", "سرقت کابل برق زیاد شد.", ("کابل",), 0),
        ("fa", "هواپیما در کابل نشست.", ("کابل",), 1),
        ("fa", "میدان شیلی شلوغ است.", ("شیلی",), 0),
        ("fa", "دو بسته کره محلی خرید.", ("کره",), 0),
        ("fa", "برنامه مالی خانواده را نوشتند.", ("مالی",), 0),
        ("fa", "سربازان مالی در باماکو هستند.", ("مالی",), 1),
        ("ur", "اسے چین کی نیند آئی۔", ("چین",), 0),
        ("ur", "چین نے نیا راکٹ چھوڑا۔", ("چین",), 1),
        ("he", "שני עיתונאים מצרים נעצרו.", ("מצרים",), 0),
        ("he", "נשיא מצרים נאם.", ("מצרים",), 1),
        ("he", "שני עיתונאים ממצרים נעצרו.", ("מצרים",), 1),
        ("he", "השר דוחה את ההצעה.", ("דוחה",), 0),
        ("he", "השיחות בדוחה עם אמיר קטר נמשכות.", ("דוחה",), 1),
        ("ar", "درست في جامعة كولومبيا.", ("كولومبيا",), 0),
        ("ar", "زار رئيس كولومبيا المصنع.", ("كولومبيا",), 1),
        ("fa", "کیف چرمی او گم شد.", ("کیف",), 0),
        ("hi", "खेत में टर्की मुर्गी पाली गई।", ("टर्की",), 0),
        ("he", "הנאשמים הודו בעבירות.", ("הודו",), 0),
        ("he", "הודו שיגרה לוויין.", ("הודו",), 1),
        ("hi", "कबीर का दोहा सुनाया गया।", ("दोहा",), 0),
        ("hi", "वार्ता दोहा में हुई।", ("दोहा",), 1),
        ("hi", "मरीज बर्न यूनिट में हैं।", ("बर्न",), 0),
        ("hi", "पहाड़ पर भारत रत्न भीमसेन जोशी की याद में सभा हुई।", ("भारत",), 0),
        ("hi", "न्यू मेक्सिको में आग लगी।", ("मेक्सिको",), 0),
        ("hi", "दक्षिण चीन सागर में तनाव है।", ("चीन",), 0),
        ("hi", "चीन समुद्र में सेना भेज रहा है।", ("चीन",), 1),
        ("bn", "মেঘে ঢাকা আকাশ দেখা গেল।", ("ঢাকা",), 0),
        ("bn", "তিনি ঢাকা থেকে এলেন।", ("ঢাকা",), 1),
        ("bn", "বারি মাল্টা চাষ বেড়েছে।", ("মাল্টা",), 0),
        ("bn", "মাল্টা নতুন আইন করেছে।", ("মাল্টা",), 1),
        ("bn", "লাওস মৈত্রী সেতু খুলে দেওয়া হলো।", ("লাওস",), 0),
        ("ta", "பெரு வெள்ளம் வந்தது.", ("பெரு",), 0),
        ("ta", "தென் அமெரிக்க நாடான பெரு ஒப்பந்தம் செய்தது.", ("பெரு",), 1),
    ],
)
def test_a_country_is_told_from_what_else_its_name_is(
    language: str, text: str, names: tuple[str, ...], expected: int
) -> None:
    assert counts(text, a_place(*names), language) == expected


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("ar", "وجدوه ميتا في منزله.", ("ميتا",), 0),
        ("ar", "أطلقت ميتا تطبيقا جديدا.", ("ميتا",), 1),
        ("ur", "پولیس نے آنسو گیس کے شیل پھینکے۔", ("شیل",), 0),
        ("ur", "شیل نے نئے پمپ کھولے۔", ("شیل",), 1),
        ("he", "יצאנו לשמורת טבע סמוכה.", ("טבע",), 0),
        ("he", "טבע הודיעה על תרופה חדשה.", ("טבע",), 1),
        ("he", "הרוח נשאה אותו אל על.", ("אל על",), 0),
        ("he", "מטוס של אל על נחת.", ("אל על",), 1),
        ("hi", "टीम संकट से उबर नहीं पाई।", ("उबर",), 0),
        ("hi", "उबर ने किराया बढ़ाया।", ("उबर",), 1),
        ("hi", "गर्मी की सेल में कपड़े सस्ते हैं।", ("सेल",), 0),
        ("hi", "सेल का इस्पात संयंत्र बंद रहा।", ("सेल",), 1),
        ("bn", "সড়ক দুর্ঘটনায় দুজন প্রাণ হারিয়েছেন।", ("প্রাণ",), 0),
        ("bn", "প্রাণ নতুন জুস এনেছে।", ("প্রাণ",), 1),
        ("ta", "சிறுவன் ஆப்பிள் பழம் தின்றான்.", ("ஆப்பிள்",), 0),
        ("ta", "ஆப்பிள் புதிய கைபேசியை வெளியிட்டது.", ("ஆப்பிள்",), 1),
        ("fa", "رسانایی دو زیمنس بر متر است.", ("زیمنس",), 0),
        ("fa", "زیمنس دو توربین ساخت.", ("زیمنس",), 1),
    ],
)
def test_a_firm_is_told_from_what_else_its_name_is(
    language: str, text: str, names: tuple[str, ...], expected: int
) -> None:
    assert counts(text, a_body(*names), language) == expected


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("hi", "नवीन भाटिया ऑडिटोरियम में नाटक हुआ।", NAVEEN, 0),
        ("bn", "হাসান মজুমদার স্টেডিয়ামের ঘাস কাটা হলো।", NAVEEN, 0),
        ("ta", "விஜய் டிவி புதிய போட்டி நடத்தியது.", VIJAY, 0),
        ("hi", "दिल्ली के तुर्की हाउस में शिविर लगा।", TURKEY, 0),
        ("hi", "तुर्की के एक होटल में आग लगी।", TURKEY, 1),
        ("he", "ברחוב ירדן נפתח גן.", JORDAN, 0),
        ("bn", "ফোর্ড টিভি বিজ্ঞাপন দিয়েছে।", FORD, 1),
        ("hi", "फिल्म 'तुर्की' रिलीज हुई।", TURKEY, 0),
    ],
)
def test_a_thing_with_the_name_is_told_in_scripts_without_capitals(
    language: str, text: str, entity: Entity, expected: int
) -> None:
    assert counts(text, entity, language) == expected
