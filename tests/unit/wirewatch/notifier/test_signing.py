"""Signatures against the vectors of Standard Webhooks, and against what its libraries get wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook

from tests.unit.wirewatch.notifier.vectors import (
    ACCEPTED,
    BAD_TIMESTAMPS,
    BODY,
    GOOD,
    REFUSED,
    SECRET,
    SIGNED,
    TIMESTAMP,
    WEBHOOK_ID,
)
from wirewatch.notifier.signing import BadSignature, read_secret, signature, signed_headers, verify, write_secret

KEY = read_secret(SECRET)
HEADERS = {"webhook-id": WEBHOOK_ID, "webhook-timestamp": str(TIMESTAMP), "webhook-signature": GOOD}


@pytest.mark.parametrize("vector", SIGNED.values(), ids=SIGNED)
def test_the_signature_is_that_of_the_vectors(vector: tuple[str, int, bytes, str]) -> None:
    webhook_id, timestamp, body, expected = vector

    assert signature(KEY, webhook_id, timestamp, body) == expected


@pytest.mark.parametrize("header", ACCEPTED.values(), ids=ACCEPTED)
def test_one_good_signature_among_others_is_enough(header: str) -> None:
    assert verify(KEY, {**HEADERS, "webhook-signature": header}, BODY, TIMESTAMP) == WEBHOOK_ID


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED)
def test_a_wrong_signature_is_refused(header: str) -> None:
    with pytest.raises(BadSignature, match="no signature fits"):
        verify(KEY, {**HEADERS, "webhook-signature": header}, BODY, TIMESTAMP)


@pytest.mark.parametrize("timestamp", BAD_TIMESTAMPS)
def test_a_timestamp_that_is_no_plain_number_is_refused(timestamp: str) -> None:
    with pytest.raises(BadSignature, match="malformed"):
        verify(KEY, {**HEADERS, "webhook-timestamp": timestamp}, BODY, TIMESTAMP)


@pytest.mark.parametrize("off", [-301, 301])
def test_a_webhook_from_another_time_is_refused(off: int) -> None:
    with pytest.raises(BadSignature, match="5 minutes off"):
        verify(KEY, HEADERS, BODY, TIMESTAMP + off)


@pytest.mark.parametrize("off", [-300, 300])
def test_five_minutes_of_clock_skew_are_accepted(off: int) -> None:
    assert verify(KEY, HEADERS, BODY, TIMESTAMP + off) == WEBHOOK_ID


@pytest.mark.parametrize("missing", HEADERS)
def test_a_missing_header_is_refused(missing: str) -> None:
    with pytest.raises(BadSignature):
        verify(KEY, {name: value for name, value in HEADERS.items() if name != missing}, BODY, TIMESTAMP)


def test_headers_are_found_in_any_letter_case() -> None:
    assert verify(KEY, {name.title(): value for name, value in HEADERS.items()}, BODY, TIMESTAMP) == WEBHOOK_ID


def test_an_id_with_a_dot_is_neither_signed_nor_accepted() -> None:
    # ("a.1", 2, "x") and ("a", 1, "2.x") would have one signature.
    with pytest.raises(ValueError, match="no dot"):
        signature(KEY, "a.1", 2, b"x")
    with pytest.raises(BadSignature):
        verify(KEY, {**HEADERS, "webhook-id": "a.1"}, BODY, TIMESTAMP)


def test_a_body_that_is_not_utf_8_is_signed_as_it_is() -> None:
    headers = signed_headers([KEY], WEBHOOK_ID, TIMESTAMP, b"\xff\xfe")

    assert verify(KEY, headers, b"\xff\xfe", TIMESTAMP) == WEBHOOK_ID


def test_while_keys_change_old_and_new_verify() -> None:
    new = b"n" * 32
    headers = signed_headers([new, KEY], WEBHOOK_ID, TIMESTAMP, BODY)

    assert verify(new, headers, BODY, TIMESTAMP) == verify(KEY, headers, BODY, TIMESTAMP) == WEBHOOK_ID


@given(
    key=st.binary(min_size=24, max_size=64),
    webhook_id=st.from_regex(r"msg_[a-z2-7]{26}", fullmatch=True),
    timestamp=st.integers(0, 10**10),
    text=st.text(),
)
def test_our_signature_is_that_of_the_independent_package(
    key: bytes, webhook_id: str, timestamp: int, text: str
) -> None:
    at = dt.datetime.fromtimestamp(timestamp, dt.UTC)

    assert signature(key, webhook_id, timestamp, text.encode()) == Webhook(key).sign(webhook_id, at, text)


@given(key=st.binary(min_size=24, max_size=64), padded=st.booleans(), prefixed=st.booleans())
def test_a_secret_is_read_as_it_was_written_with_or_without_prefix_and_padding(
    key: bytes, padded: bool, prefixed: bool
) -> None:
    text = write_secret(key)
    text = text if padded else text.rstrip("=")
    text = text if prefixed else text.removeprefix("whsec_")

    assert read_secret(text) == key
    assert Webhook(write_secret(key))._whsecret == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("whsec_", "0 bytes long"),
        ("whsec_" + "A" * 31, "23 bytes long"),
        ("whsec_" + "A" * 100, "75 bytes long"),
        ("whsec_****", "not base64"),
        ("whsec_é", "not base64"),
        ("a secret phrase", "not base64"),
    ],
)
def test_a_malformed_secret_is_refused_without_being_shown(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as refused:
        read_secret(text)

    assert text.removeprefix("whsec_") == "" or text.removeprefix("whsec_") not in str(refused.value)
