from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiretext.matching.sound.letters import agree, agree_loosely, bones, is_loose, sketch, sketches_near, sounds
from wiretext.normal import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lukaschenka", "Лукашенко"),
        ("Łukaszenka", "Lukašenko"),
        ("Džordž", "Џорџ"),
        ("Nguyễn", "Nguyen"),
        ("Юнь", "Yun"),
        ("Χατζιδάκις", "Hatzidakis"),
        ("ჯანელიძე", "Dzhanelidze"),
        ("Քոչարյան", "Kocharyan"),
        ("دونالد", "Donald"),
        ("דונלד", "Donald"),
        ("डोनाल्ड", "டொனால்ட்"),
        ("কার্লোস", "Carlos"),
        ("ካርሎስ", "Carlos"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert _heard(one) & _heard(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Anna", "Emma"), ("Petrov", "Pavlov"), ("Markus", "Marius"), ("Mihai", "Maia")]
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert not _heard(one) & _heard(other)


def test_a_word_of_a_script_without_sounds_is_not_heard() -> None:
    assert sounds(normalise("東京").text) == ()


def test_a_script_that_leaves_vowels_out_says_where_any_may_stand() -> None:
    assert [is_loose(sounds(normalise(word).text)[0]) for word in ("Marko", "مركو")] == [False, True]
    assert agree("marko", sounds(normalise("مركو").text)[0], strict=True)
    assert not agree("merike", sounds(normalise("مروکو").text)[0], strict=True)


def _heard(word: str) -> set[str]:
    return {bones(reading) for reading in sounds(normalise(word).text)}


@given(st.data(), st.lists(st.sampled_from("ptkfslmnr"), min_size=1, max_size=4))
def test_readings_that_agree_have_near_sketches(data: st.DataObject, consonants: list[str]) -> None:
    between = st.lists(st.sampled_from(["", "a", "e", "i", "o", "u", "ie"]), min_size=5, max_size=5)
    label, word = (
        "".join(vowel + consonant for vowel, consonant in zip(data.draw(between), [*consonants, ""], strict=False))
        for _ in range(2)
    )
    if bones(label) != bones(word):
        return
    if agree(label, word, strict=False) and len(consonants) > 2:
        assert sketch(label) in sketches_near(word)
    if agree_loosely(label, "^" + word):
        assert sketch(label, loosely=True) in sketches_near("^" + word)
