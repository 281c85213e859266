"""Which endings a name may take in a text, and what stays of it before them: by language, in ``endings.yaml``.

Knows languages only by their endings; no name is in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from wirekit.contracts import UNKNOWN_LANGUAGE
from wiretext.normal import normalise
from wiretext.proclitics import ARTICLE
from wiretext.tables import table

_AFTER_VOWELS = frozenset(normalise(ending).text for ending in ("র", "রও", "রই", "য়", "য়ও", "য়ই"))
_BARE = re.compile("(?<![\u0995-\u09b9])[\u0995-\u09b9]$")  # one Bengali consonant, behind which no vowel is spoken
_TELUGU_GENITIVE, _OF_MEN = "ి", "డ"
_SHORTEST_STEM = 2
_FEMININE = frozenset({"a", "ia"})
_SHORTEST_BARE = 3  # letters after the Ethiopic one, which is a letter of short words too


_Changes = Mapping[str, list[tuple[str, str]]]
"""What last letters of a name become, by the last of them."""


@dataclass(frozen=True, slots=True)
class _Forming:
    """How the words of a language, or of any, are inflected.

    Attributes:
        endings: What may follow a name.
        replaced: Its last letters whose place an ending may take.
        softened: Last letters that become others before some endings.
        fleeting: Vowels before its last consonant that may go.
    """

    endings: frozenset[str]
    replaced: _Changes
    softened: _Changes
    fleeting: frozenset[str]


_RIGID = _Forming(frozenset(), {}, {}, frozenset())


@cache
def _formings() -> Mapping[tuple[str, str], _Forming]:
    """By language (ISO 639) and script; of an unknown language as in any."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for group in table("matching/endings").values():
        for language in (*group["languages"], UNKNOWN_LANGUAGE):
            groups[language, group["script"]].append(group)
    return {key: _forming(several) for key, several in groups.items()}


def _forming(groups: list[Mapping[str, Any]]) -> _Forming:
    """What all of *groups* say together."""
    listed = {
        key: [normalise(each).text for group in groups for each in group.get(key, "").split()]
        for key in ("endings", "replaced", "fleeting")
    }
    stressed = (
        normalise(ending + clitic).text
        for group in groups
        for clitic in group.get("clitics", "").split()
        for ending in ("", *group["endings"].split())
    )
    softened = (
        (normalise(last + vowel).text, normalise(form + vowel).text)
        for group in groups
        for last, forms in group.get("softened", {}).items()
        for form in forms.split()
        for vowel in ("", *group.get("graded", "").split())
    )
    return _Forming(
        frozenset((*listed["endings"], *stressed)),
        _by_last_letter((last, "") for last in listed["replaced"]),
        _by_last_letter(softened),
        frozenset(listed["fleeting"]),
    )


def _by_last_letter(changes: Iterable[tuple[str, str]]) -> _Changes:
    by: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for last, becomes in dict.fromkeys(changes):
        by[last[-1]].append((last, becomes))
    return dict(by)


def _forming_in(language: str, script: str) -> _Forming:
    return _formings().get((language.partition("-")[0], script), _RIGID)


def endings(language: str, script: str) -> frozenset[str]:
    """What may follow a name in a text of *language* (BCP 47); of any language of *script* where it is unknown."""
    return _forming_in(language, script).endings


def any_endings(script: str) -> frozenset[str]:
    """What may follow a name in any language of *script*."""
    return _forming_in(UNKNOWN_LANGUAGE, script).endings


@lru_cache(maxsize=512)
def first_endings(language: str, script: str) -> frozenset[str]:
    """What may follow the first of several words: as ``any_endings``, but what makes *Viktoria* of *Viktor*."""
    return any_endings(script) - (_FEMININE - endings(language, script))


def goes_with(ending: str, stem: str) -> bool:
    """Whether *ending* may follow the last letter of *stem*: Bengali র and য় follow vowels, so that চাদর is no চাদ.

    A Telugu genitive in ి is of names in డు alone.
    """
    if ending == _TELUGU_GENITIVE:
        return stem.endswith(_OF_MEN)
    return ending not in _AFTER_VOWELS or _BARE.search(stem) is None


@lru_cache(maxsize=1 << 14)
def stems_in(language: str, lemma: str, script: str) -> tuple[str, ...]:
    """As ``stems``, but only what *language* (BCP 47) makes of a name: Estonian *Pärast* is no form of *Paris*."""
    return _stems(lemma, script, _forming_in(language, script))


def stems(lemma: str, script: str) -> tuple[str, ...]:
    """What stays of the normalised *lemma* in its other forms in any language; the lemma itself is not among them."""
    return _stems(lemma, script, _forming_in(UNKNOWN_LANGUAGE, script))


def _stems(lemma: str, script: str, forming: _Forming) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for ending, _ in forming.replaced.get(lemma[-1:], ()):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM:
            found[lemma[: -len(ending)]] = None
    for base in (lemma, *found):
        for last, softened in forming.softened.get(base[-1:], ()):
            if base.endswith(last) and len(base) > _SHORTEST_STEM + (script != "Ethi"):
                found[base[: -len(last)] + softened] = None
    vowels = forming.fleeting
    if len(lemma) > _SHORTEST_STEM + 2 and lemma[-2] in vowels and lemma[-1] not in vowels and lemma[-3] not in vowels:
        found[lemma[:-2] + lemma[-1]] = None
    shortest = _SHORTEST_BARE if script == "Ethi" else _SHORTEST_STEM
    if (article := ARTICLE.get(script)) and lemma.startswith(article) and len(lemma) >= len(article) + shortest:
        found[lemma.removeprefix(article)] = None  # a preposition may take its place (matcher)
    found.pop(lemma, None)
    return tuple(found)
