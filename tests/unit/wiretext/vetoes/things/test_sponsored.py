"""When a cup or a foundation has the name of the organisation that pays for it."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed
from wirekit.contracts import Entity

FIRM = an_organization("Volta", "Вольта", "וולטה")
FUND = an_organization("Northern Nature Fund", "NNF", "Северный фонд природы", "Północny Fundusz Przyrody")


@pytest.mark.parametrize(
    ("language", "text", "entity", "expected"),
    [
        ("it", "La mostra è della Fondazione Volta.", FIRM, False),
        ("it", "La mostra è della ditta Volta.", FIRM, True),
        ("fr", "Il a visité la fondation Volta.", FIRM, False),
        ("es", "El Premio Volta es anual.", FIRM, False),
        ("de", "Die Stiftung Volta zahlt.", FIRM, False),
        ("nl", "De Volta Foundation betaalt.", FIRM, False),
        ("ru", "Выставку открыл фонд «Вольта».", FIRM, False),
        ("ru", "Выставку открыл глава «Вольты».", FIRM, True),
        ("ru", "Фонд NNF открыл приют.", FUND, True),
        ("pl", "Fundacja NNF otworzyła schronisko.", FUND, True),
    ],
)
def test_what_has_the_name_of_an_organisation_is_not_it(
    language: str, text: str, entity: Entity, *, expected: bool
) -> None:
    assert is_believed(text, entity, language=language) is expected
