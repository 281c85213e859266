"""Reads an operator's YAML file into a pydantic model, or says in words what is wrong on which line.

The YAML is the plain part of YAML 1.2: mappings, lists, strings, numbers, true, false, null. A country ``NO``, a time
``12:30`` and an id ``007`` stay strings. Aliases, tags, duplicate keys and second documents are refused. Never fills in
what is missing.
"""

from __future__ import annotations

import difflib
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic_core import ErrorDetails
from yaml.reader import Reader

from wirekit.contracts.base import NOT_FOR_FILES
from wirekit.contracts.problems import in_words
from wirekit.errors import ConfigError

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 32

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
Location = tuple[str | int, ...]
"""Where in a document a value stands: ``("watches", 2, "scope")``."""
Section = Annotated[tuple[T, ...], BeforeValidator(lambda value: () if value is None else value)]
"""A list that a file must name; with nothing below its name, as where all is commented out, it is empty."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?")


def load_yaml(path: Path, model: type[M], check: Callable[[M], Iterable[tuple[Location, str]]] = lambda _: ()) -> M:
    """Read *path* and validate it as *model*; a field that the model does not know is an error.

    *check* finds what the model alone cannot see, such as a reference to nothing: pairs of a location and a problem.

    Raises:
        ConfigError: The file is missing, no regular one, larger than 16 MiB, not YAML, or not what the model allows.
            The message has one line an error, ``file:line: field.path: what is wrong and what is allowed``, in the
            order of the file.
    """
    return load_located(path, model, check)[0]


def load_located(
    path: Path, model: type[M], check: Callable[[M], Iterable[tuple[Location, str]]] = lambda _: ()
) -> tuple[M, Callable[[Location], str]]:
    """As `load_yaml`, and what says where a part of the file stands: ``file:line: field.path``."""
    document = _Document(path.name, _read(path))
    try:
        value = model.model_validate(document.value, extra="forbid")
    except ValidationError as error:
        raise ConfigError(_report(document, model, error.errors(include_url=False, include_input=False))) from None
    if lines := sorted((document.line(location), f"{_shown(location)}: {text}") for location, text in check(value)):
        raise ConfigError("\n".join(f"{document.name}:{line}: {text}" for line, text in lines))
    return value, document.place


def twice(section: str, field: str, values: Iterable[str]) -> Iterator[tuple[Location, str]]:
    """For a *check*: each of *values*, the *field* of the entries of *section* in order, that stood there before."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield (section, index, field), f"{value} stands here a second time"
        seen.add(value)


