"""When a firm, a party or a country is a word in the south of Europe, South-East Asia and East Africa."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.deciding import credible


def body(name: str) -> Entity:
    return an_entity(name, id="body", type="organization", short={})


def land(name: str, *names: str) -> Entity:
    return an_entity(name, id="land", type="place", names=names, short={})


def person(name: str) -> Entity:
    return an_entity(name, id="person", type="person", short={})


def is_found(text: str, language: str, entity: Entity) -> bool:
    reading = read(text, language)
    return bool(credible(hits_in(reading, entity), (entity,), reading))


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "El horno abre pronto. Claro que cansa, admite.", body("Claro")),
        ("es", "Lluvia en Soria. Público en pie tras el concierto.", body("Público")),
        ("pt", "O mar acalmou. Azul escuro ao largo.", body("Azul")),
        ("pt", "O barco saiu. Rumo a Peniche, com vento.", body("Rumo")),
        ("gl", "Sobe o río. Podemos pasar a pé, din.", body("Podemos")),
        ("gl", "Remata o partido. Gana quen corre.", land("Gana")),
        ("es", "Pide perdón. Claro mentira, dice ella.", body("Claro")),
        ("it", "Mostra a Pavia. Libero accesso ai giardini.", body("Libero")),
        ("it", "La campana pesa. Lega di rame e stagno.", body("Lega")),
        ("ro", "Totul e adevărat. Real și frumos.", body("Real")),
        ("el", "Η τάξη συζητά. Δημοκρατία σημαίνει διάλογος.", body("Δημοκρατία")),
        ("id", "Paduan suara berlatih. Tempo lagu itu cepat.", body("Tempo")),
        ("ms", "Upah dibayar. Harian lima puluh ringgit.", body("Harian")),
        ("tl", "Naglinis sila ng ilog. Kabataan din ang nagtanim.", body("Kabataan")),
        ("sw", "Wazee walikutana. Amani ni muhimu kijijini.", body("Amani")),
        ("sw", "Paa linavuja. Tundu kubwa liko juu.", body("Tundu")),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_firm_and_no_party(language: str, text: str, entity: Entity) -> None:
    assert not is_found(text, language, entity)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "Tarifas nuevas. Claro subirá los precios en enero.", body("Claro")),
        ("es", "Meta, dueña de Instagram, borra cuentas.", body("Meta")),
        ("pt", "Obras no centro. Claro e Telefónica dividem o custo.", body("Claro")),
        ("gl", "Xuntanza en Lugo. Podemos presentará lista.", body("Podemos")),
        ("gl", "Gana exporta cacao.", land("Gana")),
        ("it", "Seduta lunga. Azione chiede un rinvio.", body("Azione")),
        ("ro", "Orange scumpește abonamentele.", body("Orange")),
        ("pt", "Balanço em Itabira. Vale esticou a ferrovia.", body("Vale")),
        ("es", "Apagón en Lima. Claro repondrá la señal.", body("Claro")),
        ("es", "Correos dejó de repartir el lunes.", body("Correos")),
        ("el", "Νίκη κατέθεσε τροπολογία.", body("Νίκη")),
        ("id", "Dana meluncurkan fitur baru.", body("Dana")),
        ("ms", "Gerakan membantah tapak itu.", body("Gerakan")),
        ("sw", "Twiga imeuza saruji nyingi.", body("Twiga")),
    ],
)
def test_a_firm_a_party_or_a_country_that_acts_is_meant(language: str, text: str, entity: Entity) -> None:
    assert is_found(text, language, entity)


@pytest.mark.parametrize(
    ("language", "text", "entity", "found"),
    [
        ("es", "El barco cruzó el Ecuador de noche.", land("Ecuador"), False),
        ("es", "El barco llegó a Ecuador de noche.", land("Ecuador"), True),
        ("pt", "A linha do Equador passa ali.", land("Equador"), False),
        ("el", "Έπλεαν νότια του Ισημερινού.", land("Ισημερινός"), False),
        ("el", "Η πρεσβεία του Ισημερινού άνοιξε.", land("Ισημερινός"), True),
        ("it", "Porta un Panama di paglia.", land("Panama"), False),
        ("it", "Una nave di Panama affonda.", land("Panama"), True),
        ("es", "Cuidan dos conejillos de Guinea.", land("Guinea"), False),
        ("es", "La parroquia de El Salvador abre.", land("El Salvador"), False),
        ("es", "La iglesia abrió en El Salvador.", land("El Salvador"), True),
        ("pt", "Salvador enche as ruas da Bahia.", land("El Salvador", "Salvador"), False),
        ("id", "Bumbu lain: Laos, jahe dan kunyit.", land("Laos"), False),
        ("id", "Laos mengekspor listrik ke Vietnam.", land("Laos"), True),
        ("id", "Pedagang menjual Kamboja kuning.", land("Kamboja"), False),
        ("ms", "Lampu di Little India menyala.", land("India"), False),
        ("tl", "Umaga sila pumila. Hapon na nang umalis.", land("Hapon"), False),
        ("tl", "Bumili ang Hapon ng saging.", land("Hapon"), True),
        ("tl", "Baha sa Mexico, Pampanga ngayon.", land("Mexico"), False),
        ("sw", "Kuba la msikiti linang'aa.", land("Kuba"), False),
        ("sw", "Kuba imetuma madaktari.", land("Kuba"), True),
        ("sw", "Mwenge wa Uhuru umefika.", body("Uhuru"), False),
        ("el", "Ο προπονητής της Εθνικής γέλασε.", body("Εθνική"), False),
        ("el", "Έργα στην Πειραιώς, κοντά στο Γκάζι.", body("Πειραιώς"), False),
        ("el", "Η Πειραιώς προσλαμβάνει, λέει η τράπεζα.", body("Πειραιώς"), True),
    ],
)
def test_lines_on_the_globe_hats_spices_streets_and_towns_are_told_from_countries_and_banks(
    language: str, text: str, entity: Entity, *, found: bool
) -> None:
    assert is_found(text, language, entity) is found


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
    assert is_found(text, language, person("Ana Sousa")) is found
