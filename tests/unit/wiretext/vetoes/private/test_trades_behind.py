"""When a trade stands behind a name and a comma, or behind where somebody is from."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.trades_behind import leads_to_trade

LENA = an_entity("Lena Quirel", names=("Λένα Κιρέλ",), short={"Latn": ("Quirel",)})


@pytest.mark.parametrize(
    ("language", "text", "name", "private"),
    [
        ("hu", "Berg Anna hatodik osztályos tanuló énekel.", "Berg Anna", True),
        ("hu", "Berg Anna szegedi fodrász énekel.", "Berg Anna", True),
        ("hu", "Berg Anna szegedi fodrászokkal beszélt.", "Berg Anna", False),
        ("hu", "Berg Anna osztrák kancellár énekel.", "Berg Anna", False),
        ("hu", "Berg Anna Szegeden fodrász.", "Berg Anna", False),
    ],
)
def test_a_trade_follows_a_hungarian_name_behind_where_its_bearer_is_from(
    language: str, text: str, name: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert leads_to_trade(hit_in(reading, an_entity(name, id="somebody", short={})), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("id", "Lena Quirel, 38, penjual jamu di Garut, menang undian.", False),
        ("ms", "Lena Quirel, penala piano berusia 63 tahun, menang.", False),
        ("sw", "Lena Quirel, mchonga vinyago wa Lindi, alishinda zawadi.", False),
        ("ro", "Lena Quirel, 54 de ani, croitoreasă la un atelier, a câștigat.", False),
        ("es", "Lena Quirel, vecina de Almazán, encontró la cartera.", False),
        ("pt", "Lena Quirel, de 58 anos, foi eleita presidente do partido.", True),
    ],
)
def test_a_trade_behind_a_comma_or_an_age_is_somebody_elses(language: str, text: str, *, found: bool) -> None:
    assert is_believed(text, LENA, language=language) is found
