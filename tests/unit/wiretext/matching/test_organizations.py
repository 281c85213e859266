"""Names of organisations heard in an article whose spelling no label has."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import read
from wiretext.matching.organizations import Organizations


def heard(text: str, language: str, *labels: str) -> list[str]:
    """The words of *text* that sound like one of the *labels*."""
    reading = read(text, language)
    found = Organizations((0, label) for label in labels).heard(reading)
    return [reading.text[reading.starts[words[0]] : reading.ends[words[-1]]] for words, _ in found]


@pytest.mark.parametrize(
    ("language", "label", "text", "words"),
    [
        ("az", "Grosvent", "Dünən Qrosvent bunu dedi.", ["qrosvent"]),
        ("sr", "Гросвент", "Преговарао је с Гросвентом јуче.", ["гросвентом"]),
        ("be", "Гросвонтар", "Лісты ад «Гросвантара» прыйшлі.", ["гросвантара"]),
        ("lv", "Grossverin", "Vakar Grosverins to teica.", ["grosverins"]),
        ("de", "Grosvent", "Gestern sah er Grossvater dort.", []),
        ("de", "Grosvent", "Gestern sah er grosvend dort.", []),
        ("de", "Gravon", "Gestern sah er Grafen dort.", []),
        ("de", "GROSVENT", "Gestern sah er Grosvend dort.", []),
    ],
    ids=["Azerbaijani", "Serbian", "Belarusian", "Latvian", "another word", "no capital", "too short", "acronym"],
)
def test_a_name_in_one_word_is_heard_by_all_its_sounds(language: str, label: str, text: str, words: list[str]) -> None:
    assert heard(text, language, label) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Píše to Medzinárodná agentúra pre lesnú zver.", ["medzinarodna agentura pre lesnu zver"]),
        ("Píše to Medzinárodná agentúra pre vodnú zver.", []),
        ("Píše to Medzinárodná agentúra.", []),
    ],
    ids=["the same words", "another word", "a part"],
)
def test_a_name_in_several_words_is_heard_in_a_sister_language(text: str, words: list[str]) -> None:
    assert heard(text, "sk", "Mezinárodní agentura pro lesní zvěř") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dünən “Səudi Qaravok” bunu dedi.", ["seudi qaravok"]),
        ("Dünən Səudi Qaravokla danışıldı.", ["seudi qaravokla"]),
        ("Dünən səudi qaravok bunu dedi.", []),
        ("Dünən Sidi Qaravok bunu dedi.", []),
        ("Dünən Səudi Qirovak bunu dedi.", []),
    ],
    ids=["quoted", "with an ending", "a phrase", "another vowel", "another name"],
)
def test_a_name_in_two_words_is_heard_by_all_its_sounds_where_both_have_capitals(text: str, words: list[str]) -> None:
    assert heard(text, "az", "Saudi Garavok") == words


def test_without_a_label_that_can_be_heard_nothing_is() -> None:
    assert heard("Gestern kam Grosvent.", "de", "東京", "WHO", "Airbus") == []
