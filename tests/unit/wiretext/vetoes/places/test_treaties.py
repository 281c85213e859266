"""A treaty is not the town where it was signed."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, is_believed

VELNA = a_place("Velna", "Velno", "ভেলনা", "فيلنا", "वेल्ना", "韦尔纳", "벨나")
GUINEA = a_place("Guinea", "Guinée")


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "They read the Velna Conventions on Monday.", False),
        ("en", "They read the Treaty of Velna on Monday.", False),
        ("en", "They praised a Velna agreement on fish.", True),
        ("en", "The Peace Velna wants is far.", True),
        ("fr", "Ils ont lu la convention de Velna hier.", False),
        ("fr", "L'accord de Velna avec Lyon tient.", True),
        ("ro", "Au citit convenția de la Velna ieri.", False),
        ("id", "Mereka membahas Konvensi Velna kemarin.", False),
        ("vi", "Họ đọc Công ước Velna hôm qua.", False),
        ("vi", "Gia đình Velna đến hôm qua.", True),
        ("tr", "Dün Velna Anlaşması okundu.", False),
        ("tr", "Dün Velna anlaşma istedi.", True),
        ("ar", "قرأوا اتفاقية فيلنا أمس.", False),
        ("ar", "وصل الوفد إلى فيلنا أمس.", True),
        ("hi", "कल वेल्ना समझौता पढ़ा गया।", False),
        ("hi", "कल वेल्ना में समझौता हुआ।", True),
        ("zh", "他昨天读了《韦尔纳公约》。", False),
        ("zh", "他昨天到了韦尔纳开会。", True),
        ("ko", "어제 벨나 협약을 읽었다.", False),
    ],
)
def test_a_treaty_is_called_after_a_town(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, VELNA, language=language) is meant


def test_what_a_country_agrees_to_is_its_own() -> None:
    assert is_believed("L'accord de Guinée a été salué hier.", GUINEA, language="fr")
