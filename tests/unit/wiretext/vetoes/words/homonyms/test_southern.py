"""Words of the south of Europe, South-East Asia and East Africa that names are, too."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("es", "Chile molido y sal dan sabor.", a_place("Chile"), ["Chile"]),
        ("es", "Chile firmó la paz.", a_place("Chile"), []),
        ("es", "La Alhambra de Granada abre de noche.", a_place("Granada"), []),
        ("es", "La ETA del buque, hora estimada de llegada, cambió.", an_organization("ETA"), ["ETA"]),
        ("es", "La ETA entregó las armas.", an_organization("ETA"), []),
        ("es", "Santander cierra las playas por el oleaje.", an_organization("Santander"), ["Santander"]),
        ("es", "Santander gana un 12 % más.", an_organization("Santander"), []),
        ("es", "El banco Santander cierra oficinas cerca de las playas.", an_organization("Santander"), []),
        ("es", "Claro que sí, dijo.", an_organization("Claro"), ["Claro"]),
        ("es", "Usuarios de Claro protestan.", an_organization("Claro"), []),
        ("it", "Generali e colonnelli cenano insieme.", an_organization("Generali"), ["Generali"]),
        ("it", "Generali chiude l'anno in utile.", an_organization("Generali"), []),
        ("it", "Mali di gola e tosse.", a_place("Mali"), ["Mali"]),
        ("it", "Mali e Niger firmano.", a_place("Mali"), []),
        ("it", "Vive a Monaco di Baviera da anni.", a_place("Monaco"), ["Monaco"]),
        ("it", "Vive a Monaco da anni.", a_place("Monaco"), []),
        ("it", "Raccoglie fichi d'India in Sicilia.", a_place("India"), ["India"]),
        ("it", "Gli studenti d'India arrivano.", a_place("India"), []),
        ("pt", "Peru assado e farofa.", a_place("Peru"), ["Peru"]),
        ("pt", "Peru e Brasil assinam acordo.", a_place("Peru"), []),
        ("pt", "Vale a visita.", an_organization("Vale"), ["Vale"]),
        ("pt", "A Vale anunciou o lucro.", an_organization("Vale"), []),
        ("pt", "O papagaio diz «Oi» a todos.", an_organization("Oi"), ["Oi"]),
        ("pt", "Os clientes da Oi reclamam.", an_organization("Oi"), []),
        ("ro", "Tata și fiul învață.", an_organization("Tata"), ["Tata"]),
        ("ro", "Uzina Tata angajează.", an_organization("Tata"), []),
        ("el", "Γεωργία και κτηνοτροφία υποφέρουν.", a_place("Γεωργία"), ["Γεωργία"]),
        ("el", "Ο υπουργός Γεωργίας μίλησε.", a_place("Γεωργία"), ["Γεωργίας"]),
        ("el", "Η Γεωργία εκλέγει βουλή.", a_place("Γεωργία"), []),
        ("id", "Ia meminjam kunci Inggris.", a_place("Inggris"), ["Inggris"]),
        ("id", "Ia berangkat ke Inggris.", a_place("Inggris"), []),
        ("id", "Tim itu menang.", an_organization("Tim"), ["Tim"]),
        ("id", "Mandiri dan rapi, anak itu berangkat.", an_organization("Mandiri"), ["Mandiri"]),
        ("id", "Nasabah Mandiri mengeluh.", an_organization("Mandiri"), []),
        ("ms", "Cuba masak sekali lagi.", a_place("Cuba"), ["Cuba"]),
        ("ms", "Cuba menandatangani perjanjian.", a_place("Cuba"), []),
        ("tl", "Mali ang sukli.", a_place("Mali"), ["Mali"]),
        ("tl", "Nagpunta siya sa Mali.", a_place("Mali"), []),
        ("sw", "Mali ya shule imepatikana.", a_place("Mali"), ["Mali"]),
        ("sw", "Mali imetia saini mkataba.", a_place("Mali"), []),
    ],
)  # fmt: skip
def test_names_are_words_of_the_south_of_europe_south_east_asia_and_east_africa(
    language: str, text: str, entity: Entity, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


def test_a_town_is_told_from_the_country_of_its_name_by_the_whole_article() -> None:
    island = a_place("Grenada", "Granada")

    assert words_in("Granada estrena un parque.", "es", island) == ["Granada"]
    assert words_in("Granada estrena un parque. El Caribe lo celebra.", "es", island) == []


@pytest.mark.parametrize(
    ("language", "text", "entity", "found"),
    [
        ("es", "El barco cruzó el Ecuador de noche.", a_place("Ecuador"), False),
        ("es", "El barco llegó a Ecuador de noche.", a_place("Ecuador"), True),
        ("pt", "A linha do Equador passa ali.", a_place("Equador"), False),
        ("el", "Έπλεαν νότια του Ισημερινού.", a_place("Ισημερινός"), False),
        ("el", "Η πρεσβεία του Ισημερινού άνοιξε.", a_place("Ισημερινός"), True),
        ("it", "Porta un Panama di paglia.", a_place("Panama"), False),
        ("it", "Una nave di Panama affonda.", a_place("Panama"), True),
        ("es", "Cuidan dos conejillos de Guinea.", a_place("Guinea"), False),
        ("es", "La parroquia de El Salvador abre.", a_place("El Salvador"), False),
        ("es", "La iglesia abrió en El Salvador.", a_place("El Salvador"), True),
        ("pt", "Salvador enche as ruas da Bahia.", a_place("El Salvador", "Salvador"), False),
        ("id", "Bumbu lain: Laos, jahe dan kunyit.", a_place("Laos"), False),
        ("id", "Laos mengekspor listrik ke Vietnam.", a_place("Laos"), True),
        ("id", "Pedagang menjual Kamboja kuning.", a_place("Kamboja"), False),
        ("sw", "Kuba la msikiti linang'aa.", a_place("Kuba"), False),
        ("sw", "Kuba imetuma madaktari.", a_place("Kuba"), True),
        ("sw", "Mwenge wa Uhuru umefika.", an_organization("Uhuru"), False),
        ("el", "Ο προπονητής της Εθνικής γέλασε.", an_organization("Εθνική"), False),
        ("el", "Έργα στην Πειραιώς, κοντά στο Γκάζι.", an_organization("Πειραιώς"), False),
        ("el", "Η Πειραιώς προσλαμβάνει, λέει η τράπεζα.", an_organization("Πειραιώς"), True),
    ],
)
def test_lines_on_the_globe_hats_spices_streets_and_towns_are_told_from_countries_and_banks(
    language: str, text: str, entity: Entity, *, found: bool
) -> None:
    assert is_believed(text, entity, language=language) is found
