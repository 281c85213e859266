"""The settings of all services, looked through before any of them is started. Reads no file, starts nothing."""

from __future__ import annotations

from wirekit.errors import ConfigError
from wirekit.runtime.settings import ServiceSettings, load_settings
from wirewatch.alerter.settings import AlerterSettings
from wirewatch.console.settings import ConsoleSettings
from wirewatch.enricher.settings import EnricherSettings
from wirewatch.notifier.settings import NotifierSettings
from wirewatch.poller.settings import PollerSettings

SETTINGS: tuple[type[ServiceSettings], ...] = (
    PollerSettings,
    EnricherSettings,
    AlerterSettings,
    NotifierSettings,
    ConsoleSettings,
)
"""In the order of the flow."""


def check_settings() -> None:
    """Return when every service would take the environment as it is; else ConfigError, one line a wrong variable."""
    lines: dict[str, None] = {}
    for settings in SETTINGS:
        try:
            load_settings(settings)
        except ConfigError as refusal:
            lines |= dict.fromkeys(str(refusal).split("\n"))
    if lines:
        raise ConfigError("\n".join(lines))
