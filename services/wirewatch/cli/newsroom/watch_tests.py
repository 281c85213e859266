"""Runs the tests that watches carry: texts on which they must fire, or must not."""

from __future__ import annotations

from collections.abc import Iterator

from wirealert import Watches, explain
from wirekit.contracts import SourceFilter, Watchlist
from wiretext import Enricher


def failed_tests(watchlist: Watchlist) -> Iterator[str]:
    """The tests of the watches that do not hold, in words. Sources do not count: a test is a text without one."""
    anywhere = tuple(watch.model_copy(update={"sources": SourceFilter()}) for watch in watchlist.watches)
    enricher, watches = Enricher(watchlist), Watches.of(watchlist.model_copy(update={"watches": anywhere}))
    for watch in watchlist.watches:
        for number, test in enumerate(watch.tests, start=1):
            article = enricher.enrich_text("test", test.title, test.text)
            found = next(one for one in explain(article, watches) if one.watch_id == watch.id)
            if found.fires != test.fires:
                expected = "should fire" if test.fires else "should not fire"
                yield f"watch {watch.id}, test {number} {expected}: {'; '.join(found.because)}"
