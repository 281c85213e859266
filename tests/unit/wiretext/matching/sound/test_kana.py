"""Names in katakana by their sound."""

from __future__ import annotations

import pytest

from wiretext.matching.sound.kana import KanaNames
from wiretext.normal import normalise

NAMES = KanaNames(
    [
        (0, "ウォロディミル・ゼレンスキー"),
        (1, "マッテオ・ペゼシュキアン"),
        (2, "ゼレンスキー"),
        (3, "安倍・晋三"),
        (4, "パーヴェル・ドゥーロフ"),
        (5, "カーミル・アル＝ベルグ"),
    ]
)


@pytest.mark.parametrize(
    "spelling",
    [
        "ヴォロディミル・ゼレンスキイ",
        "ボロジミル・ゼレンスキー",
        "ヴォロドゥィミル・ゼレンスキー",
        "マテオ・ペゼシュキヤーン",
        "パベル・デュロフ",
        "カミル・ベルグ",
        "カーミル・アル・ベルグ",
        "カーミル・エル＝ベルグ",
    ],
)
def test_a_name_is_heard_however_it_is_transcribed(spelling: str) -> None:
    text = normalise(f"昨日の{spelling}大統領は").text

    (found,) = NAMES.heard(text)
    assert text[found[0] : found[1]] == normalise(spelling).text


@pytest.mark.parametrize(
    "other",
    [
        "ウラジーミル・ゼレンスキー",
        "ウォロディミル・ゼレンカ",
        "マリオ・ペゼシュキアン",
        "マッテオ・ルカ・ペゼシュキアン",
        "ゼレンスキイ",
    ],
)
def test_another_name_is_not_heard(other: str) -> None:
    assert list(NAMES.heard(normalise(f"昨日の{other}氏は").text)) == []
