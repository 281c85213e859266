from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from wirekit.contracts import Duration, Instant, PollEvery, Slug
from wirekit.contracts.problems import FORMS, in_words, written

DAY = dt.timedelta(days=1)
INSTANT = "must be a date and time with its zone, as in 2026-03-02T12:00:00Z"
SPAN = "must be a span of time, as in 90s, 15m, 6h or 2d"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (str, 5, "must be a string"),
        (str, b"\xff", "must be text in UTF-8"),
        (Slug, "Not A Slug", "must be lower-case letters, digits, - and _, at most 64"),
        (Annotated[str, Field(pattern="^x$")], "y", "must be of the form ^x$"),
        (Annotated[str, Field(max_length=2)], "abc", "must have at most 2 characters"),
        (Annotated[str, Field(min_length=2)], "a", "must have at least 2 characters"),
        (int, "many", "must be a whole number"),
        (int, 1.5, "must be a whole number"),
        (float, "much", "must be a number"),
        (bool, "perhaps", "must be true or false"),
        (Annotated[int, Field(ge=2)], 1, "must be at least 2"),
        (Annotated[int, Field(le=2)], 3, "must be at most 2"),
        (Literal["a", "b"], "c", "must be 'a' or 'b'"),
        (tuple[str, ...], "abc", "must be a list"),
        (Annotated[tuple[str, ...], Field(min_length=2)], ["a"], "must have at least 2 items"),
        (PollEvery, [], "must hold fields"),
        (PollEvery, {"min": "2h"}, "min must not be longer than max"),
        (Duration, "soon", SPAN),
        (Duration, 300, SPAN),
        (Duration, "300", SPAN),
        (Duration, "12:30", SPAN),
        (Duration, True, SPAN),
        (Annotated[Duration, Field(le=DAY)], "2d", "must be at most 1d"),
        (Instant, "yesterday", INSTANT),
        (Instant, "2026-03-02T12:00:00", INSTANT),
        (bytes, 5, "Input should be a valid bytes"),
    ],
)
def test_what_is_wrong_is_said_in_our_words_and_else_in_pydantics(kind: Any, value: object, words: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(kind).validate_python(value)

    assert [in_words(error) for error in refusal.value.errors()] == [words]


@pytest.mark.parametrize("text", ["0s", "90s", "15m", "6h", "2d"])
def test_a_span_is_written_as_it_was_read(text: str) -> None:
    assert written(TypeAdapter(Duration).validate_python(text)) == text


def test_every_pattern_of_a_field_can_be_said_in_words() -> None:
    folders = (Path(__file__).parents[4] / name for name in ("libs", "services"))
    calls = (
        node
        for folder in folders
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Field", "StringConstraints")
    )
    given = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "pattern"]
    patterns = {node.value for node in given if isinstance(node, ast.Constant)}

    assert len(patterns) > 5
    assert patterns - FORMS.keys() == set()
