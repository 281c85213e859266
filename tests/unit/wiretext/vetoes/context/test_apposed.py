"""When what somebody does is no apposition of the name behind it, as its case says."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.apposed import is_in_another_case

EGON = a_person("Egon Marsik", "Эгон Марсик", "ეგონ მარსიკი", "에곤 마르시크")
NINA = a_person("Nina Marsika", "Нина Марсика")


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("ka", "ბიბლიოთეკარმა ეგონ მარსიკი ნახა.", True),
        ("ka", "ბიბლიოთეკარმა ეგონ მარსიკმა წიგნი იპოვა.", False),
        ("ka", "ბიბლიოთეკარი ეგონ მარსიკი მოვიდა.", False),
        ("sk", "Napísal to učiteľovi Egon Marsik.", True),
        ("sk", "Napísal to učiteľ Egon Marsik.", False),
        ("sk", "Napísali to učiteľovi Egonovi Marsikovi.", False),
        ("pl", "Uciekł listonoszowi Egon Marsik.", True),
        ("ru", "Подарил учителю Эгон Марсик.", True),
        ("ru", "Подарил учитель Эгон Марсик.", False),
        ("ru", "Взял у учителя Эгона Марсика.", False),
        ("ru", "Учитель Эгона Марсика уехал.", True),
        ("de", "Das schrieb der Lehrer Egon Marsik.", False),
    ],
)
def test_the_case_of_a_trade_tells_whether_the_name_behind_it_has_it(language: str, text: str, *, other: bool) -> None:
    reading = read(text, language)
    hit = hit_in(reading, EGON)

    assert is_in_another_case(hit, reading, reading.index(hit.start) - 1, whole=True) is other


def test_a_name_that_ends_in_a_vowel_may_have_the_case_of_a_dative() -> None:
    reading = read("Napísali to učiteľovi Nina Marsika.", "sk")
    hit = hit_in(reading, NINA)

    assert not is_in_another_case(hit, reading, reading.index(hit.start) - 1, whole=True)


@pytest.mark.parametrize(
    ("text", "whole", "other"),
    [
        ("교사가 에곤 마르시크를 만났다.", False, True),
        ("교사 에곤 마르시크가 웃었다.", False, False),
        ("작가 에곤 마르시크가 웃었다.", True, False),
    ],
    ids=["a particle", "none", "a word that ends like one"],
)
def test_a_korean_particle_makes_a_trade_another_persons(text: str, *, whole: bool, other: bool) -> None:
    reading = read(text, "ko")
    hit = hit_in(reading, EGON)

    assert is_in_another_case(hit, reading, reading.index(hit.start) - 1, whole=whole) is other


def test_whoever_gives_something_to_a_teacher_is_none() -> None:
    assert is_believed("Knihu dal učiteľovi Egon Marsik.", EGON, language="sk")
    assert not is_believed("Knihu dal učiteľ Egon Marsik.", EGON, language="sk")
