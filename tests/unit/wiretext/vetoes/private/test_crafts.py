"""When several words, or a clause, say what somebody does in private life."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.deciding import credible

LENA = an_entity("Lena Quirel", names=("Λένα Κιρέλ",), short={"Latn": ("Quirel",)})


def is_found(text: str, language: str, entity: Entity = LENA) -> bool:
    reading = read(text, language)
    return bool(credible(hits_in(reading, entity), (entity,), reading))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Penghargaan itu diterima tukang sepatu Lena Quirel di Garut."),
        ("id", "Seorang penjual jamu bernama Lena Quirel menang undian."),
        ("id", "Lena Quirel, 38, penjual jamu di Garut, menang undian."),
        ("ms", "Hadiah itu diterima penoreh getah Lena Quirel di Kedah."),
        ("ms", "Lena Quirel, penala piano berusia 63 tahun, menang."),
        ("sw", "Zawadi ilipewa muuza maembe Lena Quirel wa Lindi."),
        ("sw", "Lena Quirel, mchonga vinyago wa Lindi, alishinda zawadi."),
        ("es", "El premio fue para la vendedora de flores Lena Quirel en Soria."),
        ("ro", "Premiul a mers la un cioban pe nume Lena Quirel din Vama."),
        ("ro", "Lena Quirel, 54 de ani, croitoreasă la un atelier, a câștigat."),
        ("pt", "A empregada de mesa Lena Quirel ganhou a rifa da aldeia."),
    ],
)
def test_a_trade_in_several_words_beside_a_name_is_somebody_elses(language: str, text: str) -> None:
    assert not is_found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Lena Quirel es panadera en Soria y canta en el coro."),
        ("es", "Lena Quirel, que trabaja de fontanera, ganó la rifa."),
        ("it", "Lena Quirel fa la panettiera a Fanano da vent'anni."),
        ("pt", "Lena Quirel trabalha como padeira em Olhão."),
        ("gl", "Lena Quirel é panadeira en Corme desde nena."),
        ("ro", "Lena Quirel lucrează ca brutar la Vama."),
        ("el", "Η Λένα Κιρέλ είναι μοδίστρα στη Λάρισα."),
        ("tl", "Si Lena Quirel ay isang magsasaka sa Tarlac."),
        ("sw", "Lena Quirel ni mkulima wa korosho huko Lindi kwa miaka mingi."),
        ("id", "Lena Quirel bekerja sebagai petani di Garut."),
        ("es", "Una joven panadera, Lena Quirel, ganó el concurso."),
        ("ms", "Seorang petani, Lena Quirel, menang cabutan itu."),
        ("es", "Lena Quirel, vecina de Almazán, encontró la cartera."),
        ("it", "Il premio è per la piccola Lena Quirel, che compie gli anni."),
        ("sw", "Mtoto Lena Quirel alipata zawadi shuleni jana."),
    ],
)
def test_a_clause_that_tells_a_trade_makes_the_name_somebody_elses(language: str, text: str) -> None:
    assert not is_found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La ministra Lena Quirel es maestra de formación."),
        ("es", "La presidenta Lena Quirel visitó a la vendedora de flores del mercado."),
        ("es", "Los vendedores de flores saludaron a Lena Quirel en el mercado."),
        ("es", "El país vecino recibe hoy a Lena Quirel."),
        ("tl", "Ibinigay ng mga magsasaka ng Tarlac kay Lena Quirel ang bigas."),
        ("id", "Para penjual jamu bertemu Presiden Lena Quirel di istana."),
        ("id", "Guru besar Lena Quirel memimpin partai itu."),
        ("id", "Lena Quirel yang memimpin partai itu hadir."),
        ("sw", "Rais Lena Quirel ni mkulima pia, alisema waziri."),
        ("pt", "Lena Quirel, de 58 anos, foi eleita presidente do partido."),
        ("it", "Il panettiere ha venduto il pane a Lena Quirel, presidente della Regione."),
        ("ro", "Ciobanii din Vama i-au scris președintei Lena Quirel."),
        ("el", "Η υπουργός Λένα Κιρέλ είναι κόρη μοδίστρας."),
    ],
)
def test_whoever_is_in_office_beside_people_with_trades_is_meant(language: str, text: str) -> None:
    assert is_found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "Las obras del puente Tirania acabarán en mayo.", False),
        ("es", "Las obras de Tirania acabarán en mayo.", True),
        ("it", "La gita finisce al conservatorio Tirania di Lecco.", False),
        ("pt", "A creche Tirania abre em maio.", False),
        ("ro", "Liceul Tirania se închide în mai.", False),
        ("gl", "Unha fuga de auga na praza de Tirania deixou sen luz o barrio.", False),
        ("gl", "O presidente de Tirania chegou a Vigo.", True),
    ],
)
def test_a_thing_right_before_a_country_has_its_name(language: str, text: str, *, found: bool) -> None:
    assert is_found(text, language, an_entity("Tirania", id="land", type="place", short={})) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "El torneo Zarbo terminará el domingo en Lugo.", False),
        ("es", "La nevada cubrió la sierra Zarbo el martes.", False),
        ("es", "La tienda Zarbo abrirá el domingo en Lugo.", True),
        ("it", "Il trofeo Zarbo comincia domenica a Lecco.", False),
        ("it", "La fabbrica Zarbo riapre domenica a Lecco.", True),
        ("pt", "O barco Zarbo chega domingo a Olhão.", False),
    ],
)
def test_what_no_firm_has_of_its_own_has_the_name_of_one(language: str, text: str, *, found: bool) -> None:
    assert is_found(text, language, an_entity("Zarbo", id="firm", type="organization", short={})) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "Sube el precio. Naranja y pomelo, a dos euros el kilo.", False),
        ("es", "Sube el precio. Naranja anunció una tarjeta para sus clientes.", True),
        ("es", "Sube el precio. Naranja recauda cien millones de pesos.", True),
        ("tl", "Kailangan ng mag-aaral ang lakas. Laban lang, sabi ng guro.", False),
    ],
)
def test_a_word_that_opens_a_sentence_is_a_firm_where_it_acts(language: str, text: str, *, found: bool) -> None:
    name = text.split(". ")[1].split(maxsplit=1)[0]
    assert is_found(text, language, an_entity(name, id="firm", type="organization", short={})) == found


@pytest.mark.parametrize(
    ("language", "text", "name", "found"),
    [
        ("pt", "Camarões grelhados e vinho verde na festa da lota.", "Camarões", False),
        ("pt", "Camarões e Gana jogam no domingo em Douala.", "Camarões", True),
        ("it", "Il pan di Spagna va cotto a 170 gradi.", "Spagna", False),
        ("it", "Il re di Spagna è arrivato a Roma.", "Spagna", True),
        ("es", "El agua de Jamaica se vende fría.", "Jamaica", False),
        ("es", "El atleta de Jamaica ganó la carrera.", "Jamaica", True),
        ("es", "Catar vinos a ciegas es un arte.", "Catar", False),
        ("es", "Catar rechazó la propuesta.", "Catar", True),
        ("it", "Macedonia di stagione due volte a settimana.", "Macedonia", False),
    ],
)
def test_a_country_that_is_a_word_is_told_by_what_stands_beside_it(
    language: str, text: str, name: str, *, found: bool
) -> None:
    assert is_found(text, language, an_entity(name, id="land", type="place", short={})) == found
