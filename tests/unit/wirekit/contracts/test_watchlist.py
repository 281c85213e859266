import pytest

from wirekit.contracts import REVISION_KEY, Entity, Watch, Watchlist, WatchlistRevision
from wirekit.contracts.watchlist import WatchlistFold, digest, rows_of
from wirekit.errors import InvalidMessage

ANNA = Entity(id="anna", type="person", name="Anna Berg")
OTTO = Entity(id="otto", type="person", name="Otto Lind")
BOTH = Watch(id="both", entities=("anna", "otto"))
LIST = Watchlist(number=1, entities=(ANNA, OTTO), watches=(BOTH,))


def mark(number: int, rows: dict[str, bytes]) -> bytes:
    return WatchlistRevision(number=number, sha256=digest(rows)).to_json()


def fold_of(watchlist: Watchlist) -> WatchlistFold:
    fold = WatchlistFold()
    rows = rows_of(watchlist)
    for key, value in rows.items():
        fold.apply(key, value)
    fold.apply(REVISION_KEY, mark(watchlist.number, rows))
    return fold


def test_the_list_appears_only_when_its_revision_closes() -> None:
    fold = WatchlistFold()
    rows = rows_of(LIST)

    assert [fold.apply(key, value) for key, value in rows.items()] == [None, None, None]
    assert fold.apply(REVISION_KEY, mark(1, rows)) == LIST
    assert fold.current == LIST


def test_a_change_is_invisible_until_the_next_revision() -> None:
    fold = fold_of(LIST)

    fold.apply("watch/both", None)

    assert fold.current == LIST
    rows = rows_of(Watchlist(entities=(ANNA, OTTO)))
    assert fold.apply(REVISION_KEY, mark(2, rows)) == Watchlist(number=2, entities=(ANNA, OTTO))


def test_a_revision_whose_rows_were_compacted_away_is_not_shown() -> None:
    fold = WatchlistFold()
    rows = rows_of(LIST)
    fold.apply("entity/anna", rows["entity/anna"])

    assert fold.apply(REVISION_KEY, mark(1, rows)) is None
    assert fold.current is None
    assert fold.pending == 1


def test_a_row_with_a_newer_field_still_closes_its_revision() -> None:
    fold = WatchlistFold()
    rows = {"entity/anna": b'{"id":"anna","type":"person","name":"Anna Berg","mood":"calm"}'}
    fold.apply("entity/anna", rows["entity/anna"])

    assert fold.apply(REVISION_KEY, mark(1, rows)) == Watchlist(number=1, entities=(ANNA,))


def test_an_unreadable_row_is_named_and_the_old_list_stays() -> None:
    fold = fold_of(LIST)
    rows = rows_of(LIST) | {"entity/anna": b'{"id":"anna"}'}
    fold.apply("entity/anna", rows["entity/anna"])

    with pytest.raises(InvalidMessage, match="entity/anna"):
        fold.apply(REVISION_KEY, mark(2, rows))
    assert fold.current == LIST


def test_a_foreign_key_is_refused() -> None:
    with pytest.raises(InvalidMessage) as refusal:
        WatchlistFold().apply("feed/kompas", b"{}")

    assert refusal.value.reason == "unknown_key"
