from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.normal import Composition, normalise


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("İSTANBUL", "istanbul"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Kim Jong\u2011Un", "kim jong-un"),
        ("a\u00a0b\u202fc", "a b c"),
        ("O’Brien", "O'Brien"),
        ("Шойгу\u0301", "шойгу"),
        ("Алёна", "алена"),
        ("كـــريم", "كريم"),
        ("مَارْكُو", "ماركو"),
        ("علی", "علي"),
        ("سيرغي", "سيرجي"),
        ("ख़ान", "खान"),
        ("পুতিন", "পূতীন"),
        ("Энтони", "Ентони"),
        ("Όρμπαν", "Ορμπαν"),
        ("پوٹن", "بوتن"),
        ("แอนนี", "แอนนิ"),
        ("पूतिन", "पुतिन"),
        ("จ็อง", "จอง"),
        ("國對錫", "国对锡"),
        ("広桜", "广樱"),
        ("አሕመድ", "ዓህመድ"),
        ("ヴァンス", "バンス"),
        ("プーチン", "プチン"),
        ("ＡＢＣ", "abc"),
        ("ﬁne", "fine"),
        ("Ser\u00adgei", "Sergei"),
        ("Ing\u200brid", "Ingrid"),
        ("Saʿīd Maʾmūn", "Said Mamun"),
        ("א\u05b8דם", "אדם"),
    ],
)
def test_two_ways_to_write_a_name_have_one_form(first: str, second: str) -> None:
    assert normalise(first).text == normalise(second).text


@pytest.mark.parametrize(("first", "second"), [("кий", "кии"), ("ы", "и"), ("김", "金"), ("ท", "ด"), ("क", "ख")])
def test_different_letters_stay_different(first: str, second: str) -> None:
    assert normalise(first).text != normalise(second).text


def test_a_place_in_the_form_leads_back_to_the_words() -> None:
    text = "Ein Stück Straße: An\u00adna\u200b Berg."
    normal = normalise(text)
    start = normal.text.index("anna berg")

    assert text[slice(*normal.span(start, start + 9))] == "An\u00adna\u200b Berg"


def test_marks_on_the_last_letter_belong_to_the_words() -> None:
    normal = normalise("Шойгу\u0301 пришёл")

    assert normal.span(0, 5) == (0, 6)


@pytest.mark.parametrize(
    ("text", "end"),
    [("トルドー首相", 4), ("โดนัลด์ มา", 7), ("ベルグ\u200b氏", 3), ("برگ\u200fه", 3)],
    ids=["of length", "of a silent letter", "not a blank of no width", "not a mark of direction"],
)
def test_a_mark_that_the_normal_form_leaves_out_belongs_to_the_letter_before_it(text: str, end: int) -> None:
    normal = normalise(text)
    letters = len(normalise(text[:end]).text)

    assert normal.span(0, letters) == (0, end)


@unhurried
@given(messy)
def test_places_never_run_backwards(text: str) -> None:
    normal = normalise(text)

    starts = [normal.start(index) for index in range(len(normal.text) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


@unhurried
@given(messy)
def test_a_character_of_the_form_comes_from_the_character_it_leads_back_to(text: str) -> None:
    normal = normalise(text)

    for index, character in enumerate(normal.text):
        assert character in normalise(text[normal.start(index)]).text


@unhurried
@given(messy)
def test_the_first_character_from_a_place_on_begins_there_or_later(text: str) -> None:
    normal = normalise(text)

    for place in range(len(text)):
        index = normal.index(place)
        assert normal.start(index) >= place
        assert index == 0 or normal.start(index - 1) < place


def test_each_character_has_a_form_that_has_itself_as_form() -> None:
    characters = map(chr, (*range(0x3400), *range(0x4E00, 0xA000), *range(0xA640, 0xABC0), *range(0xF900, 0x10000)))

    assert [character for character in characters if normalise(form := normalise(character).text).text != form] == []


@unhurried
@given(messy)
def test_a_form_has_itself_as_form(text: str) -> None:
    form = normalise(text).text

    assert normalise(form).text == form


@unhurried
@given(messy)
def test_a_long_text_has_the_forms_of_its_parts(text: str) -> None:
    assert normalise(text * 300).text == normalise(text).text * 300


@unhurried
@given(messy)
def test_a_range_of_composed_text_leads_back_to_what_composes_to_it(given_text: str) -> None:
    composition = Composition(given_text)

    assert composition.text == unicodedata.normalize("NFC", given_text)
    assert composition.given(0, len(composition.text)) == (0, len(given_text))
    ends = [composition.given(0, index)[1] for index in range(len(composition.text) + 1)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("name", ["Serge\u0301i", "김정은", "नरेन्द्र", "Nova\u0301k", "বাংলা"])
def test_a_name_in_decomposed_text_is_cut_out_whole(name: str) -> None:
    given_text = unicodedata.normalize("NFD", f"Así {name} llegó.")
    composition = Composition(given_text)
    start = composition.text.index(unicodedata.normalize("NFC", name))

    cut = given_text[slice(*composition.given(start, start + len(unicodedata.normalize("NFC", name))))]

    assert cut == unicodedata.normalize("NFD", name)


def test_a_ligature_of_a_whole_sentence_is_not_spelt_out() -> None:
    assert normalise("\ufdfa").text == "\ufdfa"
    assert normalise("\u33a5\u337f").text == "m3株式会社"


@pytest.mark.parametrize("stop", "։።۔")
def test_a_full_stop_of_any_script_is_one(stop: str) -> None:
    assert normalise(f"ա{stop}").text == "ա۔"


def test_a_wide_full_stop_between_the_parts_of_a_name_is_a_dot() -> None:
    assert normalise("米歇爾．特梅爾").text == normalise("米歇爾·特梅爾").text