def _read(path: Path) -> str:
    try:
        data = _bytes(path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{path}: larger than {MAX_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path.name}:{line}: not UTF-8") from error
    if control := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise ConfigError(f"{path.name}:{line}: not YAML: holds the control character U+{ord(control[0]):04X}")
    return text


def _bytes(path: Path) -> bytes:
    """The content, or one byte more than is allowed of it."""
    if not stat.S_ISREG(path.stat().st_mode):  # a FIFO could keep us waiting at its opening, a device may never end
        raise ConfigError(f"{path}: cannot be read: it is no regular file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


class _Document:
    """The plain value of a YAML text, and the line on which each part of it begins."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._lines: dict[Location, int] = {}
        events = _LOADER(text)
        try:
            events.get_event()  # start of the stream
            self.value = self._document(events)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ConfigError(f"{name}:{line}: not YAML: {error.problem or error.context}") from error
        finally:
            events.dispose()

    def has(self, path: Location) -> bool:
        """Whether the text holds a value at *path*."""
        return path in self._lines

    def line(self, path: Location) -> int:
        """The line of the value at *path*, or of the nearest part around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def place(self, path: Location) -> str:
        """File, line and path of what stands at *path*, or of the nearest part around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self.name}:{self.line(path)}: {_shown(path)}"

    def _document(self, events: Any) -> Any:
        if events.check_event(yaml.StreamEndEvent):
            return None
        events.get_event()
        value = self._value(events, ())
        events.get_event()
        if not events.check_event(yaml.StreamEndEvent):
            self._refuse(events.peek_event(), "a second document; a file holds one")
        return value

    def _value(self, events: Any, path: Location) -> Any:
        event = events.get_event()
        self._note(path, event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "aliases are not supported; write the value out")
        if event.tag not in (None, "!"):
            self._refuse(event, "tags are not supported; quote what is a string")
        if len(path) > MAX_DEPTH:
            self._refuse(event, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(events, path)
        return self._fields(events, path)

    def _items(self, events: Any, path: Location) -> list[Any]:
        items: list[Any] = []
        while not events.check_event(yaml.SequenceEndEvent):
            items.append(self._value(events, (*path, len(items))))
        events.get_event()
        return items

    def _fields(self, events: Any, path: Location) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not events.check_event(yaml.MappingEndEvent):
            key = events.get_event()
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(key, "a key must be a plain name")
            if key.value in fields:
                self._refuse(key, f"{_shown((*path, key.value))}: stands here a second time")
            self._note((*path, key.value), key)
            fields[key.value] = self._value(events, (*path, key.value))
        events.get_event()
        return fields

    def _note(self, path: Location, event: Any) -> None:
        """The line of a field is that of its name, which comes before its value."""
        self._lines.setdefault(path, event.start_mark.line + 1)

    def _refuse(self, event: Any, problem: str) -> NoReturn:
        raise ConfigError(f"{self.name}:{event.start_mark.line + 1}: {problem}")


def _scalar(text: str) -> Any:
    """The value of an unquoted scalar: null, true, false, a number, else the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _report(document: _Document, model: type[BaseModel], errors: Sequence[ErrorDetails]) -> str:
    """One line an error; what the members of a union say about one field is joined by *or*."""
    problems: dict[Location, list[str]] = {}
    for error in errors:
        path = _within(document, error["loc"], missing=error["type"] == "missing")
        problem = _problem(model, error)
        if problem not in problems.setdefault(path, []):
            problems[path].append(problem)
    # A member of a union that fits the shape speaks of a field inside; what the others say of the whole is noise.
    around = {path[:length] for path in problems for length in range(len(path))}
    lines = sorted(
        (document.line(path), f"{_shown(path)}: {'; or '.join(problems[path])}") for path in problems.keys() - around
    )
    return "\n".join(f"{document.name}:{line}: {text}" for line, text in lines)


def _within(document: _Document, location: Location, *, missing: bool) -> Location:
    """*location* without the names of union members that pydantic puts between the fields."""
    path: Location = ()
    for part in location:
        if document.has((*path, part)):
            path = (*path, part)
    return (*path, location[-1]) if missing else path


def _problem(model: type[BaseModel], error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        name = str(error["loc"][-1])
        known = sorted(_field_names(_models_at(model, error["loc"][:-1])))
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        return f"{in_words(error)}; {hint}allowed: {', '.join(known)}"
    if error["type"] == "string_type":
        return f"{in_words(error)}; quote it"
    if error["type"] in ("model_type", "dict_type"):
        allowed = sorted(_field_names(_models_at(model, error["loc"])))
        return f"{in_words(error)}{': ' if allowed else ''}{', '.join(allowed)}"
    return in_words(error)


def _models_at(model: type[BaseModel], location: Location) -> list[type[BaseModel]]:
    """The models that may stand at *location*."""
    models = [model]
    for part in location:
        named = [each for each in models if each.__name__ == part]
        models = (
            named or [inner for each in models for inner in _models_in(_annotations(each).get(str(part)))] or models
        )
    return models


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _annotations(model: type[BaseModel]) -> dict[str, Any]:
    fields = model.model_fields.items()
    return {field.alias or name: field.annotation for name, field in fields if NOT_FOR_FILES not in field.metadata}


def _field_names(models: Sequence[type[BaseModel]]) -> set[str]:
    return {name for model in models for name in _annotations(model)}


def _shown(path: Location) -> str:
    """``watches[2].scope``; the file as a whole is ``file``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.lstrip(".") or "file"
