"""How many CPUs a process may use."""

import os
from pathlib import Path

import pytest

from wirekit.runtime.cpus import available_cpus

_ALLOWED = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


@pytest.mark.parametrize(
    ("quota", "cpus"),
    [
        ("max 100000", _ALLOWED),
        ("5000 100000", 1),
        ("100000 100000", 1),
        ("99900000 100000", _ALLOWED),
        ("junk", _ALLOWED),
    ],
)
def test_the_quota_of_the_container_cuts_the_cpus_and_never_below_one(tmp_path: Path, quota: str, cpus: int) -> None:
    file = tmp_path / "cpu.max"
    file.write_text(quota + "\n")

    assert available_cpus(file) == cpus


def test_without_a_quota_file_the_affinity_counts(tmp_path: Path) -> None:
    assert available_cpus(tmp_path / "missing") == _ALLOWED
