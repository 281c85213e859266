"""When an organisation's name is the title of a work, or a model's."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed

VOLTA = an_organization("Volta", "Вольта")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Abend sah er Anna Bergs „Volta“ im Kino.", False),
        ("de", "Am Abend sah er bei „Volta“ die Pläne.", True),
        ("en", "In the evening he saw Anna Berg's “Volta” at the cinema.", False),
        ("sv", "På kvällen såg han Anna Bergs ”Volta” på bio.", False),
        ("de", "Das Akkordeonorchester „Volta“ reist ins Ausland.", False),
        ("de", "Das Staatsunternehmen „Volta“ baut Motoren.", True),
        ("fr", "Le chœur « Volta » chante ce soir.", False),
        ("ru", "Он приехал на старой «Ладе Вольте».", False),
        ("ru", "Он работает на заводе «Вольта».", True),
    ],
)
def test_a_title_in_quotation_marks_is_no_organisation(language: str, text: str, *, expected: bool) -> None:
    assert is_believed(text, VOLTA, language=language) is expected
