"""Lists of words and of beginnings of words."""

from __future__ import annotations

from wiretext.normal import normalise
from wiretext.vetoes.context.wordlists import WordList


def test_a_word_is_on_the_list_as_it_stands_or_by_its_beginning() -> None:
    words = WordList(["bridge", "univers*"])

    assert [word in words for word in ("bridge", "universitas", "univers")] == [True, True, True]
    assert [word in words for word in ("bridges", "unit", "")] == [False, False, False]


def test_cues_are_compared_in_normal_form() -> None:
    assert normalise("STRASSE").text in WordList(["Straße"])


def test_a_script_without_blanks_is_compared_by_how_a_text_begins_or_ends() -> None:
    words = WordList(["大桥"])

    assert (words.begins("大桥上"), words.begins("上大桥")) == (True, False)
    assert (words.ends("上大桥"), words.ends("大桥上")) == (True, False)


def test_an_empty_list_holds_nothing() -> None:
    assert ("bridge" in WordList(), WordList().begins("bridge")) == (False, False)
