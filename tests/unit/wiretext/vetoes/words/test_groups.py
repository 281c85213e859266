"""When an organisation is called as its members are, in lower case."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, an_organization
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.words.groups import is_of_members

NORDANS = an_organization("Nordan", "Nordanes", "Норданы", "Norda", "NORDANS")
NORDAN = an_organization("Nordan", "Норданы")


@pytest.mark.parametrize(
    ("language", "text", "of_members"),
    [
        ("pl", "Uciekli przed rządami nordanu.", True),
        ("hu", "Elmenekültek a nordanok elől.", True),
        ("ru", "Бежали от норданов.", True),
        ("en", "They fled from nordan.", False),
        ("de", "Sie flohen vor nordan.", False),
        ("pl", "Uciekli do nord.", False),
    ],
    ids=["singular", "plural", "Cyrillic", "members with a capital", "nouns with capitals", "too short"],
)
def test_members_are_written_in_lower_case_where_the_language_does_so(
    language: str, text: str, *, of_members: bool
) -> None:
    short = an_organization("Nord", "Nords", "Nordes")
    entity = short if text.endswith(" nord.") else NORDANS
    reading = read(text, language)

    assert is_of_members(hit_in(reading, entity), entity, reading) is of_members


def test_a_name_without_a_plural_on_the_watch_list_is_no_group_and_nobody_is_a_person() -> None:
    reading = read("Uciekli przed nordanem.", "pl")
    alone = read("To nordan.", "pl")
    person = a_person("Nordan", "Nordanes")

    assert not is_of_members(hit_in(reading, NORDAN), NORDAN, reading)
    assert not is_of_members(hit_in(alone, person), person, alone)
