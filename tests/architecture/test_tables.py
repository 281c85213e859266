"""One truth in three places: the services' README, the topology in code, and docker-compose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from wirekit.contracts import topology

ROOT = Path(__file__).parents[2]
ROW = re.compile(
    r"^\| `(?P<name>\w+)` \| (?P<reads>[^|]*) \| (?P<writes>[^|]*) \| (?P<remembers>[^|]*) \|$", re.MULTILINE
)
TICKED = re.compile(r"`([^`]+)`")


def rows() -> dict[str, re.Match[str]]:
    text = (ROOT / "services" / "README.md").read_text(encoding="utf-8")
    return {match["name"]: match for match in ROW.finditer(text)}


def test_the_readme_lists_the_services_of_the_topology() -> None:
    assert list(rows()) == [service.name for service in topology.SERVICES]


@pytest.mark.parametrize("service", topology.SERVICES, ids=lambda service: service.name)
def test_a_row_of_the_readme_says_what_the_topology_says(service: topology.Service) -> None:
    row = rows()[service.name]

    assert TICKED.findall(row["reads"]) == [topic.name for topic in service.reads]
    assert TICKED.findall(row["writes"]) == [topic.name for topic in service.writes]
    assert row["remembers"] == service.remembers


def test_compose_runs_the_services_of_the_topology() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    commands = {name: entry.get("command") for name, entry in compose["services"].items()}

    for service in topology.SERVICES:
        assert commands[service.name] in (service.name, [service.name])


def test_every_service_has_the_same_floor_plan() -> None:
    for service in topology.SERVICES:
        house = ROOT / "services" / "wirewatch" / service.name
        rooms = {path.stem for path in house.iterdir()}

        assert {"__init__", "__main__", "settings", "service", "adapters"} <= rooms, service.name
