"""When an article is of public life, in which many do what others do in private."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import read
from wiretext.vetoes.private.public_life import is_of_public_life


@pytest.mark.parametrize(
    ("language", "text", "public"),
    [
        ("en", "The lawmakers met in the old mill.", True),
        ("en", "The law students met in the old mill.", False),
        ("de", "Der Bundestag tagte bis spät.", True),
        ("de", "Der Kirchenchor probte bis spät.", False),
        ("fr", "La préfecture a loué la salle au sénateur.", True),
        ("fr", "Le club de tricot a loué la salle.", False),
        ("sl", "Danes zaseda skupščina.", True),
        ("sl", "Danes se začne trgatev.", False),
        ("sr", "Скупштина је данас усвојила закон.", True),
        ("sr", "Skupština je danas usvojila zakon.", True),
        ("vi", "Quốc hội họp hôm nay.", True),
        ("vi", "Trẻ em hát bài mới.", False),
        ("ja", "市長は新しい橋を渡った。", True),
        ("ja", "子どもは新しい橋を渡った。", False),
        ("zh", "他当选省长。", True),
        ("zh", "他修好了水车。", False),
        ("sk", "Do obce prišla nová strana.", True),
        ("sk", "Do obce prišla nová strateka.", False),
    ],
)
def test_an_office_a_party_or_a_state_is_of_public_life(language: str, text: str, *, public: bool) -> None:
    assert is_of_public_life(read(text, language)) is public


@pytest.mark.parametrize(
    ("language", "text", "public"),
    [
        ("pl", "Pan kupił nowy rower na targu.", False),
        ("pl", "Trener kupił nowy dom na targu.", True),
        ("tr", "Köpek onu su başında buldu.", False),
        ("vi", "Bà bán cá từ chợ sáng thứ bảy.", False),
        ("vi", "Bộ trưởng đến chợ sáng nay.", True),
        ("en", "The lock-keeper mended the gate.", False),
        ("en", "The keeper mended the gate.", True),
    ],
    ids=["a bicycle", "a coach", "water", "an old woman", "a minister", "a compound with a hyphen", "a goalkeeper"],
)
def test_a_word_of_the_language_that_is_an_office_elsewhere_is_none(language: str, text: str, *, public: bool) -> None:
    assert is_of_public_life(read(text, language)) is public


def test_an_age_is_that_of_a_private_person_where_nothing_is_of_public_life() -> None:
    dora = a_person("Dora Veltkamp")

    assert not is_believed("Dora Veltkamp, 71, knits hats for the fair. She sells them by the gate.", dora)
    assert is_believed("Dora Veltkamp, 71, knits hats for the fair. She left parliament in May.", dora)
