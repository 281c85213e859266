"""Says what pydantic found wrong with a value, in words that a reader of files, settings and records understands.

The one place for these words, and for those of what is no JSON; where the value stands, and what else could stand
there, the callers say.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys

from pydantic_core import ErrorDetails

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
"""Seconds of each unit that a span of time may be written in."""

FORMS = {
    r"^[a-z0-9][a-z0-9_-]{0,63}$": "lower-case letters, digits, - and _, at most 64",
    r"^https?://[^\s/]+\S*$": "a URL with http or https",
    r"^Q[1-9][0-9]{0,11}$": "an item of Wikidata, as Q42",
    r"^[A-Z]{2}$": "two capital letters",
    r"^[A-Za-z_][A-Za-z0-9_]*$": "letters, digits and _",
    r"\S": "more than spaces",
    r"^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9._-]*$": "a prefix, a colon and a name, as desk:corridor",
    r"^([a-z]{2,3}|any)$": "a language, in two or three small letters as en or ckb, or any",
    r"^[^*]*[^\W_][^*]*(?:[^\W_][^*]*\*)?$": "words; a * may end them, after two letters at least",
    r"^(https://|http://(127\.0\.0\.1|localhost|\[::1\])[:/]|$)": "a URL with https, or one of this machine",
    r"^(https?://[!-~]+)?$": "a URL with http or https",
    r"^[ -~]*$": "letters of ASCII alone",
    r"^(?:[A-Za-z0-9+/]{4})+$": "base64",
}
"""The patterns of the contracts and of the files, in words."""

_SPAN = "a span of time, as in 90s, 15m, 6h or 2d"
_INSTANT = "a date and time with its zone, as in 2026-03-02T12:00:00Z"
_PARTS = re.compile(r"(days|seconds)=([0-9]+)")
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "not in this version",
    "string_type": "must be a string",
    "string_unicode": "must be text in UTF-8",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "model_type": "must hold fields",
    "dict_type": "must hold fields",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "time_delta_type": f"must be {_SPAN}",
    "time_delta_parsing": f"must be {_SPAN}",
    "datetime_type": f"must be {_INSTANT}",
    "datetime_parsing": f"must be {_INSTANT}",
    "datetime_from_date_parsing": f"must be {_INSTANT}",
    "timezone_aware": f"must be {_INSTANT}",
    "literal_error": "must be {expected}",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "string_too_long": "must have at most {max_length} characters",
    "string_too_short": "must have at least {min_length} characters",
    "too_long": "must have at most {max_length} items",
    "too_short": "must have at least {min_length} items",
    "string_pattern_mismatch": "must be {pattern}",
    "json_invalid": "is not JSON: {error}",
}


def in_words(error: ErrorDetails) -> str:
    """What is wrong, without where; of a kind that has no words of ours, pydantic's."""
    context = {name: _shown(name, value) for name, value in error.get("ctx", {}).items()}
    words = _WORDS.get(error["type"])
    return error["msg"].removeprefix("Value error, ") if words is None else words.format(**context)


def no_json(error: ValueError | RecursionError) -> str:
    """Why ``json.loads`` could not read a text, as it raised *error*."""
    match error:
        case json.JSONDecodeError():
            return f"{error.msg} at line {error.lineno}, column {error.colno}"
        case UnicodeDecodeError():
            return f"not UTF-8 at byte {error.start}"
        case RecursionError():
            return "nested too deeply"
        case _:  # all else that Python refuses is the length of a whole number
            return f"a number of more than {sys.get_int_max_str_digits()} digits"


def written(span: dt.timedelta) -> str:
    """*span*, of whole seconds, as a file would have it: ``6h``."""
    seconds = int(span.total_seconds())
    unit = next((unit for unit in reversed(UNITS) if seconds and seconds % UNITS[unit] == 0), "s")
    return f"{seconds // UNITS[unit]}{unit}"


def _shown(name: str, value: object) -> object:
    """A bound as a file would have it: of some spans pydantic gives us only how Python writes them."""
    if name == "pattern":
        return FORMS.get(str(value), f"of the form {value}")
    if str(value).startswith("datetime.timedelta("):
        return written(dt.timedelta(**{unit: int(number) for unit, number in _PARTS.findall(str(value))}))
    return value
