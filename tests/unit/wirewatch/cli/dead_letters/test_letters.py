"""What is shown of a dead letter, and what goes back: the bytes are hostile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.errors import InvalidMessage
from wirekit.kafka import Outgoing, Record
from wirekit.streams import DeadLetters
from wirewatch.cli.dead_letters.letters import REPLAYED_FROM, Letter

EVENT = (("ce_specversion", b"1.0"), ("ce_id", b"a:1"), ("content-type", b"application/json"))


def buried(value: bytes | None, *headers: tuple[str, bytes | None], topic: str = "articles.raw") -> Letter:
    """The letter about *value*, as a service writes it, at offset 17 of its topic."""
    record = Record(topic, 3, 1201, b"art_a", value, (*EVENT, *headers), 1_772_452_800_000)
    letter = DeadLetters("enricher").letter(record, InvalidMessage("invalid_data", "title: is missing"))
    return Letter.of(Record(letter.topic, 0, 17, letter.key, letter.value, letter.headers, 1_772_452_801_000))


def test_a_letter_says_why_and_where_it_came_from() -> None:
    lines = list(buried(b'{"title": "\xd0\xa8"}').shown())

    assert lines == [
        "articles.raw.dlq 17, buried 2026-03-02 12:00:01 UTC by the enricher",
        "  reason  invalid_data",
        "  detail  title: is missing",
        "  from    articles.raw partition 3 offset 1201",
        "  key     b'art_a'",
        "3 headers of the original",
        "  ce_specversion: 1.0",
        "  ce_id: a:1",
        "  content-type: application/json",
        "15 bytes of JSON",
        "{",
        '  "title": "Ш"',
        "}",
    ]


def test_what_is_not_json_is_dumped_in_hex_and_bounded() -> None:
    lines = list(buried(b"\x00\x1b[2J<rss>" + bytes(100_000)).shown())

    first = next(line for line in lines if line.startswith("00000000"))
    assert first == "00000000  00 1b 5b 32 4a 3c 72 73 73 3e 00 00 00 00 00 00  ..[2J<rss>......"
    assert lines[-1] == "… the rest is not shown"
    assert len(lines) < 100


@pytest.mark.parametrize("value", [b"[" * 200_000, b"1" * 100_000, json.dumps(["x"] * 100_000).encode(), None])
def test_no_value_makes_it_long_or_stop(value: bytes | None) -> None:
    assert 0 < len(list(buried(value, ("big", b"x" * 10_000)).shown())) < 450


@given(st.binary(max_size=200), st.lists(st.tuples(st.text(max_size=20), st.none() | st.binary(max_size=50))))
def test_whatever_lies_on_the_topic_is_shown_and_is_no_record_to_send(
    value: bytes, headers: list[tuple[str, bytes | None]]
) -> None:
    foreign = [header for header in headers if header[0] != "dlq.topic"]
    letter = Letter.of(Record("articles.raw.dlq", 0, 5, None, value, tuple(foreign)))

    assert list(letter.shown())
    assert letter.original() == "the letter does not say where it came from"


def test_what_goes_back_is_the_original_in_its_old_partition_with_the_letter_named() -> None:
    original = buried(b"{}", ("traceparent", b"00-1"), (REPLAYED_FROM, b"articles.raw.dlq 3")).original()

    assert isinstance(original, Outgoing)
    assert original == Outgoing(
        "articles.raw",
        b"art_a",
        b"{}",
        (*EVENT, ("traceparent", b"00-1"), (REPLAYED_FROM, b"articles.raw.dlq 17")),
        3,
    )


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("dlq.topic", b"alerts.raised"),
        ("dlq.topic", b"nothing"),
        ("dlq.partition", b"12"),
        ("dlq.partition", "٣".encode()),
        ("dlq.partition", b"-1"),
    ],
)
def test_a_letter_with_a_strange_origin_goes_nowhere(header: str, value: bytes) -> None:
    record = buried(b"{}").record
    headers = tuple((name, value if name == header else old) for name, old in record.headers)

    assert Letter.of(record._replace(headers=headers)).original() == "the letter does not say where it came from"


def test_a_stub_is_not_sent_in_the_place_of_the_original() -> None:
    assert buried(b"x" * 6_000_000).original() == "its original was too large to be kept"
