"""What may follow a name, and what stays of it before that."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wiretext.matching.endings import any_endings, endings, goes_with, stems, stems_in
from wiretext.normal import normalise


def test_a_language_has_its_own_endings_and_a_script_those_of_all() -> None:
    assert "ой" in endings("ru", "Cyrl")
    assert endings("ru", "Cyrl") < any_endings("Cyrl")


@pytest.mark.parametrize(
    ("language", "script", "ending"),
    [
        ("hr", "Latn", "je"),
        ("sl", "Latn", "ji"),
        ("lt", "Latn", "jos"),
        ("lv", "Latn", "jas"),
        ("ta", "Taml", "கும்"),
        ("ta", "Taml", "களின்"),
        ("mn", "Cyrl", "ноос"),
        ("mn", "Cyrl", "гийн"),
        ("te", "Telu", "లోని"),
        ("kn", "Knda", "ದಲ್ಲಿನ"),
        ("ml", "Mlym", "ിലേക്ക്"),
        ("si", "Sinh", "ෙහි"),
        ("si", "Sinh", "ේ"),
        ("gu", "Gujr", "માંથી"),
        ("mr", "Deva", "ेनेही"),
        ("mr", "Deva", "ंनाच"),
        ("bn", "Beng", "কেও"),
        ("gu", "Gujr", "નાય"),
        ("ml", "Mlym", "ിന്റെയും"),
    ],
)
def test_a_name_in_two_vowels_and_a_nasal_take_the_endings_of_their_sound(
    language: str, script: str, ending: str
) -> None:
    assert normalise(ending).text in endings(language, script)


@pytest.mark.parametrize(
    ("ending", "stem", "holds"),
    [("র", "চাদ", False), ("র", "মোদি", True), ("র", "নরেন্দ্র", True), ("ের", "চাদ", True)],
    ids=["one consonant", "a vowel", "two consonants", "another ending"],
)
def test_a_bengali_genitive_in_one_letter_follows_a_vowel(ending: str, stem: str, *, holds: bool) -> None:
    assert goes_with(normalise(ending).text, normalise(stem).text) is holds


def test_of_an_unknown_language_all_endings_of_the_script_may_follow() -> None:
    assert endings("und", "Cyrl") == any_endings("Cyrl")


def test_a_region_makes_no_other_language_and_a_foreign_script_no_endings() -> None:
    assert endings("pl-PL", "Latn") == endings("pl", "Latn") != frozenset()
    assert endings("ru", "Latn") == frozenset()


@pytest.mark.parametrize(
    ("lemma", "script", "stem"),
    [
        ("анна", "Cyrl", "анн"),
        ("mattas", "Latn", "mattaks"),
        ("волга", "Cyrl", "волз"),
        ("praha", "Latn", "praz"),
        ("pavel", "Latn", "pavl"),
        ("niger", "Latn", "nigrz"),
        ("markus", "Latn", "mark"),
        ("ரநல்த்", "Taml", "ரநல்த்த"),
    ],
    ids=[
        "last vowel",
        "longer",
        "softened",
        "softened too",
        "fleeting vowel",
        "both",
        "nominative",
        "doubled",
    ],
)
def test_a_stem_is_what_stays_in_other_forms(lemma: str, script: str, stem: str) -> None:
    assert stem in stems(lemma, script)


@pytest.mark.parametrize(
    ("language", "lemma", "stem", "holds"),
    [
        ("et", "paris", "par", False),
        ("lv", "paris", "par", True),
        ("hu", "brics", "bric", False),
        ("fi", "rannikko", "ranniko", True),
        ("sv", "rannikko", "ranniko", False),
        ("hr", "cipar", "cipr", True),
        ("und", "paris", "par", True),
        ("pl-PL", "praga", "pradz", True),
    ],
)
def test_a_language_has_its_own_stems_and_an_unknown_one_those_of_all(
    language: str, lemma: str, stem: str, *, holds: bool
) -> None:
    assert (stem in stems_in(language, lemma, "Latn")) is holds
    assert stem in stems(lemma, "Latn")


@pytest.mark.parametrize(("lemma", "script"), [("ana", "Latn"), ("ли", "Cyrl"), ("東京", "Hani")])
def test_a_name_is_no_stem_of_itself_and_no_stem_is_shorter_than_two_letters(lemma: str, script: str) -> None:
    found = stems(lemma, script)

    assert lemma not in found
    assert all(len(stem) > 1 for stem in found)


@pytest.mark.parametrize("text", ["ब्रोदना बँकेच्या शाखा", "ते ब्रोदना बँकेतील आहेत"])
def test_a_marathi_name_has_its_endings_on_its_oblique_stem(text: str) -> None:
    bank = an_entity("Brodna Bank", id="bank", type="organization", names=("ब्रोदना बँक",), short={})

    assert [hit.alias.label for hit in hits_in(read(text, "mr"), bank)] == ["ब्रोदना बँक"]


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("is", "Velsambandið", "Hann kom til Velsambandsins í gær."),
        ("is", "Velsambandið", "Hann er í Velsambandinu núna."),
        ("is", "Velníueyjar", "Hann fór til Velníueyja í gær."),
        ("te", "వెల్నియం", "ఆయన వెల్నియానికి వెళ్ళారు."),
        ("te", "వెల్నపట్నం", "వెల్నపట్నపు రేవు మూసివేశారు."),
        ("am", "የባሕር ድርጅት", "ትናንት የባሕር ድርጅቱ ተሰበሰበ።"),
        ("ml", "വെൽനിയം", "ഇന്നലെ വെൽനിയത്തിലെ ജനം."),
    ],
    ids=[
        "Icelandic genitive",
        "Icelandic dative",
        "Icelandic islands",
        "Telugu",
        "Telugu genitive",
        "Amharic",
        "Malayalam",
    ],
)
def test_an_article_or_a_last_nasal_changes_before_an_ending(language: str, label: str, text: str) -> None:
    place = an_entity("Velnium", type="place", names=(label,), short={})

    assert len(hits_in(read(text, language), place)) == 1


@pytest.mark.parametrize(
    ("label", "text", "language"),
    [("Rudnici bez granica", "Ured Rudnika bez granica radi.", "hr"), ("Рудници", "Савез Рудника ради.", "sr")],
)
def test_a_softened_consonant_of_a_plural_is_hard_in_the_genitive(label: str, text: str, language: str) -> None:
    body = an_entity("Body", type="organization", names=(label,), short={})
    assert hits_in(read(text, language), body)
