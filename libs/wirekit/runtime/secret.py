"""A secret is a setting or stands in a file, never both. Never shows one."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from wirekit.errors import ConfigError


def read_secret(value: SecretStr, file: Path | None, variable: str) -> str:
    """The secret of the setting *variable*: *value*, or what *file* holds, without the line break at its end.

    Raises:
        ConfigError: Both are given, or the file cannot be read or is empty.
    """
    if file is None:
        return value.get_secret_value()
    if value.get_secret_value():
        raise ConfigError(f"{variable} and {variable}_FILE are both given; one of them is enough")
    try:
        secret = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise ConfigError(f"{variable}_FILE: {file} cannot be read: {reason}") from None
    if not secret:
        raise ConfigError(f"{variable}_FILE: {file} is empty")
    return secret
