"""An adjective, or who lives in a place, is not the place."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, is_believed

VELNIA = a_place("Velnia", "Velnien", "Velnija", "Velnska", "Velnsko", "Velniya", "Велния")
VELNIYA = a_place("Velniya", "वेल्निया", "ভেলনিয়া", "வெல்னியா", "വെൽനിയ")
VELNO = a_place("Velno", "Velnó")


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("de", "Gestern kam ein Velnier nach Bremen.", False),
        ("de", "Gestern sprachen die Velnierinnen im Rat.", False),
        ("de", "Er reiste gestern durch Velniens Norden.", True),
        ("hr", "Danas je Velnski premijer govorio.", False),
        ("hr", "Danas je govorio o Velnskoj i Rumunjskoj.", True),
        ("hr", "Danas je govorio sa Velnskom o nafti.", True),
        ("cs", "Včera jednal Velnský ministr v Brně.", False),
        ("cs", "Včera jednal ministr ve Velnsku.", True),
        ("pl", "Wczoraj Velnskich żołnierzy witano w Krakowie.", False),
        ("pl", "Wczoraj wrócił z Velnski do domu.", True),
        ("ro", "Ieri Velnii au votat.", False),
        ("ro", "Ieri guvernul Velniei a votat.", True),
        ("kk", "Кеше Велниялық ойыншы келді.", False),
        ("kk", "Кеше ол Велнияға келді.", True),
    ],
)
def test_an_ending_of_adjectives_makes_no_place(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, VELNIA, language=language) is meant


def test_a_hungarian_adjective_of_a_town_is_no_town() -> None:
    assert not is_believed("Tegnap a Velnói bíróság döntött.", VELNO, language="hu")
    assert is_believed("Tegnap Velnóban döntöttek.", VELNO, language="hu")


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("hi", "कल वेल्नियाई सरकार ने कहा।", False),
        ("hi", "कल वेल्निया में कहा।", True),
        ("bn", "কাল ভেলনীয় সরকার বলল।", False),
        ("bn", "কাল ভেলনিয়ার সরকার বলল।", True),
        ("ta", "நேற்று வெல்னிய அரசு கூறியது.", False),
        ("ta", "நேற்று வெல்னியாவின் அரசு கூறியது.", True),
        ("ml", "ഇന്നലെ വെൽനിയൻ സർക്കാർ പറഞ്ഞു.", False),
        ("ml", "ഇന്നലെ വെൽനിയയിലെ സർക്കാർ പറഞ്ഞു.", True),
    ],
)
def test_an_adjective_in_a_script_of_south_asia_is_no_place(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, VELNIYA, language=language) is meant
