"""docs/webhooks.md says what the notifier does: its snippets run, its tables and examples are ours."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from standardwebhooks import WebhookVerificationError

from tests.unit.wirewatch.notifier.vectors import (
    ACCEPTED,
    BAD_TIMESTAMPS,
    BODY,
    GOOD,
    REFUSED,
    SECRET,
    TIMESTAMP,
    WEBHOOK_ID,
)
from wirekit.clock import SystemClock
from wirekit.contracts import DeliveryCommand, topology
from wirekit.kafka import Record
from wirekit.streams import decode
from wirewatch.cli.app import COMMANDS
from wirewatch.notifier.backoff import DeliveryOutcome
from wirewatch.notifier.endpoints import DEFAULT_EVENTS, DEFAULT_RETRY, EndpointsFile
from wirewatch.notifier.settings import NotifierSettings
from wirewatch.notifier.signing import read_secret, signed_headers

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
HEADERS = {"webhook-id": WEBHOOK_ID, "webhook-timestamp": str(TIMESTAMP), "webhook-signature": GOOD}
TIME = "2026-03-02T12:00:00Z"

Verify = Callable[[str, Mapping[str, str], bytes, float], str]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def function(name: str) -> Any:
    """The function *name* of the page's snippets."""
    (source,) = (block for block in blocks("python") if f"def {name}(" in block)
    names: dict[str, Any] = {}
    exec(compile(source, "docs/webhooks.md", "exec"), names)  # noqa: S102 - running it is the test
    return names[name]


@pytest.fixture(scope="module")
def verify() -> Verify:
    snippet: Verify = function("verify")
    return snippet


def cells(heading: str) -> dict[str, str]:
    """The two-column table under *heading*."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section, re.MULTILINE)
    return {name.strip("`"): value.strip("`") for name, value in rows}


@pytest.mark.parametrize("header", [header for case, header in ACCEPTED.items() if case != "without padding"])
def test_the_snippet_accepts_what_is_ours(verify: Verify, header: str) -> None:
    assert verify(SECRET, {**HEADERS, "webhook-signature": header}, BODY, TIMESTAMP)


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED)
def test_the_snippet_refuses_a_wrong_signature(verify: Verify, header: str) -> None:
    with pytest.raises(ValueError, match="no signature fits"):
        verify(SECRET, {**HEADERS, "webhook-signature": header}, BODY, TIMESTAMP)


@pytest.mark.parametrize("timestamp", BAD_TIMESTAMPS)
def test_the_snippet_refuses_a_malformed_timestamp(verify: Verify, timestamp: str) -> None:
    with pytest.raises(ValueError, match=r"timestamp|signature"):
        verify(SECRET, {**HEADERS, "webhook-timestamp": timestamp}, BODY, TIMESTAMP)


@pytest.mark.parametrize("off", [-301, 301])
def test_the_snippet_refuses_another_time(verify: Verify, off: int) -> None:
    with pytest.raises(ValueError, match="5 minutes"):
        verify(SECRET, HEADERS, BODY, TIMESTAMP + off)


def test_the_snippet_takes_bodies_that_are_not_utf_8_and_several_signatures(verify: Verify) -> None:
    headers = signed_headers([b"n" * 32, read_secret(SECRET)], WEBHOOK_ID, TIMESTAMP, b"\xff")

    assert verify(SECRET, headers, b"\xff", TIMESTAMP) == WEBHOOK_ID


def test_the_vector_of_the_page_verifies(verify: Verify) -> None:
    vector = cells("Verify")
    headers = {name: vector[name] for name in HEADERS}

    read = verify(vector["secret"], headers, vector["body"].encode(), float(vector["webhook-timestamp"]))

    assert read == vector["webhook-id"]


def test_the_snippet_with_the_package_reads_an_event_and_refuses_an_old_one() -> None:
    read_event = function("read_event")
    now = int(SystemClock().now().timestamp())
    headers = signed_headers([read_secret(SECRET)], WEBHOOK_ID, now, BODY)

    assert read_event(SECRET, headers, BODY) == {"test": 2432232314}
    with pytest.raises(WebhookVerificationError):
        read_event(SECRET, HEADERS, BODY)


def test_the_example_body_is_the_golden_record() -> None:
    golden = json.loads((ROOT / "tests" / "data" / "webhooks" / "alert.json").read_bytes())

    assert json.loads(blocks("json")[0]) == golden


def test_the_line_for_those_without_the_command_writes_an_order() -> None:
    (line,) = (line for block in blocks("console") for line in block.splitlines() if "kcat" in line)
    echoed, _, written = (
        line.removeprefix("$ ").replace("$(date +%s)", "1").replace("$(date -u +%FT%TZ)", TIME).partition("|")
    )
    _, value = shlex.split(echoed)
    words = shlex.split(written)
    headers = [each.partition("=") for flag, each in pairwise(words) if flag == "-H"]
    options = dict(pairwise(words))
    record = Record(
        options["-t"], 0, 0, options["-k"].encode(), value.encode(), tuple((k, v.encode()) for k, _, v in headers)
    )

    order = decode(record, DeliveryCommand)

    assert (record.topic, record.key) == (topology.DELIVERIES_COMMANDS.name, b"desk-1")
    assert (order.data.endpoint, order.data.command, order.envelope.id) == ("desk-1", "test", "test-1")


def test_every_command_of_the_page_exists() -> None:
    shown = re.findall(r"^\$ wirewatch (\w+) (\w+)", "".join(blocks("console")), re.MULTILINE)
    groups = {name: place for panel in COMMANDS.values() for name, (_, place) in panel.items()}

    assert len(shown) == 5
    assert all(command in groups[group] for group, command in shown)


def test_the_example_of_endpoints_is_valid_and_shows_the_defaults() -> None:
    (endpoint,) = EndpointsFile.model_validate(yaml.safe_load(blocks("yaml")[0]), extra="forbid").endpoints

    assert endpoint.events == DEFAULT_EVENTS
    assert endpoint.retry == DEFAULT_RETRY
    assert endpoint.max_in_flight == type(endpoint).model_fields["max_in_flight"].default


def test_every_outcome_is_explained() -> None:
    assert set(cells("What became of a delivery")) - {"outcome", "---"} == set(DeliveryOutcome)


def test_the_time_to_answer_is_that_of_the_settings() -> None:
    seconds = NotifierSettings.model_fields["request_seconds"].default

    assert f"within {seconds:.0f} seconds" in PAGE
