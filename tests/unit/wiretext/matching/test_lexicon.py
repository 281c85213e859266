"""Which words of a text lead to which names."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from wirekit.contracts import Watchlist
from wiretext.matching.aliases import Alias
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.reading import Reading
from wiretext.normal import normalise


def begun_by(lexicon: Lexicon, word: str) -> tuple[Alias, ...]:
    """The aliases of one word that *word* may be, and those of several whose other words begin as there."""
    return tuple(alias for index, alias in lexicon.anchors(Reading(normalise(word), "en")))


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


def test_of_a_word_without_end_only_the_beginning_is_remembered() -> None:
    pact = an_entity("NATO", id="nato", type="organization", short={})
    lexicon = Lexicon.compile(Watchlist(entities=(pact,)))

    assert begun_by(lexicon, "nato" + "x" * 100_000)

    assert max(map(len, lexicon._begun_by)) < 100


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("oleg said that he had seen an anna bergstroms", False),
        ("oleg said that he had seen an anna bergstrom", True),
        ("oleg said that he had seen Anna Bergstroms", True),
    ],
    ids=["inflected in small letters", "as it is listed", "inflected with capitals"],
)
def test_an_inflected_name_of_a_person_is_looked_for_where_a_capital_stands(text: str, leads: bool) -> None:
    lexicon = Lexicon.compile(Watchlist(entities=(an_entity("Anna Bergström", id="x", short={}),)))

    reading = Reading(normalise(f"Yesterday Oleg and Maria came to Brodna. {text}"), "en")

    assert (list(lexicon.anchors(reading)) != []) is leads
