"""When the words beside an organisation's name make that of another body."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import an_organization
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.things.bodies import is_of_another_body, is_of_another_country

NAMES = ("Orma", "Орма", "حزب أورما", "أورما", "오르마", "三星", "ออร์มา")
ORMA = an_entity("Orma", type="organization", names=NAMES, short={})


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("da", "Militsen Kataib Orma kom.", True),
        ("da", "Militsen Orma kom.", False),
        ("ms", "Pasukan Laskar Orma berkawat.", True),
        ("ms", "Seorang laskar Orma berkawat.", False),
        ("en", "They met the Orma Lions.", True),
        ("en", "They met Orma lions.", False),
        ("ru", "Это «Орма Лайонс» играет.", True),
        ("ar", "قالت كتائب حزب أورما ذلك.", True),
        ("ar", "قالت كتائب أورما ذلك.", False),
        ("ko", "야구단 오르마 라이온즈의 선수", True),
        ("ko", "회사 오르마 직원의 선수", False),
        ("zh", "他看三星雄狮比赛", True),
        ("th", "กลุ่มกะตาอิบออร์มาแถลง", True),
    ],
)
def test_a_word_beside_a_name_makes_it_another_bodys(language: str, text: str, *, is_other: bool) -> None:
    reading = read(text, language)

    assert is_of_another_body(hit_in(reading, ORMA), reading) is is_other


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("جماعت اسلامی ہند نے میلہ کیا۔", True),
        ("جماعت اسلامی بنگلہ دیش نے میلہ کیا۔", True),
        ("جماعت اسلامی پاکستان نے میلہ کیا۔", False),
        ("جماعت اسلامی نے میلہ کیا۔", False),
    ],
)
def test_a_country_that_no_label_has_behind_a_name_makes_it_another_bodys(text: str, *, of_another: bool) -> None:
    entity = an_organization("Society", "جماعت اسلامی", "جماعت اسلامی پاکستان")
    reading = read(text, "ur")

    assert is_of_another_country(hit_in(reading, entity), entity, reading) is of_another


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("el", "Χθες η Ελαιώνες Μεσσηνίας ΑΕ πούλησε λάδι.", True),
        ("el", "Χθες η ΑΕ ενέκρινε τον προϋπολογισμό.", False),
        ("el", "Χθες συνεδρίασε η ΑΕ στην Αθήνα.", False),
        ("de", "Gestern kam Gozd ΑΕ dazu.", False),
    ],
    ids=["of a firm", "by itself", "behind an article", "no legal form there"],
)
def test_a_legal_form_behind_a_firm_is_no_body(language: str, text: str, *, is_other: bool) -> None:
    reading, union = read(text, language), an_organization("ΑΕ", "Αγροτική Ένωση")

    assert is_of_another_body(hit_in(reading, union), reading) is is_other
