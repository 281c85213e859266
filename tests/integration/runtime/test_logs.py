"""What a process writes to standard error."""

import json
import subprocess
import sys

_PROGRAM = """
import logging, sys, warnings
import structlog
from wirekit.runtime.logs import configure_logs, get_logger
log = get_logger()
configure_logs(sys.argv[1], sys.argv[2], "poller")
log.debug("feed.considered")
with structlog.contextvars.bound_contextvars(feed_id="kompas"):
    log.info("feed.polled", status="not_modified", title="one\\ntwo \\x1b[31m Шойгу", new=0)
logging.getLogger("aiokafka.consumer").info("too chatty")
for member in ("member", "member", "member", "other"):
    logging.getLogger("aiokafka.consumer").warning("heartbeat of %s failed", member)
logging.getLogger("aiokafka.group").error("Request failed: %s", "[Error 15] GroupCoordinatorNotAvailableError")
warnings.warn("an old form", stacklevel=1)
try:
    1 / 0
except ZeroDivisionError:
    log.error("feed.broken", exc_info=True)
"""


def _lines(style: str, level: str) -> list[str]:
    command = [sys.executable, "-c", _PROGRAM, style, level]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stderr.splitlines()


def test_json_is_one_object_a_line_whoever_logged() -> None:
    events = [json.loads(line) for line in _lines("json", "info")]

    assert [event["event"].split(":")[0] for event in events][:2] == ["feed.polled", "heartbeat of member failed"]
    assert {event["service"] for event in events} == {"poller"}
    assert [event["level"] for event in events] == ["info", "warning", "warning", "warning", "error"]
    assert events[0]["feed_id"] == "kompas"
    assert events[0]["title"].endswith("Шойгу")
    assert events[0]["timestamp"].endswith("Z")
    assert "ZeroDivisionError" in events[-1]["exception"]


def test_the_level_decides_what_is_logged() -> None:
    debug = [json.loads(line)["event"] for line in _lines("json", "debug")]
    error = [json.loads(line)["event"] for line in _lines("json", "error")]

    assert debug[0] == "feed.considered"
    assert error[-1] == "feed.broken"
    assert "feed.polled" not in error


def test_the_console_keeps_what_a_feed_wrote_on_one_line_and_out_of_the_terminal() -> None:
    lines = _lines("console", "info")

    assert "\\n" in lines[0]
    assert "\x1b" not in "".join(lines)
    assert "Шойгу" in lines[0]
    assert "heartbeat of member failed" in lines[1]
    assert not any("GroupCoordinatorNotAvailableError" in line for line in lines)


def test_a_library_that_repeats_itself_is_heard_once() -> None:
    heartbeats = [line for line in _lines("console", "info") if "heartbeat of" in line]

    assert ["member" in heartbeats[0], "other" in heartbeats[1]] == [True, True]
    assert len(heartbeats) == 2
