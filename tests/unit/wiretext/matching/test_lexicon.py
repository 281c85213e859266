"""Which spellings of a name are looked for."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.aliases import Alias
from wiretext.matching.lexicon import Lexicon, aliases_of


def begun_by(lexicon: Lexicon, word: str) -> tuple[Alias, ...]:
    """The aliases of one word that *word* may be, and those of several whose other words begin as there."""
    return tuple(alias for index, alias in lexicon.anchors(word.split()))


def aliases(entity: Entity) -> list[Alias]:
    (entry,) = Lexicon.compile(Watchlist(entities=(entity,))).entries
    return [alias for label in entry.labels for alias in aliases_of(label, entity, 0)]


def spellings(name: str, kind: str = "person") -> set[str]:
    found = aliases(an_entity(name, id="x", type=kind, short={}))
    return {" ".join(word.lemma for word in alias.words) for alias in found}


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
    assert tried - spellings(name) == set()


def test_only_a_person_has_a_last_name_that_may_come_first() -> None:
    assert spellings("Northern Harbour", "organization") == {"northern harbour"}


def test_a_word_of_capitals_is_an_acronym() -> None:
    entity = an_entity("World Seed Fund", id="wsf", type="organization", names=("WSF",), short={})

    assert {alias.label: alias.acronym for alias in aliases(entity)} == {"World Seed Fund": False, "WSF": True}


def test_an_alias_is_looked_for_by_its_longest_word() -> None:
    (alias,) = set(aliases(an_entity("Port of Brodie", id="port", type="place", short={})))

    assert alias.words[alias.anchor].lemma == "brodie"


def test_an_empty_list_has_no_automaton() -> None:
    assert Lexicon.compile(Watchlist(entities=())).automaton is None


def test_a_later_list_takes_over_what_did_not_change() -> None:
    anna, finn, carl = (
        an_entity(name, id=name[:4].lower(), short={}) for name in ("Anna Berg", "Bert Holm", "Carl Dahl")
    )
    changed = an_entity("Ragnar Holm", id="finn", short={})
    before = Lexicon.compile(Watchlist(entities=(anna, finn)))

    after = Lexicon.compile(Watchlist(entities=(carl, anna, changed)), before)

    assert after.entries[1] is before.entries[0]
    assert [alias.label for alias in begun_by(after, "ragnar holm ragnar")] == ["Ragnar Holm"] * 2
    assert [alias.label for alias in begun_by(before, "ragnar holm")] == []
    assert {alias.entity for alias in begun_by(after, "carl dahl anna berg")} == {0, 1}


@pytest.mark.parametrize(
    ("name", "word", "leads"),
    [
        ("Anna Bergström", "anna bergstroms", True), ("Anna Bergström", "anna", False),
        ("Anna Bergström", "anna xbergstrom", False), ("Anna Bergström", "alma bergstrom", False),
        ("Anna Bergström", "anna l m bergstrom", True),
        ("محمد القحطاني", "والقحطاني", True), ("安娜·贝里", "安娜", False),
    ],
    ids=[
        "an ending", "another word", "the middle of a word", "another word beside it", "words between", "proclitics",
        "a script without blanks",
    ],
)  # fmt: skip
def test_a_word_leads_to_the_aliases_that_it_may_be_the_longest_word_of(name: str, word: str, leads: bool) -> None:
    lexicon = Lexicon.compile(Watchlist(entities=(an_entity(name, id="x", short={}),)))

    assert (begun_by(lexicon, word) != ()) is leads
