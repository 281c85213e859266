from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirewatch.cli.plan import plan

ROWS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([b'{"v":1}', b'{"v":2}', b'{"v": 1}']))


def test_a_row_that_the_file_no_longer_names_goes() -> None:
    found = plan({"a": b'{"managed_by":"file"}', "b": b"{}"}, {"a": b'{"managed_by":"file"}'})

    assert found.removed == ("b",)
    assert list(found.lines("feed")) == ["- feed b"]


def test_a_row_made_in_the_console_is_left_alone() -> None:
    found = plan({"a": b'{"managed_by":"console"}'}, {})

    assert not found


def test_a_row_that_differs_only_in_white_space_is_not_written_again() -> None:
    assert not plan({"a": b'{"x": 1}'}, {"a": b'{"x":1}'})


def test_an_unreadable_row_is_replaced() -> None:
    assert plan({"a": b"\xff"}, {"a": b"{}"}).changed == {"a": b"{}"}
    assert plan({"a": b"[" * 100_000}, {"a": b"{}"}).changed == {"a": b"{}"}


@given(ROWS, ROWS)
def test_applying_a_plan_leaves_nothing_to_apply(current: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    after = dict(current)
    for key, value in plan(current, wanted).rows.items():
        if value is None:
            del after[key]
        else:
            after[key] = value

    assert after.keys() == wanted.keys()
    assert not plan(after, wanted)
