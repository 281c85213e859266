"""When an organisation is called as its members are, in lower case."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.words.groups import is_of_members

NORDANS = an_entity(
    "Nordan", id="nordans", type="organization", names=("Nordanes", "Норданы", "Norda", "NORDANS"), short={}
)
NORDAN = an_entity("Nordan", id="nordan", type="organization", names=("Норданы",), short={})


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
    short = an_entity("Nord", id="nord", type="organization", names=("Nords", "Nordes"), short={})
    entity = short if text.endswith(" nord.") else NORDANS
    reading = read(text, language)

    assert is_of_members(hit_in(reading, entity), entity, reading) is of_members


def test_a_name_without_a_plural_on_the_watch_list_is_no_group_and_nobody_is_a_person() -> None:
    reading = read("Uciekli przed nordanem.", "pl")
    alone = read("To nordan.", "pl")
    person = an_entity("Nordan", id="person", names=("Nordanes",), short={})

    assert not is_of_members(hit_in(reading, NORDAN), NORDAN, reading)
    assert not is_of_members(hit_in(alone, person), person, alone)
