"""When a word names several people, who do something with the bearer of the name behind it."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.several import are_several, ends_as_several

IRMA = a_person("Irma Tolvan", "Ирма Толван", "ირმა თოლვანი", "इरमा तोलवान", "ইরমা তোলভান")


@pytest.mark.parametrize(
    ("language", "text", "several"),
    [
        ("de", "Gestern trafen die Lehrer Irma Tolvan im Garten.", True),
        ("de", "Gestern traf die Schwester Irma Tolvan im Garten.", False),
        ("es", "Según los panaderos Irma Tolvan no volverá.", True),
        ("es", "Ayer los panaderos Irma Tolvan en la plaza.", True),
        ("es", "Ayer los panaderos Irma Tolvan y Jules Cresson cantaban.", False),
        ("nl", "Gisteren zongen de bakkers Irma Tolvan en Jules Cresson.", False),
        ("hi", "कल किसान इरमा तोलवान और जूल से मिले।", False),
        ("es", "Ayer llegó la panadera Irma Tolvan a la plaza.", False),
        ("fr", "Hier, les boulangers Irma Tolvan et Jules Cresson chantaient.", False),
        ("it", "Ieri i panettieri Irma Tolvan applaudirono.", True),
        ("id", "Kemarin para petani Irma Tolvan temui.", True),
        ("id", "Kemarin petani Irma Tolvan datang.", False),
        ("tr", "Dün çobanlar Irma Tolvan ile konuştu.", True),
        ("tr", "Dün çoban Irma Tolvan konuştu.", False),
        ("kk", "Кеше мұғалімдер Ирма Толван туралы айтты.", True),
        ("ka", "გუშინ მებაღეებმა ირმა თოლვანი ნახეს.", True),
        ("ka", "გუშინ მებაღე ირმა თოლვანი მოვიდა.", False),
        ("hi", "कल किसान इरमा तोलवान से मिले।", True),
        ("hi", "कल किसान इरमा तोलवान आए।", False),
        ("bn", "গতকাল শিক্ষকরা ইরমা তোলভান সম্পর্কে বলেন।", True),
        ("sv", "I går mötte lärarna Irma Tolvan.", True),
        ("sv", "I går sjöng läraren Irma Tolvan.", False),
    ],
)
def test_an_ending_an_article_or_a_verb_of_meeting_tells_several_people(
    language: str, text: str, *, several: bool
) -> None:
    reading = read(text, language)
    hit = hit_in(reading, IRMA)

    assert are_several(hit, reading, reading.index(hit.start) - 1) is several


def test_a_name_that_is_one_of_a_list_is_that_of_one_of_several() -> None:
    for text in (
        "Es sangen die Lehrer Irma Tolvan, Jost Kleeberg.",
        "Es sangen die Lehrer Irma Tolvan und Jost Kleeberg.",
    ):
        reading = read(text, "de")
        hit = hit_in(reading, IRMA)

        assert not are_several(hit, reading, reading.index(hit.start) - 1)


@pytest.mark.parametrize(
    ("language", "word", "several"),
    [
        ("hu", "tanárok", True), ("hu", "gyerek", False), ("fi", "opettajat", True), ("fi", "opettaja", False),
        ("lv", "skolotāji", True), ("lv", "skolotājs", False), ("cs", "učitelé", True), ("cs", "učitel", False),
        ("nl", "bakkers", True), ("nl", "jongen", False), ("en", "bakers", True), ("en", "hostess", False),
        ("es", "panaderos", False),
    ],
)  # fmt: skip
def test_some_endings_are_those_of_several_people_alone(language: str, word: str, *, several: bool) -> None:
    assert ends_as_several(read(word, language), 0) is several


def test_whoever_meets_gardeners_is_none_of_them() -> None:
    assert is_believed("Dün bahçıvanlar Irma Tolvan ile konuştu.", IRMA, language="tr")
    assert not is_believed("Dün bahçıvan Irma Tolvan konuştu.", IRMA, language="tr")
