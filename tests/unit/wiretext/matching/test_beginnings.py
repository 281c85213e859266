"""What is left out at a glance would not have been heard either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_entity
from tests.unit.wiretext.texts import messy, unhurried
from wirekit.contracts import Watchlist
from wiretext.matching.beginnings import Beginnings
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
    """Takes every word for one with which a name may begin."""

    def among(self, reading: Reading) -> list[int]:
        every: list[int] = reading.leading.tolist()
        return every


@unhurried
@given(st.one_of(spoken, messy), st.sampled_from(LANGUAGES))
def test_no_name_is_lost_that_would_be_heard_if_every_word_were_asked(text: str, language: str) -> None:
    reading = Reading(normalise(text), language)

    assert list(heard(LISTED, reading, ())) == list(heard(ASKING_ALL, reading, ()))


LISTED = Lexicon.compile(Watchlist(entities=tuple(an_entity(name, id=f"p-{at}") for at, name in enumerate(NAMES))))
ASKING_ALL = Lexicon(LISTED.entries)
ASKING_ALL.beginnings = Everywhere(ASKING_ALL.ear)


@pytest.mark.parametrize(
    ("text", "beginnings"),
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
def test_a_name_may_begin_where_the_next_words_go_on_with_it(text: str, beginnings: list[str]) -> None:
    reading = Reading(normalise(text), "en")
    found = Beginnings(Ear.of([(0, "Murad Rozendalin")])).among(reading)

    assert [reading.word(index) for index in found] == beginnings
