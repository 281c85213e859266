"""When an article says that somebody in it is a namesake."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.namesakes import is_namesake

ANNA = an_entity("Anna Berg", names=("Анна Берг",))


@pytest.mark.parametrize(
    ("language", "text", "namesake"),
    [
        ("da", "Maleren Anna Berg sang. Folk tror, jeg er statsministeren, siger hun.", True),
        ("da", "Maleren Anna Berg sang.", False),
        ("en", "Anna Berg, 34, shares a name with the minister.", True),
        ("en", "Anna Berg spoke of a street that shares a name with her.", False),
        ("de", "Die Sängerin Anna Berg trägt denselben Namen wie die Ministerin.", True),
        ("ru", "Певица Анна Берг — полная тёзка министра.", True),
        ("es", "La cantante Anna Berg es tocaya de la ministra.", True),
    ],
)
def test_an_artist_in_an_article_that_speaks_of_namesakes_is_one(language: str, text: str, *, namesake: bool) -> None:
    reading = read(text, language)

    assert is_namesake(hit_in(reading, ANNA), reading) is namesake
