"""docs/quality.md has a filled place for every section that `make eval` writes."""

from __future__ import annotations

import pytest

from tests.eval.__main__ import PAGE, SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_has_its_figures(section: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- {section} -->\n", f"<!-- end of {section} -->\n"

    assert text.partition(begin)[2].partition(end)[0].strip()
