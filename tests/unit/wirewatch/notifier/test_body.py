"""The body of a webhook: both standards at once, and never over 20,000 bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cloudevents.core.bindings import http
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ALERT_ID, NOON, an_alert, an_evidence, an_instant
from wirekit.contracts import AlertRaised, Severity, ids
from wirekit.errors import InvalidMessage
from wirewatch.notifier.body import CONTENT_TYPE, MAX_BYTES, AlertBody, body_of_test

WEBHOOK_ID = ids.webhook_id(ALERT_ID, 1, "desk-1")
GOLDEN = Path(__file__).parents[3] / "data" / "webhooks" / "alert.json"


def body(alert: AlertRaised) -> bytes:
    return AlertBody(alert, an_instant(0.9)).for_webhook(WEBHOOK_ID)


def event(alert: AlertRaised) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(body(alert))
    return read


def test_the_body_is_the_golden_record() -> None:
    assert event(an_alert()) == json.loads(GOLDEN.read_bytes())


def test_the_data_is_the_alert_as_on_its_topic() -> None:
    assert AlertRaised.model_validate(event(an_alert())["data"]) == an_alert()


def test_the_sdk_of_cloudevents_reads_the_body() -> None:
    evidence = tuple(an_evidence(sentence=f"{number} " + "é" * 3000) for number in range(10))

    read = http.from_http_event(http.HTTPMessage({"content-type": CONTENT_TYPE}, body(an_alert(evidence=evidence))))

    assert (read.get_id(), read.get_type(), read.get_time()) == (WEBHOOK_ID, AlertRaised.event_type, an_instant(0.9))
    assert read.get_extension("datacut") is True
    assert AlertRaised.model_validate(read.get_data()).alert_id == read.get_subject() == ALERT_ID


def test_text_of_any_script_is_not_escaped() -> None:
    evidence = an_evidence(sentence="김정은은 쇼이구를 만났다.")

    assert "김정은은 쇼이구를 만났다.".encode() in body(an_alert(evidence=(evidence,)))


def test_the_trace_of_the_alert_goes_along() -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    assert json.loads(AlertBody(an_alert(), NOON, trace).for_webhook(WEBHOOK_ID))["traceparent"] == trace
    assert "traceparent" not in event(an_alert())


def test_an_alert_that_fits_is_not_cut() -> None:
    assert "datacut" not in event(an_alert())


def test_evidence_that_does_not_fit_is_cut_from_the_end_and_flagged() -> None:
    alert = an_alert(evidence=tuple(an_evidence(sentence=f"{number} " + "x" * 3000) for number in range(10)))

    cut = event(alert)

    kept = [evidence["sentence"][0] for evidence in cut["data"]["evidence"]]
    assert cut["datacut"] is True
    assert kept == ["0", "1", "2", "3"]
    assert len(body(alert)) <= MAX_BYTES


def test_the_sources_are_cut_before_the_first_evidence() -> None:
    sources = tuple(f"{number}.news.example" for number in range(3000))
    story = an_alert().story.model_copy(update={"sources": sources})

    cut = event(an_alert(story=story))

    assert cut["datacut"] is True
    assert len(cut["data"]["evidence"]) == 1
    assert cut["data"]["story"]["sources"] == list(sources[: len(cut["data"]["story"]["sources"])])
    assert cut["data"]["story"]["sources"]


def test_one_evidence_that_does_not_fit_goes_last() -> None:
    cut = event(an_alert(evidence=(an_evidence(sentence="x" * 30_000),)))

    assert cut["data"]["evidence"] == []


def test_what_fits_in_no_way_is_refused() -> None:
    alert = an_alert(severity=Severity(text="high", number=3, why=("x" * 30_000,)))

    with pytest.raises(InvalidMessage) as refused:
        body(alert)

    assert refused.value.reason == "body_too_large"


@given(sentences=st.lists(st.text(max_size=6000), max_size=8), sources=st.lists(st.text(max_size=100), max_size=300))
def test_no_alert_makes_a_body_over_the_limit(sentences: list[str], sources: list[str]) -> None:
    evidence = tuple(an_evidence(sentence=sentence) for sentence in sentences)
    story = an_alert().story.model_copy(update={"sources": tuple(sources)})
    alert = an_alert(evidence=evidence, story=story)

    written = body(alert)

    whole = len(evidence) == len(json.loads(written)["data"]["evidence"])
    assert len(written) <= MAX_BYTES
    assert whole or json.loads(written)["datacut"] is True


def test_a_test_event_names_the_endpoint_and_is_no_alert() -> None:
    read = json.loads(body_of_test(WEBHOOK_ID, "desk-1", NOON))

    assert read == {
        "specversion": "1.0",
        "id": WEBHOOK_ID,
        "source": "/wirewatch/notifier",
        "type": "wirewatch.endpoint.tested.v1",
        "time": "2026-03-02T12:00:00Z",
        "timestamp": "2026-03-02T12:00:00Z",
        "datacontenttype": "application/json",
        "subject": "desk-1",
        "data": {"endpoint": "desk-1"},
    }


def test_as_much_evidence_is_kept_as_fits_however_much_there_is() -> None:
    alert = an_alert(evidence=tuple(an_evidence(sentence=f"{number} " + "x" * 100) for number in range(2000)))

    kept = len(event(alert)["data"]["evidence"])

    one_more = json.dumps(event(alert)["data"]["evidence"][-1], ensure_ascii=False, separators=(",", ":"))
    assert len(body(alert)) <= MAX_BYTES < len(body(alert)) + len(one_more) + 60
    assert kept > 1
