import base64
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.directory import DataDirectory, new_cluster_id


@pytest.fixture
def directory(tmp_path: Path) -> DataDirectory:
    directory = DataDirectory(tmp_path / "data")
    directory.prepare(min_free_mb=0)
    directory.topics.mkdir()
    return directory


def test_the_port_is_kept(directory: DataDirectory) -> None:
    directory.keep_port(8792)

    assert directory.kept_port() == 8792


@pytest.mark.parametrize("text", [None, "", "x", "-1", "0", "8792 ", "٨٧٩٢", "123456"])
def test_a_port_file_that_holds_no_port_counts_as_none(directory: DataDirectory, text: str | None) -> None:
    if text is not None:
        (directory.root / "port").write_text(text)

    assert directory.kept_port() == 0


def test_a_formatted_directory_tells_its_cluster_id(directory: DataDirectory) -> None:
    (directory.topics / "meta.properties").write_text("#\nnode.id=1\ncluster.id=abc-DEF\nversion=1\n")

    assert directory.is_formatted()
    assert directory.cluster_id() == "abc-DEF"


def test_a_new_directory_and_a_damaged_one_have_no_cluster_id(directory: DataDirectory) -> None:
    new = directory.cluster_id()
    (directory.topics / "meta.properties").write_bytes(b"\xff\x00")

    assert (new, directory.cluster_id()) == ("", "")


def test_partitions_are_those_that_kafka_knows(directory: DataDirectory) -> None:
    for name in (
        "articles.raw-0",
        "feeds.state-11",
        "articles.raw-1.9e64-stray",
        "x-0.77-delete",
        "__cluster_metadata-0",
    ):
        (directory.topics / name).mkdir()
    (directory.topics / "checkpoint-0").write_text("a file")

    assert directory.partitions() == {"articles.raw-0", "feeds.state-11"}


def test_too_little_disk_is_said_with_both_figures(directory: DataDirectory) -> None:
    with pytest.raises(BrokerError, match=r"the disk is full: \d+ MB left at .*, 1000000000 MB needed"):
        directory.prepare(min_free_mb=10**9)


def test_the_logs_of_the_last_run_are_set_aside(directory: DataDirectory) -> None:
    directory.server_log.write_text("the end of the last run")
    directory.clear_last_run()

    assert directory.log_text() == ""
    assert (directory.root / "server.previous.log").read_text() == "the end of the last run"


def test_a_failure_is_looked_for_in_both_logs(directory: DataDirectory) -> None:
    directory.console_log.write_text("from the JVM")
    directory.server_log.write_text("from Kafka")

    assert directory.log_text() == "from the JVM\nfrom Kafka"


def test_a_cluster_id_is_16_random_bytes_and_no_option() -> None:
    ids = {new_cluster_id() for _ in range(500)}

    assert len(ids) == 500
    assert {len(base64.urlsafe_b64decode(f"{text}==")) for text in ids} == {16}
    assert not any(text.startswith("-") for text in ids)


def test_a_full_disk_is_the_cause_even_if_the_log_could_not_be_written(
    directory: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = directory.cause("java.io.IOException: No space left on device")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))

    assert said == directory.cause("") == "the disk is full: make room and start again"


def test_an_unknown_cause_points_to_the_log(directory: DataDirectory) -> None:
    assert directory.cause("something new") == f"see {directory.server_log}"
