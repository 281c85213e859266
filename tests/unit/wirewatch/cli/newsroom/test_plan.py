from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirewatch.cli.newsroom.plan import MOST_LINES, Plan, plan


def manager(_key: str, value: bytes) -> str | None:
    return None if b"illegible" in value else "console" if b"console" in value else "file"


def planned(current: dict[str, bytes], wanted: dict[str, bytes]) -> Plan:
    return plan(current, wanted, manager)


ROWS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([b'{"v":1}', b'{"v":2}', b'{"v": 1}']))


def test_a_row_that_the_file_no_longer_names_goes() -> None:
    found = planned({"a": b'{"managed_by":"file"}', "b": b"{}"}, {"a": b'{"managed_by":"file"}'})

    assert found.removed == ("b",)
    assert list(found.lines("feed")) == ["- feed b"]


def test_a_row_made_in_the_console_is_left_alone() -> None:
    found = planned({"a": b'{"managed_by":"console"}'}, {})

    assert not found


def test_a_row_that_differs_only_in_white_space_is_not_written_again() -> None:
    assert not planned({"a": b'{"x": 1}'}, {"a": b'{"x":1}'})


def test_a_row_that_cannot_be_read_is_replaced_or_goes_and_is_named() -> None:
    found = planned({"a": b"illegible", "b": b'"illegible", "managed_by": "console"'}, {"a": b"{}"})

    assert (found.changed, found.removed) == ({"a": b"{}"}, ("b",))
    assert list(found.lines("feed")) == ["~ feed a (it could not be read)", "- feed b (it could not be read)"]


def test_of_very_many_rows_the_first_are_told_and_the_others_counted() -> None:
    told = list(planned({}, {f"row-{at:04}": b"{}" for at in range(1_234)}).lines("entity"))

    assert len(told) == MOST_LINES + 1
    assert (told[0], told[-1]) == ("+ entity row-0000", "+ … and 1,184 more")


def test_a_row_nested_without_end_is_not_compared() -> None:
    assert planned({"a": b"[" * 100_000}, {"a": b"{}"}).changed == {"a": b"{}"}


@given(ROWS, ROWS)
def test_applying_a_plan_leaves_nothing_to_apply(current: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    after = dict(current)
    for key, value in planned(current, wanted).rows.items():
        if value is None:
            del after[key]
        else:
            after[key] = value

    assert after.keys() == wanted.keys()
    assert not planned(after, wanted)
