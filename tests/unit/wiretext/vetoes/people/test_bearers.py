"""When a person bears the one-word name of a place or an organisation."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization, believed, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes import credible
from wiretext.vetoes.people.bearers import is_of_bearer

VOLTA = an_organization("Volta", "Вольта", "ヴォルタ", "Βόλτα")
TARMA = a_place("Tarma", "Тарма", "Tarmu", "Tarmanien")


@pytest.mark.parametrize(
    ("language", "text", "borne"),
    [
        ("en", "The mural is by the painter Tarma Whitlock of Leeds.", True),
        ("en", "The painter from Tarma Whitlock knew is dead.", False),
        ("en", "The idea came from Tarma Whitlock, a retired baker.", True),
        ("en", "The idea came from Tarma Whitlock, who bakes.", True),
        ("en", "The idea came from Tarma Whitlock, 41, at the fair.", True),
        ("en", "He left Tarma Monday, a teacher said.", False),
        ("en", "Pupils from Tarma, a teacher said, sang.", False),
        ("en", "Fishermen met at the Tarma River, a baker said.", False),
        ("en", "Painters Tarma Invited Arrive", False),
        ("en", "Her uncle Tarma came along.", True),
        ("en", "They ate with Tarma's nephew.", True),
        ("en", "The mill was built by Tarma Whitmore in 1871.", True),
        ("en", "Reporters in Tarma Whitmore knew wrote.", False),
        ("en", "The Tarma Olympic team won.", False),
        ("de", "Das Haus gehörte Tarma Lindner (1871–1940) aus Ulm.", True),
        ("en", "Her daughter Tarma came along.", True),
        ("en", "Its neighbour Tarma signed.", False),
        ("en", "A sister in Tarma signed.", False),
        ("ru", "Его дочь Тарма нашла кольцо.", True),
        ("en", "They ate with Tarma's minister.", False),
        ("sr", "Korice je nacrtao crtač Tarmu Petkov iz Niša.", False),
        ("sr", "Bajku je pročitao pekar Tarma Petković iz Niša.", True),
        ("pl", "Piekarz Tarma Nowakowski otworzył sklep.", True),
        ("pl", "Trener Tarmu Gareca wrócił.", False),
        ("pl", "Przyjechał piłkarz Tarmy Jan Nowak.", False),
        ("tr", "Emekli öğretmen Tarma Demir'in kitabı çıktı.", True),
        ("de", "Es kam der Bäcker Tarma Schmidt.", True),
        ("de", "Es kam, weil der Bäcker Tarma Brot schickte.", False),
        ("de", "Ihr Neffe Tarma kam mit.", True),
        ("de", "Der Bäcker Tarma Brosch hat Brot gebacken.", True),
        ("pt", "O pescador Tarma Antunes voltou.", True),
        ("en", "The pilot Tarma Anna met is here.", False),
        ("en", "Her husband Tarma-born Raj came.", False),
        ("id", "Penyanyi Tarma Drake tiba.", False),
        ("id", "Penyanyi Tarma Ivanov tiba.", False),
        ("id", "Paman Tarma tiba.", False),
        ("es", "Llegó el cantante Tarma Pérez.", True),
        ("es", "Llegó el cantante de Tarma Pérez.", False),
        ("es", "Llegó la selección de Tarma (12) ayer.", False),
        ("fr", "La fresque est de Tarma Lenoir (34), de Lyon.", True),
        ("ru", "На выставке был художник Тарма Кравцов.", True),
        ("ru", "На выставке был художник Тармы Кравцов.", False),
        ("el", "Ήρθε ο ζαχαροπλάστης Tarma Παπαδόπουλος.", True),
        ("el", "Η Tarma, δασκάλα από τη Σύρο, κολύμπησε.", True),
        ("el", "Η Tarma, σύμμαχος από χρόνια, κέρδισε.", False),
        ("el", "Ήρθε η Tarma Παπαδοπούλου.", True),
        ("tl", "Nanalo si Tarma sa paligsahan.", True),
        ("tl", "Nanalo ang Tarma sa paligsahan.", False),
        ("tl", "Pumunta sa Tarma ang pangulo.", False),
        ("id", "Mang Tarma menjaga palang kereta.", True),
        ("id", "Warga Tarma menjaga palang kereta.", False),
        ("ro", "Doamna Tarma a ieșit la pensie.", True),
        ("ro", "Statul Tarma a ieșit din criză.", False),
        ("it", "Tarma, nove anni, ha vinto.", True),
        ("it", "La piccola Tarma ha vinto.", False),
        ("es", "Tarma González abrió la puerta.", True),
        ("es", "Hoy en Tarma González abrió la puerta.", False),
        ("ro", "Profesorul american Tarma Miller învață colinde. Tarma cântă.", True),
        ("en", "TARMA WHITLOCK, A RETIRED BAKER", False),
        ("en", "A ring is back thanks to Tarma, a trainee plumber from Hull.", True),
        ("en", "They were married by Tarma, a baker from Hull.", True),
        ("en", "When he moved to Tarma, a baker from Hull followed.", False),
        ("en", "Beyond Tarma, a baker from Hull sang.", False),
    ],
)
def test_somebody_bears_the_name_of_a_place(language: str, text: str, *, borne: bool) -> None:
    reading = read(text, language)

    assert is_of_bearer(hit_in(reading, TARMA), TARMA, reading) is borne


@pytest.mark.parametrize(
    ("language", "text", "borne"),
    [
        ("en", "The driver Volta Ashworth won.", True),
        ("en", "The driver Volta Motors hired won.", False),
        ("en", "They met Priya Volta, who studied law.", True),
        ("en", "They met at Volta, who pay well.", False),
        ("pl", "Inżynier Volta Jan Nowak wyjechał.", False),
        ("pl", "Kierowca Volta Nowak wyjechał.", False),
        ("pl", "Kierowca Volta Nowakowski wyjechał. Wieczorem Volta wrócił.", True),
        ("pl", "Kierowca Volta Nowakowski wyjechał. Wieczorem Nowakowski z Volta wrócił.", False),
        ("pl", "Inżynier Volta Jan Nowak wyjechał. Wieczorem Volta płaci.", False),
        ("fr", "Le pilote Volta Morin a gagné. Volta est content.", False),
        ("id", "Sopir Volta Mulyono tiba. Volta memberi hadiah.", False),
        ("id", 'Montir Volta Mulyono tiba. "Bagus," kata Volta.', True),
        ("id", "Sopir Volta Mulyono tiba. Kata Volta bagus. Mulyono senang.", False),
        ("es", "La peluquera Volta Quintana abrió ayer.", True),
        ("es", "El conductor Volta Quintana llegó ayer.", False),
        ("es", "Doña Volta vende flores.", True),
        ("es", "La Volta vende coches.", False),
        ("it", "La sarta Volta Rinaldi cuce.", True),
        ("it", "L'ingegnere Volta Rinaldi progetta.", False),
        ("ru", "Дедушка Вольты купил фургон.", True),
        ("ru", "Директор Вольты купил фургон.", False),
        ("de", "Ihre Tochter Volta verkauft Motoren.", False),
        ("ja", "店でヴォルタ・ロビンソンの曲を聴いた。", True),
        ("ja", "店でヴォルタ・モーターズの株を買った。", False),
    ],
)
def test_somebody_bears_the_name_of_an_organisation(language: str, text: str, *, borne: bool) -> None:
    reading = read(text, language)

    assert is_of_bearer(hit_in(reading, VOLTA), VOLTA, reading) is borne


def test_where_the_name_is_first_somebodys_it_is_his_in_the_whole_article() -> None:
    text = "Title\n\nIt is by the painter Tarma Whitlock. Tarma works at night."

    assert not is_believed(text, TARMA)


def test_where_the_place_is_first_a_later_bearer_takes_only_his_own_name() -> None:
    text = "Title\n\nThey drove to Tarma. The painter Tarma Whitlock met them."
    reading = read(text)

    assert [hit.start for hit in credible(hits_in(reading, TARMA), (TARMA,), reading)] == [text.index("Tarma")]


def test_a_persons_own_name_is_never_a_bearers() -> None:
    tarma = an_entity("Ana Tarma")
    reading = read("The painter Ana Tarma, 41, came.")

    assert not any(is_of_bearer(hit, tarma, reading) for hit in hits_in(reading, tarma))


def test_a_family_name_and_an_age_behind_a_country_tell_a_child() -> None:
    assert not is_believed("Notes\n\nMalta Jones, 9, sang the solo.", a_place("Malta"), language="en")


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("ja", an_organization("Honda", "本田"), "本田さんは魚屋を営む。", "本田が値上げした。"),
        ("ja", a_place("Mali", "マリ"), "マリちゃんは三歳だ。", "マリから来た。"),
        ("zh", an_organization("Suzuki", "铃木"), "铃木先生说服务好。", "铃木退出市场。"),
    ],
)
def test_a_name_that_is_spoken_of_politely_is_a_persons(language: str, entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


def test_a_gentleman_may_be_of_a_country_in_chinese() -> None:
    assert is_believed("一位韩国先生问路。", a_place("South Korea", "韩国"), language="zh")


def test_a_sentence_that_begins_with_the_name_and_says_what_its_bearer_does_is_of_somebody_or_of_a_beast() -> None:
    mali = a_place("Mali")

    assert believed("Mali, a nurse from Brodna, sang.", mali) == []
    assert believed("Mali, a poodle from Brodna, barked.", mali) == []
    assert believed("Kaveh Mali, a baker from Brodna, sang.", mali) == []
    assert believed("In Mali, a nurse from Brodna sang.", mali) == ["Mali"]
    assert believed("Northern Mali, a farmer said, is dry.", mali) == ["Mali"]
    assert believed("Mali, a farmer said, is dry.", mali) == ["Mali"]
    assert believed("Mali, teachers from Brodna say, is dry.", mali) == ["Mali"]
    assert believed("Mali, students say, is dry.", mali) == ["Mali"]
    assert believed("Mali, a land of winemakers, is dry.", mali) == ["Mali"]
    assert believed("Mali, a dog lover says, is far.", mali) == ["Mali"]
