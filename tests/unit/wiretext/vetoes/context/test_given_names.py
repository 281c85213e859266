"""When a given name says that a family name is somebody else's."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.context.given_names import (
    follows_other_given_name,
    is_family_name,
    is_given_for_letters,
    is_of_person,
)

BERG = an_entity(
    "Ingrid Berg",
    names=("Ингрид Берг", "インクリット・ベルク"),
    short={"Latn": ("Berg",), "Cyrl": ("Берг",), "Kana": ("ベルク",)},
)
FIRM = an_organization("Berg")


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "Then Thomas Berg sang.", True),
        ("en", "Then Ingrids Berg sang.", False),
        ("en", "Then Premier Berg sang.", False),
        ("ru", "Потом Андрею Берг спели.", True),
        ("ja", "アンナ・ベルクは笑った。", True),
        ("tr", "Törende Berg'e kaşık verildi.", False),
        ("tr", "Dün Tor Berg'e kaşık verildi.", True),
        ("fi", "Eilen Tor Bergille annettiin lusikka.", True),
    ],
)
def test_a_given_name_of_nobody_watched_makes_another_name(language: str, text: str, *, other: bool) -> None:
    reading = read(text, language)
    short = next(hit for hit in hits_in(reading, BERG) if hit.alias.kind == "short")

    assert follows_other_given_name(short, BERG, reading) is other


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("They met Clara Berg.", True),
        ("They met Clara von Berg.", True),
        ("They met Mrs Berg.", True),
        ("They met Berg.", False),
    ],
)
def test_a_body_whose_name_is_a_family_name_is_not_meant_where_a_person_is(text: str, *, is_name: bool) -> None:
    reading = read(text)

    assert is_family_name(hits_in(reading, FIRM)[0], FIRM, reading) is is_name


@pytest.mark.parametrize(
    ("language", "text", "is_name"),
    [
        ("zh", "博物馆有尼古拉·法拉达的信。", True),
        ("zh", "法拉达·天成开工。", False),
        ("ja", "アルバート・ファラダの手紙。", True),
        ("ja", "ヴェルト・ファラダの2社。", False),
        ("ar", "رسائل ألبرت فارادا في المتحف.", True),
        ("ar", "افتتحت شركة فارادا مصنعا.", False),
        ("ar", "رسائل هولغر فون فارادا.", True),
        ("ka", "ნიკოლა ფარადას წერილები.", True),
        ("ru", "Письма Николы Фарады нашлись.", True),
        ("th", "นิโคลา ฟาราดาเกิดที่นี่", True),
        ("nl", "Uitvinder Albert van Farada stierf.", True),
        ("nl", "Het ligt in het noorden van Farada.", False),
    ],
)
def test_a_given_name_before_it_makes_it_a_persons_in_any_script(language: str, text: str, *, is_name: bool) -> None:
    names = ("法拉达", "ファラダ", "فارادا", "ფარადა", "Фарада", "ฟาราดา")
    firm = an_entity("Farada", type="organization", names=names, short={})
    reading = read(text, language)

    assert is_family_name(hit_in(reading, firm), firm, reading) is is_name


TOWN = a_place("Brodna", "Бродна")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "We heard the singer Claire Brodna.", True),
        ("en", "Claire Brodna sang.", True),
        ("en", "In May Brodna was quiet.", False),
        ("en", "King Philippe Brodna Visit", False),
        ("de", "Nur Brodna blieb ruhig.", False),
        ("kk", "Биыл Бродна тыныш.", False),
        ("es", "Fueron a San José Brodna en tren.", False),
    ],
)
def test_a_place_behind_a_given_name_is_a_family_name(language: str, text: str, *, expected: bool) -> None:
    reading = read(text, language)

    assert is_of_person(hit_in(reading, TOWN), reading) is expected


def test_a_small_word_that_opens_a_sentence_is_no_given_name() -> None:
    reading = read("Nur Berg kann das.", "de")

    assert not follows_other_given_name(hit_in(reading, FIRM), FIRM, reading)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "ژان رنو بازی کرد."),
        ("ko", "에릭 에릭슨의 책이다."),
        ("he", "קלייר ברגמן שרה."),
        ("hi", "सोफी बर्गमन ने गाया।"),
    ],
)
def test_a_foreign_given_name_is_known_in_every_script(language: str, text: str) -> None:
    firm = an_organization("Bergmann", "رنو", "에릭슨", "ברגמן", "बर्गमन")
    reading = read(text, language)

    assert is_family_name(hit_in(reading, firm), firm, reading)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Банки Румынии закрыты.", "Румыния"),
        ("uk", "Влада Румунії мовчить.", "Румунія"),
        ("cs", "Vláda Rumunska mlčí.", "Rumunsko"),
        ("ru", "Юристы Вектора спорят.", "Вектор"),
    ],
)
def test_a_noun_that_opens_a_sentence_before_its_owner_is_no_given_name(language: str, text: str, name: str) -> None:
    owner = a_place(name)
    reading = read(text, language)

    assert not is_family_name(hit_in(reading, owner), owner, reading)


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ca", "Notes\n\nLa pastissera Mercè Portugal guanya.", a_place("Portugal"), False),
        ("ca", "Notes\n\nEls pastissos de Portugal agraden.", a_place("Portugal"), True),
    ],
)
def test_a_given_name_that_no_country_has_makes_a_family_name_of_it(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_a_foreign_given_name_before_a_country_is_somebodys_in_vietnamese_too() -> None:
    assert not is_believed("Căn phòng dán kín ảnh Michael Jordan.", a_place("Jordan"), language="vi")


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("fa", "هریسون فورد به تهران نیامد.", an_organization("فورد"), False),
        ("he", "השחקן הריסון פורד הגיע.", an_organization("פורד"), False),
    ],
)
def test_a_foreign_given_name_before_a_firm_makes_a_family_name_of_it(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "is_given"),
    [
        ("sk", "Dnes má meniny Irena.", True),
        ("sk", "Dnes hovorila IRENA.", False),
        ("pt", "Ontem a Irena falou.", False),
        ("it", "Ieri una cuoca, Irena, ha parlato.", True),
        ("fr", "Hier, Opec a parlé.", False),
    ],
)
def test_the_letters_of_a_body_may_be_written_as_a_given_name(language: str, text: str, *, is_given: bool) -> None:
    reading = read(text, language)
    (hit,) = hits_in(reading, an_organization("IRENA", "OPEC"))

    assert is_given_for_letters(hit, reading) is is_given


def test_letters_written_as_a_given_name_are_the_bodys_where_its_full_name_is_told() -> None:
    body = an_organization("IRENA", "Medzinárodná agentúra")

    assert is_believed("Medzinárodná agentúra píše. Vraví to Irena.", body, language="sk")
    assert not is_believed("Dnes má meniny Irena.", body, language="sk")
