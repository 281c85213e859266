"""What capitals and common words say of a place where a name may stand."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.context.casing import has_its_capitals, is_ordinary_word, may_open_sentence

ANNA = an_entity("Anna Berg")
WHO = an_organization("World Health Body", "WHO", "OMS")
MALI = a_place("Mali")


@pytest.mark.parametrize(
    ("text", "has_them"),
    [
        ("They saw Anna Berg in Oslo.", True),
        ("They saw anna berg in Oslo.", True),
        ("They saw anna Berg in Oslo.", False),
        ("They saw Anna-berg in Oslo.", True),
        ("They saw anna-Berg in Oslo.", False),
        ("they saw anna Berg in oslo, and nobody else was there that day. " * 20, False),
        ("they saw anna berg in oslo, and nobody else was there that day. " * 20, True),
    ],
    ids=[
        "capitals",
        "none",
        "half of them",
        "a hyphen between",
        "a hyphen and none",
        "half of them in a long text",
        "a text without capitals",
    ],
)
def test_a_person_is_written_with_all_capitals_or_with_none(text: str, has_them: bool) -> None:
    reading = read(text)
    entity = a_person("Anna Berg")

    assert has_its_capitals(hit_in(reading, entity), reading, "person") is has_them


@pytest.mark.parametrize(
    ("text", "language", "is_meant"),
    [
        ("Το πλήρωσε ένας διεθνής οργανισμός εμπορίου.", "el", False),
        ("Το πλήρωσε ο διεθνής οργανισμός εμπορίου.", "el", True),
        ("Plătește o bancă europeană de investiții.", "ro", False),
        ("Plătește banca europeană de investiții.", "ro", True),
        ("Plătește Banca Europeană de Investiții.", "ro", True),
    ],
)
def test_a_body_in_lower_case_behind_an_indefinite_article_is_any(text: str, language: str, is_meant: bool) -> None:
    bank = an_organization("Banca Europeană de Investiții", "Διεθνής Οργανισμός Εμπορίου")
    reading = read(text, language)

    assert has_its_capitals(hit_in(reading, bank), reading, "organization") is is_meant


def test_what_a_place_is_may_be_in_lower_case_before_its_name() -> None:
    reading = read("L'atelier a ouvert aux îles Galápagos lundi.", "fr")

    assert has_its_capitals(hit_in(reading, a_place("Îles Galápagos")), reading, "place")


def test_a_firm_has_the_capital_of_its_first_word() -> None:
    reading = read("Mereka menguji kualitas air Asia di sungai itu.", "id")

    assert not has_its_capitals(hit_in(reading, an_organization("Air Asia")), reading, "organization")


def test_a_title_in_a_name_may_be_in_lower_case() -> None:
    knight = a_person("Sir Nils Berg")
    reading = read("Vino sir Nils Berg.", "es")

    assert has_its_capitals(hit_in(reading, knight), reading, "person")


def test_a_short_name_in_capitals_is_a_numeral_unless_all_is() -> None:
    xi = an_entity("Xi Ping", short={"Latn": ("Xi",)})
    numeral, headline = read("Chapter XI begins with a long storm."), read("XI SPEAKS")

    assert not has_its_capitals(hit_in(numeral, xi), numeral, "person")
    assert has_its_capitals(hit_in(headline, xi), headline, "person")


@pytest.mark.parametrize(
    ("text", "language", "is_word"),
    [
        ("The WHO said so.", "en", False),
        ("They asked who came.", "en", True),
        ("WHO WILL PAY", "en", True),
        ("The Fools Who Dream ended.", "en", True),
        ("Ayer la Oms dijo que no.", "es", False),
    ],
)
def test_the_letters_of_an_acronym_are_a_word_where_the_language_has_that_word(
    text: str, language: str, is_word: bool
) -> None:
    reading = read(text, language)

    assert is_ordinary_word(hit_in(reading, WHO), reading) is is_word


@pytest.mark.parametrize(
    ("text", "language"), [("Hun reiste hjem.", "nb"), ("Hun reiste heim.", "nn"), ("Kako je putovala?", "bs")]
)
def test_a_language_without_a_list_of_its_own_has_the_words_of_its_sibling(text: str, language: str) -> None:
    reading = read(text, language)
    entity = an_entity("Hun Kako", short={"Latn": ("Hun", "Kako")})

    assert is_ordinary_word(hit_in(reading, entity), reading)


def test_a_word_that_the_article_has_in_lower_case_is_no_name_where_a_capital_proves_nothing() -> None:
    body = an_organization("Harbour")
    both, name = read("Harbour is full. We saw the harbour."), read("Harbour is full. We saw the quay.")

    assert is_ordinary_word(hit_in(both, body), both)
    assert not is_ordinary_word(hit_in(name, body), name)


def test_a_word_of_which_a_turkic_article_has_many_in_lower_case_is_no_name() -> None:
    trees = read("Palma ağaclarından ikisi yıxıldı. Yıxılan palmaların yerinə zeytun əkildi.", "az")

    assert is_ordinary_word(hit_in(trees, a_place("Palma")), trees)


@pytest.mark.parametrize(("language", "opens"), [("en", True), ("id", False)])
def test_a_bare_name_opens_a_sentence_where_a_noun_would_have_an_article(language: str, opens: bool) -> None:
    reading = read("Mali is far.", language)

    assert may_open_sentence(hit_in(reading, MALI), reading) is opens


def test_an_adjective_of_a_country_makes_no_word_of_it_in_hungarian() -> None:
    brodna = a_place("Brodna", "Brodnia")
    of_it, words = (
        read(text, "hu") for text in ("Brodnia nyert. A brodniai csapat ünnepel.", "Brodnia nyert. A brodniát ették.")
    )

    assert not any(is_ordinary_word(hit, of_it) for hit in hits_in(of_it, brodna))
    assert all(is_ordinary_word(hit, words) for hit in hits_in(words, brodna) if hit.start == 0)


def test_two_words_in_lower_case_may_be_a_phrase() -> None:
    shop = an_organization("Bon Preu")
    reading = read("L'avellana es paga a bon preu aquest any.", "ca")

    assert not any(has_its_capitals(hit, reading, "organization") for hit in hits_in(reading, shop))


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("vi", "Bỉ ổi thay kẻ trộm chó.", a_place("Belgium", "Bỉ"), False),
        ("vi", "Bỉ khánh thành cầu mới.", a_place("Belgium", "Bỉ"), True),
        ("vi", "Anh nghỉ hai ngày.", a_place("United Kingdom", "Anh"), False),
        ("vi", "Anh sẽ cử kỹ sư từ London sang.", a_place("United Kingdom", "Anh"), True),
    ],
)
def test_a_word_of_vietnamese_that_opens_a_sentence_is_a_country_before_a_verb_of_states(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_a_function_word_of_urdu_is_no_party() -> None:
    assert not is_believed("آپ کا نام کیا ہے؟", an_organization("آپ"), language="ur")


@pytest.mark.parametrize(
    ("text", "has_them"),
    [
        ("Archiwum spółki VolTa GAZ jest duże.", False),
        ("Archiwum spółki VolTa jest duże.", True),
        ("Archiwum spółki Volta jest duże.", True),
        ("Kupili VolTa, system dla szkół.", False),
        ("Wygrała Anna Myś-volta.", False),
    ],
)
def test_a_capital_inside_makes_another_name_where_it_goes_on_or_is_glossed(text: str, *, has_them: bool) -> None:
    reading = read(text, "pl")
    assert has_its_capitals(hit_in(reading, an_organization("Volta")), reading, "organization") is has_them
