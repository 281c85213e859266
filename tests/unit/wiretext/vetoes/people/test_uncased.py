"""When somebody bears a one-word name in a script without capitals, and what such a name is besides."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization, is_believed
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
        ("hi", "कुम्हार नवीन भाटिया ने घड़े बनाए।", False),
        ("hi", "बर्तन कारोबारी नवीन भाटिया बोले।", False),
        ("hi", "बढ़ई के 17 वर्षीय बेटे नवीन भाटिया दौड़े।", False),
        ("hi", "मुख्यमंत्री के 41 वर्षीय बेटे नवीन भाटिया दौड़े।", True),
        ("hi", "कारोबारी नवीन भाटिया ने कंपनी बेची।", True),
        ("ur", "۲۹ سالہ استاد عمران درانی آئے۔", False),
        ("ur", "استاد عمران درانی آئے۔", True),
        ("he", "הטייח נדב אלקיים צבע.", False),
        ("he", "הכלכלן נדב אלקיים אמר.", True),
        ("bn", "ঢুলি হাসান মজুমদার বাজান।", False),
        ("bn", "জেলে হাসান মজুমদার অসুস্থ।", True),
        ("ta", "குயவர் மணி செல்வம் பானை செய்தார்.", False),
        ("ta", "வழக்கறிஞர் மணி செல்வம் பேசினார்.", True),
    ],
)
def test_a_trade_or_the_age_of_a_youth_tells_a_namesake(language: str, text: str, *, expected: bool) -> None:
    assert is_believed(text, NAVEEN, language=language) is expected


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("ar", "شرب كوبا من القهوة.", ("كوبا",), False),
        ("ar", "تصدر كوبا السكر.", ("كوبا",), True),
        ("ar", "أوقفوا مواطنا تركيا عند الحدود.", ("تركيا",), False),
        ("ar", "زار الوزير تركيا.", ("تركيا",), True),
        ("ar", "يعاني اللاعب قطعا في الرباط الصليبي.", ("الرباط",), False),
        ("ar", "عقدوا القمة في الرباط أمس.", ("الرباط",), True),
        ("ar", "عاد إلى مسقط رأسه.", ("مسقط",), False),
        ("ar", "أبحروا في خليج عمان.", ("عمان",), False),
        ("ar", "انفصل جنوب السودان.", ("السودان",), False),
        ("fa", "روز دوشنبه باران بارید.", ("دوشنبه",), False),
        ("fa", "او به دوشنبه، پایتخت تاجیکستان، رفت.", ("دوشنبه",), True),
        ("fa", "سرقت کابل برق زیاد شد.", ("کابل",), False),
        ("fa", "هواپیما در کابل نشست.", ("کابل",), True),
        ("fa", "میدان شیلی شلوغ است.", ("شیلی",), False),
        ("fa", "دو بسته کره محلی خرید.", ("کره",), False),
        ("fa", "برنامه مالی خانواده را نوشتند.", ("مالی",), False),
        ("fa", "سربازان مالی در باماکو هستند.", ("مالی",), True),
        ("ur", "اسے چین کی نیند آئی۔", ("چین",), False),
        ("ur", "چین نے نیا راکٹ چھوڑا۔", ("چین",), True),
        ("he", "שני עיתונאים מצרים נעצרו.", ("מצרים",), False),
        ("he", "נשיא מצרים נאם.", ("מצרים",), True),
        ("he", "שני עיתונאים ממצרים נעצרו.", ("מצרים",), True),
        ("he", "השר דוחה את ההצעה.", ("דוחה",), False),
        ("he", "השיחות בדוחה עם אמיר קטר נמשכות.", ("דוחה",), True),
        ("ar", "درست في جامعة كولومبيا.", ("كولومبيا",), False),
        ("ar", "زار رئيس كولومبيا المصنع.", ("كولومبيا",), True),
        ("fa", "کیف چرمی او گم شد.", ("کیف",), False),
        ("hi", "खेत में टर्की मुर्गी पाली गई।", ("टर्की",), False),
        ("he", "הנאשמים הודו בעבירות.", ("הודו",), False),
        ("he", "הודו שיגרה לוויין.", ("הודו",), True),
        ("hi", "कबीर का दोहा सुनाया गया।", ("दोहा",), False),
        ("hi", "वार्ता दोहा में हुई।", ("दोहा",), True),
        ("hi", "मरीज बर्न यूनिट में हैं।", ("बर्न",), False),
        ("hi", "पहाड़ पर भारत रत्न भीमसेन जोशी की याद में सभा हुई।", ("भारत",), False),
        ("hi", "न्यू मेक्सिको में आग लगी।", ("मेक्सिको",), False),
        ("hi", "दक्षिण चीन सागर में तनाव है।", ("चीन",), False),
        ("hi", "चीन समुद्र में सेना भेज रहा है।", ("चीन",), True),
        ("bn", "মেঘে ঢাকা আকাশ দেখা গেল।", ("ঢাকা",), False),
        ("bn", "তিনি ঢাকা থেকে এলেন।", ("ঢাকা",), True),
        ("bn", "বারি মাল্টা চাষ বেড়েছে।", ("মাল্টা",), False),
        ("bn", "মাল্টা নতুন আইন করেছে।", ("মাল্টা",), True),
        ("bn", "লাওস মৈত্রী সেতু খুলে দেওয়া হলো।", ("লাওস",), False),
        ("ta", "பெரு வெள்ளம் வந்தது.", ("பெரு",), False),
        ("ta", "தென் அமெரிக்க நாடான பெரு ஒப்பந்தம் செய்தது.", ("பெரு",), True),
    ],
)
def test_a_country_is_told_from_what_else_its_name_is(
    language: str, text: str, names: tuple[str, ...], *, expected: bool
) -> None:
    assert is_believed(text, a_place(*names), language=language) is expected


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("ar", "وجدوه ميتا في منزله.", ("ميتا",), False),
        ("ar", "أطلقت ميتا تطبيقا جديدا.", ("ميتا",), True),
        ("ur", "پولیس نے آنسو گیس کے شیل پھینکے۔", ("شیل",), False),
        ("ur", "شیل نے نئے پمپ کھولے۔", ("شیل",), True),
        ("he", "יצאנו לשמורת טבע סמוכה.", ("טבע",), False),
        ("he", "טבע הודיעה על תרופה חדשה.", ("טבע",), True),
        ("he", "הרוח נשאה אותו אל על.", ("אל על",), False),
        ("he", "מטוס של אל על נחת.", ("אל על",), True),
        ("hi", "टीम संकट से उबर नहीं पाई।", ("उबर",), False),
        ("hi", "उबर ने किराया बढ़ाया।", ("उबर",), True),
        ("hi", "गर्मी की सेल में कपड़े सस्ते हैं।", ("सेल",), False),
        ("hi", "सेल का इस्पात संयंत्र बंद रहा।", ("सेल",), True),
        ("bn", "সড়ক দুর্ঘটনায় দুজন প্রাণ হারিয়েছেন।", ("প্রাণ",), False),
        ("bn", "প্রাণ নতুন জুস এনেছে।", ("প্রাণ",), True),
        ("ta", "சிறுவன் ஆப்பிள் பழம் தின்றான்.", ("ஆப்பிள்",), False),
        ("ta", "ஆப்பிள் புதிய கைபேசியை வெளியிட்டது.", ("ஆப்பிள்",), True),
        ("fa", "رسانایی دو زیمنس بر متر است.", ("زیمنس",), False),
        ("fa", "زیمنس دو توربین ساخت.", ("زیمنس",), True),
    ],
)
def test_a_firm_is_told_from_what_else_its_name_is(
    language: str, text: str, names: tuple[str, ...], *, expected: bool
) -> None:
    assert is_believed(text, an_organization(*names), language=language) is expected


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("hi", "नवीन भाटिया ऑडिटोरियम में नाटक हुआ।", NAVEEN, False),
        ("bn", "হাসান মজুমদার স্টেডিয়ামের ঘাস কাটা হলো।", NAVEEN, False),
        ("ta", "விஜய் டிவி புதிய போட்டி நடத்தியது.", VIJAY, False),
        ("hi", "दिल्ली के तुर्की हाउस में शिविर लगा।", TURKEY, False),
        ("hi", "तुर्की के एक होटल में आग लगी।", TURKEY, True),
        ("he", "ברחוב ירדן נפתח גן.", JORDAN, False),
        ("bn", "ফোর্ড টিভি বিজ্ঞাপন দিয়েছে।", FORD, True),
        ("hi", "फिल्म 'तुर्की' रिलीज हुई।", TURKEY, False),
    ],
)
def test_a_thing_with_the_name_is_told_in_scripts_without_capitals(
    language: str, text: str, entity: Entity, *, expected: bool
) -> None:
    assert is_believed(text, entity, language=language) is expected
