from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from wirewatch.cli.newsroom.language_tag import LanguageTag

TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)


@pytest.mark.parametrize("tag", ["ru", "en-US", "EN-us", "sr-Latn-RS", "zh-Hant", "ckb", "es-419", "de-1996", "iw"])
def test_a_language_tag_is_taken_as_it_is_written(tag: str) -> None:
    assert tag == TAG.validate_python(tag)


@pytest.mark.parametrize("wrong", ["russian", "cz", "jp", "ua", "en_US", "en-", "-en", "e", "", "en US", "r\u00fc"])
def test_what_is_none_is_refused_with_what_is_allowed(wrong: str) -> None:
    with pytest.raises(
        ValidationError, match=f"{wrong!r} is no language tag; allowed: .* as ru .* as sr-Latn or pt-BR"
    ):
        TAG.validate_python(wrong)
