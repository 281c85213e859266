"""Rows as they lie on Kafka, and as values."""

from __future__ import annotations

import pytest

from tests.builders import a_watchlist, an_instant
from tests.sightings import seen, sighted
from wirealert import Watches, WatchRow, decide
from wirekit.errors import InvalidMessage
from wirewatch.alerter.rows import MAX_KEPT, RowReader, Rows

KEY = b"brodie-ilk"


def a_row(watch_id: str = "brodie-ilk") -> WatchRow:
    row, _ = decide(Watches.of(a_watchlist()), None, seen(sighted(), watch_id=watch_id), 4)
    return row


def test_a_row_is_read_as_it_was_written() -> None:
    row = a_row()

    assert RowReader().read(KEY, row.to_json()) == row


@pytest.mark.parametrize(
    ("key", "written"),
    [
        pytest.param(KEY, b"nonsense", id="no JSON"),
        pytest.param(KEY, b"{}", id="no row"),
        pytest.param(KEY, b"", id="nothing"),
        pytest.param(KEY, a_row("second").to_json(), id="the row of another watch"),
        pytest.param(b"\xff\xfe", a_row().to_json(), id="under a key that is no text"),
        pytest.param(KEY, a_row().to_json().replace(b'"sketches":["', b'"sketches":["!'), id="a sketch that is none"),
    ],
)
def test_what_is_no_row_of_the_watch_is_illegible(key: bytes, written: bytes) -> None:
    reader = RowReader()

    with pytest.raises(InvalidMessage, match="illegible_row"):
        reader.read(key, written)
    assert list(reader.illegible({key: written, b"second": a_row("second").to_json()})) == [key]


def test_a_row_kept_as_a_value_gives_way_to_what_somebody_else_wrote() -> None:
    reader, row = RowReader(), a_row()
    reader.keep(row, row.to_json())
    later = row.advanced(an_instant(60), 5)

    assert reader.read(KEY, row.to_json()) is row
    assert reader.read(KEY, later.to_json()) == later


def test_the_row_kept_longest_goes() -> None:
    reader, written = RowReader(), a_row().to_json()
    reader.keep(first := a_row(), written)
    for number in range(MAX_KEPT):
        reader.keep(row := a_row(f"w{number}"), row.to_json())

    assert reader.read(KEY, written) is not first
    assert reader.read(f"w{MAX_KEPT - 1}".encode(), row.to_json()) is row


def test_only_rows_that_changed_are_written() -> None:
    lane = {KEY: a_row().to_json(), b"second": a_row("second").to_json()}
    rows = Rows(lane, RowReader())
    for row in rows.holding("art_a"):
        rows.put(row)
    rows.put(a_row().advanced(an_instant(60), 5))

    ((before, after, written),) = rows.changed()

    assert before == a_row()
    assert WatchRow.model_validate_json(written) == after
    assert after.applied == 5


def test_a_row_that_a_chunk_began_holds_its_articles_for_the_rest_of_the_chunk() -> None:
    rows = Rows({}, RowReader())
    rows.put(a_row())

    assert rows.holding("art_a") == [a_row()]
