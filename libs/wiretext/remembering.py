"""Remembers what a question had as its answer, for words of which most come again. Knows no words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Remembered(dict[Asked, Answer], Generic[Asked, Answer]):
    """Answers of *ask*, looked up as in a dictionary; when there are *most* of them, all are forgotten.

    Unlike a cache that forgets the least used, it costs no more than a dictionary.
    """

    def __init__(self, ask: Callable[[Asked], Answer], most: int) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, asked: Asked) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[asked] = self._ask(asked)
        return answer
