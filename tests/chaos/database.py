"""The delivery table of a run: PostgreSQL in a container where Docker's engine and the image are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests import containers


@contextmanager
def a_database() -> Iterator[str]:
    """Its URL; empty where there is none."""
    if containers.why_not(containers.service("postgres")["image"]):
        yield ""
        return
    containers.remove_leftovers()
    with containers.postgres() as server:
        yield server.get_connection_url()
