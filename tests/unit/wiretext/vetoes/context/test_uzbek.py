"""When the words of an Uzbek text are read whole, with the apostrophes in them."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import Kind, is_believed, named
from tests.unit.wiretext.readings import read
from wiretext.vetoes.context.uzbek import whole_words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("uz", "Yangi ko‘chasi bor.", ["yangi", "ko'chasi", "ko'chasi", "bor"]),
        ("uz", "Oʻgʻli bogʻ ekdi.", ["o'g'li", "o'g'li", "o'g'li", "bog'", "ekdi"]),
        ("uz", "Ma'mur keldi", ["ma'mur", "ma'mur", "keldi"]),
        ("uz", "“Bahor” keldi", ["bahor", "keldi"]),
        ("uz", "Gulnor'", ["gulnor"]),
        ("tr", "Ankara'da bahar", ["ankara", "da", "bahar"]),
    ],
)
def test_each_part_of_an_uzbek_word_stands_for_the_whole(language: str, text: str, words: list[str]) -> None:
    reading = whole_words(read(text, language))

    assert [reading.word(at) for at in range(len(reading))] == words
    assert reading.word(len(reading)) == reading.word(-1) == ""


@pytest.mark.parametrize(
    ("kind", "name", "text", "meant"),
    [
        ("place", "Turkiya", "Avtobus Turkiya ko‘chasidan o‘tadi.", False),
        ("place", "Turkiya", "Turkiya yangi ko‘prik quradi.", True),
        ("place", "Daniya", "Qo‘shnimiz Daniya opa palov pishirdi.", False),
        ("place", "Daniya", "Daniya yangi kemalar quradi.", True),
        ("person", "Jamshid Qo'chqorov", "O‘qituvchi Jamshid Qo‘chqorov darsdan qaytdi.", False),
        ("person", "Jamshid Qo'chqorov", "Jamshid Qo‘chqorov ko‘chasi ta’mirlanadi.", False),
        ("person", "Jamshid Qo'chqorov", "Jamshid Qo‘chqorov o‘quvchilar bilan uchrashdi.", True),
        ("person", "Jamshid Qo'chqorov", "Jamshid Qo‘chqorov ko‘chada fuqarolarni tingladi.", True),
    ],
)
def test_what_stands_beside_a_name_is_told_by_whole_words(kind: Kind, name: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, named(kind, name), language="uz") is meant


def test_of_a_word_that_never_ends_some_parts_are_read() -> None:
    reading = whole_words(read("a'" * 100, "uz"))

    assert max(len(reading.word(at)) for at in range(len(reading))) < 20
