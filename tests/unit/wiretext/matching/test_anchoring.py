"""A word that leads to a name beside the right words is never passed over."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_entity
from tests.unit.wiretext.texts import messy, unhurried
from wirekit.contracts import Watchlist
from wiretext.compiling import compiled
from wiretext.matching.anchoring import REACH, Anchored, Anchors, anchors_in_loops
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import hits
from wiretext.matching.reading import Reading
from wiretext.normal import normalise

NAMES = ("Anna Berg", "Анна Бергман", "أنّا برغ", "Bo Li", "Anna Maria Bergen", "NATO", "안나 베르크", "Heydar Alizade")
WORDS = [
    *" ".join(NAMES).split(), "Alma", "L.", "m", "Bernd", "Б", "و", "Annas", "Petrovna", "Петровна", "Heydarov", "oğlu",
    "'in", "-", "Alizadənin", "Бергмана", "Анны",
]  # fmt: skip


class Everywhere(Anchors):
    """Takes every word for an anchor, and any word near it for the next of the name."""

    def among(self, reading: Reading) -> list[tuple[int, int, int]]:
        return [(index, REACH, REACH) for index in range(len(reading))]


def nothing(_word: str) -> Anchored:
    return Anchored()


LISTED = Lexicon.compile(Watchlist(entities=tuple(an_entity(name, id=f"p-{at}") for at, name in enumerate(NAMES))))
ASKING_ALL = Lexicon(LISTED.entries)
ASKING_ALL.anchoring = Everywhere(nothing, nothing)


@unhurried
@given(
    st.one_of(messy, st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)),
    st.sampled_from(["en", "bg", "az", "ru", "ar", "ko"]),
)
def test_no_name_is_lost_that_would_be_found_if_every_word_were_asked(text: str, language: str) -> None:
    reading = Reading(normalise(text), language)

    assert list(hits(LISTED, reading)) == list(hits(ASKING_ALL, reading))


@unhurried
@given(st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_words_are_looked_at_alike_compiled_and_not(seed: int, words: int) -> None:
    luck = np.random.default_rng(seed)
    places = np.flatnonzero(luck.integers(0, 2, words))
    rows, near, small = luck.integers(0, 3, (words, 11)), luck.integers(0, 5, words), luck.integers(0, 2, words)
    beside = np.sort(luck.integers(0, 5, 3))
    quoted = luck.integers(0, 2, words).astype(np.bool_)
    fast = compiled(anchors_in_loops)
    assert fast is not None

    found = [look(places, small, rows, (beside, near), quoted).tolist() for look in (fast, anchors_in_loops)]

    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("Anna Berg fell. The other Anna rose", ["anna"]),
        ("Anna Petrovna Berg", ["anna"]),
        ("Anna, not a Berg", []),
        ("NATO, that is", ["nato"]),
    ],
)
def test_a_word_is_an_anchor_where_the_next_of_the_name_may_stand(text: str, anchors: list[str]) -> None:
    names = [an_entity("Anna Berg", short={}), an_entity("NATO", type="organization", short={})]
    reading = Reading(normalise(text), "en")
    found = Lexicon.compile(Watchlist(entities=tuple(names))).anchoring.among(reading)

    assert [reading.word(index) for index, *_ in found] == anchors


def test_of_many_names_with_one_given_name_few_are_asked_about_beside_a_family_name() -> None:
    families = ["Berg", "Bergson", "Berlin", "Bernauer", "Besson", "Bo"]
    listed = Watchlist(entities=tuple(an_entity(f"Konstantin {name}", id=name.lower(), short={}) for name in families))
    reading = Reading(normalise("Konstantin Bergson came"), "en")

    assert [alias.label for _, alias in Lexicon.compile(listed).anchors(reading)] == [
        "Konstantin Berg", "Konstantin Bergson",
    ]  # fmt: skip
