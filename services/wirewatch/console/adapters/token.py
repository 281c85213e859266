"""Reads the token from where the settings say, and makes the rules of access with it."""

from __future__ import annotations

from wirekit.runtime.secret import read_secret
from wirewatch.console.access import Access, access_rules
from wirewatch.console.settings import ConsoleSettings


def access(settings: ConsoleSettings) -> Access:
    """Who may see the pages.

    Raises:
        ConfigError: The token cannot be read, or is missing where *settings* need one.
    """
    token = read_secret(settings.token, settings.token_file, "WIREWATCH_CONSOLE_TOKEN")
    return access_rules(settings.host, settings.hosts, token)
