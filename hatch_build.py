"""Takes the names of territories and of the cities of time zones out of Babel's CLDR when the package is built.

They come from Unicode and are not in the repository; ``wiretext.places`` says which of them become entities. The file
is written beside the starter pack, so that an editable install has it too. Judges no name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import localedata
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = Path("libs", "wiretext", "starter", "cldr.json")
_ENGLISH = "en"


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]  # its own configuration class is of no use here
    """What hatchling calls before it builds a wheel, editable or not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the signature is hatchling's
        """Write the file."""
        (Path(self.root) / TARGET).write_text(extracted(), encoding="utf-8")


def extracted() -> str:
    """The names as JSON: by territory (ISO 3166-1) and by time zone, each with the languages that use it."""
    names: dict[str, dict[str, dict[str, set[str]]]] = {
        kind: defaultdict(lambda: defaultdict(set)) for kind in ("territories", "cities")
    }
    for locale in localedata.locale_identifiers():
        for kind, key, name in _of(localedata.load(locale, merge_inherited=False)):
            names[kind][key][name].add(locale.partition("_")[0])
    for zone, cities in names["cities"].items():
        # CLDR names only what differs from the id; in Deseret letters everything does.
        if not any(_ENGLISH in languages for name, languages in cities.items() if name.isascii()):
            cities[zone.rpartition("/")[2].replace("_", " ")].add(_ENGLISH)
    written = {
        kind: {key: {name: " ".join(sorted(by[name])) for name in sorted(by)} for key, by in sorted(found.items())}
        for kind, found in names.items()
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _of(locale: Any) -> Iterator[tuple[str, str, str]]:
    for territory, name in locale.get("territories", {}).items():
        if territory.isalpha():
            yield "territories", territory, name
    for zone, named in locale.get("time_zones", {}).items():
        if "city" in named:
            yield "cities", zone, named["city"]


if __name__ == "__main__":
    TARGET.write_text(extracted(), encoding="utf-8")
