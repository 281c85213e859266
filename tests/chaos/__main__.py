"""``make chaos``: the whole product with replicas under faults at random; ends with 1 when a promise was broken."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.chaos.database import a_database
from tests.chaos.run import Scale, run


def main() -> int:
    """Run once; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="repeats the faults and the articles")
    parser.add_argument("--articles", type=int, default=Scale.articles, help="default %(default)s")
    parser.add_argument("--faults", type=int, default=Scale.faults, help="default %(default)s")
    parser.add_argument("--brokers", type=int, default=Scale.brokers, help="default %(default)s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder, a_database() as database:
        sys.stdout.write(f"{'PostgreSQL, two notifiers' if database else 'no Docker: SQLite, one notifier'}\n")
        return 0 if asyncio.run(run(Path(folder), Scale(database=database, **vars(options)))).is_exact else 1


if __name__ == "__main__":
    sys.exit(main())
