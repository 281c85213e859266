"""``python -m tests.bench.streams.contenders MODULE[:VARIANT] JOB``: do the job once and print its figures as JSON.

JOB is a :class:`Job` as JSON. It runs on the last of the machine's cores, alone where there are two.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys

from tests.bench.streams.job import Job, Stopwatch


def main() -> None:
    """Run one contender."""
    name, _, variant = sys.argv[1].partition(":")
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    logging.disable(logging.WARNING)
    watch = Stopwatch()
    importlib.import_module(f"tests.bench.streams.contenders.{name}").run(
        Job(**json.loads(sys.argv[2])), watch, variant
    )
    print(json.dumps(watch.laps), flush=True)  # noqa: T201 - the one line of output
    os._exit(0)  # what some of them need to leave is not measured


if __name__ == "__main__":
    main()
