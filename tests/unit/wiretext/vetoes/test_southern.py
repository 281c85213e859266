"""When a firm, a party or a country is a word in the south of Europe, South-East Asia and East Africa."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization, is_believed
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "El horno abre pronto. Claro que cansa, admite.", an_organization("Claro")),
        ("es", "Lluvia en Soria. Público en pie tras el concierto.", an_organization("Público")),
        ("pt", "O mar acalmou. Azul escuro ao largo.", an_organization("Azul")),
        ("pt", "O barco saiu. Rumo a Peniche, com vento.", an_organization("Rumo")),
        ("gl", "Sobe o río. Podemos pasar a pé, din.", an_organization("Podemos")),
        ("gl", "Remata o partido. Gana quen corre.", a_place("Gana")),
        ("es", "Pide perdón. Claro mentira, dice ella.", an_organization("Claro")),
        ("it", "Mostra a Pavia. Libero accesso ai giardini.", an_organization("Libero")),
        ("it", "La campana pesa. Lega di rame e stagno.", an_organization("Lega")),
        ("ro", "Totul e adevărat. Real și frumos.", an_organization("Real")),
        ("el", "Η τάξη συζητά. Δημοκρατία σημαίνει διάλογος.", an_organization("Δημοκρατία")),
        ("id", "Paduan suara berlatih. Tempo lagu itu cepat.", an_organization("Tempo")),
        ("ms", "Upah dibayar. Harian lima puluh ringgit.", an_organization("Harian")),
        ("tl", "Naglinis sila ng ilog. Kabataan din ang nagtanim.", an_organization("Kabataan")),
        ("sw", "Wazee walikutana. Amani ni muhimu kijijini.", an_organization("Amani")),
        ("sw", "Paa linavuja. Tundu kubwa liko juu.", an_organization("Tundu")),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_firm_and_no_party(language: str, text: str, entity: Entity) -> None:
    assert not is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "Tarifas nuevas. Claro subirá los precios en enero.", an_organization("Claro")),
        ("es", "Meta, dueña de Instagram, borra cuentas.", an_organization("Meta")),
        ("pt", "Obras no centro. Claro e Telefónica dividem o custo.", an_organization("Claro")),
        ("gl", "Xuntanza en Lugo. Podemos presentará lista.", an_organization("Podemos")),
        ("gl", "Gana exporta cacao.", a_place("Gana")),
        ("it", "Seduta lunga. Azione chiede un rinvio.", an_organization("Azione")),
        ("ro", "Orange scumpește abonamentele.", an_organization("Orange")),
        ("pt", "Balanço em Itabira. Vale esticou a ferrovia.", an_organization("Vale")),
        ("es", "Apagón en Lima. Claro repondrá la señal.", an_organization("Claro")),
        ("es", "Correos dejó de repartir el lunes.", an_organization("Correos")),
        ("el", "Νίκη κατέθεσε τροπολογία.", an_organization("Νίκη")),
        ("id", "Dana meluncurkan fitur baru.", an_organization("Dana")),
        ("ms", "Gerakan membantah tapak itu.", an_organization("Gerakan")),
        ("sw", "Twiga imeuza saruji nyingi.", an_organization("Twiga")),
    ],
)
def test_a_firm_a_party_or_a_country_that_acts_is_meant(language: str, text: str, entity: Entity) -> None:
    assert is_believed(text, entity, language=language)


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
        ("ms", "Lampu di Little India menyala.", a_place("India"), False),
        ("tl", "Umaga sila pumila. Hapon na nang umalis.", a_place("Hapon"), False),
        ("tl", "Bumili ang Hapon ng saging.", a_place("Hapon"), True),
        ("tl", "Baha sa Mexico, Pampanga ngayon.", a_place("Mexico"), False),
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


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("gl", "Ana Sousa, panadeira de Lalín, pecha o forno.", False),
        ("it", "Ana Sousa, tranviera di Milano, va in pensione.", False),
        ("ro", "Ana Sousa, pietrar din Sibiu, repară cruci.", False),
        ("el", "Η Ana Sousa, εργάτρια στη Δράμα, κέρδισε.", False),
        ("gl", "A ministra Ana Sousa falou cunha panadeira.", True),
        ("it", "Ana Sousa ha ascoltato un minatore.", True),
    ],
)
def test_more_trades_are_private_walks_of_life(language: str, text: str, *, found: bool) -> None:
    assert is_believed(text, a_person("Ana Sousa"), language=language) is found
