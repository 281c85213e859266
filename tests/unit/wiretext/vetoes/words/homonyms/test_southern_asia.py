"""Words between Morocco and Bangladesh that names are, too."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in
from wirekit.contracts import Entity

CHILE, MOROCCO, QATAR = a_place("چلی"), a_place("المغرب", "مراکش"), a_place("قطر", "कतर", "কাতার")
KENYA, PERU, IRAQ, INDIA = (
    a_place("קניה"),
    a_place("पेरू", "پیرو"),
    a_place("عراق"),
    a_place("हिंद", "इंडिया", "இந்தியா"),
)
AMERICA = a_place("अमेरिका", "أمريكا", "அமெரிக்கா", "امریکا")
CONGO, JORDAN, IRELAND = a_place("काँगो", "কঙ্গো"), a_place("ירדן"), a_place("আয়ারল্যান্ড", "ایرلند")
MONTH, PARTY_OF_ZEAL, BUILDER = an_organization("نیسان"), an_organization("حماس"), an_organization("إعمار")
LIKUD, FUTURE, FLASH = an_organization("ליכוד", "הליכוד"), an_organization("יש עתיד"), an_organization("בזק")
CONGRESS, NATIONAL, MOON = an_organization("काँग्रेस"), an_organization("राष्ट्रवादी"), an_organization("टाइटन")
SQUARE, PASTE, TAMILS, MAHINDRA = (
    an_organization("স্কয়ার"),
    an_organization("বাটা"),
    an_organization("நாம் தமிழர்"),
    an_organization("महिंद्रा"),
)
TRADE = an_organization("СОТ")


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("ur", "شام کو ٹھنڈی ہوا چلی۔", CHILE, 1),
        ("ur", "چلی نے فائنل جیت لیا۔", CHILE, 0),
        ("ar", "اجتمعوا قبل المغرب بساعة وصلوا.", MOROCCO, 1),
        ("ar", "تعادل الفريق مع المغرب.", MOROCCO, 0),
        ("fa", "فرودگاه شهر مراکش تعطیل شد.", MOROCCO, 1),
        ("fa", "پادشاه مراکش سخن گفت.", MOROCCO, 0),
        ("fa", "قطر تنه سرو یک متر است.", QATAR, 1),
        ("fa", "امیر قطر به تهران آمد.", QATAR, 0),
        ("hi", "दर्जी ने बची हुई कतर फेंक दी।", QATAR, 1),
        ("hi", "बैठक में शामिल हुई कतर सरकार ने प्रस्ताव रखा।", QATAR, 0),
        ("bn", "ইমাম মুসল্লিদের কাতার সোজা করান।", QATAR, 1),
        ("bn", "মন্ত্রী কাতার সফর শেষ করেন।", QATAR, 0),
        ("he", "יש לבדוק את הרכב לפני קניה.", KENYA, 1),
        ("he", "נשיאה של קניה נחת בלוד.", KENYA, 0),
        ("mr", "फळबाजारात पेरू किलोमागे स्वस्त झाला.", PERU, 1),
        ("mr", "पेरू आणि चिली यांनी करार केला.", PERU, 0),
        ("fa", "استاد گوشه عراق را نواخت.", IRAQ, 1),
        ("fa", "نفت عراق صادر شد.", IRAQ, 0),
        ("hi", "एयर इंडिया की उड़ान रद्द हुई।", INDIA, 1),
        ("ta", "இந்தியா கூட்டணியின் தலைவர்கள் கூடினர்.", INDIA, 1),
        ("ta", "இந்தியா வென்றது.", INDIA, 0),
        ("hi", "दक्षिण अमेरिका के जंगल घटे।", AMERICA, 1),
        ("ar", "تشتهر أمريكا اللاتينية بالبن.", AMERICA, 1),
        ("ur", "امریکا نے امداد دی۔", AMERICA, 0),
        ("mr", "काँगो तापाचे रुग्ण आढळले.", CONGO, 1),
        ("bn", "কঙ্গো নদীর তীরে মেলা বসেছে।", CONGO, 1),
        ("mr", "काँगो सरकारने मदत पाठवली.", CONGO, 0),
        ("he", "שטנו במורד הירדן.", JORDAN, 1),
        ("he", "מלך ירדן הגיע.", JORDAN, 0),
        ("bn", "উত্তর আয়ারল্যান্ডে ভোট হলো।", IRELAND, 1),
        ("fa", "ایرلند شمالی برد.", IRELAND, 1),
        ("bn", "আয়ারল্যান্ডে ভোট হলো।", IRELAND, 0),
        ("fa", "باران نیسان بارید.", MONTH, 1),
        ("fa", "نیسان خودروی تازه ساخت.", MONTH, 0),
        ("ar", "قال إن حماس أبلغت الوفد. ساد حماس كبير.", PARTY_OF_ZEAL, 1),
        ("ar", "بدأت إعادة إعمار المدينة.", BUILDER, 1),
        ("ar", "أطلقت إعمار العقارية برجا.", BUILDER, 0),
        ("he", "נדרש ליכוד השורות ביישוב.", LIKUD, 1),
        ("he", "בכירים בליכוד התנגדו.", LIKUD, 0),
        ("he", "לכפר הקטן יש עתיד.", FUTURE, 1),
        ("he", "סיעת יש עתיד הצביעה נגד.", FUTURE, 0),
        ("he", "המשטרה פתחה במבצע בזק.", FLASH, 1),
        ("mr", "बांधावर काँग्रेस गवत वाढले.", CONGRESS, 1),
        ("mr", "काँग्रेस नेते भेटले.", CONGRESS, 0),
        ("mr", "त्यांच्या राष्ट्रवादी विचारांचा प्रभाव होता.", NATIONAL, 1),
        ("mr", "राष्ट्रवादी पक्षाचे आमदार आले.", NATIONAL, 0),
        ("hi", "शनि के उपग्रह टाइटन पर बादल दिखे।", MOON, 1),
        ("hi", "टाइटन का मुनाफा बढ़ा।", MOON, 0),
        ("bn", "টাইমস স্কয়ারে উৎসব হলো।", SQUARE, 1),
        ("bn", "স্কয়ার নতুন কারখানা খুলেছে।", SQUARE, 0),
        ("bn", "সরষে বাটা দিয়ে রান্না হলো।", PASTE, 1),
        ("bn", "বাটা নতুন জুতা এনেছে।", PASTE, 0),
        ("ta", "நாம் தமிழர் என்பதை மறவோம்.", TAMILS, 1),
        ("ta", "நாம் தமிழர் கட்சி கூடியது.", TAMILS, 0),
        ("hi", "कोटक महिंद्रा बैंक ने ब्याज घटाया।", MAHINDRA, 1),
        ("hi", "महिंद्रा ने ट्रैक्टर उतारा।", MAHINDRA, 0),
        ("uk", "КІЛЬКА СОТ БАНОК МЕДУ", TRADE, 1),
        ("uk", "ЗАСІДАННЯ СОТ У ЖЕНЕВІ", TRADE, 0),
        ("ur", "وہ اس شاعر کے پیرو ہیں", PERU, 1),
        ("ur", "پیرو کے صدر لیما پہنچے", PERU, 0),
    ],
)
def test_names_in_scripts_without_capitals_are_told_from_words(
    language: str, text: str, entity: Entity, words: int
) -> None:
    assert len(words_in(text, language, entity)) == words


@pytest.mark.parametrize(
    ("language", "name", "text", "ordinary"),
    [
        ("he", "אורן סער", "אורן סער לעבר השוער.", True),
        ("he", "אורן סער", "אורן סער על התקציב: לא אוותר.", False),
        ("he", "דורון לפיד", "דורון לפיד גדול נשא.", True),
        ("mr", "मोहन आठवले", "त्यांना स्वामी मोहन आठवले.", True),
        ("mr", "मोहन आठवले", "मोहन आठवले यांनी भाषण केले.", False),
    ],
)
def test_a_whole_name_may_end_in_a_word_that_says_what_somebody_else_does(
    language: str, name: str, text: str, *, ordinary: bool
) -> None:
    somebody = a_person("Somebody", name)

    assert bool(words_in(text, language, somebody)) is ordinary


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ar", "أعلنت طلبات توسيع خدماتها في الكويت.", an_organization("طلبات"), True),
        ("ar", "طلبات توسع خدماتها في الكويت.", an_organization("طلبات"), True),
        ("ar", "تلقت الوزارة طلبات من ألف مواطن.", an_organization("طلبات"), False),
        ("ar", "قال مدير كريم إن السائقين سيحصلون على تأمين.", an_organization("كريم"), True),
        ("ar", "كان المضيف كريم اليد مع ضيوفه.", an_organization("كريم"), False),
        ("ar", "وقعت اتصالات عقدا مع الجامعة.", an_organization("اتصالات"), True),
        ("ar", "أجرى الوزير اتصالات مع نظرائه.", an_organization("اتصالات"), False),
        ("ar", "وصل وفد البحرين إلى الرياض.", a_place("البحرين"), True),
        ("ar", "التقى هذان التياران بين البحرين الأحمر والأبيض.", a_place("البحرين"), False),
        ("ar", "وقعت السعودية والبحرين اتفاقا.", a_place("البحرين"), True),
        ("ar", "ضرب الفيل الماء بالخرطوم أمام الزوار.", a_place("الخرطوم"), False),
        ("ar", "وصل الوفد إلى الخرطوم صباحا.", a_place("الخرطوم"), True),
        ("ar", "أقلعت طائرة مصر للطيران متأخرة.", a_place("مصر"), False),
        ("ar", "سافر الطلاب إلى مصر للدراسة.", a_place("مصر"), True),
        ("ar", "تباع في السوق حلوى بجوز الهند.", a_place("الهند"), False),
        ("ar", "زارت رئيسة وزراء الهند المعرض.", a_place("الهند"), True),
        ("fa", "صبحانه نان و کره و مربا بود.", a_place("کره"), False),
        ("fa", "اینترنت شاتل در شیراز قطع شد.", an_organization("شاتل"), True),
        ("fa", "شاتل فضایی به زمین بازگشت.", an_organization("شاتل"), False),
        ("fa", "سرباز برای میهن جنگید.", an_organization("میهن"), False),
        ("fa", "بستنی میهن گران شد.", an_organization("میهن"), True),
        ("ur", "شام کی حکومت نے قیدی رہا کیے۔", a_place("شام"), True),
        ("ur", "شام کے صدر احمد الشرع ترکی پہنچے۔", a_place("شام"), True),
        ("ur", "وہ شام کو گھر لوٹا۔", a_place("شام"), False),
        ("ur", "عراق اور شام کی سرحد بند ہے۔", a_place("شام"), True),
        ("ur", "ڈان کے مطابق اجلاس پیر کو ہوگا۔", an_organization("ڈان"), True),
        ("ur", "میزان بینک نے نئی برانچ کھولی۔", an_organization("میزان"), True),
        ("ur", "تجارتی میزان بگڑ گیا۔", an_organization("میزان"), False),
        ("ur", "وہ غریبوں کا ہمدرد ہے۔", an_organization("ہمدرد"), False),
        ("ur", "نیشنل پیپلز پارٹی کا اجلاس ہوا۔", an_organization("پیپلز پارٹی"), False),
        ("he", "משלחת מיוון הגיעה ליוון התיכון.", a_place("יוון"), True),
        ("he", "הנער השוויץ באופניים החדשים.", a_place("שוויץ"), False),
        ("he", "נשיאת שוויץ הגיעה לירושלים.", a_place("שוויץ"), True),
        ("he", "נשיא צרפת לשעבר פרנסואה הולנד הרצה.", a_place("הולנד"), False),
        ("he", "שר החוץ של הולנד הרצה.", a_place("הולנד"), True),
        ("he", "ישראל ביתנו הגישה הצעת חוק.", a_place("ישראל"), False),
        ("he", "ישראל וירדן חתמו על הסכם מים.", a_place("ישראל"), True),
        ("he", "ישראל, מדינה קטנה, מייצאת פרחים.", a_place("ישראל"), True),
        ("he", "הוט הודיעה על ערוץ חדש.", an_organization("הוט"), True),
        ("he", "כללית פתחה מרפאה חדשה בערד.", an_organization("כללית"), True),
        ("he", "נערכה אסיפה כללית של הדיירים.", an_organization("כללית"), False),
        ("he", "הילד איבד את הפלאפון בגן.", an_organization("פלאפון"), False),
        ("he", "פלאפון השיקה מסלול חדש.", an_organization("פלאפון"), True),
        ("he", "הקבוצה הסתערה קדימה.", an_organization("קדימה"), False),
        ("he", "רפאל חתמה על חוזה עם הודו.", an_organization("רפאל"), True),
        ("he", "אגוזי ברזיל בריאים.", a_place("ברזיל"), False),
        ("hi", "इंडिगो की उड़ान देर से पहुँची।", an_organization("इंडिगो"), True),
        ("hi", "मारुति ने नई कार पेश की।", an_organization("मारुति"), True),
        ("hi", "संघ प्रमुख मोहन भागवत नागपुर पहुँचे।", an_organization("संघ"), True),
        ("hi", "क्रिकेट संघ की बैठक हुई।", an_organization("संघ"), False),
        ("hi", "हम सब मेले में गए।", an_organization("हम"), False),
        ("hi", "कोरिया के राष्ट्रपति दिल्ली पहुँचे।", a_place("कोरिया"), True),
        ("hi", "चीन के राजदूत ने प्राचीन मंदिर देखा।", a_place("चीन"), True),
        ("hi", "टाटा ने नया संयंत्र खोला।", an_organization("टाटा"), True),
        ("hi", "बसपा की बैठक लखनऊ में हुई।", an_organization("बसपा"), True),
        ("hi", "राष्ट्रीय जनता दल की रैली हुई।", an_organization("जनता दल"), False),
        ("hi", "शिवसेना के नेता मिले।", an_organization("शिवसेना"), True),
        ("bn", "পাঠাও নতুন সেবা চালু করেছে।", an_organization("পাঠাও"), True),
        ("bn", "আর কোনো উপায় নেই।", an_organization("উপায়"), False),
        ("bn", "আসামিকে পুলিশ হেফাজতে নেওয়া হয়েছে।", an_organization("হেফাজত"), False),
        ("bn", "হেফাজতের আমির সমাবেশে বক্তব্য দেন।", an_organization("হেফাজত"), True),
        ("bn", "তৃণমূল প্রার্থী তালিকা প্রকাশ করেছে।", an_organization("তৃণমূল"), True),
        ("bn", "তৃণমূলের নেতা-কর্মীরা মিছিল করেন।", an_organization("তৃণমূল"), True),
        ("bn", "বাংলাদেশ জাতীয় পার্টির সভা হয়।", an_organization("জাতীয় পার্টি"), True),
        ("ta", "நாடகக் கலைஞர் ஒருவர் பாடினார்.", an_organization("கலைஞர்"), False),
        ("ta", "அவருக்கு சக்தி இல்லை.", an_organization("சக்தி"), False),
        ("ta", "சக்தி மசாலா நிறுவனம் புதிய பொடி வெளியிட்டது.", an_organization("சக்தி"), True),
        ("mr", "चाडचे राष्ट्राध्यक्ष पॅरिसला गेले.", a_place("चाड"), True),
        ("mr", "त्याची सर्वांना कीव आली.", a_place("कीव"), False),
        ("mr", "कीवमध्ये हल्ला झाला.", a_place("कीव"), True),
        ("mr", "वंचित मुलांना वह्या दिल्या.", an_organization("वंचित"), False),
        ("mr", "वंचित आघाडीची सभा झाली.", an_organization("वंचित"), True),
        ("mr", "मुंबईचा संघ जिंकला.", an_organization("संघ"), False),
        ("mr", "ओला कंपनीच्या टॅक्सी बंद आहेत.", an_organization("ओला"), True),
        ("mr", "लोकमतने पुरस्कार जाहीर केले.", an_organization("लोकमत"), True),
        ("mr", "लावा मोबाइल कंपनीने नवा फोन आणला.", an_organization("लावा"), True),
        ("ar", "دجاج غينيا يباع في السوق.", a_place("غينيا"), False),
        ("ar", "هزمت إسبانيا المغرب بهدف.", a_place("إسبانيا"), True),
        ("ar", "أعلنت روسيا البيضاء موعد الانتخابات.", a_place("روسيا"), False),
        ("ar", "قال الطيار إن بوينغ سلمت طائرة.", an_organization("بوينغ"), True),
        ("ar", "فاز باريس سان جيرمان.", an_organization("باريس سان جيرمان"), True),
        ("fa", "پنیر و گل لاله از هلند می‌آید.", a_place("هلند"), True),
        ("fa", "خیاط لباس را پرو کرد.", a_place("پرو"), False),
        ("fa", "اتحادیه اروپا بیانیه داد.", an_organization("اتحادیه اروپا"), True),
        ("ur", "وہ اپنی بات پر مصر ہے۔", a_place("مصر"), False),
        ("he", "אמזון פתחה מרכז פיתוח.", an_organization("אמזון"), True),
        ("hi", "लैटिन अमेरिका में बारिश हुई।", a_place("अमेरिका"), False),
        ("hi", "दक्षिण सूडान में पुल बना।", a_place("सूडान"), False),
        ("hi", "उत्तरी आयरलैंड में चुनाव हुए।", a_place("आयरलैंड"), False),
        ("hi", "गिनी पिग बेचे गए।", a_place("गिनी"), False),
        ("hi", "भारत पेट्रोलियम ने दाम घटाए।", a_place("भारत"), False),
        ("hi", "भारत ने समझौता किया।", a_place("भारत"), True),
        ("hi", "न्यूज़ चैनल रिपब्लिक भारत ने इंटरव्यू दिखाया।", a_place("भारत"), False),
        ("bn", "দক্ষিণ আমেরিকার বনে আগুন।", a_place("আমেরিকা"), False),
        ("bn", "পশ্চিম ভারতের ট্রেন থেমেছে।", a_place("ভারত"), True),
        ("ta", "பிரான்ஸ் அதிபர் வந்தார்.", a_place("பிரான்ஸ்"), True),
        ("mr", "दक्षिण अमेरिकेत पाऊस झाला.", a_place("अमेरिका"), False),
    ],
)
def test_words_are_told_from_the_names_that_they_are_besides(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ar", "شرب كوبا من القهوة.", a_place("كوبا"), False),
        ("ar", "تصدر كوبا السكر.", a_place("كوبا"), True),
        ("ar", "أوقفوا مواطنا تركيا عند الحدود.", a_place("تركيا"), False),
        ("ar", "زار الوزير تركيا.", a_place("تركيا"), True),
        ("ar", "يعاني اللاعب قطعا في الرباط الصليبي.", a_place("الرباط"), False),
        ("ar", "عقدوا القمة في الرباط أمس.", a_place("الرباط"), True),
        ("ar", "عاد إلى مسقط رأسه.", a_place("مسقط"), False),
        ("ar", "انفصل جنوب السودان.", a_place("السودان"), False),
        ("fa", "روز دوشنبه باران بارید.", a_place("دوشنبه"), False),
        ("fa", "او به دوشنبه، پایتخت تاجیکستان، رفت.", a_place("دوشنبه"), True),
        ("fa", "سرقت کابل برق زیاد شد.", a_place("کابل"), False),
        ("fa", "هواپیما در کابل نشست.", a_place("کابل"), True),
        ("fa", "دو بسته کره محلی خرید.", a_place("کره"), False),
        ("fa", "برنامه مالی خانواده را نوشتند.", a_place("مالی"), False),
        ("fa", "سربازان مالی در باماکو هستند.", a_place("مالی"), True),
        ("ur", "اسے چین کی نیند آئی۔", a_place("چین"), False),
        ("ur", "چین نے نیا راکٹ چھوڑا۔", a_place("چین"), True),
        ("he", "שני עיתונאים מצרים נעצרו.", a_place("מצרים"), False),
        ("he", "נשיא מצרים נאם.", a_place("מצרים"), True),
        ("he", "שני עיתונאים ממצרים נעצרו.", a_place("מצרים"), True),
        ("he", "השר דוחה את ההצעה.", a_place("דוחה"), False),
        ("he", "השיחות בדוחה עם אמיר קטר נמשכות.", a_place("דוחה"), True),
        ("ar", "درست في جامعة كولومبيا.", a_place("كولومبيا"), False),
        ("ar", "زار رئيس كولومبيا المصنع.", a_place("كولومبيا"), True),
        ("fa", "کیف چرمی او گم شد.", a_place("کیف"), False),
        ("hi", "खेत में टर्की मुर्गी पाली गई।", a_place("टर्की"), False),
        ("he", "הנאשמים הודו בעבירות.", a_place("הודו"), False),
        ("he", "הודו שיגרה לוויין.", a_place("הודו"), True),
        ("hi", "कबीर का दोहा सुनाया गया।", a_place("दोहा"), False),
        ("hi", "वार्ता दोहा में हुई।", a_place("दोहा"), True),
        ("hi", "मरीज बर्न यूनिट में हैं।", a_place("बर्न"), False),
        ("hi", "पहाड़ पर भारत रत्न भीमसेन जोशी की याद में सभा हुई।", a_place("भारत"), False),
        ("hi", "न्यू मेक्सिको में आग लगी।", a_place("मेक्सिको"), False),
        ("bn", "মেঘে ঢাকা আকাশ দেখা গেল।", a_place("ঢাকা"), False),
        ("bn", "তিনি ঢাকা থেকে এলেন।", a_place("ঢাকা"), True),
        ("bn", "বারি মাল্টা চাষ বেড়েছে।", a_place("মাল্টা"), False),
        ("bn", "মাল্টা নতুন আইন করেছে।", a_place("মাল্টা"), True),
        ("ta", "பெரு வெள்ளம் வந்தது.", a_place("பெரு"), False),
        ("ta", "தென் அமெரிக்க நாடான பெரு ஒப்பந்தம் செய்தது.", a_place("பெரு"), True),
        ("ar", "وجدوه ميتا في منزله.", an_organization("ميتا"), False),
        ("ar", "أطلقت ميتا تطبيقا جديدا.", an_organization("ميتا"), True),
        ("ur", "پولیس نے آنسو گیس کے شیل پھینکے۔", an_organization("شیل"), False),
        ("ur", "شیل نے نئے پمپ کھولے۔", an_organization("شیل"), True),
        ("he", "יצאנו לשמורת טבע סמוכה.", an_organization("טבע"), False),
        ("he", "טבע הודיעה על תרופה חדשה.", an_organization("טבע"), True),
        ("he", "הרוח נשאה אותו אל על.", an_organization("אל על"), False),
        ("he", "מטוס של אל על נחת.", an_organization("אל על"), True),
        ("hi", "टीम संकट से उबर नहीं पाई।", an_organization("उबर"), False),
        ("hi", "उबर ने किराया बढ़ाया।", an_organization("उबर"), True),
        ("hi", "गर्मी की सेल में कपड़े सस्ते हैं।", an_organization("सेल"), False),
        ("hi", "सेल का इस्पात संयंत्र बंद रहा।", an_organization("सेल"), True),
        ("bn", "সড়ক দুর্ঘটনায় দুজন প্রাণ হারিয়েছেন।", an_organization("প্রাণ"), False),
        ("bn", "প্রাণ নতুন জুস এনেছে।", an_organization("প্রাণ"), True),
        ("ta", "சிறுவன் ஆப்பிள் பழம் தின்றான்.", an_organization("ஆப்பிள்"), False),
        ("ta", "ஆப்பிள் புதிய கைபேசியை வெளியிட்டது.", an_organization("ஆப்பிள்"), True),
    ],
)
def test_countries_and_firms_are_told_from_what_else_their_names_are(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
