"""What is proposed for a name: from the pack, from parts of its names, by rules; and how sure each is."""

from __future__ import annotations

from unicodedata import category

import pytest

from wiretext import starter
from wiretext.labels import spelling
from wiretext.suggesting import CERTAIN, GUESS, LIKELY, is_beyond_rules, same_name, suggestions


def test_who_is_in_the_pack_gets_all_of_its_names_and_nothing_else() -> None:
    entity = starter.reviewed()["city-geneva"]
    found = list(suggestions("Genf"))

    assert [each.id for each in same_name("Genf")] == ["city-geneva"]
    assert {each.confidence for each in found} == {CERTAIN}
    assert {each.source for each in found} == {"starter pack: city-geneva"}
    assert {each.label for each in found} <= {entity.name, *entity.names}


@pytest.mark.parametrize("name", ["north korea", "Nordkorea", "Северная Корея"])
def test_a_territory_is_found_by_its_name_in_any_language(name: str) -> None:
    found = {each.label: each.source for each in suggestions(name)}

    assert found["КНДР"] == found["북한"] == "starter pack: territory-kp"
    assert len(found) > 100


def test_a_name_that_sounds_like_one_of_the_pack_is_likely_it() -> None:
    found = {each.label: each for each in suggestions("Sergiej Schojgu")}

    assert (found["Сергей Шойгу"].confidence, found["Сергей Шойгу"].source) == (LIKELY, "starter pack: sergei-shoigu")


def test_a_part_of_another_name_is_taken_from_there_and_the_rest_by_rules() -> None:
    found = {each.label: each for each in suggestions("Sergei Tarabanov")}

    assert "Сергей Тарабанов" in found
    assert "セルゲイ・タラバノフ" in found
    assert {each.confidence for each in found.values()} == {GUESS}
    assert found["Сергей Тарабанов"].source.startswith("parts of names in the starter pack, the rest by rules")


def test_parts_that_are_all_known_are_likely() -> None:
    found = {each.label: each.confidence for each in suggestions("Vladimir Lavrov")}

    assert found["Владимир Лавров"] == LIKELY


def test_a_name_of_nobody_is_written_by_rules_in_many_scripts() -> None:
    found = list(suggestions("Quirnan Belodriz"))

    assert {each.confidence for each in found} == {GUESS}
    assert {"Cyrl", "Arab", "Hebr", "Grek", "Hang", "Kana", "Deva", "Latn"} <= {each.script for each in found}


def test_a_spelling_is_proposed_once_and_never_the_one_that_was_asked_for() -> None:
    words = [spelling(each.label) for each in suggestions("Sergei Shoigu")]

    assert len(words) == len(set(words))
    assert spelling("Sergei Shoigu") not in words


def test_for_nothing_nothing_is_proposed() -> None:
    assert list(suggestions("")) == []
    assert [*suggestions("123"), *suggestions("...")] == []


@pytest.mark.parametrize(
    ("name", "script"),
    [("Μαρία Παππά", "Grek"), ("محمد صالح", "Arab"), ("ირაკლი კობახიძე", "Geor"), ("문 재인", "Hang")],
)
def test_a_name_is_not_written_anew_in_its_own_script(name: str, script: str) -> None:
    scripts = {each.script for each in suggestions(name)}

    assert script not in scripts
    assert {"Cyrl", "Latn"} <= scripts


def test_a_name_in_cyrillic_is_written_for_the_other_languages_of_that_script() -> None:
    found = {each.label: each.source for each in suggestions("Марія Іванова")}

    assert "rules for uk" not in found.values()
    assert found["Мария Иванова"] == "rules for ru"


@pytest.mark.parametrize("apostrophe", "'’ʼ")
def test_an_apostrophe_inside_a_word_parts_nothing(apostrophe: str) -> None:
    labels = [each.label for each in suggestions(f"Irak{apostrophe}li K{apostrophe}obakhidze")]

    assert {"Иракли Кобахидзе", "ირაკლი კობახიდზე"} <= set(labels)
    assert all(len(spelling(label)) == 2 for label in labels)


@pytest.mark.parametrize("name", ["I", "E Ng", "Kh", "Qu", "Nguyễn", "Y Ngvar", "Wmd"])
def test_no_proposal_is_a_letter_or_begins_with_a_mark(name: str) -> None:
    labels = [each.label for each in suggestions(name)]

    assert [label for label in labels if sum(map(str.isalpha, label)) < 2] == []
    assert [label for label in labels if any(category(word[0]).startswith("M") for word in label.split())] == []


@pytest.mark.parametrize("name", ["李克强", "李 克强", "김영삼"])
def test_how_a_name_sounds_is_not_guessed_from_characters_that_do_not_say_it(name: str) -> None:
    assert is_beyond_rules(name)
    assert [each for each in suggestions(name) if each.confidence == GUESS] == []


def test_a_name_in_hangul_with_its_family_name_apart_is_written_by_rules() -> None:
    assert not is_beyond_rules("문 재인")
    assert "Мун Джаейн" in [each.label for each in suggestions("문 재인")]
