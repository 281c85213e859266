"""When the endings of a Slavic name say that another is meant: a woman, a man, or a longer family name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity, Watchlist
from wiretext import Enricher
from wiretext.vetoes.people.agreeing import is_of_other_sex

JAN = a_person("Jan Zelený", "Ян Зелены", "Ян Зелёный")
JANA = a_person("Jana Zelená")
MAREK = a_person("Marek Vlk", "Марек Влк")
PETR = a_person("Petr Kolar")


@pytest.mark.parametrize(
    ("language", "text", "entity", "another"),
    [
        ("cs", "Přijela Jana Zelená.", JAN, True),
        ("cs", "Viděli Janu Zelenou.", JAN, True),
        ("cs", "Viděli Jana Zeleného.", JAN, False),
        ("cs", "Viděli Jana Zeleného.", JANA, True),
        ("cs", "Viděli Janu Zelenou.", JANA, False),
        ("ru", "Яне Зелёной передали письмо.", JAN, True),
        ("ru", "Яну Зелёному передали письмо.", JAN, False),
        ("ru", "Марек Влков приехал.", MAREK, True),
        ("ru", "Марека Влка видели.", MAREK, False),
        ("cs", "Petra Kolarová přijela.", PETR, True),
        ("pl", "Mówiła Petra Kolar.", PETR, True),
        ("pl", "Widziano Petra Kolara.", PETR, False),
        ("fi", "Petra Kolar saapui.", PETR, False),
    ],
)
def test_endings_tell_a_namesake(language: str, text: str, entity: Entity, *, another: bool) -> None:
    reading = read(text, language)

    assert {is_of_other_sex(hit, entity, reading) for hit in hits_in(reading, entity)} == {another}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ru", "Петр Коларов приехал в город.", []),
        ("ru", "Петра Колар приехала в город.", []),
        ("ru", "Петра Колара видели в городе.", ["Петра Колара"]),
        ("bg", "Петр Коларов пристигна в града.", []),
    ],
)
def test_endings_tell_a_namesake_whose_label_is_in_another_script(language: str, text: str, names: list[str]) -> None:
    found = Enricher(Watchlist(entities=(PETR,))).enrich_text("1", "", text, declared=language)

    assert [mention.surface for mention in found.mentions] == names


def test_a_woman_without_an_ending_of_her_own_takes_one_in_czech() -> None:
    ingrid = a_person("Ingrid Berger")
    reading = read("Přijela Ingrid Bergerová.", "cs")

    assert not is_of_other_sex(hit_in(reading, ingrid), ingrid, reading)


def test_a_label_is_never_doubted() -> None:
    both = a_person("Jan Zelený", "Jana Zelená")
    reading = read("Přijela Jana Zelená.", "cs")

    assert not any(is_of_other_sex(hit, both, reading) for hit in hits_in(reading, both))
