"""The words that make a name that of a thing, by language, as ``thing_words.yaml`` has them, and when they do not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wiretext.matching.reading import Reading
from wiretext.tables import table, words_for, words_of
from wiretext.vetoes.context.wordlists import ProcliticList, WordList, proclitic_list, word_list

_KINDS = (
    "unlike", "reached", "quoted", "naming", "streets", "firms", "offshoots", "own", "venues", "clubs", "vessels",
    "middle", "linking", "of", "shops", "on_behalf", "works",
    "sponsored", "never_own", "plants", "states",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Things:
    """The words of ``thing_words.yaml`` for one language."""

    before: WordList
    after: WordList
    anywhere: WordList
    unlike: WordList
    reached: WordList
    quoted: WordList
    naming: WordList
    streets: WordList
    firms: WordList
    offshoots: WordList
    own: WordList
    venues: WordList
    houses: WordList
    clubs: WordList
    clubs_after: WordList
    vessels: WordList
    middle: ProcliticList
    linking: WordList
    of: WordList
    shops: WordList
    on_behalf: WordList
    works: WordList
    sponsored: WordList
    never_own: WordList
    plants: WordList
    states: WordList


@cache
def things_of(language: str) -> Things:
    """The words for things in texts of *language* (BCP 47)."""
    tables = table("vetoes/context/thing_words")
    before, after = (proclitic_list(language, "vetoes/context/thing_words", side) for side in ("before", "after"))
    kinds = {kind: ProcliticList((*tables[kind]["any"], *tables[kind].get(language, ()))) for kind in _KINDS}
    anywhere, clubs_after = (
        word_list("vetoes/context/thing_words", "after", "any"),
        word_list("vetoes/context/thing_words", "clubs", "after"),
    )
    houses = word_list("vetoes/context/thing_words", "venues", "any")
    return Things(before=before, after=after, anywhere=anywhere, clubs_after=clubs_after, houses=houses, **kinds)


def ends_with_one_of(words: WordList, reading: Reading, index: int) -> bool:
    """Whether the word *index* is one of *words*, by itself or with the word before it: *bandar udara*."""
    return reading.word(index) in words or f"{reading.before(index)} {reading.word(index)}" in words


def is_written_as_thing(reading: Reading, index: int) -> bool:
    """Whether the word *index* is no market or peak, which the thing is not without a capital: *Piața X*.

    Nor one that is short for something with a full stop alone: Russian им. is *named after*, им is *them*.
    """
    with_capital, with_full_stop = (
        words_for(reading.language, "vetoes/context/thing_words", key) for key in ("with_capital", "with_full_stop")
    )
    if reading.word(index) in with_full_stop:
        return reading.between(index, index + 1).startswith(".")
    return reading.word(index) not in with_capital or reading.is_capital(index)


def are_many_streets(reading: Reading, index: int) -> bool:
    """Whether the word *index* means the streets of a city: *на улицах Лондона*, *на улицы Лондона*."""
    word, many = reading.word(index), words_of("vetoes/context/thing_words", "many_streets", "any")
    return not many.isdisjoint({word, f"{reading.before(index)}_{word}"})
