"""Makes places to watch of CLDR's names: territories as ``territory-kp``, cities as ``city-pyongyang``.

``places.yaml`` says which; the names come from ``starter/cldr.json``, which is made when the package is built. A name
that two territories have in common belongs to the one that nearly all languages mean, or to none.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from wirekit.contracts import Entity
from wiretext.labels import first_script, spelling
from wiretext.scripts import CASED
from wiretext.tables import listed, table

_CALLED_IN_CLDR = {"tl": "fil", "nb": "no", "nn": "no"}
TERRITORY, CITY = "territory-", "city-"

_CLEARLY = 0.8  # of the languages that have a name for anything mean this territory
_MOST_NAMES = 500  # as many as an entity has
# A name with fewer letters does not count by itself unless it is an acronym: Man, End and Nga are words as well.
_SHORTEST = {"Latn": 4, "Hani": 2, "Kana": 2, "Ethi": 2, "Hang": 2, "Thai": 5, "Laoo": 6, "Khmr": 6, "Mymr": 6}
_SHORTEST_ELSEWHERE = 3
# The same in languages in which feeds are rare.
_SHORTEST_RARE = {"Latn": 8, "Arab": 6, "Thai": 6, "Hani": 2, "Kana": 3, "Hang": 2}
_SHORTEST_RARE_ELSEWHERE = 5
_GLOSS = re.compile(r"\s*[(\uff08][^)\uff09]*[)\uff09]\s*")

Names = Mapping[str, str]
"""The names of one place, each with the languages (BCP 47, parted by blanks) that use it."""


@cache
def place_ids() -> Mapping[str, str]:
    """The ids of all places, each with its key in CLDR."""
    left_out = set(listed("places", "left_out"))
    found = {f"{TERRITORY}{code.lower()}": code for code in _cldr()["territories"] if code not in left_out}
    for zone in filter(_cldr()["cities"].__contains__, listed("places", "cities")):
        name = table("places")["renamed"].get(zone, zone.rpartition("/")[2])
        found[CITY + re.sub("[_ ]", "-", name).lower()] = zone
    return found


def place(entity_id: str) -> Entity:
    """The place of that id; KeyError for another."""
    key = place_ids()[entity_id]
    return _city(entity_id, key) if entity_id.startswith(CITY) else _territory(entity_id, key)


@cache
def english_names() -> Mapping[str, str]:
    """The names of all places in English, by their ids: what there is to choose from."""
    return {entity_id: _english(key) for entity_id, key in place_ids().items()}


def named(words: tuple[str, ...]) -> list[str]:
    """The ids of the places of which a name in any language has the spelling *words*; takes a second the first time."""
    return [entity_id for entity_id in place_ids() if words in _spellings(entity_id)]


@cache
def names_in(language: str) -> Mapping[tuple[str, ...], str]:
    """The codes of the territories by the spellings of their names in *language* (ISO 639)."""
    called = _CALLED_IN_CLDR.get(language, language)
    return {
        spelling(name): code
        for code in _cldr()["territories"]
        for name, languages in _names(code).items()
        if called in languages.split()
    }


@cache
def languages_by_name(entity_id: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The languages of CLDR that use each name of the place of that id, by its spelling; none for another id.

    Left out are names that it is called by in the table, in whatever language.
    """
    key = place_ids().get(entity_id, "")
    called = {spelling(name) for name in table("places")["called"].get(key, ())}
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for name, languages in (_names(key) if key else {}).items():
        if (words := spelling(name)) not in called:
            found[words] = found.get(words, frozenset()).union(languages.split())
    return found


@cache
def _spellings(entity_id: str) -> frozenset[tuple[str, ...]]:
    entity = place(entity_id)
    return frozenset(map(spelling, (entity.name, *entity.names)))


def _territory(entity_id: str, code: str) -> Entity:
    owners = _owners()
    names = {name: by for name, by in _names(code).items() if owners.get(spelling(name)) == code}
    others = table("places")["unlike"].get(code, "").split()
    first = [_english(code), *table("places")["called"].get(code, ())]
    unlike = [name for other in others for name in _own(other)]
    return _entity(entity_id, first, names, [*_mistaken(code), *unlike])


