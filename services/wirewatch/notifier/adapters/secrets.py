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
    """The keys that sign for *endpoint*, the new one first; a missing file is made.

    Raises:
        ConfigError: There is none, or one is malformed; the message names the place, never the secret.
    """
    if endpoint.secret_env is None:
        path = _path(endpoint)
        try:
            if not path.exists():
                _make(path)
        except (OSError, ValueError) as error:
            raise _unusable(endpoint, error) from error
    if keys := present_keys(endpoint, environment):
        return keys
    raise ConfigError(f"endpoint {endpoint.id}: {_place(endpoint)} holds no secret")


def present_keys(endpoint: Endpoint, environment: Mapping[str, str] = os.environ) -> tuple[bytes, ...]:
    """As `read_keys`, but makes nothing: no key where the file or the variable is missing."""
    try:
        text = _text(endpoint, environment)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:  # also what is no ASCII, and a path with a NUL
        raise _unusable(endpoint, error) from error
    if text is None:
        return ()
    words = text.split()
    if not words:
        raise ConfigError(f"endpoint {endpoint.id}: {_place(endpoint)} holds no secret")
    try:
        return tuple(map(read_secret, words))
    except ValueError as error:
        raise ConfigError(f"endpoint {endpoint.id}: a secret in {_place(endpoint)} is malformed: {error}") from None


def _text(endpoint: Endpoint, environment: Mapping[str, str]) -> str | None:
    if endpoint.secret_env is not None:
        return environment.get(endpoint.secret_env)
    with _path(endpoint).open(encoding="ascii") as file:
        return file.read(_MOST_BYTES)


def _path(endpoint: Endpoint) -> Path:
    return endpoint.secret_file or Path("secrets", endpoint.id)


def _place(endpoint: Endpoint) -> str:
    return f"the environment variable {endpoint.secret_env}" if endpoint.secret_env else str(_path(endpoint))


def _unusable(endpoint: Endpoint, error: Exception) -> ConfigError:
    return ConfigError(f"endpoint {endpoint.id}: {_path(endpoint)} can neither be read nor made: {error}")


def _make(path: Path) -> None:
    """Write a new secret that only we can read; another process that is faster wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(write_secret(secrets.token_bytes(_NEW_KEY_BYTES)) + "\n")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
