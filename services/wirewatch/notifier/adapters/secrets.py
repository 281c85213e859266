"""Reads the keys of an endpoint from where endpoints.yaml says, and makes a secret file that is missing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from wirekit.errors import ConfigError
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.notifier.signing import read_secret, write_secret

_NEW_KEY_BYTES = 32
_MOST_BYTES = 8192


def read_keys(endpoint: Endpoint, environment: Mapping[str, str] = os.environ) -> tuple[bytes, ...]:
    """The keys that sign for *endpoint*, the new one first.

    Raises:
        ConfigError: There is none, or one is malformed; the message names the place, never the secret.
    """
    if endpoint.secret_env is not None:
        place, text = f"the environment variable {endpoint.secret_env}", environment.get(endpoint.secret_env, "")
    else:
        path = endpoint.secret_file or Path("secrets", endpoint.id)
        place, text = str(path), _read_or_make(endpoint, path)
    words = text.split()
    if not words:
        raise ConfigError(f"endpoint {endpoint.id}: {place} holds no secret")
    try:
        return tuple(map(read_secret, words))
    except ValueError as error:
        raise ConfigError(f"endpoint {endpoint.id}: a secret in {place} is malformed: {error}") from None


def _read_or_make(endpoint: Endpoint, path: Path) -> str:
    try:
        if not path.exists():
            _make(path)
        with path.open(encoding="ascii") as file:
            return file.read(_MOST_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"endpoint {endpoint.id}: {path} can neither be read nor made: {error}") from error


def _make(path: Path) -> None:
    """Write a new secret that only we can read; another process that is faster wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(write_secret(secrets.token_bytes(_NEW_KEY_BYTES)) + "\n")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
