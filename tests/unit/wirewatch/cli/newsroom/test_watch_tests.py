from __future__ import annotations

from tests import builders
from wirekit.contracts import SourceFilter, WatchTest
from wirewatch.cli.newsroom.watch_tests import failed_tests

MET = WatchTest(text="Ana Brodie met Tomas Ilk.", fires=True)


def test_a_test_that_does_not_hold_is_named_with_the_reason() -> None:
    alone = WatchTest(text="Ana Brodie rests.", fires=True)
    watch = builders.a_watch(tests=(MET, alone))

    (failed,) = failed_tests(builders.a_watchlist(watch))

    assert failed.startswith("watch brodie-ilk, test 2 should fire: ")


def test_a_watch_that_takes_some_sources_only_is_tested_by_its_texts_all_the_same() -> None:
    watch = builders.a_watch(tests=(MET,), sources=SourceFilter(include=("news.example",)))

    assert list(failed_tests(builders.a_watchlist(watch))) == []
