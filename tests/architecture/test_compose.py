"""docker-compose.yml is safe by default: what it opens, what its containers may do, what they are told."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirekit.contracts import topology
from wirekit.runtime.settings import ServiceSettings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
CONTAINERS: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, entry in CONTAINERS.items() if entry["image"] == "wirewatch"]
SERVICES = [service.name for service in topology.SERVICES]


def variables(name: str) -> dict[str, Any]:
    environment: dict[str, Any] = CONTAINERS[name].get("environment", {})
    return {key: value for key, value in environment.items() if key.startswith("WIREWATCH_")}


def test_nothing_listens_beyond_this_machine() -> None:
    published = [port for entry in CONTAINERS.values() for port in entry.get("ports", [])]

    assert published
    assert [port for port in published if not port.startswith("127.0.0.1:")] == []


@pytest.mark.parametrize("name", OURS)
def test_a_container_of_ours_has_no_rights_it_does_not_need(name: str) -> None:
    entry = CONTAINERS[name]

    assert entry["user"] == "10001:10001"
    assert entry["read_only"] is True
    assert entry["cap_drop"] == ["ALL"]
    assert entry["security_opt"] == ["no-new-privileges:true"]
    assert not entry.get("privileged")


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_starts_after_setup_and_comes_back_when_it_dies(name: str) -> None:
    entry = CONTAINERS[name]

    assert entry["depends_on"]["setup"] == {"condition": "service_completed_successfully"}
    assert entry["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_told_only_settings_that_it_has(name: str) -> None:
    settings = getattr(importlib.import_module(f"wirewatch.{name}.settings"), f"{name.capitalize()}Settings")
    fields = settings.model_fields
    shared = {f"WIREWATCH_{key.upper()}" for key in ServiceSettings.model_fields}
    own = {f"WIREWATCH_{name.upper()}_{key.upper()}" for key in fields}

    assert set(variables(name)) <= shared | own
    assert variables(name)["WIREWATCH_HEALTH_PORT"] == fields["health_port"].default


def test_every_variable_of_the_file_is_explained_beside_the_demo() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    demo = (ROOT / "deploy" / "demo.env").read_text(encoding="utf-8")
    explained = set(re.findall(r"^#?([A-Z_]+)=", demo, re.MULTILINE))

    assert explained == asked | {"COMPOSE_PROFILES"}
