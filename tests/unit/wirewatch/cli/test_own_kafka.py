from __future__ import annotations

from pathlib import Path

from wirewatch.cli.running import own_kafka


def test_a_newsroom_is_applied_to_the_kafka_that_ran_for_it_not_to_that_of_another(tmp_path: Path) -> None:
    data = tmp_path / "data" / "kafka"
    data.mkdir(parents=True)
    (data / "port").write_text("33817")

    assert own_kafka(tmp_path) == "127.0.0.1:33817"


def test_a_newsroom_that_never_ran_is_applied_to_the_documented_address(tmp_path: Path) -> None:
    assert own_kafka(tmp_path) == "127.0.0.1:8792"
