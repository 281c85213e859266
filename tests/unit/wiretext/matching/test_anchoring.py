"""A word that leads to a name beside the right words is never passed over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.matching.aliases import FULL, spellings
from wiretext.matching.anchoring import Anchored, Anchors
from wiretext.matching.reading import Reading
from wiretext.normal import normalise

NAMES = ["Anna Berg", "Анна Берг", "أنّا برغ", "Bo Li", "Anna Maria Berg", "NATO", "안나 베르크"]
WORDS = [*" ".join(NAMES).split(), "Alma", "L.", "m", "Bernd", "Б", "و", "Annas"]


def anchored(word: str) -> Anchored:
    """The names of which the longest word begins as *word*."""
    aliases = [alias for name in NAMES for alias in spellings(0, FULL, name, person=True)]
    return Anchored.of(alias for alias in aliases if word.startswith(alias.words[alias.anchor].lemma[:2]))


@unhurried
@given(st.one_of(messy, st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)))
def test_every_word_is_found_beside_which_a_name_may_stand(text: str) -> None:
    reading = Reading(normalise(text), "en")
    words = range(len(reading))
    leading = [index for index in words if any(anchored(reading.word(index)).beside(reading, index))]

    assert set(leading) <= set(Anchors(anchored).among(reading))


def test_a_word_is_passed_over_that_has_none_of_the_words_of_its_names_beside_it() -> None:
    reading = Reading(normalise("Anna Berg fell. The other Anna rose"), "en")

    assert Anchors(anchored).among(reading) == [0]
