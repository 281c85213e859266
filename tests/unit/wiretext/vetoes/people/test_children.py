"""When a child has the name of a place or an organisation."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.people.children import is_childs

TARMA = a_place("Tarma")


@pytest.mark.parametrize(
    ("language", "text", "childs"),
    [
        ("nb", "Ti år gamle Tarma fra byen hentet stige.", True),
        ("nb", "Tarma i klasse 4B har lest mye.", True),
        ("en", "The ten-year-old Tarma fetched a ladder.", True),
        ("en", "Tarma in Year 6 won.", True),
        ("de", "Die 12-jährige Tarma holte Hilfe.", True),
        ("nl", "De achtjarige Tarma riep.", True),
        ("fr", "Bravo à la petite Tarma, 9 ans, de Lyon.", True),
        ("cs", "Tarma ze 4. B četla báseň.", True),
        ("pl", "Tarma z piątej klasy śpiewa.", True),
        ("en", "The 70-year-old Tarma conflict goes on.", False),
        ("en", "He lived in Tarma, 9 years before the war.", False),
        ("en", "Pupils in Tarma in Year 6 sang.", False),
        ("en", "In Tarma (12) it rained.", False),
        ("nb", "Tarma i klasse med Peru.", False),
    ],
)
def test_a_childs_age_or_form_tells_him_from_a_country(language: str, text: str, *, childs: bool) -> None:
    reading = read(text, language)

    assert is_childs(hit_in(reading, TARMA), reading) is childs
