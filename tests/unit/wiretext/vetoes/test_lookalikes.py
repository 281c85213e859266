"""When a name may as well be words of the language."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.places import hit_in, read
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.vetoes.lookalikes import is_lookalike

WANG = an_entity("Wang Ei", id="wang", names=("왕이", "أبي كريم", "东海"), short={})
ORM = an_entity(
    "Orm Alliance", id="orm", type="organization", names=("ORMA", "ОРМА", "ออร์มา", "ออมา", "اورم"), short={}
)
PAIR = an_entity("Orm Alliance", id="om", type="organization", names=("OM",), short={})


@pytest.mark.parametrize(
    ("entity", "language", "text", "doubtful"),
    [
        (WANG, "ko", "연극에서 왕이 웃었다.", True),
        (WANG, "ko", "왕이 외교부장은 웃었다.", False),
        (WANG, "ko", "어제 왕이는 웃었다.", False),
        (WANG, "ar", "كان أبِي كريم سائقا", True),
        (ORM, "ru", "Орма пела в саду.", True),
        (ORM, "ru", "Генералы ОРМА пели в саду.", False),
        (PAIR, "sv", "”Om!” ropade ministern.", True),
        (PAIR, "it", "Il vertice della Om a Roma.", False),
        (ORM, "fa", "داستان اورمی خواند", True),
        (ORM, "fa", "رهبر اورم خواند", False),
        (ORM, "th", "ของออมาและเพื่อน", False),
        (ORM, "th", "ชาวออมาข้าว", True),
    ],
    ids=[
        "noun and particle",
        "office",
        "particle",
        "kin",
        "one capital",
        "capitals",
        "two letters",
        "two letters in Italian",
        "adjective",
        "itself",
        "apart",
        "inside",
    ],
)
def test_a_name_that_may_be_words_is_doubted(entity: Entity, language: str, text: str, *, doubtful: bool) -> None:
    reading = read(text, language)

    assert is_lookalike(hit_in(reading, entity), entity, reading) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("رأيت مراد روزة هناك", True), ("رأيت الوزير مراد روزة هناك", False)],
    ids=["no office", "office"],
)
def test_a_name_of_few_consonants_that_was_only_heard_is_doubted_without_an_office(
    text: str, *, doubtful: bool
) -> None:
    murad = an_entity("Murad Roza", short={})
    reading = read(text, "ar")
    found = list(heard(Lexicon.compile(Watchlist(entities=(murad,))), reading, ()))

    assert [is_lookalike(hit, murad, reading) for hit in found] == [doubtful]
