from __future__ import annotations

import sys

import pytest

from wiretext.compiling import compiled, compiled_if_loaded, load
from wiretext.tagging.decoding import decode_in_loops


def test_without_numba_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)

    assert compiled(lambda: 1) is None


def test_who_has_much_to_look_through_loads_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")

    load()
    assert compiled_if_loaded(decode_in_loops) is not None

    monkeypatch.setitem(sys.modules, "numba", None)
    load()  # is no error where it is not installed


def test_what_does_not_wait_for_numba_is_compiled_where_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")

    assert compiled_if_loaded(decode_in_loops) is compiled(decode_in_loops) is not None
    monkeypatch.delitem(sys.modules, "numba")
    assert compiled_if_loaded(decode_in_loops) is None
