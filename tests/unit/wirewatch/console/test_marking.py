from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from wirekit.contracts import EvidenceMention, TextPosition
from wirewatch.console.marking import Segment, marked_lines


def test_an_evidence_sentence_is_marked_and_the_names_in_it_stand_out() -> None:
    article = builders.an_article()

    lines = marked_lines(article.full_text, [builders.an_evidence()])

    assert lines[0] == (Segment("Harbour talks"),)
    assert lines[2] == (
        Segment("Ana Brodie", is_evidence=True, entity_id="ana-brodie"),
        Segment(" met ", is_evidence=True),
        Segment("Tomas Ilk", is_evidence=True, entity_id="tomas-ilk"),
        Segment(" in the harbour.", is_evidence=True),
    )


def test_hostile_text_stays_text() -> None:
    assert marked_lines("<script>alert(1)</script>", []) == ((Segment("<script>alert(1)</script>"),),)


OFFSETS = st.integers(min_value=0, max_value=60)


@given(st.text(max_size=40), st.lists(st.tuples(OFFSETS, OFFSETS), max_size=4))
def test_whatever_the_offsets_say_no_character_is_lost_or_doubled(text: str, spans: list[tuple[int, int]]) -> None:
    evidence = [
        builders.an_evidence(
            position=TextPosition(start=start, end=end),
            mentions=(EvidenceMention(entity_id="x", surface="x", start=end, end=start),),
        )
        for start, end in spans
    ]

    lines = marked_lines(text, evidence)

    assert "\n".join("".join(part.text for part in line) for line in lines) == text
