from __future__ import annotations

import sys

import pytest

from wiretext.tagging.compiling import compiled
from wiretext.tagging.decoding import decode_in_loops


def test_without_numba_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)

    assert compiled(decode_in_loops) is None