def _city(entity_id: str, zone: str) -> Entity:
    owners = _owners()  # what is also the name of a territory means that: Алжир, Tunis
    names = {name: by for name, by in _names(zone).items() if spelling(name) not in owners}
    return _entity(entity_id, [_english(zone), *table("places")["called"].get(zone, ())], names, _mistaken(zone))


def _mistaken(key: str) -> Iterable[str]:
    found: Iterable[str] = table("places")["mistaken"].get(key, ())
    return found


def _entity(entity_id: str, first: list[str], names: Names, others: Iterable[str]) -> Entity:
    common = sorted(names, key=lambda name: (-len(names[name].split()), name))
    full = _folded([*first, *(name for name in common if _counts_alone(name, names[name]))])
    taken = {spelling(name) for name in full}
    rest = [name for name in _folded(common) if spelling(name) not in taken and _is_widespread(names[name])]
    short: dict[str, list[str]] = defaultdict(list)
    for name in rest:
        short[first_script(name)].append(name)
    return Entity.model_validate(
        {
            "id": entity_id,
            "type": "place",
            "name": full[0],
            "names": full[1:_MOST_NAMES],
            "short": dict(sorted(short.items())),
            "not": [name for name in _folded(others) if spelling(name) not in taken][:_MOST_NAMES],
        }
    )


def _counts_alone(name: str, languages: str) -> bool:
    script, length = first_script(name), sum(map(len, spelling(name)))
    if script == "Latn" and name.isupper() and length > 1:
        return True
    if _is_widespread(languages):
        return length >= _SHORTEST.get(script, _SHORTEST_ELSEWHERE)
    return length >= _SHORTEST_RARE.get(script, _SHORTEST_RARE_ELSEWHERE)


def _is_widespread(languages: str) -> bool:
    return not _widespread().isdisjoint(languages.split())


def _folded(names: Iterable[str]) -> list[str]:
    """The first of each spelling."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        found.setdefault(spelling(name), name)
    return list(found.values())


def _english(key: str) -> str:
    tables = table("places")
    if key in tables["renamed"]:
        return str(tables["renamed"][key])
    if key in tables["called"]:
        return str(tables["called"][key][0])
    return next(name for name, languages in _names(key).items() if "en" in languages.split())


def _own(code: str) -> Iterator[str]:
    owners = _owners()
    yield from (name for name in _names(code) if owners.get(spelling(name)) == code)
    yield from table("places")["called"].get(code, ())


@cache
def _owners() -> Mapping[tuple[str, ...], str]:
    """Whose name each spelling of a territory's name is; one that is nobody's is left out."""
    claims: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for code in _cldr()["territories"]:
        for name, languages in _names(code).items():
            claims[spelling(name)][code] += len(languages.split())
    owners = {words: counts.most_common(1)[0] for words, counts in claims.items()}
    return {words: code for words, (code, count) in owners.items() if count >= _CLEARLY * claims[words].total()}


@cache
def _names(key: str) -> Names:
    """The names of CLDR without glosses in brackets; a small word gets a capital, inversions are left out."""
    found = _cldr()["cities" if "/" in key else "territories"][key]
    unfit = {spelling(name) for name in table("places")["unfit"].get(key, ())}
    plain: dict[str, str] = {}
    for name, languages in found.items():
        bare = _GLOSS.sub(" ", name).strip()
        script = first_script(bare)
        written = bare.title() if script in CASED and bare.islower() and " " not in bare else bare
        is_phrase = "," in bare or (script in CASED and written[0].islower())
        if script != "Zyyy" and not is_phrase and not (unfit and spelling(bare) in unfit):
            plain[written] = f"{plain.get(written, '')} {languages}".strip()
    return plain


@cache
def _widespread() -> frozenset[str]:
    return frozenset(listed("places", "widespread"))


@cache
def _cldr() -> Mapping[str, Mapping[str, Names]]:
    """CLDR's names as the build wrote them; none where the package lies there as it was not built."""
    file = resources.files("wiretext").joinpath("starter", "cldr.json")
    if not file.is_file():
        return {"territories": {}, "cities": {}}
    found: Mapping[str, Mapping[str, Names]] = json.loads(file.read_text("utf-8"))
    return found
