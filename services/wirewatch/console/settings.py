"""The console's knobs."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr

from wirekit.errors import ConfigError
from wirekit.runtime.settings import Port, ServiceSettings, service_config


class ConsoleSettings(ServiceSettings):
    """Settings of the console, ``WIREWATCH_CONSOLE_…``."""

    model_config = service_config("console")

    health_port: Port = Field(8785, description="the port of /livez, /readyz and /metrics")
    host: str = Field(
        "127.0.0.1", description="where the pages are served; another address than loopback needs a token"
    )
    port: Port = Field(8780, description="the port of the pages")
    hosts: str = Field("", description="further names by which browsers may call the console, separated by commas")
    token: SecretStr = Field(SecretStr(""), description="what a reader must know to see the pages; none on loopback")
    token_file: Path | None = Field(None, description="a file that holds the token, instead of `token`")
    database: Path = Field(Path("console.db"), description="the file of the cache; may be deleted at any time")


def token_of(settings: ConsoleSettings) -> str:
    """The token, from the setting or from its file; empty when neither is given.

    Raises:
        ConfigError: The file cannot be read or is empty.
    """
    if settings.token_file is None:
        return settings.token.get_secret_value()
    try:
        token = settings.token_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"WIREWATCH_CONSOLE_TOKEN_FILE: {settings.token_file} cannot be read: {error}") from error
    if not token:
        raise ConfigError(f"WIREWATCH_CONSOLE_TOKEN_FILE: {settings.token_file} is empty")
    return token
