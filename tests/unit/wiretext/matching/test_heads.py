"""The beginnings of names let every word pass that may be a form of one, and few others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wiretext.matching.heads import Heads
from wiretext.matching.words import Words
from wiretext.normal import normalise

LETTERS = st.text(st.characters(categories=("Ll", "Lo")), min_size=1, max_size=6)


def passing(forms: list[str], text: str) -> list[str]:
    words = Words(normalise(text))
    return [words.texts[index] for index in Heads(forms).begin(words)]


def test_words_pass_that_begin_like_a_form() -> None:
    assert passing(["berg", "un", "x"], "the bergen of unesco, unlike u or be, has xenon") == [
        "bergen", "unesco", "unlike", "xenon",
    ]  # fmt: skip


def test_words_pass_to_which_a_short_word_may_be_joined() -> None:
    assert passing(["berg"], "وقال the ובברג") == ["وقال", "ובברג"]


def test_without_forms_none_passes() -> None:
    assert passing([], "any word") == passing(["berg"], "") == []


@given(st.lists(LETTERS, max_size=8), st.lists(LETTERS, max_size=20))
def test_no_word_is_missed_that_begins_like_a_form(forms: list[str], said: list[str]) -> None:
    words = Words(normalise(" ".join(said)))

    passed = set(Heads(forms).begin(words))

    heads = tuple(form[:3] for form in forms)
    assert {index for index, word in enumerate(words.texts) if heads and word.startswith(heads)} <= passed
