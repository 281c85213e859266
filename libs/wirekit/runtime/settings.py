"""Reads a service's settings from the environment, or says in one line a setting what is wrong.

A service reads ``WIREWATCH_<SERVICE>_<KEY>``; the keys that all services share are also read from ``WIREWATCH_<KEY>``,
where the service has none of its own. Empty means not set. A misspelt variable is an error that names the nearest one:
it must not end in a default. Never reads a file.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from wirekit.contracts import topology
from wirekit.contracts.problems import in_words
from wirekit.errors import ConfigError
from wirekit.runtime.kafka_settings import PREFIX, KafkaSettings

_SERVICES = frozenset(service.name for service in topology.SERVICES)
# From here on (difflib's ratio) a variable that names no service is taken for a misspelt one, not for somebody else's.
_LIKENESS = 0.75

Port = Annotated[int, Field(ge=1, le=65535)]
HealthPort = Annotated[Port, Field(description="the port of /livez, /readyz and /metrics")]
Instance = Annotated[
    str | None,
    Field(max_length=100, description="stable name of this replica (group.instance.id), for quick restarts"),
]
S = TypeVar("S", bound=KafkaSettings)


class ServiceSettings(KafkaSettings):
    """The settings every service has. A service's own class adds fields, each with a description, and names itself.

    ``model_config = service_config("poller")`` and its own default for ``health_port``.
    """

    log_format: Literal["console", "json"] = Field("console", description="one line an event: for people or as JSON")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="the least severe event logged")
    health_host: str = Field("127.0.0.1", description="where /livez, /readyz and /metrics are served")
    health_port: HealthPort

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Values given in code, then the service's variables, then the shared ones."""
        return init_settings, env_settings, _SharedVariables(settings_cls, env_prefix=PREFIX)


class _SharedVariables(EnvSettingsSource):
    """``WIREWATCH_<KEY>`` for the keys of ServiceSettings only."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        if field_name not in ServiceSettings.model_fields:
            return None, field_name, False
        return super().get_field_value(field, field_name)


def service_config(service: str) -> SettingsConfigDict:
    """The ``model_config`` of the settings of *service*: frozen, read from ``WIREWATCH_<SERVICE>_<KEY>``."""
    return SettingsConfigDict(
        env_prefix=f"{PREFIX}{service.upper()}_",
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )


def service_name(settings: type[KafkaSettings]) -> str:
    """The name that *settings* gave to ``service_config``."""
    return settings.model_config.get("env_prefix", "").removeprefix(PREFIX).rstrip("_").lower()


def load_settings(settings: type[S]) -> S:
    """Build *settings* from the environment; raises ConfigError with one line for each wrong variable."""
    ours = sorted(name for name in os.environ if name.upper().startswith(PREFIX))
    meant = {name: variable for name in ours if (variable := _misspelt(name, settings))}
    if meant:
        lines = (f"{name}: there is no such setting; the nearest is {variable}" for name, variable in meant.items())
        raise ConfigError("\n".join(lines))
    try:
        return settings()
    except ValidationError as error:
        raise ConfigError("\n".join(_wrong_values(settings, error))) from None


def settings_table(classes: Sequence[type[ServiceSettings]]) -> str:
    """The body of docs/settings.md: a Markdown table of the shared settings and one for each of *classes*."""
    shared = [
        _row(PREFIX, name, field) for name, field in ServiceSettings.model_fields.items() if not field.is_required()
    ]
    sections = [_section("All services", shared)]
    for settings in classes:
        prefix = settings.model_config.get("env_prefix", "")
        own = [_row(prefix, name, field) for name, field in settings.model_fields.items() if _is_own(name, field)]
        sections.append(_section(service_name(settings), own))
    return "\n".join(sections)


def _read_names(settings: type[KafkaSettings]) -> dict[str, str]:
    """What a variable may be called after the prefix, and the variable that is then meant."""
    prefix = settings.model_config.get("env_prefix", "")
    shared = {name.upper(): PREFIX + name.upper() for name in ServiceSettings.model_fields}
    own = {name.upper(): prefix + name.upper() for name in settings.model_fields}
    return own | {variable.removeprefix(PREFIX): variable for variable in own.values()} | shared


def _misspelt(name: str, settings: type[KafkaSettings]) -> str | None:
    """The variable that *name* seems to mean; None where it is read, or is no business of this service."""
    rest = name.upper().removeprefix(PREFIX)
    names = _read_names(settings)
    owner = rest.partition("_")[0].lower()
    if names.get(rest) == PREFIX + rest or (owner in _SERVICES and owner != service_name(settings)):
        return None
    cutoff = 0.0 if owner == service_name(settings) else _LIKENESS
    nearest = difflib.get_close_matches(rest, names, n=1, cutoff=cutoff)
    return names[nearest[0]] if nearest else None


def _wrong_values(settings: type[KafkaSettings], error: ValidationError) -> Iterable[str]:
    prefix = settings.model_config.get("env_prefix", "")
    for item in error.errors(include_url=False, include_input=False):
        key, *inside = item["loc"] or ("",)
        place = "".join(f"[{part}]" for part in inside)
        yield f"{prefix}{str(key).upper()}{place}: {in_words(item)}"


def _is_own(name: str, field: FieldInfo) -> bool:
    return name not in ServiceSettings.model_fields or ServiceSettings.model_fields[name].default != field.default


def _section(title: str, rows: Sequence[str]) -> str:
    head = "| variable | default | meaning |\n|---|---|---|"
    return "\n".join((f"## {title}\n", head, *rows, ""))


def _row(prefix: str, name: str, field: FieldInfo) -> str:
    default = "required" if field.is_required() else f"`{field.default}`" if field.default else "-"
    return f"| `{prefix}{name.upper()}` | {default} | {field.description} |"
