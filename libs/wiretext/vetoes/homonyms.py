"""Tells an organisation from the word of the language that its name is, too: a visa, an apple, the island.

Judges by the words of the same sentence, which are in ``homonyms.yaml`` with the names that are such words. Only where
no capital tells them apart: in scripts without capitals, where a sentence begins, and as a German noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from wirekit.contracts import Entity
from wiretext.matching.aliases import NOT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, SENTENCE_ENDS, Reading
from wiretext.normal import normalise
from wiretext.proclitics import ARTICLE
from wiretext.scripts import CASED
from wiretext.tables import table, words_of
from wiretext.vetoes.casing import NOUNS_IN_CAPITALS, capitals_prove_nothing
from wiretext.vetoes.wordlists import ProcliticList

_REACH, _CLOSE = 24, 10  # characters beside a name in a script without blanks, signs and what tells the word
_NEAR, _CLOSEST = 8, 4  # words beside one
_BESIDE = 1  # words beside one that tell more than all others
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
_BESIDE_NAME = f" {QUOTES_OPEN}{QUOTES_CLOSE}"
_LATIN_GLOSS = re.compile(r'" ?\([a-z]| ?\([a-z]')
_POSSESSOR = re.compile(r"ال\w{2,}(?<![هي])")
_SURE, _OPEN, _ORDINARY = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Sense:
    """What tells an ordinary word from the name that it is, too; the attributes are explained in the table."""

    beside: ProcliticList
    signs: ProcliticList
    common: bool
    proper: bool
    construct: bool


def ordinary_words(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """Those of *hits* that are words of the language, as the words beside them say, or beside others like them.

    Names of places are the words themselves: a river, an island.
    """
    told: dict[int, list[tuple[Hit, int]]] = {}
    senses: dict[Hit, Sense] = {}
    for hit in hits:
        if hit.alias.kind == NOT or entities[hit.alias.entity].type == "place":
            continue
        sense = _senses().get(hit.alias.words[0].lemma) if len(hit.alias.words) == 1 else None
        if sense is not None:
            senses[hit] = sense
        told.setdefault(hit.alias.entity, []).append((hit, _SURE if sense is None else _told(hit, sense, reading)))
    found: set[Hit] = set()
    for judged in told.values() if senses else ():
        sure = any(told == _SURE for _, told in judged)
        ordinary = any(told == _ORDINARY for _, told in judged)
        for hit, told_of in judged:
            doubted = told_of == _OPEN and not sure and (ordinary or senses[hit].common)
            if told_of == _ORDINARY or doubted:
                found.add(hit)
    return found


def _told(hit: Hit, sense: Sense, reading: Reading) -> int:
    """Whether the sentence says that the organisation is meant, or the ordinary word; or nothing."""
    if not sense.proper and _is_told_by_capital(hit, reading):
        return _SURE
    return (_told_unspaced if hit.alias.unspaced else _told_by_words)(hit, sense, reading)


def _told_by_words(hit: Hit, sense: Sense, reading: Reading) -> int:
    if _has_article(hit, reading):
        return _ORDINARY
    before, after = (_near(hit, reading, step) for step in (-1, 1))
    beside = any(word in sense.signs for word in (*before[:_BESIDE], *after[:_BESIDE]))
    if beside or _LATIN_GLOSS.match(reading.text, hit.end):
        return _SURE
    if sense.construct and _has_possessor(hit, reading):
        return _ORDINARY
    closest = _CLOSEST // 2 if sense.proper and hit.alias.words[0].script in CASED else _CLOSEST
    if any(word in sense.beside for word in (*before[:_CLOSEST], *after[:closest])):
        return _ORDINARY
    return _SURE if any(word in sense.signs for word in (*before, *after)) else _OPEN


def _told_unspaced(hit: Hit, sense: Sense, reading: Reading) -> int:
    left, right = reading.around(hit.start, hit.end, _REACH)
    before, after = _SENTENCE_END.split(left)[-1], _SENTENCE_END.split(right)[0]
    if (
        _LATIN_GLOSS.match(after)
        or sense.signs.ends(before.rstrip(_BESIDE_NAME))
        or sense.signs.begins(after.lstrip(_BESIDE_NAME))
    ):
        return _SURE
    if sense.beside.stands_in(before[-_CLOSE:] + reading.text[hit.start : hit.end] + after[:_CLOSE]):
        return _ORDINARY
    return _SURE if sense.signs.stands_in(before) or sense.signs.stands_in(after) else _OPEN


def _is_told_by_capital(hit: Hit, reading: Reading) -> bool:
    """Whether the name has a capital where a word would have none: not in a title with capitals, nor in German."""
    if hit.alias.words[0].script not in CASED or reading.is_quiet or reading.language in NOUNS_IN_CAPITALS:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    in_title = reading.is_capital(first - 1) and reading.is_capital(last + 1)
    return not in_title and not capitals_prove_nothing(hit, reading)


def _has_article(hit: Hit, reading: Reading) -> bool:
    """Whether the article is joined to the name, as to no name in Hebrew and Arabic."""
    article = ARTICLE.get(hit.alias.words[0].script)
    if article is None or not reading.joins_words:
        return False
    return reading.text[reading.spans[reading.index(hit.start)][0] : hit.start].endswith(article)


def _has_possessor(hit: Hit, reading: Reading) -> bool:
    """Whether a noun with the article follows, as in Arabic no name has one: *the zeal of the pupils*.

    Only behind a particle: behind a verb the noun is the object of what the organisation does.
    """
    if reading.before(reading.index(hit.start)) not in words_of("vetoes/homonyms", "particles"):
        return False
    following = reading.after(reading.index(hit.end - 1))
    is_noun = _POSSESSOR.fullmatch(following) is not None and following not in words_of("vetoes/homonyms", "no_owners")
    return is_noun and reading.language == "ar"


def _near(hit: Hit, reading: Reading, step: int) -> list[str]:
    """The words of the same sentence on one side of the name, from the nearest on."""
    at = reading.index(hit.start) if step < 0 else reading.index(hit.end - 1)
    found: list[str] = []
    while len(found) < _NEAR and reading.word(at + step):
        if _SENTENCE_END.search(reading.between(min(at, at + step), max(at, at + step))):
            break
        at += step
        found.append(reading.word(at))
    return found


@cache
def _senses() -> dict[str, Sense]:
    """The senses by the names that have them, in normal form."""
    content = table("vetoes/homonyms")
    found: dict[str, Sense] = {}
    for sense in content["senses"].values():
        beside = ProcliticList(sense.get("beside", "").split())
        signs = ProcliticList((*sense.get("signs", "").split(), *content["signs"].split()))
        flags = {flag: sense.get(flag, False) for flag in ("common", "proper", "construct")}
        read = Sense(beside, signs, **flags)
        found |= {normalise(word).text: read for word in sense["words"].split()}
    return found
