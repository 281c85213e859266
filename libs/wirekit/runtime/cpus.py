"""How many CPUs this process may use, containers included. Starts nothing."""

from __future__ import annotations

import math
import os
from pathlib import Path

_QUOTA_FILE = Path("/sys/fs/cgroup/cpu.max")


def available_cpus(quota_file: Path = _QUOTA_FILE) -> int:
    """The affinity of the process (``cpuset``), cut to the quota of its control group (cgroup v2); at least 1."""
    affinity = getattr(os, "sched_getaffinity", None)
    allowed = len(affinity(0)) if affinity else os.cpu_count() or 1
    try:
        quota, period = quota_file.read_text(encoding="ascii").split()
        return max(1, min(allowed, math.ceil(int(quota) / int(period))))
    except (OSError, ValueError):
        # No such file outside Linux and under cgroup v1; the word "max" for no quota.
        return allowed
