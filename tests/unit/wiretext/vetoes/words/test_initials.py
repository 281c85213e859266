"""Whether letters are the initials of words, and words another form of a watched name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization
from wiretext.vetoes.words.initials import are_initials, differs_from_namesake, resemble, skips_one

AGENCY = an_organization("International Lakes Agency", "ILA", "Agence internationale des lacs", "World")


@pytest.mark.parametrize(
    ("words", "letters", "language", "are"),
    [
        ("agence des lacs", "al", "fr", True),
        ("agence nationale des lacs", "al", "fr", False),
        ("lacs", "l", "fr", False),
        ("welt seenbund", "wsb", "de", True),
        ("la agence des lacs", "al", "fr", False),
    ],
    ids=["over a link", "over a long word", "one letter", "inside a compound", "from another word on"],
)
def test_letters_are_initials_of_words_over_short_ones(words: str, letters: str, language: str, *, are: bool) -> None:
    assert are_initials(words.split(), letters, language) is are


@pytest.mark.parametrize(
    ("words", "alike"),
    [
        ("agencia internacional de lagos", True),
        ("internationale lacustre", False),
        ("conseil international de cricket", False),
        ("international", True),
    ],
    ids=["by its own word", "by none", "by a word of many", "by that alone"],
)
def test_words_resemble_a_name_by_what_it_does_not_share_with_many(words: str, *, alike: bool) -> None:
    assert resemble(words.split(), AGENCY) is alike
    assert resemble(words.split(), AGENCY, by_any=True)


def test_another_body_with_the_same_initials_has_a_long_word_of_its_own() -> None:
    assert differs_from_namesake(["international", "league", "of", "athletes"], AGENCY, "ila")
    assert not differs_from_namesake(["international", "lake", "agencies"], AGENCY, "ila")
    assert not differs_from_namesake(["wild", "birds"], AGENCY, "wb")


def test_a_name_may_have_one_word_more_than_letters_but_only_inside() -> None:
    assert skips_one(["england", "and", "wales", "cricket", "board"], "ewb")
    assert not skips_one(["england", "and", "wales", "cricket", "board"], "ewc")
