from __future__ import annotations

import io
import json

import pytest

from tests import builders
from wirealert import Watches
from wiretext import Enricher
from wirewatch.cli.offline import MAX_LINE_BYTES, Answer, ArticleLine, answers, enriched, lines_of, matched

LIST = builders.a_watchlist()
ENRICHER, WATCHES = Enricher(LIST), Watches.of(LIST)


def match(line: ArticleLine) -> Answer:
    return matched(ENRICHER, WATCHES, line)


def a_line(**changes: object) -> bytes:
    defaults = {"id": "1", "title": "Talks", "text": "Ana Brodie met Tomas Ilk."}
    return json.dumps({**defaults, **changes}, ensure_ascii=False).encode()


def test_a_match_has_offsets_into_title_two_line_breaks_and_text() -> None:
    ((answer, good),) = answers([a_line()], match)

    assert good
    assert answer == {
        "id": "1",
        "fired": ["brodie-ilk"],
        "mentions": [
            {"entity": "ana-brodie", "start": 7, "end": 17, "surface": "Ana Brodie"},
            {"entity": "tomas-ilk", "start": 22, "end": 31, "surface": "Tomas Ilk"},
        ],
    }


def test_offsets_are_those_of_the_text_as_given_not_of_its_nfc_form() -> None:
    given = "Cafe\u0301: Ana Brodie met Tomas Ilk."

    ((answer, _),) = answers([a_line(text=given, title="")], match)

    (first, _) = answer["mentions"]
    assert ("\n\n" + given)[first["start"] : first["end"]] == "Ana Brodie"


def test_an_empty_title_keeps_its_two_line_breaks() -> None:
    ((answer, _),) = answers([a_line(title="")], match)

    assert answer["mentions"][0]["start"] == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{not json", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        (b"[1, 2]", "it: must hold fields"),
        (b'{"id": "2", "title": "no text"}', "text: is missing"),
        (b'{"text": "no id"}', "id: is missing"),
        (b'{"id": "2", "text": 5}', "text: must be a string"),
        (b'{"\xe9": 1}', "not JSON: not UTF-8 at byte 2"),
        (b"[" * 100_000, "not JSON: nested too deeply"),
        (b'{"id": ' + b"9" * 4301 + b', "text": ""}', "not JSON: a number of more than 4300 digits"),
        (b'{"id": ' + b"9" * 4300 + b', "text": ""}', "id: must have at most 500 characters"),
    ],
    ids=["broken", "list", "no-text", "no-id", "number", "bytes", "deep", "endless", "long"],
)
def test_a_bad_line_gives_an_error_with_its_number_and_the_rest_goes_on(line: bytes, problem: str) -> None:
    first, second, third = answers([a_line(), line, a_line(id=3)], match)

    assert (first[1], second[1], third[1]) == (True, False, True)
    assert second[0]["line"] == 2
    assert problem in second[0]["error"]
    assert third[0]["id"] == "3"


def test_a_line_without_end_is_refused_in_bounded_memory_and_the_next_is_read() -> None:
    source = io.BytesIO(b"x" * (3 * MAX_LINE_BYTES) + b"\n" + a_line(id=2))

    first, second = lines_of(source)

    assert (len(first), second) == (MAX_LINE_BYTES + 1, a_line(id=2))


def test_an_enriched_line_has_the_id_given_and_is_an_enriched_article() -> None:
    line = ArticleLine(id="x/1", title="Talks", text="Ana Brodie met Tomas Ilk.", url="https://news.example/1")

    answer = enriched(ENRICHER, line)

    assert (answer["id"], answer["article_id"], answer["url"]) == ("x/1", "x/1", "https://news.example/1")
    assert [mention["entity_id"] for mention in answer["mentions"]] == ["ana-brodie", "tomas-ilk"]
