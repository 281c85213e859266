"""When a word is made of an organisation's name and a noun."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, an_organization, believed
from wirekit.contracts import Entity

BANK = an_organization("World Bank", "Weltbank", "Wereldbank", "Världsbanken", "Verdensbanken")
PACT = an_organization("NATO")
FIRM = an_organization("Rosatom")
WOMAN = a_person("Anna Rosatom")


@pytest.mark.parametrize(
    ("language", "text", "entity", "found"),
    [
        ("sv", "I dag kom Världsbankschefen hit.", BANK, ["Världsbankschefen"]),
        ("da", "I dag kom Verdensbankchefen hertil.", BANK, ["Verdensbankchefen"]),
        ("de", "Heute kam der Weltbankpräsident.", BANK, ["Weltbankpräsident"]),
        ("de", "Das teilte die Weltbankgruppe mit.", BANK, ["Weltbankgruppe"]),
        ("de", "Heute kamen Rosatomtechniker.", FIRM, ["Rosatomtechniker"]),
        ("nl", "Het Wereldbankrapport is er.", BANK, ["Wereldbankrapport"]),
        ("de", "Das sind Weltbanker.", BANK, []),
        ("de", "Die Weltbanknoten sind da.", BANK, []),
        ("sv", "Det är en Världsbank för frön.", BANK, []),
        ("fr", "Le mot Weltbankpräsident est long.", BANK, []),
        ("sv", "I dag kom Natochefen.", PACT, ["Natochefen"]),
        ("sv", "Den heter Natopia.", PACT, []),
        ("de", "Heute kamen Rosatomtechniker.", WOMAN, []),
    ],
)
def test_an_organisation_begins_a_compound_with_a_noun(
    language: str, text: str, entity: Entity, found: list[str]
) -> None:
    assert believed(text, entity, language=language) == found
