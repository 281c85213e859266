"""What a private trade is called."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.readings import read
from wiretext.vetoes.private.trades import behind_article, is_compound, is_trade


@pytest.mark.parametrize(
    ("text", "trade"), [("Un panadero sonríe.", True), ("Panadero sonríe.", True), ("El ministro sonríe.", False)]
)
def test_a_trade_may_have_an_article(text: str, *, trade: bool) -> None:
    reading = read(text, "es")

    assert is_trade(behind_article(0, reading), reading) is trade


@pytest.mark.parametrize(
    ("language", "text", "trade"),
    [
        ("id", "Seorang tukang kayu tersenyum.", True),
        ("id", "Tukang Kayu tersenyum.", False),
        ("id", "Tukang presiden tersenyum.", False),
        ("sw", "Muuza maembe anacheka.", True),
        ("es", "Un tukang kayu sonríe.", False),
    ],
    ids=["a trade", "a name", "an office's", "in Swahili", "in no other language"],
)
def test_two_words_are_a_trade_whatever_the_second_is_but_a_name_or_an_office(
    language: str, text: str, *, trade: bool
) -> None:
    reading = read(text, language)

    assert is_compound(behind_article(0, reading), reading) is trade
