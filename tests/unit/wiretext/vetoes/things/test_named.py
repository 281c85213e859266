"""When a thing bears a name."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, believed, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.named import is_thing

ANNA = an_entity("Anna Berg", names=("Анна Берг", "Анна Берґ", "柏安娜", "ანა ბერგი", "אנה ברג"))
KOREAN = an_entity("안나 베르크", id="korean")
PYLYP = an_entity("Pylyp Korč", id="pylyp", names=("Пилип Корч", "पिलिप कोर्च", "Πέτρος Κόρτσας", "Pylyp Bergin"))
BERAN = an_entity("Բերան", id="beran")
BODY = an_organization("Northern Council", "สภาเหนือ")
VOLTA = an_organization("Volta", "Вольта")
TOWN = a_place("Brodna", "Բրոդնա", "ברודנה", "ब्रोदना", "ブロドナ")


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("fi", "He kävelivät Anna Bergin puistossa.", ANNA, True),
        ("fi", "Anna Berg puistossa lauloi.", ANNA, False),
        ("ka", "ანა ბერგის ხიდი გაიხსნა.", ANNA, True),
        ("ka", "ანა ბერგმა ხიდი გახსნა.", ANNA, False),
        ("uk", "До ювілею бібліотеки Анні Берг подарували дзвін.", ANNA, False),
        ("uk", "Вони бачили міст Анни Берг.", ANNA, True),
        ("ru", "Он говорил о директоре музея Анне Берг.", ANNA, False),
        ("ru", "Он говорил о музее Анны Берг.", ANNA, True),
        ("ru", "Не было председателя Центробанка Анны Берг.", ANNA, False),
        ("ru", "На площадке Анны Берг стоит макет.", ANNA, False),
        ("ru", "На площади Анны Берг стоит макет.", ANNA, True),
        ("hy", "Գորգը Բերան քաղաքից է։", BERAN, True),
        ("hy", "Բերան երգեց քաղաքում։", BERAN, False),
        ("zh", "柏安娜号召大家。", ANNA, False),
        ("zh", "柏安娜号起航了。", ANNA, True),
        ("hu", "Amikor Anna Berg út közben megállt.", ANNA, False),
        ("hu", "A boltok az Anna Berg út mentén vannak.", ANNA, True),
        ("sv", "När Anna Berg bron såg, log hon.", ANNA, False),
        ("nl", "Zij kregen de Anna Berg prijs.", ANNA, True),
        ("hi", "पिलिप कोर्च अस्पताल में भर्ती हैं।", PYLYP, False),
        ("hi", "बच्चे पिलिप कोर्च अस्पताल पहुंचे।", PYLYP, True),
        ("hi", "पिलिप कोर्च अस्पताल बहुत पुराना है।", PYLYP, True),
        ("uk", "Дзвін, який подарував музею Пилип Корч, розбився.", PYLYP, False),
        ("uk", "Вони вчилися в школі Пилипа Корча.", PYLYP, True),
        ("uk", "Вони вчилися в школі імені Пилип Корч.", PYLYP, True),
        ("hr", "Tko je vidio kako je Pylyp Korč most otvorio?", PYLYP, False),
        ("el", "Στο μουσείο Πέτρος Κόρτσας μίλησε.", PYLYP, False),
        ("fi", "Kun Pylyp Bergin kadulla lauloi, satoi.", PYLYP, False),
        ("de", "Es wurde still, als Anna Berg Platz nahm.", ANNA, False),
        ("de", "Wir trafen uns am Anna Berg Platz.", ANNA, True),
        ("id", "Ia berdiri di tepi jalan. Anna Berg melambai.", ANNA, False),
        ("sv", "Arenan hette länge Northern Council Globe.", BODY, True),
        ("sv", "Arenan tillhör Northern Council sedan länge.", BODY, False),
        ("tl", "May kapihan sa Northern Council Avenue.", BODY, True),
        ("id", "Piala Northern Council digelar.", BODY, True),
        ("fr", "On joua au stade Northern Council.", BODY, True),
        ("id", "Mahasiswa Universitas Volta menang.", VOLTA, True),
        ("id", "Gedung Volta terbakar.", VOLTA, False),
        ("ms", "Lampu Menara Berkembar Volta dipadam.", VOLTA, True),
        ("it", "Si recita al Teatro Brodna.", TOWN, True),
        ("it", "Si recita a teatro a Brodna.", TOWN, False),
        ("es", "La carretera a Brodna está cortada.", TOWN, False),
        ("el", "Τα παγκάκια της πλατείας Brodna βάφτηκαν.", TOWN, True),
        ("sw", "Barabara ya Brodna imefungwa.", TOWN, True),
        ("sw", "Shule za Brodna zimefungwa.", TOWN, False),
        ("sw", "Shule ya Sekondari Anna Berg imefunguliwa.", ANNA, True),
        ("id", "Tamu datang ke rumah Anna Berg.", ANNA, False),
        ("fr", "On joua au stade du Northern Council.", BODY, False),
        ("fr", "Dans ce stade Northern Council joua.", BODY, False),
        ("ru", "Они играли на «Northern Council Арене».", BODY, True),
        ("ru", "На стадионе «Northern Council» играли.", BODY, True),
        ("en", "They read in the Northern Council library.", BODY, False),
        ("pl", "Konferencję otwarł „Northern Council”-Teatr.", BODY, True),
        ("de", "Der Sender „Northern Council“-Media sang.", BODY, True),
        ("de", "Der „Northern Council“-Chef sang.", BODY, False),
        ("hr", "Članovi „Northern Council“-a su pjevali.", BODY, False),
        ("en", "The choir of Northern Council-Media sang.", BODY, True),
        ("pl", "Spali w hotelu Brodna nad rzeką.", TOWN, True),
        ("en", "A ship named the Anna Berg left port.", ANNA, True),
        ("en", "They flew from Anna Berg International Airport.", ANNA, True),
        ("en", "They met Anna Berg at the airport.", ANNA, False),
        ("cs", "Loď Pylyp Korč připlula.", PYLYP, True),
        ("cs", "Na lodi Pylyp Korč zpíval.", PYLYP, False),
        ("sw", "Hospitali ya Anna Berg imefungwa.", ANNA, True),
        ("sw", "Hotuba ya Anna Berg ilikuwa fupi.", ANNA, False),
        ("es", "La panadería de Anna Berg ganó.", ANNA, True),
        ("ca", "El carrer d'Anna Berg és llarg.", ANNA, True),
        ("es", "La casa de Anna Berg es azul.", ANNA, False),
        ("ru", "От имени Анны Берг выступил Пётр.", ANNA, False),
        ("ru", "Школа имени Анны Берг закрыта.", ANNA, True),
        ("tr", "Anna Berg gemisi limana girdi.", ANNA, True),
        ("tr", "Anna Berg gemiye bindi.", ANNA, False),
        ("tr", "Anna Berg Halk Kütüphanesi'ne kitap gitti.", ANNA, True),
        ("hu", "Az Anna Berg díjat átadták.", ANNA, True),
        ("hu", "Anna Berg díjat adott át.", ANNA, False),
        ("he", "הם למדו באוניברסיטת אנה ברג.", ANNA, True),
        ("en", 'Their best song is "Anna Berg in My Hand".', ANNA, True),
        ("en", 'He said "Anna Berg in my office" and left.', ANNA, False),
        ("it", "Abita in via Northern Council.", BODY, True),
        ("en", "They met in the Brodna Bakery.", TOWN, True),
        ("en", "In Brodna bakeries are closed.", TOWN, False),
        ("de", "Gestern wurden in Brodna Apotheken geschlossen.", TOWN, False),
        ("de", "Wir warteten vor der Brodna Apotheke.", TOWN, True),
        ("hy", "Նրանք գնացին «Բրոդնա» սրճարան։", TOWN, True),
        ("he", "אכלנו לחם של מאפיית ברודנה.", TOWN, True),
        ("hi", "वे ब्रोदना कैफ़े में मिले।", TOWN, True),
        ("hi", "वे ब्रोदना में मिले।", TOWN, False),
        ("ja", "港の喫茶店「ブロドナ」で会った。", TOWN, True),
        ("ja", "ブロドナの喫茶店で会った。", TOWN, False),
        ("ru", "Они открыли магазин Northern Council.", BODY, False),
        ("th", "เขาอ่านในห้องสมุดสภาเหนือ", BODY, False),
        ("ko", "안나 베르크가 학교를 열었다.", KOREAN, False),
        ("ko", "안나 베르크 학교가 열렸다.", KOREAN, True),
        ("az", "Anna Berg məktəbinin uşaqları gəldi.", ANNA, True),
        ("az", "Anna Berg məktəbin uşaqlarını gördü.", ANNA, False),
        ("sr", "Турнир Анна Берг почиње.", ANNA, True),
        ("sr", "На турниру Анна Берг игра.", ANNA, False),
        ("sq", "Nxënësit e shkollës Anna Berg mbollën pemë.", ANNA, True),
        ("mk", "Библиотеката Анна Берг работи.", ANNA, True),
        ("it", "La scuola elementare Anna Berg è chiusa.", ANNA, True),
        ("it", "Secondo i media Anna Berg canta.", ANNA, False),
        ("nb", "Elevene ved Anna Berg skole sang.", ANNA, True),
        ("nb", "Nå har Anna Berg skole nok.", ANNA, False),
        ("ru", "Он работал на заводе «Вольты» летом.", VOLTA, False),
        ("ru", "Он работал на заводе «Вольта» летом.", VOLTA, False),
        ("en", "They met in the street of the Northern Council.", BODY, True),
        ("en", "They held this road against Northern Council.", BODY, False),
        ("vi", "Họ mở một phòng dành riêng cho Anna Berg.", ANNA, False),
        ("ms", "Mereka berkumpul di Volta Center semalam.", VOLTA, True),
        ("ms", "Mereka membuka Volta center semalam.", VOLTA, False),
        ("en", "They met in the Volta Center for tests.", VOLTA, False),
        ("id", "Kapal Brodna diserang.", TOWN, False),
        ("en", "The ship Brodna sailed.", TOWN, True),
        ("pl", "Grali z FC Brodna w deszczu.", TOWN, True),
        ("pl", "Spali w Brodna nad rzeką.", TOWN, False),
        ("sk", "Hrali o cenu Anny Berg.", ANNA, True),
        ("et", "Avati Anna Bergi galerii.", ANNA, True),
        ("kk", "Анна Берг сыйлығы Алматыда берілді.", ANNA, True),
        ("kk", "Анна Бергтің сыйлығы Алматыда берілді.", ANNA, False),
    ],
)  # fmt: skip
def test_the_words_beside_a_name_tell_a_thing_from_its_bearer(
    language: str, text: str, entity: Entity, *, expected: bool
) -> None:
    reading = read(text, language)

    assert is_thing(hit_in(reading, entity), entity, reading) is expected


def test_what_is_for_somebody_in_vietnamese_is_no_market_of_his_name() -> None:
    somebody = a_person("Anna Berg")
    reading = read("Bảo tàng mở phòng riêng cho Anna Berg.", "vi")

    assert not is_thing(hit_in(reading, somebody), somebody, reading)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Гости «Бродны» пили чай.", True),
        ("bg", "Срещнаха се в „Бродна“ вечерта.", True),
        ("ru", "На стене было слово «Бродна» мелом.", False),
        ("ru", "Гости Бродны пили чай.", False),
        ("en", 'They met at "Brodna" at night.', False),
    ],
    ids=["a house", "a house in Bulgarian", "a word", "no quotation marks", "another language"],
)
def test_the_name_of_a_place_in_quotation_marks_is_that_of_a_thing_in_slavic_languages(
    language: str, text: str, *, expected: bool
) -> None:
    town = a_place("Brodna", "Бродна")
    reading = read(text, language)

    assert is_thing(hit_in(reading, town), town, reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Koncert był w Volta Arenie wczoraj.", True),
        ("pl", "Koncert sponsorowała Volta.", False),
        ("cs", "Zápas se hrál ve Volta Aréně.", True),
    ],
)
def test_an_arena_after_the_name_of_a_firm_may_have_a_case(language: str, text: str, *, expected: bool) -> None:
    reading = read(text, language)

    assert is_thing(hit_in(reading, VOLTA), VOLTA, reading) is expected


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("A kávézóban Brodna nagykövete beszélt.", False),
        ("Tegnap nyitott meg a kávézó Brodna.", True),
    ],
)
def test_a_hungarian_house_in_a_case_of_its_own_has_not_the_name_behind_it(text: str, *, thing: bool) -> None:
    brodna = a_place("Brodna")
    reading = read(text, "hu")

    assert is_thing(hit_in(reading, brodna), brodna, reading) is thing


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("en", "Notes\n\nThey slept at Anna Berg Intercontinental Airport.", a_person("Anna Berg"), False),
        ("en", "Notes\n\nThey met in the Anna Berg Room there.", a_person("Anna Berg"), False),
        ("en", "Notes\n\nThey slept beside Anna Berg at an airport.", a_person("Anna Berg"), True),
        ("zh", "中兴大学的学生种树。", an_organization("ZTE", "中兴"), False),
        ("zh", "中兴通讯的手机上市。", an_organization("ZTE", "中兴"), True),
        ("th", "จังหวัดสิงห์บุรีจัดงาน", an_organization("Singha", "สิงห์"), False),
        ("th", "เบียร์สิงห์เปิดโรงงาน", an_organization("Singha", "สิงห์"), True),
        ("ja", "日立駅から臨時バスが出た。", an_organization("Hitachi", "日立"), False),
        ("ja", "日立つくば工場を視察した。", an_organization("Hitachi", "日立"), True),
    ],
)
def test_an_airport_a_university_a_province_or_a_station_has_the_name_that_stands_before_it(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("before", "meant"),
    [("Phó Thủ tướng", True), ("Bộ trưởng", True), ("Đại tướng", True), ("Phố", False), ("Trường", False)],
)
def test_an_office_is_no_thing_that_is_spelt_alike_without_accents_in_vietnamese(before: str, *, meant: bool) -> None:
    leader = a_person("Luong Cuong", "Lương Cường")

    assert is_believed(f"{before} Lương Cường mở cửa.", leader, language="vi") is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ar", "افتتح مقهى تونس في باريس.", a_place("تونس"), False),
        ("ar", "يقع شارع لبنان في المهندسين.", a_place("لبنان"), False),
        ("ar", "فاز نادي الكويت على القادسية.", a_place("الكويت"), False),
        ("ar", "تقع مدرسة فرنسا في شارع ضيق.", a_place("فرنسا"), False),
        ("fa", "خیابان آلمان بسته شد.", a_place("آلمان"), False),
        ("he", "רחוב ספרד נסגר.", a_place("ספרד"), False),
        ("ta", "இந்தியா டுடே இதழ் வெளியானது.", a_place("இந்தியா"), False),
        ("ar", "افتتح مجمع جوزيف عون الرياضي في صيدا.", a_person("جوزيف عون"), False),
        ("ar", "تخرج من ثانوية الشهيد جوزيف عون ستون طالبا.", a_person("جوزيف عون"), False),
        ("ar", "كتاب عن جوزيف عون صدر في بيروت.", a_person("جوزيف عون"), True),
        ("ar", "زارت زوجة جوزيف عون المعرض.", a_person("جوزيف عون"), True),
        ("ar", "فاز باريس سان جيرمان على مرسيليا.", a_place("باريس"), False),
        ("ar", "فاز ريال مدريد على خيتافي.", a_place("مدريد"), False),
        ("fa", "ورزشگاه مسعود پزشکیان در تبریز افتتاح شد.", a_person("مسعود پزشکیان"), False),
        ("fa", "کوچه شهید مسعود پزشکیان آسفالت شد.", a_person("مسعود پزشکیان"), False),
        ("fa", "سید علی خامنه‌ای سخنرانی کرد.", a_person("علی خامنه‌ای"), True),
        ("ur", "شہباز شریف انٹر کالج میں داخلے شروع ہیں۔", a_person("شہباز شریف"), False),
        ("ur", "شہباز شریف اسپورٹس کمپلیکس میں میچ ہوا۔", a_person("شہباز شریف"), False),
        ("ur", "شہباز شریف چوک پر دھرنا دیا گیا۔", a_person("شہباز شریف"), False),
        ("ur", "شہباز شریف اسکول پہنچے اور بچوں سے ملے۔", a_person("شہباز شریف"), True),
        ("ur", "شہباز شریف نے اسکول کا افتتاح کیا۔", a_person("شہباز شریف"), True),
        ("ur", "محمد شہباز شریف کے بیٹے حمزہ آئے۔", a_person("شہباز شریف"), True),
        ("ur", "عمران خان کرکٹ اسٹیڈیم میں میچ ہوگا۔", a_person("عمران خان"), False),
        ("ur", "جاپان سینٹر میں سیل لگی۔", a_place("جاپان"), False),
        ("he", "רחוב יצחק הרצוג נסגר לתנועה.", a_person("יצחק הרצוג"), False),
        ("he", "בית הספר על שם יצחק הרצוג חגג.", a_person("יצחק הרצוג"), False),
        ("he", "רעייתו של יצחק הרצוג ביקרה.", a_person("יצחק הרצוג"), True),
        ("he", "כיכר גרמניה נחנכה.", a_place("גרמניה"), False),
        ("he", "מסעדת מרוקו נסגרה.", a_place("מרוקו"), False),
        ("hi", "नरेंद्र मोदी उच्च माध्यमिक विद्यालय में मेला लगा।", a_person("नरेंद्र मोदी"), False),
        ("hi", "नरेंद्र मोदी विद्यालय पहुँचे।", a_person("नरेंद्र मोदी"), True),
        ("hi", "नरेंद्र मोदी पार्क में पौधे लगाए गए।", a_person("नरेंद्र मोदी"), False),
        ("bn", "শেখ হাসিনা বালিকা উচ্চ বিদ্যালয়ে মেলা বসেছে।", a_person("শেখ হাসিনা"), False),
        ("bn", "শেখ হাসিনা তাঁতপল্লীতে কাজ শুরু।", a_person("শেখ হাসিনা"), False),
        ("bn", "শেখ হাসিনা বিদ্যালয় পরিদর্শন করেন।", a_person("শেখ হাসিনা"), True),
        ("bn", "কোরিয়া রেস্টুরেন্টে আগুন।", a_place("কোরিয়া"), False),
        ("bn", "ভারত মহাসাগরে ঝড়।", a_place("ভারত"), False),
        ("ta", "உதயநிதி ஸ்டாலின் அரசு மேல்நிலைப் பள்ளியில் விழா நடந்தது.", a_person("உதயநிதி ஸ்டாலின்"), False),
        ("ta", "உதயநிதி ஸ்டாலின் பள்ளிக்குச் சென்றார்.", a_person("உதயநிதி ஸ்டாலின்"), True),
        ("ta", "ஜப்பான் உணவகத்தில் தீ.", a_place("ஜப்பான்"), False),
        ("mr", "शरद पवार माध्यमिक विद्यालयात मेळावा झाला.", a_person("शरद पवार"), False),
        ("mr", "शरद पवार क्रीडा संकुलात स्पर्धा झाली.", a_person("शरद पवार"), False),
        ("mr", "शरद पवार विद्यालयात पोहोचले.", a_person("शरद पवार"), True),
        ("mr", "दक्षिण चीन समुद्रात वादळ आले.", a_place("चीन"), False),
        ("mr", "जपान दुकानात गर्दी झाली.", a_place("जपान"), False),
        ("te", "జపాన్ రెస్టారెంట్‌లో మంటలు.", a_place("జపాన్"), False),
        ("ar", "قالت فرنسا إنها سترسل وفدا.", a_place("فرنسا"), True),
        ("ar", "يقيم بطل الشطرنج في النرويج.", a_place("النرويج"), True),
        ("fa", "سفیر هند به تبریز رفت.", a_place("هند"), True),
        ("fa", "روسیه اعلام کرد که گندم می‌فرستد.", a_place("روسیه"), True),
        ("ur", "روس نے گندم بھیجی۔", a_place("روس"), True),
        ("fa", "قهوه ترکیه تلخ است.", a_place("ترکیه"), True),
        ("hi", "नवीन भाटिया ऑडिटोरियम में नाटक हुआ।", a_person("नवीन भाटिया", "হাসান মজুমদার"), False),
        ("bn", "হাসান মজুমদার স্টেডিয়ামের ঘাস কাটা হলো।", a_person("नवीन भाटिया", "হাসান মজুমদার"), False),
        ("ta", "விஜய் டிவி புதிய போட்டி நடத்தியது.", a_person("விஜய்"), False),
        ("hi", "दिल्ली के तुर्की हाउस में शिविर लगा।", a_place("तुर्की"), False),
        ("hi", "तुर्की के एक होटल में आग लगी।", a_place("तुर्की"), True),
        ("he", "ברחוב ירדן נפתח גן.", a_place("ירדן"), False),
        ("bn", "ফোর্ড টিভি বিজ্ঞাপন দিয়েছে।", an_organization("ফোর্ড"), True),
        ("hi", "फिल्म 'तुर्की' रिलीज हुई।", a_place("तुर्की"), False),
        ("ar", "أبحروا في خليج عمان.", a_place("عمان"), False),
        ("fa", "میدان شیلی شلوغ است.", a_place("شیلی"), False),
        ("hi", "दक्षिण चीन सागर में तनाव है।", a_place("चीन"), False),
        ("hi", "चीन समुद्र में सेना भेज रहा है।", a_place("चीन"), True),
        ("bn", "লাওস মৈত্রী সেতু খুলে দেওয়া হলো।", a_place("লাওস"), False),
    ],
)
def test_schools_streets_seas_and_films_have_names_between_morocco_and_bangladesh(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_a_plant_in_quotation_marks_is_its_firms() -> None:
    volta = an_organization("Вольта")

    assert believed("На заводе «Вольта» пели.", volta, language="ru") == ["Вольта"]
    assert believed("В ресторане «Вольта» пели.", volta, language="ru") == []


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
    ],
)
def test_a_person_is_told_from_a_storm_a_square_and_an_island(language: str, text: str, found: list[str]) -> None:
    assert believed(text, ANNA, language=language) == found
