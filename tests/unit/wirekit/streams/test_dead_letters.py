"""Letters hold the original bytes and the reason; too many of them stop the line."""

from __future__ import annotations

import json

import pytest
from structlog.testing import capture_logs

from wirekit.contracts import topology
from wirekit.errors import InvalidMessage
from wirekit.kafka.records import Record
from wirekit.streams.dead_letters import DeadLetters, LineStopped

POISON = Record("articles.raw", 3, 41, b"\xffkey", b"\x00\xff", (("ce_id", b"1"), ("x", None)), 1700)
REASON = InvalidMessage("not_json", "line 1")


def test_a_letter_holds_the_original_and_says_why() -> None:
    letter = DeadLetters("enricher").letter(POISON, REASON)

    assert (letter.topic, letter.key, letter.value) == ("articles.raw.dlq", POISON.key, POISON.value)
    assert letter.headers[:2] == POISON.headers
    assert dict(letter.headers[2:]) == {
        "dlq.reason": b"not_json",
        "dlq.detail": b"line 1",
        "dlq.topic": b"articles.raw",
        "dlq.partition": b"3",
        "dlq.offset": b"41",
        "dlq.timestamp_ms": b"1700",
        "dlq.service": b"enricher",
    }


def test_each_burial_is_logged_with_its_place_and_the_reason() -> None:
    with capture_logs() as logs:
        DeadLetters("enricher").letter(POISON, REASON)

    place = {"record": "articles.raw/3 offset 41", "reason": "not_json", "detail": "line 1"}
    assert logs == [{"event": "record.buried", "log_level": "warning", **place}]


def test_letters_go_where_the_topology_has_a_topic_for_them() -> None:
    letter = DeadLetters("enricher").letter(POISON, REASON)

    assert topology.ARTICLES_RAW.dead_letters.name == letter.topic


def test_reasons_of_an_earlier_burial_are_replaced() -> None:
    once = DeadLetters("enricher").letter(POISON, REASON)
    replayed = Record(POISON.topic, 3, 99, once.key, once.value, once.headers)
    twice = DeadLetters("enricher").letter(replayed, REASON)

    assert len(twice.headers) == len(once.headers)
    assert dict(twice.headers)["dlq.offset"] == b"99"


def test_a_detail_is_cut_between_characters() -> None:
    letter = DeadLetters("enricher").letter(POISON, InvalidMessage("bad", "ж" * 5000 + "\ud800"))
    detail = dict(letter.headers)["dlq.detail"] or b""

    assert len(detail) <= 1000
    assert set(detail.decode()) == {"ж"}


def test_a_record_too_large_for_its_dead_letters_leaves_a_stub() -> None:
    huge = Record("articles.raw", 3, 41, b"k", b"v" * (4 << 20), tuple(("h", b"x" * 1024) for _ in range(1100)))
    letter = DeadLetters("enricher").letter(huge, REASON)

    assert letter.size < 5000
    assert json.loads(letter.value or b"")["value_bytes"] == 4 << 20
    assert dict(letter.headers)["dlq.offset"] == b"41"


def test_too_many_in_a_row_stop_the_line() -> None:
    letters = DeadLetters("enricher")
    for _ in range(50):
        letters.letter(POISON, REASON)

    with pytest.raises(LineStopped, match=r"articles\.raw/3 offset 41: not_json"):
        letters.letter(POISON, REASON)


def test_a_handled_record_starts_the_row_anew() -> None:
    letters = DeadLetters("enricher")
    for _ in range(2):
        for _ in range(50):
            letters.letter(POISON, REASON)
        letters.passed(1)


def test_too_large_a_part_of_the_window_stops_the_line() -> None:
    letters = DeadLetters("enricher")
    for _ in range(100):
        letters.letter(POISON, REASON)
        letters.passed(1)

    with pytest.raises(LineStopped):
        letters.letter(POISON, REASON)


def test_the_window_forgets() -> None:
    letters = DeadLetters("enricher")
    for _ in range(400):
        letters.letter(POISON, REASON)
        letters.passed(4)


def test_records_that_exceed_a_limit_do_not_stop_the_line_however_many() -> None:
    letters, excessive = DeadLetters("enricher"), InvalidMessage("too_many_lines", "20102 lines")
    for _ in range(300):
        assert dict(letters.letter(POISON, excessive).headers)["dlq.reason"] == b"too_many_lines"

    for _ in range(50):
        letters.letter(POISON, REASON)
    with pytest.raises(LineStopped):
        letters.letter(POISON, REASON)
