"""How a Cyrillic name is spelt in the other languages with that script."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import surfaces
from wiretext.matching.orthographies import orthographies, syllabic


@pytest.mark.parametrize(
    ("label", "spelt"),
    [
        ("Вольтай", "Вољтај"),
        ("Вольтай", "Волтај"),
        ("Вољтај", "Вольтай"),
        ("Войнбир", "Војнбир"),
        ("Виньтон", "Вињтон"),
        ("Джарон", "Џарон"),
        ("Џарон", "Джарон"),
        ("Волтия", "Волтија"),
        ("Нетбокс", "Нетбокс"),
        ("Линкбокс", "Лінкбокс"),
        ("Эрвольт", "Ервольт"),
        ("Эрвольт", "Ерволт"),
    ],
)
def test_a_name_is_spelt_letter_for_letter_as_in_another_language(label: str, spelt: str) -> None:
    assert spelt in set(orthographies(label))


@pytest.mark.parametrize("label", ["Вол", "ВОЛЬТА", "Вольт Йота", "вольтай", "Volta"])
def test_acronyms_phrases_and_words_are_spelt_as_they_are(label: str) -> None:
    assert list(orthographies(label)) == []


def test_an_organisation_is_found_in_every_case_of_the_other_language() -> None:
    volta = an_entity("Voltayota", type="organization", names=("Вольтайота",), short={})

    assert surfaces("Завод Вољтајоте радио је.", volta, language="sr") == ["Вољтајоте"]


def test_a_name_in_two_vowels_is_written_with_a_glide_too() -> None:
    assert "Аркия" in orthographies("Аркиа")


@pytest.mark.parametrize(
    ("label", "spelt"),
    [
        ("Ли Чжэ Мён", "Лі Чже Мьон"),
        ("Ли Чжэ Мён", "Лі Чжэ Мён"),
        ("Ли Чжэ Мён", "Ли Чже Мьон"),
        ("Чо Тхэ Ёль", "Чо Тхе Йол"),
        ("Ким Чен Ын", "Кім Чен Ин"),
        ("Лі Цян", "Ли Цян"),
    ],
)
def test_a_name_of_syllables_is_spelt_as_in_another_language(label: str, spelt: str) -> None:
    assert spelt in set(syllabic(label))


@pytest.mark.parametrize("label", ["Владимир Путин", "Ли", "Li Qiang", "Си Цзиньпин"])
def test_a_longer_name_is_heard_instead(label: str) -> None:
    assert list(syllabic(label)) == []
