"""The console's knobs."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr

from wirekit.runtime.settings import HealthPort, Port, ServiceSettings, service_config


class ConsoleSettings(ServiceSettings):
    """``WIREWATCH_CONSOLE_<KEY>``."""

    model_config = service_config("console")

    health_port: HealthPort = 8785
    host: str = Field(
        "127.0.0.1", description="where the pages are served; another address than loopback needs a token"
    )
    port: Port = Field(8780, description="the port of the pages")
    hosts: str = Field("", description="further names by which browsers may call the console, separated by commas")
    token: SecretStr = Field(SecretStr(""), description="what a reader must know to see the pages; none on loopback")
    token_file: Path | None = Field(None, description="a file that holds the token, instead of `token`")
    database: Path = Field(Path("console.db"), description="the file of the cache; may be deleted at any time")
