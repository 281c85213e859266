"""The whole product under faults from a seed: nothing lost, nobody told twice. ``make chaos`` is the same, larger."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.chaos.run import Scale, run
from wirekit.contracts import topology

pytestmark = pytest.mark.faults

SHARE = 0.35
"""Every third article tells a new story of one of four pairs: few watches, each with very many stories."""


@pytest.mark.long
async def test_eight_faults_lose_nothing_and_tell_nobody_twice(tmp_path: Path) -> None:
    small = Scale(seed=12, articles=200, per_second=10, faults=8, share=SHARE, feeds=8, brokers=1, doubled=("alerter",))

    finding = await run(tmp_path, small)

    assert finding.keeps_promises
    assert finding.verdict.told >= small.articles / 4


@pytest.mark.slow
async def test_kills_and_freezes_of_every_process_lose_nothing_and_tell_nobody_twice(tmp_path: Path) -> None:
    services = tuple(service.name for service in topology.SERVICES)
    large = Scale(
        seed=random.randrange(10**6),
        articles=2000,
        per_second=8,
        faults=40,
        share=SHARE,
        brokers=1,
        services=services,
        named=False,
    )

    finding = await run(tmp_path, large)

    assert finding.keeps_promises
    assert finding.verdict.told >= large.articles / 4
