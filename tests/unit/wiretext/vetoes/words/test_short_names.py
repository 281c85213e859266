"""When a person's short name is a word of the language."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hits_in, read
from wiretext.vetoes.words.short_names import is_plain_word

SHORT = {"Kana": ["マスク", "ルビオ"], "Thai": ["สี", "โมดี"], "Hang": ["손"], "Arab": ["لي", "شي"], "Latn": ["Mask"]}
PERSON = an_entity("Elon Musk", names=("Elon Musk",), short=SHORT)


def plain_words_in(text: str, language: str) -> list[str]:
    """The short names in *text* that are no names."""
    reading = read(text, language)
    return [reading.surface(hit.start, hit.end) for hit in hits_in(reading, PERSON) if is_plain_word(hit, reading)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "会社はマスクを披露した。"),
        ("ja", "マスクは来春、日本で発売される。"),
        ("th", "ผู้ชนะเลือกใช้สีฟ้า"),
        ("ko", "아이가 손을 흔들었다."),
        ("ar", "هذا المكان لي منذ سنوات."),
    ],
)
def test_a_short_name_that_is_a_word_is_one_where_nothing_says_that_a_person_is_meant(language: str, text: str) -> None:
    assert len(plain_words_in(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "マスク氏は空港に向かった。"),
        ("ja", "マスクは、工場を建てると述べた。"),
        ("ja", "ルビオは空港に向かった。"),
        ("th", "ประธานาธิบดีสีเดินทาง"),
        ("th", "เมื่อวานสีกล่าวว่า"),
        ("th", "ต่อมาโมดีซักถาม"),
        ("ko", "어제 손 선수는 뛰었다."),
        ("ar", "ثم قال لي إن الأمر انتهى."),
        ("ar", "وصل الرئيس لي إلى المطار."),
        ("ar", "بعد ذلك غادر شي المدينة."),
        ("en", "They say Mask left."),
    ],
)
def test_a_title_or_what_people_do_says_that_a_person_is_meant(language: str, text: str) -> None:
    assert plain_words_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("hi", "बच्चों को गेंदें दान में मिलीं।", ["दान"]),
        ("hi", "दान ने कहा कि वे आएँगे।", []),
        ("he", "החותרים של גוש דן ניצחו.", ["דן"]),
        ("he", "דן אמר כי יבוא.", []),
    ],
)
def test_a_gift_and_a_region_are_no_family_name(language: str, text: str, words: list[str]) -> None:
    person = an_entity("Nicu Dan", names=("Nicu Dan",), short={"Deva": ["दान"], "Hebr": ["דן"]})
    reading = read(text, language)
    plain = [hit for hit in hits_in(reading, person) if is_plain_word(hit, reading)]

    assert [reading.surface(hit.start, hit.end) for hit in plain] == words


def test_a_short_name_may_be_a_game_that_is_played() -> None:
    trump = an_entity("Donald Trump", names=("トランプ",), short={"Jpan": ("トランプ",)})

    assert not is_believed("町のトランプ大会で、トランプを楽しんだ。", trump, language="ja")
    assert is_believed("トランプ大統領が来日した。", trump, language="ja")
