"""When an organisation's name is a word of the language."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in

VISA = an_organization("Visa", "ויזה", "فيزا", "วีซ่า", "ビザ", "비자")
RIVER = an_organization("Amazon", "アマゾン", "Amazon Web Services")
BASE = an_organization("Al-Qaeda", "القاعدة", "تنظيم القاعدة")
PLACE = a_place("Amazon")
PARTY = (VISA, RIVER.model_copy(update={"id": "river"}), BASE.model_copy(update={"id": "base"}))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("he", "הוא קיבל ויזה מהשגרירות.", ["ויזה"]),
        ("he", "כרטיסי ויזה יתקבלו בשגרירות.", []),
        ("he", "הויזה נשלחה אליו.", ["ויזה"]),
        ("ar", "حصل على فيزا من السفارة.", ["فيزا"]),
        ("ar", "أعلنت فيزا نتائجها.", []),
        ("ko", "관광 비자를 면제한다.", ["비자"]),
        ("ko", "비자는 대회를 후원한다.", []),
        ("th", "เขาต้องต่อวีซ่าภายในเดือนนี้", ["วีซ่า"]),
        ("ja", "ビザ(visa)が申請を公表した。", []),
        ("de", "Er hat ein Visa beantragt.", ["Visa"]),
        ("en", "They say Visa tourists like.", []),
        ("en", "Visa tourists came.", ["Visa"]),
        ("en", "New Visa Rules For Tourists", ["Visa"]),
        ("en", "They saw the Amazon rainforest.", ["Amazon"]),
        ("en", "They work at Amazon near the river.", []),
        ("ja", "アマゾンの熱帯雨林が減った。", ["アマゾン"]),
    ],
)
def test_the_words_beside_a_name_tell_it_from_the_word_that_it_is_too(
    language: str, text: str, words: list[str]
) -> None:
    assert words_in(text, language, *PARTY) == words


def test_a_name_of_which_nothing_tells_is_what_the_others_in_the_article_are() -> None:
    assert words_in("ביקשו ויזה בשגרירות. גם ויזה לא הגיעה.", "he", *PARTY) == ["ויזה", "ויזה"]
    assert words_in("ביקשו ויזה בשגרירות. חברת ויזה דיווחה. ויזה שמחה.", "he", *PARTY) == ["ויזה"]


def test_a_word_that_is_seldom_a_name_needs_a_sign_or_the_full_name() -> None:
    assert words_in("هذه هي القاعدة هنا.", "ar", *PARTY) == ["القاعدة"]
    assert words_in("قال زعيم القاعدة ذلك.", "ar", *PARTY) == []
    assert "القاعدة" not in words_in("هاجم تنظيم القاعدة المدينة. القاعدة نفت.", "ar", *PARTY)


def test_a_river_that_is_watched_is_no_other_word() -> None:
    assert words_in("They saw the Amazon rainforest.", "en", PLACE) == []


ZEAL = an_organization("Hamas", "حماس")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("إن حماس الطلاب لا يفتر.", ["حماس"]),
        ("رفضت حماس المقترح الجديد.", []),
        ("أعلنت حماس اليوم ذلك.", []),
        ("قالت حماس التي وقعت ذلك.", []),
        ("قال زعيم حماس السياسية ذلك.", []),
        ("نفت حركة حماس الخبر.", []),
    ],
)
def test_an_arabic_noun_with_an_owner_after_it_is_no_name(text: str, words: list[str]) -> None:
    assert words_in(text, "ar", ZEAL) == words


SUDAN = a_place("Sudan", "수단", "Mali", "مالي", "قطر", "קטר", "কাতার", "Mexico", "México")
SUNSET = a_place("Maroc", "المغرب", "Jordan", "شام", "モロッコ", "中国")
LETTERS = an_organization("World Court", "CPI", "MTK", "МКС", "FAO", "আইসিসি")
TALE = an_organization("Alibaba", "علی بابا", "アリババ")
PUPILS = an_organization("Taliban", "طالبان")
OTHERS = (SUDAN, SUNSET, LETTERS, TALE, PUPILS)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ar", "تناولوا التمر بعد صلاة المغرب في البيت.", ["المغرب"]),
        ("ar", "بعد أسبوع سافر الفريق إلى المغرب.", []),
        ("ar", "يعاني النادي من عجز مالي كبير.", ["مالي"]),
        ("ar", "زار الوزير مالي أمس.", []),
        ("ar", "يبلغ نصف قطر الدائرة مترا.", ["قطر"]),
        ("he", "בתחנה עמד קטר ישן ליד קרונות.", ["קטר"]),
        ("he", "שגריר קטר חתם על ההסכם.", []),
        ("bn", "তারা প্রথম কাতারে বসলেন।", ["কাতারে"]),
        ("bn", "দলটি কাতারে খেলবে।", []),
        ("ar", "في نصف نهائي الكأس فازت قطر.", []),
        ("ur", "وہ ہر شام دریا کنارے جاتا ہے۔", ["شام"]),
        ("ur", "وفد نے شام کا دورہ کیا۔", []),
        ("ko", "자전거는 유일한 교통 수단이다.", ["수단"]),
        ("ko", "그는 수단 정부와 만났다.", []),
        ("en", "They swam in the Gulf of Mexico.", ["Mexico"]),
        ("en", "They swam in Mexico.", []),
        ("es", "El golfo de México es cálido.", ["México"]),
        ("en", "They crossed the Jordan River.", ["Jordan"]),
        ("ja", "中国地方で雨が降った。", ["中国"]),
        ("zh", "中国地方很大。", []),
        ("pt", "A CPI da água ouviu testemunhas.", ["CPI"]),
        ("pt", "A CPI abriu um processo.", []),
        ("hu", "Az MTK három gólt lőtt.", ["MTK"]),
        ("pl", "MTK wydał wyrok.", []),
        ("ru", "Снимки сделали на борту МКС летом.", ["МКС"]),
        ("ru", "Судья МКС в Гааге выступил.", []),
        ("sr", "МКС је одлучио.", []),
        ("en", "It was marked “FAO Mrs Green”.", ["FAO"]),
        ("en", "The FAO praised farmers.", []),
        ("bn", "আইসিসি র‍্যাঙ্কিংয়ে দল এগোল।", ["আইসিসি"]),
        ("ur", "بچوں نے علی بابا اور چالیس چور دیکھا۔", ["علی بابا"]),
        ("ur", "علی بابا نے نیا دفتر کھولا۔", []),
        ("en", "They staged Alibaba and the Forty Thieves.", ["Alibaba"]),
        ("ar", "طالبان يبتكران روبوتا صغيرا.", ["طالبان"]),
        ("ar", "أغلقت طالبان جامعة كبيرة.", []),
        ("fa", "طالبان علم به شهر آمدند.", ["طالبان"]),
        ("fa", "طالبان اعلام کرد مدارس باز است.", []),
    ],
)  # fmt: skip
def test_a_country_and_an_acronym_may_be_words_or_stand_for_something_else(
    language: str, text: str, words: list[str]
) -> None:
    assert words_in(text, language, *OTHERS) == words


MAKER = an_organization("Nissan", "نيسان", "日産")
GULF = a_place("Oman", "عمان", "عُمان", "오만")
TROOPS = an_organization("RSF")
FOOD = an_organization("World Food Programme", "PAM", "ВПП")
CANAL = a_place("Panama", "パナマ", "ปานามา")
NUMBERED = (MAKER, GULF, TROOPS, FOOD, CANAL)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ar", "يبدأ الموسم أواخر نيسان كل عام.", ["نيسان"]),
        ("ar", "افتتح المعرض في نيسان/أبريل الماضي.", ["نيسان"]),
        ("ar", "أعلنت شركة نيسان نتائجها.", []),
        ("ja", "工場は日産二万個を作る。", ["日産"]),
        ("ja", "日産三菱連合は発表した。", []),
        ("ja", "日産は新型車を発表した。", []),
        ("ko", "관람객 오만 명이 다녀갔다.", ["오만"]),
        ("ko", "오만 정부는 발표했다.", []),
        ("ar", "وصل إلى عمان أمس. والتقى هناك وزير الخارجية الأردني في عمان.", ["عمان", "عمان"]),
        ("ar", "وصل إلى عمان أمس. والتقى هناك السلطان هيثم.", []),
        ("ar", "زار الأردن أولا. ثم عاد إلى سلطنة عمان وقال إن عمان تدعمه.", []),
        ("en", "The press freedom organisation RSF spoke. RSF was praised.", ["RSF", "RSF"]),
        ("en", "The RSF shelled a market in Darfur.", []),
        ("ru", "Он осмотрел обновлённую ВПП столичного аэропорта.", ["ВПП"]),
        ("ru", "ВПП доставила продовольствие.", []),
        ("fr", "Un élu du PAM, parti marocain, préside.", ["PAM"]),
        ("fr", "Le PAM distribue des vivres.", []),
        ("id", "Pompa buatan teknisi PAM Jaya dicoba.", ["PAM"]),
        ("ja", "良いパナマ帽は崩れない。", ["パナマ"]),
        ("ja", "船はパナマに着いた。", []),
        ("th", "สวมหมวกปานามาสีขาว", ["ปานามา"]),
        ("en", "He wore a Panama hat.", ["Panama"]),
        ("en", "He went to Panama yesterday.", []),
    ],
)  # fmt: skip
def test_months_numbers_and_namesakes_of_countries_are_told(language: str, text: str, words: list[str]) -> None:
    assert words_in(text, language, *NUMBERED) == words
