"""Languages that detectors confuse, told apart by words."""

import pytest

from wiretext.siblings import sibling
from wiretext.tables import table


@pytest.mark.parametrize(
    ("text", "guess", "code"),
    [
        ("Tisuću ljudi čeka vlak, a znanstvenici su mjerili zrak tijekom srpnja.", "bs", "hr"),
        ("Hiljadu ljudi čeka voz, a naučnici su mjerili zrak tokom jula. Prije toga su rekli ko dolazi.", "hr", "bs"),
        ("Hiljadu ljudi čeka voz, a naučnici su merili vazduh posle podne. Pre toga su rekli ko dolazi.", "hr", "sr"),
        ("Saya tahu bahwa mobil itu bisa dibeli karena murah.", "ms", "id"),
        ("Beliau berkata bahawa syarikat itu boleh membantu kerana ada wang.", "id", "ms"),
        ("Perdana Menteri Datuk Seri membuat lawatan ke Jakarta.", "id", "ms"),
        ("Urang Sunda teu boga waktu pikeun éta.", "jv", "su"),
    ],
)
def test_words_of_one_language_overrule_the_guess(text: str, guess: str, code: str) -> None:
    assert sibling(text, guess) == code


def test_without_a_word_that_tells_nothing_is_said() -> None:
    assert sibling("Ana, Marko", "hr") is None


def test_a_language_without_neighbours_is_left_alone() -> None:
    assert sibling("Tisuću ljudi čeka vlak.", "de") is None


def test_no_word_speaks_twice_in_a_group() -> None:
    for group in table("siblings"):
        words = [word for cues in group.values() for word in cues.split()]
        assert sorted(words) == sorted(set(words))
