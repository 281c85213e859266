"""When a name is a part of somebody else's."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wiretext.vetoes.people.longer_names import (
    has_more_names,
    is_given_name,
    is_in_longer_name,
    is_of_another_generation,
    is_of_descendant,
    is_of_somebody,
)

LEE = an_entity("Anna Lee")
KIM = an_entity("Kim Jong Un", short={"Latn": ("Kim",)})


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("We met the baker Harper Lee there.", True),
        ("We met the baker Lee there.", False),
        ("Yesterday we heard that Lee sang.", False),
        ("We met President Harper Lee there.", False),
        ("THE BAKER HARPER LEE SINGS", False),
    ],
    ids=["given name", "none", "particle before", "office", "capitals"],
)
def test_a_given_name_behind_a_noun_makes_it_the_name_of_somebody_else(text: str, is_part: bool) -> None:
    reading = read(text)

    assert is_in_longer_name(hit_in(reading, LEE), reading) is is_part


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("There Kim Yo Jong spoke.", True), ("There Kim Yo-jong spoke.", True), ("There Kim spoke.", False)],
)
def test_two_syllables_behind_it_are_another_given_name(text: str, is_part: bool) -> None:
    reading = read(text)

    assert is_in_longer_name(hit_in(reading, KIM), reading) is is_part


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("Ott a Lee Nemzeti Bank emelte.", True),
        ("Ott a Lee Bankot emelte.", True),
        ("Ott Lee Budapestre ment.", False),
        ("Ott Lee nemzeti bankot alapított.", False),
    ],
)
def test_an_institution_behind_capitals_makes_it_the_name_of_that(text: str, *, is_part: bool) -> None:
    reading = read(text, "hu")

    assert is_in_longer_name(hit_in(reading, LEE), reading) is is_part


def test_a_georgian_family_name_behind_a_place_makes_a_given_name_of_it() -> None:
    place = a_place("თამარ")
    person, town = read("თამარ ჯანელიძე მღერის.", "ka"), read("თამარ მღერის.", "ka")

    assert is_given_name(hit_in(person, place), person)
    assert not is_given_name(hit_in(town, place), town)


@pytest.mark.parametrize(
    ("language", "text", "is_another"),
    [
        ("en", "They met Anna Lee Jr. there.", True),
        ("en", "They met Anna Lee senior aides said.", False),
        ("id", "Lalu Anna Lee Junior bernyanyi.", True),
        ("hu", "Ifj. Anna Lee énekelt.", True),
        ("sv", "Sedan sjöng Anna Lee den yngre.", True),
        ("sv", "Sedan sjöng Anna Lee den sista.", False),
        ("ru", "Пела Анна Ли-младшая.", True),
        ("th", "แอนนา ลี จูเนียร์ร้องเพลง", True),
    ],
)
def test_a_word_for_a_generation_makes_it_the_name_of_a_relative(language: str, text: str, *, is_another: bool) -> None:
    anna = a_person("Anna Lee", "Анна Ли", "แอนนา ลี")
    reading = read(text, language)

    assert is_of_another_generation(hit_in(reading, anna), anna, reading) is is_another


def test_who_is_watched_as_a_junior_is_meant_with_that_word() -> None:
    anna = a_person("Anna Lee", "Anna Lee Jr.")
    reading = read("They met Anna Lee Jr. there.")

    assert not is_of_another_generation(hit_in(reading, anna), anna, reading)


@pytest.mark.parametrize(
    ("language", "text", "is_somebody"),
    [
        ("en", "We met the actor Harrison Lee there.", True),
        ("en", "We met the actor of Lee there.", False),
        ("en", "Student Sues Lee Over Phones", False),
        ("de", "Da kam der Lehrer Harrison Lee.", True),
        ("de", "Da kam der Lehrer Firma Lee.", False),
    ],
)
def test_what_somebody_is_called_and_a_given_name_make_a_family_name_of_a_firms(
    language: str, text: str, *, is_somebody: bool
) -> None:
    firm = an_organization("Lee")
    reading = read(text, language)

    assert is_of_somebody(hit_in(reading, firm), reading) is is_somebody


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ms", "Nelayan itu, Mustafa Karim Hassan, membina perahu.", True),
        ("ms", "Mustafa Karim bin Hassan membina perahu.", True),
        ("en", "Yesterday Mustafa Karim Khan spoke.", True),
        ("ms", "Mustafa Karim membina perahu.", False),
        ("de", "Gestern traf Mustafa Karim Hassan Berg.", False),
        ("ar", "استقبل مصطفى كريم حسن.", False),
    ],
)
def test_a_name_of_fathers_that_goes_on_with_another_is_somebody_elses(
    language: str, text: str, *, expected: bool
) -> None:
    karim = a_person("Mustafa Karim", "مصطفى كريم")
    reading = read(text, language)

    assert has_more_names(hits_in(reading, karim)[0], karim, reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Obraz namaloval Karel Adam Bergman.", True),
        ("cs", "Obraz namaloval Karel Adam.", False),
        ("cs", "Obraz dal Karel Adam Slovensku darem.", False),
        ("cs", "Obraz namaloval Karel Adam. Bergman mlčí.", False),
        ("cs", "Obraz namaloval Karel Adam Svoboda.", False),
        ("en", "It was made by Karel Adam Bergman.", False),
    ],
    ids=["a family name", "none", "another phrase", "another sentence", "its own", "another language"],
)
def test_a_family_name_ends_the_phrase_after_given_names(language: str, text: str, *, expected: bool) -> None:
    adam = a_person("Karel Adam", "Karel Adam Svoboda")
    reading = read(text, language)
    hit = next(hit for hit in hits_in(reading, adam) if len(hit.forms) == 2)

    assert has_more_names(hit, adam, reading) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Петро Антончук", True),
        ("Антоній Петренко", True),
        ("Антоніо Петро", False),
        ("Антоніу Петру", False),
    ],
)
def test_an_ending_makes_another_family_name(written: str, *, expected: bool) -> None:
    petro = a_person("Antonio Petro")
    reading = read(f"Вірш прочитав {written} з міста.", "uk")

    assert is_of_descendant(hit_in(reading, an_entity(written, id="other", short={})), petro, reading) is expected


def test_a_family_name_that_ends_so_in_one_spelling_does_in_all() -> None:
    rudenko = a_person("Ihar Rudzenka")
    reading = read("Приехал Игорь Руденко.", "ru")

    assert not is_of_descendant(hit_in(reading, a_person("Игорь Руденко")), rudenko, reading)


def test_a_family_name_that_ends_so_does_in_every_case() -> None:
    manolakis = a_person("Νίκος Μανωλάκης")
    reading = read("Ήταν η προσφορά του Νίκου Μανωλάκη.", "el")

    assert not is_of_descendant(hit_in(reading, manolakis), manolakis, reading)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Lale Hanım geldi.", True),
        ("tr", "Lale'nin hanımı geldi.", False),
        ("tr", "Lale hala bekliyor.", False),
        ("az", "Lale müəllim danışdı.", True),
        ("az", "Lale müəllimləri çağırdı.", False),
        ("uz", "Lale opa non yopdi.", True),
        ("az", "Lale Qasımova danışdı.", True),
        ("az", "Lale Qasımov dövründə böyüdü.", False),
        ("az", "Lale Qasımovu çağırdı.", False),
        ("en", "Lale Qasimova spoke.", False),
        ("ka", "ბებია ლალე მღერის.", True),
        ("hy", "Տիկին Լալե խոսեց։", True),
        ("am", "ወይዘሮ ላሌ ሄዱ።", True),
        ("am", "ላሌ ታደሰ ሱቅ ከፈተች።", True),
        ("am", "ለላሌ ታደሰ ሰጠ።", False),
    ],
)
def test_what_only_a_person_is_called_makes_a_given_name_of_it(language: str, text: str, *, expected: bool) -> None:
    lale = an_organization("Lale", "LALE", "ლალე", "Լալե", "ላሌ")
    reading = read(text, language)

    assert is_given_name(hit_in(reading, lale), reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("am", "ሄለን አበበ ከበደ አሸነፈች።", True),
        ("am", "ትናንት አበበ ከበደ አሸነፈ።", False),
        ("am", "ሚኒስትር አበበ ከበደ አሸነፈ።", False),
    ],
)
def test_a_childs_name_stands_before_its_fathers_and_his_fathers(language: str, text: str, *, expected: bool) -> None:
    father = a_person("አበበ ከበደ")
    reading = read(text, language)

    assert has_more_names(hit_in(reading, father), father, reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("es", "Vino Juan Pedro Santos Luna, apicultor.", 0),
        ("es", "Vino Pedro Santos, apicultor.", 0),
        ("es", "Vino el ministro Pedro Santos.", 1),
        ("en", "They met Juan Pedro Santos.", 1),
    ],
)
def test_another_given_name_before_the_full_name_is_of_somebody_else(language: str, text: str, counts: int) -> None:
    santos = a_person("Pedro Santos")

    assert len(believed(text, santos, language=language)) == counts


def test_a_hungarian_wife_is_not_her_husband() -> None:
    husband = an_entity("Viktor Berg", id="viktor", names=("Berg Viktor",), short={"Latn": ("Berg",)})

    assert believed("Titel\n\nBerg Viktorné sütött.", husband, language="hu") == []
    assert "Berg Viktornek" in believed("Titel\n\nBerg Viktornek adták.", husband, language="hu")
