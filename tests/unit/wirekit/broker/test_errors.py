import pytest

from wirekit.broker import BrokerError
from wirekit.broker.errors import DETAIL_LINES, DETAIL_WIDTH, explain, telling_lines

LINES = {
    "java.net.BindException: Address already in use": "port is taken",
    "java.io.IOException: No space left on device": "disk is full",
    "KafkaException: Failed to acquire lock on file .lock in /d/topics": "another broker",
    "Invalid cluster.id in: /d. Expected a, but read b, doesn't match stored clusterId": "another cluster",
    "Error occurred during initialization of VM\nCould not reserve enough space for object heap": "memory for the JVM",
    "Terminating due to java.lang.OutOfMemoryError: Java heap space": "raise heap_mb",
    "org.apache.kafka.common.config.ConfigException: Invalid value x": "setting is wrong",
    "java.nio.file.AccessDeniedException: /d: Permission denied": "not writable",
    "[Errno 30] Read-only file system: '/d/lock'": "not writable",
    "MetadataParseException\nCaused by: Can't read version 4 of BrokerEndpoint": "newer Kafka: upgrade",
    "meta.properties\njava.lang.RuntimeException: Unknown meta.properties version number 2": "newer Kafka: upgrade",
    "java.lang.RuntimeException: Error: node ID not found in /d/topics": "damaged",
    "java.lang.RuntimeException: No readable meta.properties files found.": "damaged",
    "CorruptRecordException: Found record size -1 smaller than minimum": "damaged",
    "UncheckedIOException: Error while reading the Quorum status from the file": "damaged",
}


@pytest.mark.parametrize(("line", "words"), LINES.items())
def test_a_line_that_kafka_is_known_to_log_gets_plain_words(line: str, words: str) -> None:
    assert words in explain(f"2026-01-01 INFO starting\n{line}\nmore", "see the log")


def test_an_unknown_line_gets_the_words_of_the_caller() -> None:
    assert explain("something new", "see the log") == "see the log"


def test_the_detail_is_the_last_lines_that_report_an_error_each_cut() -> None:
    log = "INFO calm\n" * 5 + f"ERROR {'x' * 1000}\n" * 20 + "INFO calm\n"
    lines = telling_lines(log).splitlines()

    assert len(lines) == DETAIL_LINES
    assert {len(line) for line in lines} == {DETAIL_WIDTH}


def test_without_an_error_the_detail_is_the_end_of_the_log() -> None:
    assert telling_lines("one\ntwo") == "one\ntwo"


def test_the_first_line_of_an_error_is_its_message() -> None:
    error = BrokerError("port 8792 is taken", "ERROR bind\nERROR again")

    assert str(error).splitlines() == ["port 8792 is taken", "ERROR bind", "ERROR again"]
    assert error.detail == "ERROR bind\nERROR again"
