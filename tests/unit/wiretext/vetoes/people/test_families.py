"""When a family name that stands alone is that of somebody else, whom the article has named in full."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import believed

ANNA = an_entity("Anna Berg")
BERG = an_entity("Anna Berg", short={"Latn": ("Berg",)})


def test_a_short_name_inside_somebody_elses_is_no_mention() -> None:
    assert believed("We met the baker Harper Berg there.", ANNA) == []


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("it", "Berg vince a bocce.\n\nIl bocciofilo Carlo Berg ha vinto. Berg ha 70 anni.", 0),
        ("it", "Berg vince.\n\nIl presidente Berg ha vinto. Poi Carlo Berg ha perso.", 2),
        ("it", "Il bocciofilo Carlo Berg ha vinto. Il ministro Berg ha telefonato.", 1),
        ("it", "Il bocciofilo Carlo Berg ha vinto. Anna Berg ha telefonato. Berg canta.", 2),
    ],
)
def test_a_family_name_alone_is_that_of_whom_the_article_has_named_in_full(
    language: str, text: str, counts: int
) -> None:
    assert len(believed(text, BERG, language=language)) == counts


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The potter Carla Berg fired a vase. Berg sells it in Leeds.", []),
        ("en", "Berg sells a vase in Leeds. The potter Carla Berg fired it.", ["Berg"]),
        ("en", "The potter Carla Berg fired a vase. President Berg bought it.", ["Berg"]),
        ("de", "Berg pflanzt\n\nDie Gärtnerin Ute Berg pflanzt. Berg mag Tulpen.", []),
        ("de", "Ute Berg pflanzt\n\nBerg mag Tulpen.", ["Berg"]),
    ],
    ids=["named in full first", "named in full later", "in office", "a title", "in full in the title alone"],
)
def test_a_family_name_is_that_of_whom_the_text_has_named_in_full_before(
    language: str, text: str, found: list[str]
) -> None:
    assert believed(text, BERG, language=language) == found


MARTIN = an_entity("Anna Martin", short={"Latn": ("Martin",)})


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ro", "Martin Popa repară ceasuri. Martin lucrează noaptea.", []),
        ("ro", "Martin Popa repară ceasuri. Anna Martin a venit. Martin a vorbit.", ["Anna Martin", "Martin"]),
        ("ro", "Anna Martin a venit. Martin a vorbit.", ["Anna Martin", "Martin"]),
        ("en", "Anna Martin came. Martin Monday spoke.", ["Anna Martin", "Martin"]),
        ("en", "Martin Visits Leeds\n\nAnna Martin came.", ["Martin", "Anna Martin"]),
        ("de", "Anna Martin kam. Gestern hielt Martin Reden.", ["Anna Martin", "Martin"]),
        ("hu", "Anna Martin jött. Martin Béla nem.", ["Anna Martin", "Martin"]),
    ],
)
def test_a_family_name_that_is_a_given_name_too_is_somebody_elses_before_another_family_name(
    language: str, text: str, found: list[str]
) -> None:
    assert believed(text, MARTIN, language=language) == found


def test_a_name_without_what_its_bearer_is_called_is_his_fathers() -> None:
    somebody = an_entity("January Makarro", names=("January Yusuf Makarro",), short={})
    another = an_entity("Yusuf Makarro", names=("January Yusuf Makarro",), short={})

    assert believed("Mzee Yusuf Makarro alifika.", somebody, language="sw") == []
    assert believed("Bwana January Makarro alifika.", somebody, language="sw") == ["January Makarro"]
    assert believed("Mzee Yusuf Makarro alifika.", another, language="sw") == ["Yusuf Makarro"]
