"""The form of a trained model's file, which is read as data and never executed.

A line with its name and the CRC-32 of all that follows; a line of JSON; arrays one after the other, packed by zlib.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any, TypeVar

from wirekit.errors import ConfigError

M = TypeVar("M")


class ModelDamaged(ConfigError, OSError):
    """The file of a model cannot be read: it is missing, cut off, changed, or no such model."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}; train it anew with `make models`, or restore the file")


def to_bytes(name: str, header: Mapping[str, Any], *arrays: bytes) -> bytes:
    """The content of the file of a model; *name* is its kind and the version of its form, as ``topics 2``."""
    line = json.dumps(header, separators=(",", ":"), sort_keys=True).encode()
    rest = line + b"\n" + zlib.compress(b"".join(arrays), 9)
    return _first_line(name, rest) + b"\n" + rest


def from_bytes(name: str, data: bytes, build: Callable[[Mapping[str, Any], bytes], M], path: object) -> M:
    """What *build* makes of the header and the arrays in *data*; *path* is what an error calls it.

    Raises:
        ModelDamaged: They are not what ``to_bytes`` made, or nothing that *build* understands.
    """
    first, _, rest = data.partition(b"\n")
    if first != _first_line(name, rest):
        kind = f"wirewatch {name} ".encode()
        raise ModelDamaged(path, "its check sum does not fit" if first.startswith(kind) else f"it is no model {name!r}")
    line, _, packed = rest.partition(b"\n")
    try:
        return build(json.loads(line), zlib.decompress(packed))
    except (ValueError, LookupError, TypeError, RecursionError, zlib.error) as error:
        raise ModelDamaged(path, f"it cannot be read ({type(error).__name__}: {error})") from None


def packaged(name: str, package: str, file: str, build: Callable[[Mapping[str, Any], bytes], M]) -> M:
    """The model in *file* of *package*; raises ModelDamaged as ``from_bytes``, and where it is missing."""
    place = resources.files(package).joinpath(file)
    try:
        data = place.read_bytes()
    except OSError as error:
        raise ModelDamaged(place, error.strerror or "it cannot be opened") from None
    return from_bytes(name, data, build, place)


def _first_line(name: str, rest: bytes) -> bytes:
    return f"wirewatch {name} {zlib.crc32(rest):08x}".encode()
