"""Short names that an article spells as its full name, and as no label does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.aliases import SHORT
from wiretext.matching.echoes import echoes
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.matching.matcher import Hit


def a_person(name: str = "Murad Rozendalin", **changes: Any) -> Entity:
    return an_entity(name, **{"id": "murad", **changes})


def echoed(text: str, entity: Entity, language: str) -> list[tuple[str, Hit]]:
    reading = read(text, language)
    spelt = hits_in(reading, entity)
    full = [*spelt, *heard(Lexicon.compile(Watchlist(entities=(entity,))), reading, spelt)]
    return [(reading.surface(hit.start, hit.end), hit) for hit in echoes(full, (entity,), reading)]


def alone(text: str, entity: Entity, language: str) -> list[str]:
    """What is echoed behind the first sentence."""
    return [surface for surface, hit in echoed(text, entity, language) if hit.start > text.index(".")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Mourad Rosendaline a parlé. Puis Rosendaline sourit.", "Rosendaline"),
        ("de", "Murad Rosendalin sprach. Dann bellte Rosendalins Hund.", "Rosendalins"),
        ("ru", "Мурад Розендалин говорил. Потом о Розендалине молчали.", "Розендалине"),
        ("el", "Ο Μουράντ Ροζενταλίν μίλησε. Ο Ροζενταλίν γέλασε.", "Ροζενταλίν"),
        ("ka", "მურად როზენდალინი მოვიდა. როზენდალინი წავიდა.", "როზენდალინი"),
    ],
)
def test_a_short_name_is_found_as_the_article_spells_the_full_one(language: str, text: str, name: str) -> None:
    assert alone(text, a_person(), language) == [name]


def test_a_short_name_of_a_few_syllables_is_found_where_a_letter_is_one() -> None:
    assert alone("ሙራድ ራዳን ደረሱ. ራዳን ተናገሩ.", a_person("Murad Radan"), "am") == ["ራዳን"]


@pytest.mark.parametrize(
    "text",
    [
        "Puis Rosendaline sourit. Rosendaline encore.",
        "Murad Rozendalin a parlé. Rosendaline sourit.",
        "Mourad Rosendaline a parlé. Elle aime le rosendaline.",
        "Mourad Rosendaline a parlé. Rozendaline sourit.",
        "Mourad Rosendaline a parlé. Rosenheim est loin.",
    ],
    ids=["no full name", "a full name as listed", "without a capital", "begun otherwise", "another word"],
)
def test_nothing_is_echoed_without_a_full_name_that_is_spelt_so(text: str) -> None:
    assert alone(text, a_person(), "fr") == []


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        (a_person(short={}), "Mourad Rosendaline a parlé. Rosendaline sourit."),
        (a_person(short={"Latn": ("Old Rozendalin",)}), "Mourad Rosendaline a parlé. Rosendaline sourit."),
        (a_person(names=("Mourad Rosendaline",)), "Mourad Rosendaline lit. Rosendaline sourit."),
        (a_person("Мурад Розендалин", short={"Cyrl": ("Розендалин",)}), "О Мураде Розендалине. О Розендалине."),
        (a_person("Murad Rozendalina", short={"Cyrl": ("Розендалина",)}), "О Розендалиной. О Розендалиной."),
        (a_person("Kristofer Ros"), "Kristoffer Rozz a parlé. Rozz sourit."),
        (a_person("Kristofer Ross"), "Kristoffer Roz a parlé. Roz sourit."),
    ],
    ids=[
        "no short name",
        "a short name of two words",
        "a full name as listed",
        "an ending that the matcher knows",
        "a short name alone",
        "a very short label",
        "a very short word",
    ],
)
def test_what_is_no_family_name_of_the_full_name_there_is_not_echoed(entity: Entity, text: str) -> None:
    assert alone(text, entity, "ru" if text.startswith("О") else "fr") == []


def test_only_persons_are_echoed() -> None:
    reading = read("Mourad Rosendaline a parlé.", "fr")
    (full, *_) = heard(Lexicon.compile(Watchlist(entities=(a_person(),))), reading, ())

    assert len(list(echoes([full], (a_person(),), reading))) == 1
    assert list(echoes([full], (a_person(type="organization"),), reading)) == []


@pytest.mark.parametrize("name", ["ar-Rosendi", "ar-Rozendi"])
def test_the_arabic_article_before_an_echo_belongs_to_it(name: str) -> None:
    assert alone(f"Mourad {name} a parlé. Puis {name} sourit.", a_person("Murad al-Rozendi"), "fr") == [name]


def test_an_echo_is_an_inflected_short_name_that_was_heard() -> None:
    ((_, hit),) = echoed("Rosendaline sourit. Mourad Rosendalin parla.", a_person(), "fr")[:1]

    assert (hit.alias.kind, hit.alias.label, hit.alias.heard, hit.inflected) == (SHORT, "rozendalin", True, True)
