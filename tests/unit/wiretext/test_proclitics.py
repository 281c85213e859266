"""Short words that are joined to the word after them, and the languages that join none."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces
from wiretext.normal import normalise
from wiretext.proclitics import ARTICLE, FOR_ARTICLE, LONGEST_PROCLITIC, ONE_LETTER, PROCLITICS, joins_words

ANNA = an_entity("Anna Berg", names=("آنا برغ", "אנה ברג", "አና በርግ"), short={})
BANK = an_entity("Harbour Bank", id="bank", type="organization", names=("المرفأ", "הנמל", "የወደብ"), short={})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصل الوزير وآنا برغ أمس."),
        ("ar", "أعطى الكتاب لآنا برغ أمس."),
        ("ar", "اجتمع بالوزير وبآنا برغ أمس."),
        ("he", "השר דיבר עם הנשיא ואנה ברג אתמול."),
        ("he", "הוא שר כשאנה ברג הגיעה."),
        ("he", "הוא שר לכשאנה ברג תגיע."),
        ("am", "ትናንት የአና በርግ መጽሐፍ ወጣ።"),
        ("am", "ትናንት ስለአና በርግ ተናገሩ።"),
        ("fa", "دیروز آنا برغ آمد."),
    ],
)
def test_a_name_is_found_without_what_is_joined_to_it(language: str, text: str) -> None:
    (found,) = surfaces(text, ANNA, language=language)

    assert found in ANNA.names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "دیروز وآنا برغ آمد."),
        ("ur", "کل وآنا برغ آئیں۔"),
        ("ckb", "دوێنێ وآنا برغ هات."),
        ("yi", "נעכטן איז ואנה ברג געקומען."),
        ("ar", "ذهبت سوآنا برغ أمس."),
        ("he", "אתמול באה סאנה ברג."),
    ],
    ids=["Persian", "Urdu", "Kurdish", "Yiddish", "no short word", "no short word in Hebrew"],
)
def test_no_name_is_found_where_nothing_can_be_joined(language: str, text: str) -> None:
    assert surfaces(text, ANNA, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [("ar", "ذهب للمرفأ أمس.", "مرفأ"), ("he", "הוא רץ לנמל אתמול.", "נמל"), ("am", "ትናንት ለወደብ ሰጠ።", "ወደብ")],
)
def test_what_takes_the_place_of_the_article_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert surfaces(text, BANK, language=language) == [name]


@pytest.mark.parametrize("script", sorted(PROCLITICS))
def test_what_is_joined_is_in_normal_form_and_short_enough_to_be_looked_for(script: str) -> None:
    joined = {*PROCLITICS[script], ARTICLE[script], *FOR_ARTICLE[script]}

    assert {normalise(each).text for each in joined} == joined
    assert max(map(len, PROCLITICS[script])) <= LONGEST_PROCLITIC == max(map(len, PROCLITICS["Arab"]))


@pytest.mark.parametrize("script", ["Arab", "Hebr"])
def test_what_is_joined_together_is_made_of_what_is_joined_alone(script: str) -> None:
    def is_made(word: str) -> bool:
        parts = {*ONE_LETTER[script], ARTICLE[script], *FOR_ARTICLE[script][:1]}
        return not word or any(is_made(word[len(part) :]) for part in parts if word.startswith(part))

    assert [each for each in PROCLITICS[script] if not is_made(each)] == []
    assert ONE_LETTER[script] == {each for each in PROCLITICS[script] if len(each) == 1}


def test_arabic_hebrew_and_amharic_join_short_words_and_their_neighbours_in_the_same_letters_do_not() -> None:
    assert [code for code in ("ar", "he", "am", "ti", "fa", "ur", "ps", "ug", "yi") if joins_words(code)] == [
        *("ar", "he", "am", "ti")
    ]
