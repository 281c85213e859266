"""Reads endpoints.yaml. Never reads a secret: the file names where one lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wirekit.runtime.yamlfile import Location, load_yaml, twice
from wirewatch.notifier.endpoints import Endpoint, EndpointsFile


def load_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """The endpoints of *path*; the ``secret_file`` of each without ``secret_env`` becomes a path of its own.

    Raises:
        ConfigError: The file is missing or wrong; the message names line, field and what is allowed.
    """
    return tuple(_located(endpoint, path.parent) for endpoint in load_yaml(path, EndpointsFile, _repeated).endpoints)


def _located(endpoint: Endpoint, folder: Path) -> Endpoint:
    if endpoint.secret_env is not None:
        return endpoint
    return endpoint.model_copy(update={"secret_file": folder / (endpoint.secret_file or Path("secrets", endpoint.id))})


def _repeated(file: EndpointsFile) -> Iterator[tuple[Location, str]]:
    return twice("endpoints", "id", (endpoint.id for endpoint in file.endpoints))
