"""Where words may end in a text of Han characters."""

from __future__ import annotations

import pytest

from wiretext.han import crosses_words


@pytest.mark.parametrize(
    ("text", "name", "crosses"),
    [
        ("今日本报讯", "日本", True),
        ("他去日本旅行", "日本", False),
        ("我们爱中国", "中国", False),
    ],
)
def test_a_name_that_would_cut_words_in_two_crosses_them(text: str, name: str, crosses: bool) -> None:
    start = text.index(name)

    assert crosses_words(text, start, start + len(name)) is crosses
