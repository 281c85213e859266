"""deploy/prometheus/rules.yaml asks only for metrics, labels and label values that the services have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from wirekit.runtime.metrics import CATALOGUE
from wirekit.streams.observing import Fate
from wirewatch.cli.app import COMMANDS
from wirewatch.notifier.backoff import DeliveryOutcome

PATH = Path(__file__).parents[2] / "deploy" / "prometheus" / "rules.yaml"
RULES: list[dict[str, Any]] = yaml.safe_load(PATH.read_text(encoding="utf-8"))["groups"][0]["rules"]
METRICS = {row.name: row for row in CATALOGUE}
VALUES = {"fate": set(get_args(Fate)), "outcome": set(DeliveryOutcome)}
OF_SCRAPES = {"job", "instance", "le"}
OF_PROCESSES = {"process_start_time_seconds"}


def series(rule: dict[str, Any]) -> list[tuple[str, str]]:
    """The metrics of a rule, each with what stands in its braces."""
    return re.findall(r"\b((?:wirewatch|process)_[a-z_]+)(?:\{([^}]*)\})?", rule["expr"])


def by_name(rule: dict[str, Any]) -> Any:
    return rule["alert"]


def catalogued(name: str) -> str:
    """The name in the catalogue of a series of a histogram."""
    whole = re.sub(r"_(bucket|sum|count)$", "", name)
    return whole if whole in METRICS and METRICS[whole].kind == "histogram" else name


def test_there_are_rules_for_dead_letters_stopped_lines_lag_and_deliveries() -> None:
    names = {rule["alert"] for rule in RULES}

    assert len(names) == len(RULES)
    assert names >= {
        "WirewatchDeadLetters",
        "WirewatchLineStopped",
        "WirewatchBehind",
        "WirewatchDeliveriesGivenUp",
    }


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_every_metric_of_a_rule_is_in_the_one_list(rule: dict[str, Any]) -> None:
    assert series(rule)
    assert {catalogued(name) for name, _ in series(rule)} - OF_PROCESSES <= set(METRICS)


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_every_label_of_a_rule_is_one_of_its_metrics_and_has_values_that_occur(rule: dict[str, Any]) -> None:
    known = {label for name, _ in series(rule) if (row := METRICS.get(catalogued(name))) for label in row.labels}
    grouped = re.findall(r"\b(?:by|on) \(([^)]*)\)", rule["expr"])
    shown = re.findall(r"\$labels\.(\w+)", str(rule["annotations"]))

    assert {label.strip() for labels in grouped for label in labels.split(",")} | set(shown) <= known | OF_SCRAPES
    for name, matchers in series(rule):
        for label, values in re.findall(r'(\w+)=~?"([^"]*)"', matchers):
            assert label in METRICS[name].labels
            assert set(values.split("|")) <= VALUES[label]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_says_what_is_wrong_and_names_only_commands_that_exist(rule: dict[str, Any]) -> None:
    groups = {name: place for panel in COMMANDS.values() for name, (_, place) in panel.items()}

    assert rule["annotations"]["summary"]
    assert rule["labels"]["severity"] in {"warning", "critical"}
    for group, command in re.findall(r"`wirewatch ([a-z-]+) ?([a-z-]*)", rule["annotations"]["description"]):
        assert group in groups
        assert not command or command in groups[group]
