"""Which spellings of a label are looked for."""

from __future__ import annotations

import pytest

from wiretext.matching.aliases import FULL, Alias, spellings


def aliases(label: str, *, person: bool = False) -> list[Alias]:
    return list(spellings(0, FULL, label, person=person))


def written(label: str, *, person: bool) -> set[str]:
    return {" ".join(word.lemma for word in alias.words) for alias in aliases(label, person=person)}


@pytest.mark.parametrize(
    ("name", "tried"),
    [
        ("Jörg Müller", {"jorg muller", "joerg mueller", "muller jorg"}),
        ("Kim Jong-un", {"kim jong un", "kim jongun", "jong un kim", "jongun kim"}),
        ("김정은", {"김정은", "김 정은"}),
        ("안나 베르크", {"안나 베르크", "안나베르크"}),
        ("安娜·贝里", {"安娜 贝里", "贝里 安娜"}),
        ("हिन्दी सिंह", {"हिंदि सिंह"}),
    ],
    ids=["umlauts written out", "parts joined", "Hangul apart", "Hangul joined", "Han in another order", "nasal sign"],
)
def test_a_persons_name_is_tried_in_other_spellings(name: str, tried: set[str]) -> None:
    assert tried - written(name, person=True) == set()


def test_only_a_person_has_a_last_name_that_may_come_first() -> None:
    assert written("Northern Harbour", person=False) == {"northern harbour"}


@pytest.mark.parametrize(("label", "acronym"), [("World Seed Fund", False), ("WSF", True), ("W", False)])
def test_a_word_of_capitals_is_an_acronym(label: str, acronym: bool) -> None:
    assert [alias.acronym for alias in aliases(label)] == [acronym]


def test_an_alias_is_looked_for_by_its_longest_word() -> None:
    (alias,) = aliases("Port of Brodie")

    assert alias.words[alias.anchor].lemma == "brodie"


def test_a_label_without_a_word_has_no_spelling() -> None:
    assert aliases("…") == []
