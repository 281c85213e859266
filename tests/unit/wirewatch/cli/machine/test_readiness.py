"""What a health check makes of an answer; `tests/integration/cli/test_health.py` asks a real server."""

from __future__ import annotations

from http.client import BadStatusLine
from typing import Any

import pytest

from wirewatch.cli.machine import readiness


class Answering:
    """A connection that answers every request the same; *answer* is a status and a body, or an error."""

    answer: tuple[int, bytes] | Exception = (200, b"")
    closed = 0

    def __init__(self, host: str, port: int, timeout: float) -> None:
        assert (host, port, timeout) == ("127.0.0.1", 8781, readiness.ANSWER_SECONDS)
        Answering.closed = 0

    def request(self, method: str, path: str) -> None:
        assert (method, path) == ("GET", "/readyz")
        if isinstance(self.answer, Exception):
            raise self.answer

    def getresponse(self) -> Any:
        return self

    @property
    def status(self) -> int:
        assert isinstance(self.answer, tuple)
        return self.answer[0]

    def read(self, limit: int) -> bytes:
        assert isinstance(self.answer, tuple)
        return self.answer[1][:limit]

    def close(self) -> None:
        Answering.closed += 1


@pytest.fixture(autouse=True)
def _answering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "HTTPConnection", Answering)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((200, b"{}"), None),
        ((503, b'{"failures": {"kafka": "away", "feeds": "none"}}'), "is not ready: kafka: away; feeds: none"),
        ((503, b"starting"), "is not ready: starting"),
        ((404, b"[1]"), "is not ready: [1]"),
        ((500, b'{"failures": null}'), 'is not ready: {"failures": null}'),
        ((500, b"\xff"), "is not ready: \ufffd"),
        (ConnectionRefusedError("refused"), "does not answer on port 8781: refused"),
        (BadStatusLine("SSH-2.0"), "does not answer on port 8781: SSH-2.0"),
    ],
)
def test_a_service_is_ready_or_it_is_said_why_not(
    monkeypatch: pytest.MonkeyPatch, answer: tuple[int, bytes] | Exception, told: str | None
) -> None:
    monkeypatch.setattr(Answering, "answer", answer)

    assert readiness.unready(8781) == told
    assert Answering.closed == 1


def test_of_an_answer_without_end_only_a_part_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Answering, "answer", (500, b"x" * (readiness.ANSWER_BYTES + 1)))

    assert len(readiness.unready(8781) or "") == len("is not ready: ") + readiness.ANSWER_BYTES
