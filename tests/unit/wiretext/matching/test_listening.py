"""Names heard in an article whose spelling no label has."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard

ALEXANDER = an_entity("Alexander Lukashenko", id="alexander", short={})


def heard_in(text: str, entity: Entity = ALEXANDER, language: str = "de") -> list[str]:
    reading = read(text, language)
    found = heard(Lexicon.compile(Watchlist(entities=(entity,))), reading, hits_in(reading, entity))
    return [reading.surface(hit.start, hit.end) for hit in found]


@pytest.mark.parametrize(
    "name", ["Aljaksandr Lukaschenka", "Alexandr Lukaschenko", "Lukaschenko, Alexander", "Alexandr G. Lukaschenko"]
)
def test_a_name_in_the_spelling_of_another_language_is_heard(name: str) -> None:
    assert heard_in(f"Ein Brief an {name} kam zurück.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Brief an Alexander Lukashenko kam zurück.",
        "ein brief an alexandr lukaschenko kam zurück.",
        "Ein Brief an Alexandra Lukas kam zurück.",
        "Ein Brief an Alexandr, Lukaschenko kam zurück.",
    ],
    ids=["as in the watch list", "without capitals", "somebody else", "a comma in between"],
)
def test_nothing_is_heard_where_no_other_spelling_of_the_name_stands(text: str) -> None:
    assert heard_in(text) == []


def test_only_persons_are_heard() -> None:
    ship = an_entity("Alexander Lukashenko", id="ship", type="organization", short={})

    assert heard_in("Die Aljaksandr Lukaschenka fuhr ab.", ship) == []


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [
        ("kk", "Хамид Карим ас-Сухайли", "Хамид Кәрім әс-Сухайли"),
        ("be", "Росо Мендоса Кавальейро", "Расо Мендоса Кавальейра"),
    ],
    ids=["the Arabic article in Kazakh", "a short given name in Belarusian"],
)
def test_a_cyrillic_name_is_heard_in_the_spelling_of_another_language(language: str, label: str, name: str) -> None:
    assert name in heard_in(f"{name} ...", an_entity(label, id="one", short={}), language)


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("id", "Roka Lonnas", "Rokan Lonas dibuka."),
        ("en", "Maria Sakarova", "Maria Scarf smiled."),
        ("en", "Maria Molena", "Maria Malina smiled."),
    ],
    ids=["an ending without its vowel", "vowels that are missing", "two vowels that differ"],
)
def test_a_short_name_is_not_heard_in_words_with_its_consonants_alone(language: str, label: str, text: str) -> None:
    assert heard_in(text, an_entity(label, id="one", short={}), language) == []


@pytest.mark.parametrize(
    ("language", "label", "text", "name"),
    [
        ("am", "Murad Rosendal", "ፕሬዝዳንት ሙራድ ሮዘንዳል ደረሱ።", "ሙራድ ሮዘንዳል"),
        ("am", "Murad al-Rosendi", "ፕሬዝዳንት ሙራድ አልሮዘንዲ ደረሱ።", "ሙራድ አልሮዘንዲ"),
        ("ta", "Murad Rosendal", "பிரதமர் முராத் ரோசென்டால் வந்தார்.", "முராத் ரோசென்டால்"),
        ("hi", "Murad Rosendal", "प्रधानमंत्री मुराद रोज़ेंदल आए।", "मुराद रोज़ेंदल"),
        ("ur", "مراد روزندال", "صدر مراد روزینڈل آئے۔", "مراد روزینڈل"),
        ("fa", "مراد روزيندال", "رئیس جمهور مراد رزندال آمد.", "مراد رزندال"),
        ("ar", "Murad Rosendal", "الرئيس هنا ومراد روزندال هناك", "ومراد روزندال"),
        ("lv", "Donald Rozendal", "Vakar Donalds Rosendāls dziedāja.", "Donalds Rosendāls"),
        ("he", "Murad Rosendal", "הנשיא מורד רוזנדל הגיע.", "מורד רוזנדל"),
        ("he", "אלמוג קרביב", "הנשיא אלמוג קרבייב הגיע.", "אלמוג קרבייב"),
        ("mk", "Мирон Дорохов", "МИРАН ДОРОХОВ ЈА ОТВОРИ", "МИРАН ДОРОХОВ"),
    ],
)
def test_a_name_is_heard_as_a_language_writes_it(language: str, label: str, text: str, name: str) -> None:
    assert heard_in(text, an_entity(label, id="one", short={}), language) == [name]


def test_a_name_in_latin_letters_is_not_taken_for_a_label_without_vowels() -> None:
    assert heard_in("Merid Rasindol kam.", an_entity("مراد روزندال", id="one", short={})) == []


def test_what_is_spelt_as_a_name_of_one_is_not_heard_as_the_name_of_another() -> None:
    one, other = ALEXANDER, an_entity("Aljaksandr Lukaschenka", id="other", short={})
    reading = read("Aljaksandr Lukaschenka kam.", "de")

    assert list(heard(Lexicon.compile(Watchlist(entities=(one,))), reading, hits_in(reading, other))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("প্রেসিডেন্ট শি চিন পিং এলেন", ["শি চিন পিং"]), ("প্রেসিডেন্ট শি চিন এলেন", [])],
    ids=["apart", "only one"],
)
def test_the_syllables_of_a_chinese_name_may_be_apart_in_a_script_without_capitals(text: str, found: list[str]) -> None:
    assert heard_in(text, an_entity("শি জিনপিং", id="xi", short={}), "bn") == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("id", "Menteri Yosef Aun tiba.", ["Yosef Aun"]),
        ("pl", "Widziano Yosefa Auna w porcie.", ["Yosefa Auna"]),
        ("id", "Menteri Yosef Aoun tiba.", []),
        ("id", "Menteri Yusa Aun tiba.", []),
    ],
    ids=["as listed", "inflected", "another family name", "another given name"],
)
def test_a_given_name_is_heard_before_a_short_family_name_that_is_spelt_as_listed(
    language: str, text: str, found: list[str]
) -> None:
    joseph = an_entity("Joseph Aun", id="joseph", short={})

    assert sorted(set(heard_in(text, joseph, language))) == found


def test_a_name_of_single_syllables_is_not_heard_before_the_same_word() -> None:
    assert heard_in("Menteri Tsang Wei tiba.", an_entity("Zhang Wei", id="zhang", short={}), "id") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总理基里亚科斯·米措塔基斯周日来了。", ["基里亚科斯·米措塔基斯"]),
        (
            "总理基里亚科斯·米措塔基斯来了。米措塔基斯笑了。",
            ["基里亚科斯·米措塔基斯", "米措塔基斯"],
        ),
        ("总理基里亚科斯·米措塔斯周日来了。", []),
        ("总理基里亚科斯·马措里基斯周日来了。", []),
        ("总理基里亚科斯·密佐德基斯周日来了。", ["基里亚科斯·密佐德基斯"]),
        ("总理基利亚科斯·密佐德基思周日来了。", []),
        ("总理安德烈·米措塔基斯周日来了。", []),
        ("总理基里亚科斯·米措塔基斯·王来了。", []),
    ],
    ids=["other", "again", "shorter", "another sound", "one like", "none like", "another given name", "longer"],
)
def test_a_name_in_han_characters_is_heard_where_it_is_transcribed_otherwise(text: str, found: list[str]) -> None:
    person = an_entity("Kyriakos Mitsotakis", names=("基里亚科斯·米佐塔基斯",))

    assert sorted(heard_in(text, person, "zh")) == sorted(found)


def test_a_family_name_in_katakana_is_heard_again_where_it_stands_alone() -> None:
    person = an_entity("Volodymyr Ilk", names=("ウォロディミル・ゼレンスキー",))

    text = "ヴォロディミル・ゼレンスキイは笑った。ゼレンスキイは歌った。ゼレンスキイスは踊った。"
    assert [each for each in heard_in(text, person, "ja") if "・" not in each] == ["ゼレンスキイ"]
