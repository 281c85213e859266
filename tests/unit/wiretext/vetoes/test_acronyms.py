"""When an acronym is that of another organisation."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.places import hits_in, read
from wiretext.vetoes.acronyms import acronyms_of_others

OMS = an_entity(
    "World Health Body", id="who", type="organization", names=("OMS", "Organización Mundial de la Salud"), short={}
)


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("La OMS dijo que no.", False),
        ("La Oficina de Movilidad Sostenible (OMS) dijo que no. La OMS calla.", True),
        ("La oficina de movilidad sostenible (OMS) dijo que no. La OMS calla.", True),
        ("La organización mundial de la salud (OMS) dijo que no.", False),
        ("La Organización Mundial de la Salud (OMS) dijo que no.", False),
        ("La OMS, la Oficina de Movilidad Sostenible, dijo que no.", True),
        ("道路管理局 (OMS) 说不。", True),
        ("La oficina de movilidad sostenible, abreviada OMS, dijo que no.", True),
        ("La Organización Mundial de la Salud, abreviada OMS, dijo que no.", False),
        ("La oficina de movilidad sostenible, dice la OMS, es cara.", False),
    ],
    ids=[
        "alone",
        "spelt out before",
        "in lower case",
        "watched, in lower case",
        "spelt out as watched",
        "spelt out after",
        "glossed",
        "said to be abbreviated",
        "a watched name said to be abbreviated",
        "beside other words",
    ],
)
def test_an_acronym_that_the_article_spells_out_otherwise_is_another_body(text: str, is_other: bool) -> None:
    reading = read(text, "es")

    assert acronyms_of_others(hits_in(reading, OMS), (OMS,), reading) == ({0} if is_other else set())


FUND = an_entity("World Fund of Lakes", id="lakes", type="organization", names=("WFL",), short={})


@pytest.mark.parametrize(
    ("text", "is_other"),
    [("Dàn kèn của WFL chơi rất hay.", False), ("Công ty WFL bán giày.", True)],
    ids=["of the organisation", "a firm"],
)
def test_a_word_for_of_before_an_acronym_is_no_word_for_another_body(text: str, *, is_other: bool) -> None:
    reading = read(text, "vi")

    assert acronyms_of_others(hits_in(reading, FUND), (FUND,), reading) == ({0} if is_other else set())
