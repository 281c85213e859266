"""When an acronym is another's because of what it is said to be."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed

TRADE = an_organization("Northern Trade Association", "NTA", "Jumuiya ya Biashara ya Kaskazini")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He works for the firm NTA in town.", False),
        ("en", "He works for the association NTA in town.", True),
        ("en", "He works for NTA, a firm of the region.", False),
        ("en", "He works for NTA, an association of four states.", True),
        ("en", "He spoke to NTA, firms and clubs.", True),
        ("sw", "Alipata mkopo kutoka NTA, kampuni ya mkoa huo.", False),
        ("sw", "Alipata barua kutoka NTA, jumuiya ya nchi nne.", True),
        ("sw", "Alizuru NTA, kampuni na vilabu.", True),
        ("sv", "Hon arbetar på NTA, ett företag i Lund.", False),
        ("de", "Er spielt im Sportverein NTA.", False),
        ("de", "Er spricht mit dem ehemaligen NTA-Chef.", True),
    ],
)
def test_letters_are_anothers_where_they_are_said_to_be_a_firm_and_the_entity_is_none(
    language: str, text: str, *, expected: bool
) -> None:
    assert is_believed(text, TRADE, language=language) is expected
