"""The build hook: what it takes out of CLDR, and that an install has it."""

from __future__ import annotations

import json
import runpy
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, dict[str, str]]]:
    """What the hook writes with the Babel that is installed."""
    found: dict[str, dict[str, dict[str, str]]] = json.loads(
        runpy.run_path(str(ROOT / "hatch_build.py"))["extracted"]()
    )
    return found


def test_every_name_has_the_languages_that_use_it(made: dict[str, dict[str, dict[str, str]]]) -> None:
    assert {"en", "en_GB"}.isdisjoint(made["territories"]["KP"]["북한"].split())
    assert made["territories"]["KP"]["북한"] == "ko"
    assert "de" in made["territories"]["DE"]["Deutschland"].split()
    assert "ru" in made["cities"]["Asia/Pyongyang"]["Пхеньян"].split()


def test_a_city_that_is_called_as_its_zone_in_english_has_that_name(
    made: dict[str, dict[str, dict[str, str]]],
) -> None:
    assert "en" in made["cities"]["Asia/Pyongyang"]["Pyongyang"].split()
    assert "en" in made["cities"]["America/New_York"]["New York"].split()
    assert "en" in made["cities"]["Asia/Saigon"]["Ho Chi Minh City"].split()


def test_this_install_has_what_the_hook_writes(made: dict[str, dict[str, dict[str, str]]]) -> None:
    installed = json.loads(resources.files("wiretext").joinpath("starter", "cldr.json").read_text("utf-8"))

    assert installed == made, "run `make setup`: Babel is newer than the install"


def test_the_build_asks_for_what_is_locked_for_it() -> None:
    asked = (ROOT / "deploy" / "requirements" / "build.in").read_text(encoding="utf-8").split()
    locked = (ROOT / "deploy" / "requirements" / "build.txt").read_text(encoding="utf-8")

    assert PROJECT["build-system"]["requires"] == asked
    assert all(f"\n{requirement.partition('>')[0]}==" in locked for requirement in asked)
    assert set(asked) <= set(PROJECT["dependency-groups"]["dev"])


def test_what_the_hook_writes_is_in_a_wheel_and_in_no_commit() -> None:
    target = "libs/wiretext/starter/cldr.json"

    assert PROJECT["tool"]["hatch"]["build"]["artifacts"] == [target]
    assert f"/{target}" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_image_is_built_with_the_hook() -> None:
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")

    assert "COPY pyproject.toml hatch_build.py " in dockerfile
    assert "!hatch_build.py" in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
