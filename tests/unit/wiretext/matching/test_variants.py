"""What a label may look like where others write it."""

from __future__ import annotations

import pytest

from wiretext.matching.variants import variants


@pytest.mark.parametrize(
    ("label", "others"),
    [
        ("Jürgen Förster", {"Juergen Foerster"}),
        ("Åsgård Ärlig", {"Aasgaard Aerlig"}),
        ("Růžena Bergová", {"Rožena Bergová"}),
        ("An-na Berg", {"Anna Berg"}),
        ("An\u2010na Berg\u2011Sund", {"Anna BergSund"}),
        ("Jörg Öst-Lund", {"Joerg Oest-Lund", "Jörg ÖstLund", "Joerg OestLund"}),
        ("علی\u200cرضا برگ", {"علی رضا برگ", "علی\u200cرضابرگ", "علیرضابرگ"}),
    ],
    ids=["umlauts", "in capitals", "a ring", "a hyphen", "other hyphens", "both", "a non-joiner"],
)
def test_umlauts_are_spelt_out_and_parts_joined(label: str, others: set[str]) -> None:
    assert set(variants(label)) == {label, *others}


@pytest.mark.parametrize(
    ("letter", "sign"),
    [("अन्तरा", "अंतरा"), ("चम्पा", "चंपा"), ("ચન્દ્ર", "ચંદ્ર"), ("ચમ્પા", "ચંપા")],
    ids=["Devanagari", "before a labial", "Gujarati", "Gujarati, before a labial"],
)
def test_a_nasal_before_a_consonant_is_written_as_a_letter_and_as_a_sign(letter: str, sign: str) -> None:
    assert set(variants(letter)) & set(variants(sign)) >= {letter, sign}


def test_any_nasal_letter_may_be_the_sign_and_one_before_no_stop_stays() -> None:
    assert "पंजाब" in variants("पञ्जाब")
    assert list(variants("न्याय सिंह में")) == ["न्याय सिंह में"]


@pytest.mark.parametrize("label", ["عراقجي", "عراقچي", "عراقتشي"])
def test_the_affricate_inside_a_word_has_three_spellings(label: str) -> None:
    assert set(variants(label)) == {"عراقجي", "عراقچي", "عراقتشي"}


@pytest.mark.parametrize(
    "label", ["Anna Berg", "Анна Берг", "جو برج", "安娜·贝里", "Anna - Berg", "-Anna", "Anna- Berg"]
)
def test_what_all_write_alike_has_one_form(label: str) -> None:
    assert list(variants(label)) == [label]


def test_a_long_name_in_arabic_letters_may_be_written_without_its_blank() -> None:
    assert "ایلانماسک" in variants("ایلان ماسک")
    assert "علیراد" not in variants("علی راد")


def test_the_label_itself_comes_first() -> None:
    assert next(iter(variants("Jörg Öst-Lund"))) == "Jörg Öst-Lund"


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("المراقبون", "المراقبين"),
        ("الإخوان المسلمون", "الإخوان المسلمين"),
        ("أبو كريم الحداد", "أبي كريم الحداد"),
        ("أبو كريم الحداد", "أبا كريم الحداد"),
        ("টো রাম", "তো রাম"),
        ("तोमस दोर", "टोमस डोर"),
        ("הוועד הבינלאומי", "הוועד הבין לאומי"),
        ("הוועד הבין־לאומי", "הוועד הבינלאומי"),
        ("הוועד הבין-לאומי", "הוועד הבינלאומי"),
        ("מועצת תת־קרקע", "מועצת תתקרקע"),
        ("Пак Чжи Ун", "Пак ЧжиУн"),
    ],
    ids=[
        "a plural", "one behind a noun", "father of", "father of, as an object", "a stop in Bengali", "stops in Hindi",
        "a prefix apart", "one that was apart", "one with a hyphen", "another prefix", "a given name of two syllables",
    ],
)  # fmt: skip
def test_a_label_has_the_forms_of_its_cases_and_of_other_habits(label: str, other: str) -> None:
    assert other in variants(label)


@pytest.mark.parametrize("label", ["خلدون", "علاء الدين كريم", "בינג"])
def test_what_only_looks_like_a_plural_or_a_prefix_stays(label: str) -> None:
    assert list(variants(label)) == [label]


@pytest.mark.parametrize(
    ("label", "others"),
    [
        ("안나 알베르크", {"안나 알 베르크", "안나 베르크"}),
        ("안나 알 베르크", {"안나 알베르크", "안나 베르크"}),
        ("안나 빈 베르크", {"안나 빈베르크"}),
        ("알렉 알다", set()),
    ],
    ids=["joined", "apart", "son of", "letters of the name"],
)
def test_an_arabic_article_in_hangul_is_joined_apart_or_left_out(label: str, others: set[str]) -> None:
    assert set(variants(label)) == {label, *others}


def test_two_names_in_devanagari_are_written_as_one_unless_they_are_short() -> None:
    assert "मनोहरसिंग" in variants("मनोहर सिंग")
    assert "टोलाम" not in variants("टो लाम")
