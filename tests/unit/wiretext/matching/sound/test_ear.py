"""Names found by the sound of their first two parts: as many as are found one by one."""

from __future__ import annotations

import random

import pytest

from wiretext.matching.sound.ear import Ear, keys_of
from wiretext.matching.sound.hearing import fits, names_of, parts_of
from wiretext.matching.sound.letters import ending_sounds

NO_ENDING = frozenset({""})
SYLLABLES = ("kal", "ko", "gar", "lu", "lou", "sen", "chi", "iva", "mar", "mo", "abd", "al", "per", "o", "us", "ver")


def inverted(label: str, *words: str) -> set[bool]:
    """The orders of *label*, last name first or not, that *words* are."""
    return {name.inverted for name, _ in Ear.of([(0, label)]).named(parts_of(list(words)), NO_ENDING)}


@pytest.mark.parametrize("word", ["aljaksandr", "alexandr", "александр"])
def test_a_name_is_found_that_sounds_like_a_label(word: str) -> None:
    assert False in inverted("Alexander Lukashenko", word, "lukaschenko")


def test_a_name_may_begin_with_its_last_part() -> None:
    assert inverted("Alexander Lukashenko", "lukaschenko", "alexandr") == {True}


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Alexander Lukashenko", ["olga", "lukashenko"]),
        ("Li Po", ["li", "po"]),
        ("Lukashenko", ["lukashenko"]),
        ("東京 太郎", ["東京", "太郎"]),
    ],
    ids=["another word", "few consonants", "one part", "script without sounds"],
)
def test_nothing_is_found_that_could_be_anybody(label: str, words: list[str]) -> None:
    assert inverted(label, *words) == set()


@pytest.mark.parametrize(
    ("words", "script", "found"),
    [(["то", "лам"], "Cyrl", {False}), (["то", "лама"], "Cyrl", set()), (["tho", "lam"], "Latn", set())],
    ids=["the same sounds", "an ending", "the same script"],
)
def test_a_name_of_few_consonants_is_found_by_all_its_sounds_in_another_script(
    words: list[str], script: str, found: set[bool]
) -> None:
    ear = Ear([(0, "Tô Lâm", keys_of("Tô Lâm"))])

    assert {name.inverted for name, _ in ear.named(parts_of(words), NO_ENDING, script)} == found


def test_only_what_names_begin_with_begins_a_name() -> None:
    ear = Ear.of([(0, "Alexander Lukashenko")])

    assert [cuts(ear, word, "en") for word in ("alexandr", "lukaschenko", "olga")] == [(0,), (0,), ()]
    assert cuts(Ear.of([]), "alexandr", "en") == ()


def test_a_name_may_begin_after_a_joined_word_where_the_language_joins_any() -> None:
    ear = Ear([(0, "Alexander Lukashenko", keys_of("Alexander Lukashenko", main=True))])

    assert 1 in cuts(ear, "والكسندر", "ar")
    assert 1 not in cuts(ear, "والكسندر", "fa")


def test_a_name_goes_on_with_what_names_have_after_its_beginning() -> None:
    ear = Ear.of([(0, "Alexander Lukashenko"), (1, "Olga Tokarczuk")])

    begun = ear.begun["alexandr", "en"]

    assert begun is not None
    assert begun.seconds is not None
    goes_on = [
        not begun.seconds.isdisjoint(ear.seconds[word, begun.allowed]) for word in ("lukaschenko", "tokarczuk", "said")
    ]
    assert goes_on == [True, False, False]


def cuts(ear: Ear, word: str, language: str) -> tuple[int, ...]:
    """After how many letters of *word* a name may begin."""
    begun = ear.begun[word, language]
    return () if begun is None else begun.cuts


@pytest.mark.parametrize("language", ["de", "cs", "ro"])
def test_the_index_finds_what_is_found_one_by_one(language: str) -> None:
    luck, allowed, met = random.Random(language), ending_sounds(language, "Latn"), 0
    labels = list(dict.fromkeys(" ".join(_word(luck) for _ in range(luck.choice((2, 2, 3)))) for _ in range(600)))
    ear = Ear.of(enumerate(labels))
    names = [name for entity, label in enumerate(labels) for name in names_of(entity, label) if not name.exact]
    for label in luck.sample(labels, 60):
        parts = parts_of([*(word + luck.choice(("", "", "", "a", "s", "ul")) for word in label.split()), _word(luck)])
        one_by_one = [(name, found) for name in names if (found := fits(name, parts, allowed)) is not None]
        met += len(one_by_one)

        assert list(ear.named(parts, allowed)) == one_by_one

    assert met > 20


def _word(luck: random.Random) -> str:
    return "".join(luck.choices(SYLLABLES, k=luck.choice((2, 2, 3))))
