"""Which endings a name may take in a text, and what stays of the name before them. The endings are in ``endings.yaml``.

Knows languages only by their endings; no name is in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from wirekit.contracts import UNKNOWN_LANGUAGE
from wiretext.normal import normalise
from wiretext.proclitics import ARTICLE
from wiretext.tables import table

_NONE: frozenset[str] = frozenset()

# The last letters of a name that an ending may replace, longest first.
_REPLACED = {
    "Latn": ("urinn", "irnar", "neet", "asis", "usis", "inn", "ais", "oji", "ius", "as", "is", "us", "os", "ys",
             "ij", "yj", "er", "es", "en", "ea", *"aeiouys"),
    "Cyrl": ("ий", "ый", "ой", "ій", "ая", "яя", *"аяоеиіыуюьйєїэј"),
    "Grek": ("οσ", "εσ", "ισ", "ασ", "οι", "α", "ι", "ο"),
    "Geor": ("ი", "ა", "ე", "ო", "უ"),
    "Armn": ("ուն", "ա", "ի"),
    "Taml": ("ம்", "்", "ு", "ா", "ி"), "Telu": ("్", "ు"), "Knda": ("್", "ು"), "Mlym": ("്", "ു", "ൻ", "ർ", "ൽ"),
    "Sinh": ("්",),
    "Deva": ("ा",),
}  # fmt: skip
_AFTER_VOWELS = frozenset(normalise(ending).text for ending in ("র", "য়"))
_BARE = re.compile("(?<![\u0995-\u09b9])[\u0995-\u09b9]$")  # one Bengali consonant, behind which no vowel is spoken
_SHORTEST_STEM = 2
_FEMININE = frozenset({"a", "ia"})
# What a last consonant becomes before some endings: Polish Praga → Pradze, Czech Praha → Praze, Ukrainian Прага →
# Празі. A Tamil ட், which is a த் in normal form, is doubled: ரெனால்ட் → ரெனால்ட்டின்.
_SOFTENED = {
    "Latn": (("ch", "sz"), ("ch", "s"), ("k", "c"), ("g", "dz"), ("g", "z"), ("h", "z"), ("d", "dz"), ("t", "ci"),
             ("r", "rz"), ("er", "rz"), ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nen", "s"), ("nk", "ng"), ("nt", "nn"),
             ("lt", "ll"), ("rt", "rr"), ("nnat", "nt"), ("nnat", "nn"), ("ean", "en"), ("ne", "s"), ("t", "d"),
             ("k", "g"), ("p", "b"), ("in", "ime"), ("hus", "ht"), ("us", "uks"),
             ("as", "aks"), ("is", "iks"), ("os", "oks"), ("es", "eks"), ("ys", "yks")),
    "Cyrl": (("к", "ц"), ("г", "з"), ("х", "с"), ("к", "ч"), ("ів", "ов"), ("їв", "єв"), ("ім", "ом"),
             ("ід", "од"), ("іг", "ог"), ("ір", "ор"), ("д", "дз"), ("т", "ц")),
    "Taml": (("த்", "த்த"), ("து", "த்த")),
}  # fmt: skip
_SHORTEST_BARE = 3  # letters after the Ethiopic one, which is a letter of short words too
_FLEETING = {"Latn": ("e",), "Cyrl": ("е", "о", "ё")}


@lru_cache(maxsize=1)
def _by_language_and_script() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for group in table("matching/endings").values():
        normal = frozenset(normalise(ending).text for ending in group["endings"].split())
        for language in (*group["languages"], UNKNOWN_LANGUAGE):
            found[language, group["script"]] |= normal
    return dict(found)


def endings(language: str, script: str) -> frozenset[str]:
    """What may follow a name in a text of *language* (BCP 47); of any language of *script* where it is unknown."""
    return _by_language_and_script().get((language.partition("-")[0], script), _NONE)


def any_endings(script: str) -> frozenset[str]:
    """What may follow a name in any language of *script*."""
    return _by_language_and_script().get((UNKNOWN_LANGUAGE, script), _NONE)


@lru_cache(maxsize=512)
def first_endings(language: str, script: str) -> frozenset[str]:
    """What may follow the first of several words: as ``any_endings``, but what makes *Viktoria* of *Viktor*."""
    return any_endings(script) - (_FEMININE - endings(language, script))


def goes_with(ending: str, stem: str) -> bool:
    """Whether *ending* may follow the last letter of *stem*: Bengali র and য় follow vowels, so that চাদর is no চাদ."""
    return ending not in _AFTER_VOWELS or _BARE.search(stem) is None


def stems(lemma: str, script: str) -> tuple[str, ...]:
    """What stays of the normalised *lemma* in its other forms, longest first; the lemma itself is not among them."""
    found: dict[str, None] = {}
    replaced, softening = _by_last_letter(script)
    for ending in replaced.get(lemma[-1:], ()):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM:
            found[lemma[: -len(ending)]] = None
    for base in (lemma, *found):
        for last, softened in softening.get(base[-1:], ()):
            if base.endswith(last) and len(base) > _SHORTEST_STEM + 1:
                found[base[: -len(last)] + softened] = None
    vowels = _FLEETING.get(script, ())
    if len(lemma) > _SHORTEST_STEM + 2 and lemma[-2] in vowels and lemma[-1] not in vowels and lemma[-3] not in vowels:
        found[lemma[:-2] + lemma[-1]] = None
    shortest = _SHORTEST_BARE if script == "Ethi" else _SHORTEST_STEM
    if (article := ARTICLE.get(script)) and lemma.startswith(article) and len(lemma) >= len(article) + shortest:
        found[lemma.removeprefix(article)] = None  # a preposition may take its place (matcher)
    found.pop(lemma, None)
    return tuple(found)


@cache
def _by_last_letter(script: str) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """The endings of *script* that are replaced, and the ones that are softened, by their last letters, in order."""
    replaced: dict[str, list[str]] = defaultdict(list)
    softening: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for ending in _REPLACED.get(script, ()):
        replaced[ending[-1]].append(ending)
    for last, softened in _SOFTENED.get(script, ()):
        softening[last[-1]].append((last, softened))
    return dict(replaced), dict(softening)
