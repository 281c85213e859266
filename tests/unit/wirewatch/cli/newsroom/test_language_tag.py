from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from wirewatch.cli.newsroom.language_tag import LanguageTag, never_told

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


@pytest.mark.parametrize("tag", ["en", "EN", "nb", "zh", "ckb", "he"])
def test_a_watch_may_ask_for_what_articles_are_told_to_be(tag: str) -> None:
    assert never_told(tag) is None


@pytest.mark.parametrize(
    ("tag", "code"), [("pt-BR", "pt"), ("zh-Hant", "zh"), ("no", "nb"), ("iw", "he"), ("eng", "en")]
)
def test_a_watch_for_more_than_is_told_apart_is_refused_with_the_code_to_write(tag: str, code: str) -> None:
    assert (never_told(tag) or "").endswith(f"write {code}")


@pytest.mark.parametrize("tag", ["any", "all", "und"])
def test_a_watch_for_what_no_article_is_told_to_be_is_refused(tag: str) -> None:
    assert f"no article is ever told to be in {tag!r}" in (never_told(tag) or "")
