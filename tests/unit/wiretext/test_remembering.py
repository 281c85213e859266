from __future__ import annotations

from wiretext.remembering import Remembered


def test_what_was_asked_is_not_asked_again() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length, 2)

    assert list(map(lengths.__getitem__, ["one", "three", "one"])) == [3, 5, 3]
    assert asked == ["one", "three"]


def test_when_there_are_too_many_answers_all_are_forgotten() -> None:
    lengths = Remembered(len, 2)

    for word in ("one", "two", "three"):
        assert lengths[word] == len(word)

    assert dict(lengths) == {"three": 5}
