"""When an organisation's name is a word of the language."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.places import hits_in, read
from wiretext.vetoes.homonyms import ordinary_words

VISA = an_entity("Visa", type="organization", names=("ויזה", "فيزا", "วีซ่า", "ビザ", "비자"), short={})
RIVER = an_entity("Amazon", type="organization", names=("アマゾン", "Amazon Web Services"), short={})
BASE = an_entity("Al-Qaeda", type="organization", names=("القاعدة", "تنظيم القاعدة"), short={})
PLACE = an_entity("Amazon", type="place", short={})
PARTY = (VISA, RIVER.model_copy(update={"id": "river"}), BASE.model_copy(update={"id": "base"}))


def words_in(text: str, language: str) -> list[str]:
    """The names in *text* that are no names."""
    reading = read(text, language)
    found = ordinary_words(hits_in(reading, *PARTY), PARTY, reading)
    return [reading.surface(hit.start, hit.end) for hit in sorted(found, key=lambda hit: hit.start)]


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
    assert words_in(text, language) == words


def test_a_name_of_which_nothing_tells_is_what_the_others_in_the_article_are() -> None:
    assert words_in("ביקשו ויזה בשגרירות. גם ויזה לא הגיעה.", "he") == ["ויזה", "ויזה"]
    assert words_in("ביקשו ויזה בשגרירות. חברת ויזה דיווחה. ויזה שמחה.", "he") == ["ויזה"]


def test_a_word_that_is_seldom_a_name_needs_a_sign_or_the_full_name() -> None:
    assert words_in("هذه هي القاعدة هنا.", "ar") == ["القاعدة"]
    assert words_in("قال زعيم القاعدة ذلك.", "ar") == []
    assert "القاعدة" not in words_in("هاجم تنظيم القاعدة المدينة. القاعدة نفت.", "ar")


def test_a_river_that_is_watched_is_no_other_word() -> None:
    reading = read("They saw the Amazon rainforest.", "en")

    assert ordinary_words(hits_in(reading, PLACE), (PLACE,), reading) == set()


ZEAL = an_entity("Hamas", id="zeal", type="organization", names=("حماس",), short={})


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
    reading = read(text, "ar")

    assert [
        reading.surface(hit.start, hit.end) for hit in ordinary_words(hits_in(reading, ZEAL), (ZEAL,), reading)
    ] == words
