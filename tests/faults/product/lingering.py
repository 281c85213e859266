"""A poller that stays in each transaction before its commit: ``python -m tests.faults.product.lingering SECONDS``."""

from __future__ import annotations

import sys

import wirewatch.poller.__main__ as poller
from tests.faults.streams.stages import Staged
from wirekit.runtime.lifecycle import run_service
from wirekit.streams import tenure
from wirewatch.poller.settings import PollerSettings

if __name__ == "__main__":
    Staged.linger = float(sys.argv[1])
    vars(tenure).update(FencedWriter=Staged)
    run_service(PollerSettings, poller.serve)
