"""The watch list by what is asked of it."""

from __future__ import annotations

from tests.builders import a_watch, a_watchlist, an_entity
from wirealert import Watches
from wirekit.contracts import AnyOf

PAIR = a_watch(id="pair")
GROUP = a_watch(id="group", entities=("ana-brodie", AnyOf(any_of=("otto-lind", "tomas-ilk"))))
OTHERS = a_watch(id="others", entities=("otto-lind", "mia-salo"))
WATCHES = Watches.of(a_watchlist(PAIR, GROUP, OTHERS, number=7, entities=(an_entity("Ana Brodie"),)))


def test_watches_are_found_by_any_entity_that_they_name_each_once() -> None:
    assert WATCHES.naming(["tomas-ilk", "ana-brodie"]) == (GROUP, PAIR)
    assert WATCHES.naming(["otto-lind"]) == (GROUP, OTHERS)
    assert WATCHES.naming(["nobody"]) == ()


def test_a_watch_that_the_list_lacks_is_none() -> None:
    assert (WATCHES.get("pair"), WATCHES.get("gone")) == (PAIR, None)


def test_an_entity_that_the_list_lacks_is_called_by_its_id() -> None:
    assert [WATCHES.name_of(entity) for entity in ("ana-brodie", "otto-lind")] == ["Ana Brodie", "otto-lind"]
