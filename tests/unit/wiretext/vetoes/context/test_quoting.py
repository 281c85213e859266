"""When a name stands in quotation marks."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation

LORAM = an_organization("Loram", "Лорам", "ロラム")


@pytest.mark.parametrize(
    ("language", "text", "opens", "closes"),
    [
        ("en", 'They read "Loram" aloud.', True, True),
        ("de", "Sie lasen „Loram“ vor.", True, True),
        ("fr", "Ils lisaient « Loram » à voix haute.", True, True),
        ("ru", "Они читали «Лорам» вслух.", True, True),
        ("ja", "彼らは「ロラム」を読んだ。", True, True),
        ("en", 'They read "Loram at Sea" aloud.', True, False),
        ("en", 'They read "At Loram" aloud.', False, True),
        ("en", "They read Loram aloud.", False, False),
        ("en", "They read (Loram) aloud.", False, False),
        ("en", "They like the bakers' Loram.", False, False),
        ("en", "Loram", False, False),
    ],
)
def test_a_mark_is_right_beside_a_name_or_parted_by_the_blank_of_french(
    language: str, text: str, *, opens: bool, closes: bool
) -> None:
    reading = read(text, language)
    hit = hit_in(reading, LORAM)

    assert opens_quotation(hit, reading) is opens
    assert closes_quotation(hit, reading) is closes


def test_a_firm_in_quotation_marks_is_no_word_of_the_language() -> None:
    aibe = an_organization("Aibė")

    assert is_believed("„Aibė“ vakar atidarė duris.", aibe, language="lt")
    assert not is_believed("Aibė žvaigždžių švietė naktį.", aibe, language="lt")
