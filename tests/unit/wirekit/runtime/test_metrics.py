"""The list of metrics."""

import re

from wirekit.runtime import metrics
from wirekit.streams import Observer


def test_names_follow_the_convention_and_occur_once() -> None:
    names = [row.name for row in metrics.CATALOGUE]

    assert sorted(set(names)) == sorted(names)
    for row in metrics.CATALOGUE:
        assert re.fullmatch(r"wirewatch_[a-z_]+", row.name)
        assert row.name.endswith("_total") == (row.kind == "counter"), row.name
        assert not row.name.endswith(("_ms", "_bytes_total", "_count")), row.name
        assert row.meaning.endswith("."), row.name


def test_the_table_of_the_docs_has_a_row_for_each() -> None:
    table = metrics.metrics_table()

    assert len(table.splitlines()) == len(metrics.CATALOGUE) + 2
    assert "| `wirewatch_records_total` | counter | `topic`, `fate` |" in table
    assert "| `wirewatch_candidates_total` | counter | - |" in table


def test_what_the_streams_tell_becomes_metrics() -> None:
    observer: Observer = metrics.StreamMetrics()

    observer.counted("a.topic", "buried", 3)
    observer.batch_took("a.topic", 0.2)
    observer.progressed("a.topic", 4, records=10, seconds=2.5)
    observer.rebalanced("a.topic")

    text = metrics.exposition().decode()
    assert 'wirewatch_records_total{fate="buried",topic="a.topic"} 3.0' in text
    assert 'wirewatch_batch_seconds_count{topic="a.topic"} 1.0' in text
    assert 'wirewatch_lag_records{partition="4",topic="a.topic"} 10.0' in text
    assert 'wirewatch_lag_seconds{partition="4",topic="a.topic"} 2.5' in text
    assert 'wirewatch_rebalances_total{topic="a.topic"} 1.0' in text
    assert "process_resident_memory_bytes" in text


def test_the_lag_of_a_partition_that_went_to_another_owner_is_no_longer_ours_to_show() -> None:
    observer: Observer = metrics.StreamMetrics()
    observer.progressed("moved", 1, records=10, seconds=2.5)
    observer.released("moved", 1)
    observer.released("moved", 2)

    assert 'topic="moved"' not in metrics.exposition().decode()
