from __future__ import annotations

import pytest

from wiretext.language import detect

TEXTS = {
    "en": "The harbour was opened on a cold morning and forty guests came to see the new crane at work.",
    "de": "Der Hafen wurde an einem kalten Morgen eröffnet, und vierzig Gäste kamen, um den neuen Kran zu sehen.",
    "fr": "Le port a été inauguré par un matin froid et quarante invités sont venus voir la nouvelle grue.",
    "ru": "Порт открыли холодным утром, и сорок гостей пришли посмотреть на новый кран у реки.",
    "uk": "Порт відкрили холодного ранку, і сорок гостей прийшли подивитися на новий кран біля річки.",
    "ar": "افتتح الميناء في صباح بارد وجاء أربعون ضيفا لمشاهدة الرافعة الجديدة قرب النهر حيث كان السوق القديم.",
    "ko": "추운 아침에 항구가 문을 열었고 손님 마흔 명이 강가의 새 기중기를 보러 왔다.",
    "ja": "寒い朝に港が開かれ、四十人の客が川のそばの新しいクレーンを見に来た。",
    "zh": "在一个寒冷的早晨，港口开放了，四十位客人来看河边的新起重机。",
    "hi": "एक ठंडी सुबह बंदरगाह खोला गया और चालीस मेहमान नदी के पास नई क्रेन देखने आए।",
    "th": "ท่าเรือเปิดในเช้าวันที่อากาศหนาว และแขกสี่สิบคนมาดูปั้นจั่นใหม่ใกล้แม่น้ำ",
    "id": "Pelabuhan itu dibuka pada pagi yang dingin, dan empat puluh tamu datang karena ingin melihat derek baru.",
    "ms": "Pelabuhan itu dibuka pada pagi yang sejuk dan empat puluh tetamu datang kerana mahu melihat kren baharu.",
    "ckb": "بەندەرەکە لە بەیانییەکی سارددا کرایەوە و چل میوان هاتن بۆ بینینی جەڕەسەقیلە نوێیەکە لە نزیک ڕووبارەکە.",
}


def test_a_short_english_text_full_of_names_is_no_pidgin() -> None:
    text = "Modi and Naidu\n\nPrime Minister Narendra Modi met Chandrababu Naidu in Delhi."

    assert detect(text).code == "en"


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_the_language_of_a_text_is_told(code: str, text: str) -> None:
    assert detect(text).code == code


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("港口开放了，四十位客人来看新起重机", "Hans"),
        ("港口開放了，四十位客人來看新起重機", "Hant"),
        (TEXTS["ja"], "Jpan"),
        (TEXTS["ru"], "Cyrl"),
        (TEXTS["ko"], "Kore"),
    ],
)
def test_the_script_of_a_text_is_told(text: str, script: str) -> None:
    assert detect(text).script == script


def test_a_short_text_is_in_the_declared_language_if_it_may_be() -> None:
    assert detect("Presiden tiba", "id-ID").code == "id"
    assert detect("Presiden tiba", "ind").code == "id"
    assert detect("Президент приехал", "id").code != "id"


def test_a_long_text_is_not_what_it_declares() -> None:
    detected = detect(TEXTS["de"] * 2, "fr")

    assert (detected.code, detected.declared) == ("de", "fr")


def test_a_beginning_in_two_languages_decides_nothing() -> None:
    assert detect(TEXTS["en"] * 5 + TEXTS["de"]).code == "en"
    assert detect(TEXTS["en"] * 5 + TEXTS["de"] * 20).code == "de"


def test_indonesian_and_malay_may_be_declared() -> None:
    text = "Presiden tiba di Bandung. Ia makan siang bersama para tamu dan pulang pada malam hari dengan kereta. " * 2

    assert {detect(text, code).code for code in ("id", "ms")} == {"id", "ms"}


@pytest.mark.parametrize("text", ["", " \n", "123 456", "🙂🙂", "\x00\x01", "\ud800"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    detected = detect(text)

    assert (detected.code, detected.confidence) == ("und", 0.0)


def test_control_characters_do_not_disturb() -> None:
    assert detect(TEXTS["en"].replace(" ", " \x07", 3)).code == "en"


def test_a_headline_of_names_in_which_no_language_stands_out_is_english_as_a_guess() -> None:
    guess = detect("Kim Jong Un met Sergei Shoigu")

    assert guess.code == "en"
    assert guess.confidence < 0.2
