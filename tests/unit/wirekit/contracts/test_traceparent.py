"""The W3C traceparent field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts.traceparent import TraceParent

_FIELD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def test_a_field_is_read_and_written_unchanged() -> None:
    parsed = TraceParent.parse(_FIELD)

    assert parsed == TraceParent(bytes.fromhex("0af7651916cd43dd8448eb211c80319c"), bytes.fromhex("b7ad6b7169203331"))
    assert str(parsed) == _FIELD


@given(
    st.binary(min_size=24, max_size=24).filter(lambda entropy: any(entropy[:16]) and any(entropy[16:])), st.booleans()
)
def test_every_trace_survives_its_text(entropy: bytes, sampled: bool) -> None:
    trace = TraceParent(entropy[:16], entropy[16:], sampled)

    assert TraceParent.parse(str(trace)) == trace


def test_a_new_trace_is_made_of_the_entropy_alone() -> None:
    entropy = bytes(range(1, 25))

    assert str(TraceParent.begin(entropy)) == f"00-{entropy[:16].hex()}-{entropy[16:].hex()}-01"


def test_a_later_version_is_read_as_far_as_it_is_known() -> None:
    assert TraceParent.parse("cc" + _FIELD[2:] + "-what-comes") == TraceParent.parse(_FIELD)


@pytest.mark.parametrize(
    "text",
    [
        *("", "00", _FIELD[:-1], _FIELD + "-x", _FIELD.upper(), "ff" + _FIELD[2:], _FIELD + "\n", " " + _FIELD),
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
    ],
)
def test_what_is_not_valid_is_no_trace(text: str) -> None:
    assert TraceParent.parse(text) is None
