"""Languages that are read as their neighbours."""

from __future__ import annotations

import pytest

from wiretext.kindred import kindred


@pytest.mark.parametrize(
    ("language", "known", "read_as"),
    [
        ("cs", {"cs", "sk"}, "cs"),
        ("cs", {"sk"}, "sk"),
        ("nn", {"nb", "no"}, "nb"),
        ("nn", {"no"}, "no"),
        ("cs", {"en"}, "cs"),
        ("en", {"sk"}, "en"),
    ],
    ids=["known itself", "by its neighbour", "by the nearest", "by the next", "neighbours unknown", "no neighbour"],
)
def test_a_language_is_read_as_the_nearest_that_is_known(language: str, known: set[str], read_as: str) -> None:
    assert kindred(language, known) == read_as
