"""When a thing or a beast right beside a name has it."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.kinds import is_kind

VOLTA = an_organization("Volta")
BRODNA = a_place("Brodna", "Brodnas", "Brodnė")
CHILE = a_place("Chile", "Čile")
ANNA = an_entity("Anna Volta", id="anna")
TIRANIA = a_place("Tirania")
ZARBO = an_organization("Zarbo")


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("sk", "Pieseň Volta vyhrala.", VOLTA, True),
        ("sk", "Pieseň o Volte vyhrala.", VOLTA, False),
        ("sk", "Premietali film Brodna.", BRODNA, True),
        ("sk", "Premietali film Brodny.", BRODNA, False),
        ("sk", "Premietali film Chile.", CHILE, False),
        ("sk", "Bývajú na ulici Chile.", CHILE, True),
        ("sl", "V zaselku Brodna gori.", BRODNA, True),
        ("sl", "Kupili so Volta Areno.", VOLTA, True),
        ("hr", "U Volta Areni pjevaju.", VOLTA, True),
        ("hr", "U areni Volte pjevaju.", VOLTA, False),
        ("hr", "Brod Volte je nov.", VOLTA, False),
        ("lt", "Žaidė „Volta“ arenoje.", VOLTA, True),
        ("lt", "„Volta“ gamykloje dega.", VOLTA, False),
        ("lt", "Brodnos gatvėje dega.", BRODNA, True),
        ("lt", "Brodnos gatvėse protestuoja.", BRODNA, False),
        ("lv", "Voltas kausa izcīņa sākas.", VOLTA, True),
        ("lv", "Brodnas ielā dega.", BRODNA, True),
        ("lv", "Brodnas ielās protestē.", BRODNA, False),
        ("lv", "Brodnas aitu suns skrēja.", BRODNA, True),
        ("et", "Laul Brodna võitis.", BRODNA, False),
        ("et", "Võitis laul Brodna.", BRODNA, True),
        ("et", "Film Brodna ajaloost võitis.", BRODNA, False),
        ("et", "Mängiti Volta Arenal.", VOLTA, True),
        ("et", "Brodna lambakoer jooksis.", BRODNA, True),
        ("et", "Brodna koondis võitis.", BRODNA, False),
        ("et", "Laul kõlas Volta Suurhallis.", VOLTA, True),
        ("et", "Sügisel on Volta Tartu maraton.", VOLTA, True),
        ("et", "Sügisel on Volta Tartu tehas valmis.", VOLTA, False),
        ("lv", "Sākas „Volta“ Baltijas kauss.", VOLTA, True),
        ("hr", "Otvoren je hotel Brodna.", BRODNA, True),
        ("hr", "Otvoren je hotel u Brodni.", BRODNA, False),
        ("hr", "Otvoren je hotel Volta.", VOLTA, False),
        ("sl", "Po reki Brodna plujejo.", BRODNA, True),
        ("sl", "Po rekah Brodne plujejo.", BRODNA, False),
        ("sk", "V kaviarni Chile hrajú.", CHILE, True),
        ("fi", "Kahvilassa Chile soitetaan.", CHILE, True),
        ("fi", "Kahvilassa Chileen matkustava lepäsi.", CHILE, False),
        ("sq", "Lumi Brodna doli nga shtrati.", BRODNA, True),
        ("sq", "Një lumë në Brodna doli nga shtrati.", BRODNA, False),
        ("hu", "Kezdődik a Volta liga.", VOLTA, True),
        ("fi", "Kappale Brodna voitti.", BRODNA, True),
        ("fi", "Elokuva Brodnasta voitti.", BRODNA, False),
        ("fi", "Volta Areenalla pelattiin.", VOLTA, True),
        ("hu", "A Brodna kávézó bezárt.", BRODNA, True),
        ("hu", "A Volta kávézó bezárt.", VOLTA, False),
        ("lv", 'Krogs "Brodna" ir slēgts.', BRODNA, True),
        ("sq", "Pallati Volta u mbyll.", VOLTA, True),
        ("en", "The song Volta won.", VOLTA, False),
        ("sk", "Pieseň Anna Volta vyhrala.", ANNA, False),
    ],
)
def test_a_song_a_street_or_an_arena_right_beside_a_name_has_it(
    language: str, text: str, entity: Entity, *, expected: bool
) -> None:
    reading = read(text, language)

    assert is_kind(hit_in(reading, entity), entity, reading) is expected


@pytest.mark.parametrize(
    ("language", "text", "village"),
    [
        ("ru", "Посёлок Париж ждёт дорогу.", True),
        ("pl", "Wieś Paryż świętuje.", True),
        ("ru", "Город Париж ждёт гостей.", False),
        ("ru", "Сёла у Парижа ждут.", False),
        ("ru", "Квартал Парижа ждёт гостей.", False),
    ],
    ids=["a settlement", "a village", "a city", "apart", "a part of it"],
)
def test_a_village_may_have_the_name_of_a_capital(language: str, text: str, *, village: bool) -> None:
    capital = a_place("Париж", "Paryż")
    reading = read(text, language)

    assert any(is_kind(hit, capital, reading) for hit in hits_in(reading, capital)) is village


@pytest.mark.parametrize(
    ("language", "text", "entity", "found"),
    [
        ("es", "Las obras del puente Tirania acabarán en mayo.", TIRANIA, False),
        ("es", "Las obras de Tirania acabarán en mayo.", TIRANIA, True),
        ("it", "La gita finisce al conservatorio Tirania di Lecco.", TIRANIA, False),
        ("pt", "A creche Tirania abre em maio.", TIRANIA, False),
        ("ro", "Liceul Tirania se închide în mai.", TIRANIA, False),
        ("gl", "Unha fuga de auga na praza de Tirania deixou sen luz o barrio.", TIRANIA, False),
        ("gl", "O presidente de Tirania chegou a Vigo.", TIRANIA, True),
        ("es", "El torneo Zarbo terminará el domingo en Lugo.", ZARBO, False),
        ("es", "La nevada cubrió la sierra Zarbo el martes.", ZARBO, False),
        ("es", "La tienda Zarbo abrirá el domingo en Lugo.", ZARBO, True),
        ("it", "Il trofeo Zarbo comincia domenica a Lecco.", ZARBO, False),
        ("it", "La fabbrica Zarbo riapre domenica a Lecco.", ZARBO, True),
        ("pt", "O barco Zarbo chega domingo a Olhão.", ZARBO, False),
    ],
)
def test_a_thing_right_before_a_country_or_one_that_no_firm_has_before_a_firm_has_its_name(
    language: str, text: str, entity: Entity, *, found: bool
) -> None:
    assert is_believed(text, entity, language=language) is found
