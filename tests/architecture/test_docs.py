"""The pages that are made from code are up to date and whole: newsroom, settings, metrics, AsyncAPI."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirekit import contracts
from wirekit.contracts import topology
from wirewatch.cli.newsroom.checking import wrong_in_files
from wirewatch.cli.newsroom.files import load_newsroom

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = ("newsroom.md", "settings.md", "metrics.md", "contracts/asyncapi.yaml")
ASYNCAPI: dict[str, Any] = yaml.safe_load((DOCS / "contracts" / "asyncapi.yaml").read_text(encoding="utf-8"))
COMPONENTS: dict[str, dict[str, Any]] = ASYNCAPI["components"]
CONTRACTS = sorted(set(COMPONENTS["messages"]) - {"WatchRow", "DeadLetter"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make docs` would write."""
    directory = tmp_path_factory.mktemp("docs")
    subprocess.run([sys.executable, DOCS / "generate.py", directory], check=True)
    return directory


@pytest.mark.parametrize("page", PAGES)
def test_a_committed_page_is_what_make_docs_writes(made: Path, page: str) -> None:
    written = (made / page).read_text(encoding="utf-8")

    assert (DOCS / page).read_text(encoding="utf-8") == written, "run `make docs`"


def test_who_asks_the_generator_for_its_use_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--help"], cwd=tmp_path, check=True, capture_output=True, text=True
    )

    assert asked.stdout.startswith("usage: generate.py [-h] [directory]")
    assert list(tmp_path.iterdir()) == []


def names_in(value: Any) -> set[str]:
    """The names of all fields in a document."""
    if isinstance(value, dict):
        return set(value).union(*map(names_in, value.values()))
    return set().union(*map(names_in, value)) if isinstance(value, list) else set()


def test_the_examples_of_the_page_are_a_newsroom_without_fault_and_have_every_field() -> None:
    newsroom = load_newsroom(DOCS / "newsroom")
    page = (DOCS / "newsroom.md").read_text(encoding="utf-8")
    used = {name for path in (DOCS / "newsroom").iterdir() for name in names_in(yaml.safe_load(path.read_bytes()))}

    assert list(wrong_in_files(newsroom)) == []
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) - used == set()


def variables_read() -> set[str]:
    """Names of environment variables that stand in the code where the environment or an option is read."""
    pattern = re.compile(r"""(?:environ\w*(?:\.get\(|\[)|envvar=)["']([A-Z0-9_]+)["']""")
    sources = (path for folder in ("libs", "services") for path in (ROOT / folder).rglob("*.py"))
    return {name for path in sources for name in pattern.findall(path.read_text(encoding="utf-8"))}


def test_every_variable_that_is_read_is_on_the_page() -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"`([A-Z0-9_]+)`", page))

    assert "WIREWATCH_MAVEN_MIRROR" in variables_read()
    assert variables_read() - shown == set()


def test_every_service_and_every_variable_of_compose_is_on_the_page() -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \|", page.partition("## docker-compose.yml")[2], re.MULTILINE)
    asked = re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8"))

    assert {*asked, "COMPOSE_PROFILES"} == set(rows)
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == [service.name for service in topology.SERVICES]


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def resolved(reference: str) -> Any:
    node: Any = ASYNCAPI
    for step in reference.removeprefix("#/").split("/"):
        node = node[step]
    return node


def test_every_reference_resolves_and_everything_is_referred_to() -> None:
    used = set(references(ASYNCAPI))
    defined = {f"#/components/{kind}/{name}" for kind, entries in COMPONENTS.items() for name in entries}

    assert all(resolved(reference) for reference in used)
    assert defined <= used


def test_the_channels_are_the_topics() -> None:
    assert list(ASYNCAPI["channels"]) == list(topology.TOPICS)
    for name, channel in ASYNCAPI["channels"].items():
        topic, kafka = topology.TOPICS[name], channel["bindings"]["kafka"]
        assert channel["address"] == name
        assert channel["description"].startswith("Public.") == topic.public
        assert kafka["partitions"] == topic.partitions
        assert ("retention.ms" in kafka["topicConfiguration"]) != topic.compacted
        assert list(channel["messages"]) == list(topic.messages)


@pytest.mark.parametrize("service", topology.SERVICES, ids=lambda service: service.name)
def test_a_service_receives_what_it_reads_and_sends_what_it_writes_and_buries(service: topology.Service) -> None:
    own = [entry for entry in ASYNCAPI["operations"].values() if entry["tags"] == [{"name": service.name}]]
    done = {(entry["action"], entry["channel"]["$ref"].removeprefix("#/channels/")) for entry in own}

    assert done == {
        *(("receive", topic.name) for topic in service.reads),
        *(("send", topic.name) for topic in service.writes),
        *(("send", topic.dead_letters.name) for topic in service.buries),
    }


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_schema_of_a_message_fits_its_golden_record(name: str) -> None:
    schema = COMPONENTS["schemas"][name]
    golden = json.loads((ROOT / "tests" / "data" / "contracts" / f"{name}.v1.json").read_bytes())

    assert set(schema.get("required", ())) <= set(golden) <= set(schema["properties"])
    assert schema.get("additionalProperties", True) is True
    assert (
        COMPONENTS["messages"][name]["headers"]["properties"]["ce_type"]["const"] == getattr(contracts, name).event_type
    )


def metrics_set(tree: ast.AST) -> set[str]:
    """Names `X` of every `X.inc(…)`, `metrics.X.labels(…).observe(…)` and the like in *tree*."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    setters = (
        func.value for func in calls if isinstance(func, ast.Attribute) and func.attr in {"inc", "set", "observe"}
    )
    return {
        name for target in setters for name in re.findall(r"\b[A-Z][A-Z_]+\b", ast.unparse(target).partition("(")[0])
    }


def test_every_metric_is_set_somewhere() -> None:
    trees = [
        ast.parse(path.read_text("utf-8")) for folder in ("libs", "services") for path in (ROOT / folder).rglob("*.py")
    ]
    metrics = ast.parse((ROOT / "libs" / "wirekit" / "runtime" / "metrics.py").read_text(encoding="utf-8"))
    named = {
        ast.unparse(node.targets[0])
        for node in metrics.body
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith(("_counter(", "_gauge(", "_histogram("))
    }

    assert len(named) > 10
    assert named - set().union(*map(metrics_set, trees)) == set()
