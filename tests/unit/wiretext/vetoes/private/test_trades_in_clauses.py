"""When a clause beside a name says what its bearer does."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.uzbek import whole_words
from wiretext.vetoes.private.trades_in_clauses import is_told_in_clause

ANNA = an_entity("Anna Berg", names=("Анна Берг", "ანა ბერგი", "Աննա Բերգ", "አና በርግ"))
SOMEBODY = an_entity(
    "Nadir Berg",
    names=("نادر بيرغ", "نادر برگ", "نادر چوہان", "נדב ברג", "नादिर मोहिते", "নাদির মজুমদার", "நாதிர் செல்வம்", "నాదిర్ రెడ్డి"),
    short={},
)


@pytest.mark.parametrize(
    ("language", "text", "at_work"),
    [
        ("tr", "Köyde kırk yıldır çobanlık yapan Anna Berg sürüsünü sattı.", True),
        ("tr", "Anna Berg kasabada marangozluk yapıyor.", True),
        ("tr", "Ayakkabı diken Anna Berg emekli oldu.", True),
        ("tr", "Bir dönem öğretmenlik yapan Anna Berg partisinin kongresinde konuştu.", False),
        ("tr", "Anna Berg köyde çobanlarla konuştu.", False),
        ("tr", "Anna Berg gitti. Komşusu marangozluk yapıyor.", False),
        ("az", "Avtobusda sürücü işləyən Anna Berg pul kisəsi tapıb.", True),
        ("az", "Anna Berg kənd məktəbində müəllim işləyir.", True),
        ("az", "Anna Berg müəllimlərlə görüşüb.", False),
        ("kk", "Ауылда жүргізуші болып істейтін Анна Берг жол салды.", True),
        ("kk", "Анна Берг жүргізушілермен сөйлесті.", False),
        ("ky", "Анна Берг мектепте кароолчу болуп иштейт.", True),
        ("uz", "Dehqonchilik bilan shug'ullanadigan Anna Berg tarvuz sotdi.", True),
        ("uz", "Anna Berg maktabda qorovul bo'lib ishlaydi.", True),
        ("uz", "Anna Berg haydovchilar bilan uchrashdi.", False),
        ("mn", "Суманд жолоочоор ажилладаг Анна Берг түрийвч олов.", True),
        ("mn", "Анна Берг жолооч нартай уулзав.", False),
        ("ka", "ანა ბერგი სკოლაში დარაჯად მუშაობს.", True),
        ("ka", "ანა ბერგი მძღოლებს შეხვდა.", False),
        ("hy", "Աննա Բերգն աշխատում է որպես խոհարար:", True),
        ("hy", "Աննա Բերգը հանդիպել է վարորդներին:", False),
        ("am", "በሹፌርነት የሚተዳደረው አና በርግ የጠፋ ቦርሳ መለሰ።", True),
        ("am", "አና በርግ ሹፌሮችን አነጋገሩ።", False),
        ("en", "Anna Berg works as a driver.", False),
    ],
)
def test_who_is_said_to_live_by_a_trade_is_a_namesake_where_nothing_is_of_public_life(
    language: str, text: str, *, at_work: bool
) -> None:
    reading = whole_words(read(text, language))

    assert is_told_in_clause(hit_in(reading, ANNA), reading) is at_work


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "فاز نادر بيرغ، وهو تلميذ من صور، بالجائزة."),
        ("ar", "يعمل نادر بيرغ نجارا منذ عشرين سنة."),
        ("ar", "قال سائق الحافلة نادر بيرغ إن الطريق مغلق."),
        ("ar", "كرمت المدرسة معلمة اللغة العربية نادر بيرغ."),
        ("ar", "نجح تلميذ الصف الخامس نادر بيرغ."),
        ("ar", "أوقفت الشرطة المدعو نادر بيرغ."),
        ("fa", "نادر برگ که راننده تاکسی است کیف را پس داد."),
        ("fa", "دانش‌آموز پایه نهم نادر برگ اول شد."),
        ("fa", "مردی به نام نادر برگ گم شد."),
        ("ur", "نادر چوہان، جو پیشے کے لحاظ سے درزی ہیں، دکان چلاتے ہیں۔"),
        ("ur", "نادر چوہان نامی شخص گم ہو گیا۔"),
        ("he", "נדב ברג, שעובד כנהג מונית, מצא ארנק."),
        ("he", "תלמיד כיתה ח' נדב ברג ניצח."),
        ("he", "נדב ברג הוא חקלאי ממושב."),
        ("hi", "नादिर मोहिते, जो पेशे से बढ़ई हैं, गाँव लौटे।"),
        ("hi", "नादिर मोहिते नाम के युवक का बैग मिला।"),
        ("mr", "नादिर मोहिते नावाच्या तरुणाला बक्षीस मिळाले."),
        ("mr", "नादिर मोहिते (वय ४५) यांनी पाणी वाचवले."),
        ("bn", "নাদির মজুমদার (৫২) নামের এক কৃষক পুরস্কার পান।"),
        ("ta", "நாதிர் செல்வம் என்பவர் பரிசு பெற்றார்."),
        ("te", "నాదిర్ రెడ్డి అనే రైతు బహుమతి పొందాడు."),
    ],
)
def test_somebody_of_whom_a_clause_tells_a_trade_is_in_private_life(language: str, text: str) -> None:
    assert not is_believed(text, SOMEBODY, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "زار نادر بيرغ المدرسة وتحدث إلى الطلاب."),
        ("ar", "أعلن نادر بيرغ، وهو معلم سابق، ترشحه."),
        ("ar", "سأل معلم المدرسة رئيس الحكومة نادر بيرغ عن الرواتب."),
        ("fa", "نادر برگ که راننده را دید ایستاد."),
        ("he", "לנהג האוטובוס הודה נדב ברג בחום."),
        ("he", "נדב ברג הוא חקלאי לשעבר."),
        ("hi", "छात्र नादिर मोहिते से मिले।"),
        ("hi", "नादिर मोहिते एक किसान के घर गए।"),
        ("mr", "शेतकरी नादिर मोहिते यांना भेटले."),
        ("bn", "ছাত্ররা নাদির মজুমদারের সঙ্গে দেখা করে।"),
        ("bn", "নাদির মজুমদার কৃষকদের সঙ্গে কথা বলেন।"),
        ("ur", "کسان نادر چوہان سے ملنے آئے۔"),
    ],
)
def test_whoever_meets_people_with_a_trade_or_had_one_is_not(language: str, text: str) -> None:
    assert is_believed(text, SOMEBODY, language=language)
