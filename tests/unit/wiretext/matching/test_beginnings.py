"""What is left out at a glance would not have been heard either."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_entity
from tests.unit.wiretext.texts import messy, unhurried
from wirekit.contracts import Watchlist
from wiretext.compiling import compiled
from wiretext.matching import beginnings
from wiretext.matching.beginnings import Beginnings, beginnings_in_loops, meetings_in_loops
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.matching.reading import Reading
from wiretext.matching.sound.ear import Ear
from wiretext.normal import normalise

NAMES = (
    "Anna Bergström", "Murad Rozendalin", "Kim Jongun", "Abd al-Karim Haddad", "Виктор Розендалин", "محمد رزندلين",
    "Gustavo Pérez Molina", "Nur Ali", "अनिल बर्गस्ट्रोम",
)  # fmt: skip
WORDS = [
    *NAMES, "Mourad", "Rosendaline", "Rosendalins", "Ana", "Bergstrem", "Кім", "Чонгун", "Jong", "Un", "Un's", "al-",
    "bin", "de", "oğlu", "Петровичу", "L.", "'in", "Abdelkarim", "عبد", "الكريم", "حداد", "אנה", "ברגסטרם", "and", "ו",
    "जोंग", ",",
]  # fmt: skip
LANGUAGES = ["en", "fr", "ru", "ar", "he", "hi", "az", "de", "mk"]
spoken = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


class Everywhere(Beginnings):
    """Takes every word for one with which a name may begin that has one after it with which a name may go on."""

    def among(self, reading: Reading) -> list[int]:
        return list(filter(reading.goes_on, reading.leading.tolist()))


@unhurried
@given(st.one_of(spoken, messy), st.sampled_from(LANGUAGES))
def test_no_name_is_lost_that_would_be_heard_if_every_word_were_asked(text: str, language: str) -> None:
    reading = Reading(normalise(text), language)

    assert list(heard(LISTED, reading, ())) == list(heard(ASKING_ALL, reading, ()))


LISTED = Lexicon.compile(Watchlist(entities=tuple(an_entity(name, id=f"p-{at}") for at, name in enumerate(NAMES))))
ASKING_ALL = Lexicon(LISTED.entries)
ASKING_ALL.beginnings = Everywhere(ASKING_ALL.ear)


@unhurried
@given(st.integers(0, 2**32 - 1), st.integers(0, 6), st.integers(2, 9))
def test_words_are_looked_at_alike_compiled_and_not(seed: int, names: int, words: int) -> None:
    luck = np.random.default_rng(seed)
    places = np.sort(luck.choice(words - 1, min(names, words - 1), replace=False))
    firsts, later = (luck.integers(0, 2**10, (*shape, len(places))) & luck.integers(0, 2**10) for shape in ((), (3,)))
    met = luck.integers(0, [[2, 3]] * len(places)).reshape(-1, 2)
    tied, followed, quoted, marked = luck.integers(0, 2, (4, words)).astype(np.bool_)
    tied[-1] = followed[-1] = False
    fast = compiled(beginnings_in_loops)
    assert fast is not None

    looks = (fast, beginnings_in_loops)
    found = [look(places, firsts, later, met, (tied, followed, quoted, marked)).tolist() for look in looks]

    assert found[0] == found[1]


@unhurried
@given(spoken, st.sampled_from(LANGUAGES))
def test_words_meet_alike_compiled_and_not(text: str, language: str) -> None:
    reading = Reading(normalise(text), language)
    assert compiled(meetings_in_loops) is not None
    found = LISTED.beginnings.among(reading)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(beginnings, "compiled_if_loaded", lambda _: None)
        assert LISTED.beginnings.among(reading) == found


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Then Mourad Rosendaline left.", ["mourad"]),
        ("Then Mourad left Rosendaline.", []),
        ("Then Mourad Wilkerson left.", []),
        ("Mourad L. Rosendaline", ["mourad"]),
        ("Rosendalin, Murad", ["rosendalin"]),
        ("Mourad Rosen Daline", ["mourad"]),
        ("Mourad Rosendal Ine", []),
    ],
)
def test_a_name_may_begin_where_the_next_words_go_on_with_it(text: str, begun: list[str]) -> None:
    reading = Reading(normalise(text), "en")
    found = Beginnings(Ear.of([(0, "Murad Rozendalin")])).among(reading)

    assert [reading.word(index) for index in found] == begun


@pytest.mark.parametrize(
    ("language", "text", "label", "begun"),
    [
        ("he", "הוא של רוזנדלין", "Shula Rozendalin", []),
        ("fa", "آقای كامل رزندلين", "Kamil Rozendalin", ["كامل"]),
        ("he", "הוא מורד של", "Murad Shula", []),
    ],
)
def test_a_word_of_no_name_begins_none_and_goes_on_with_none_without_vowels(
    language: str, text: str, label: str, begun: list[str]
) -> None:
    reading = Reading(normalise(text), language)
    listed = Lexicon.compile(Watchlist(entities=(an_entity(label),)))

    assert [reading.word(index) for index in listed.beginnings.among(reading)] == begun
