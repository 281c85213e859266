"""Tells when an animal bears the name, or a child that is given it: *a dog called X*, *X adlı köpek*, *nazwali go X*.

The words are in ``animals.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from wiretext.tables import words_for
from wiretext.vetoes.context.ages import is_word_of_age
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS, has_own_capital
from wiretext.vetoes.context.grammar import ATTRIBUTIVE, SLAVIC
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.context.wordlists import InflectedList, proclitic_list

_REACH = 8  # characters beside a name in a script without blanks
_CLAUSE = 10  # words before a name that is given, among which is what it is given to
_NEAR = 40  # words before a name among which the animal is spoken of
_MOST_BETWEEN = 4  # words between an animal and its name
_TIES, _BEFORE = (" ", "'"), (" ", ' "')
# Languages in which whom somebody calls so stands before the verb: what stands after it is an article.
_CLITIC_FIRST = frozenset({"fr", "es", "pt", "it", "ca", "gl", "ro", "el", "sq"})
_ATTRIBUTIVE = ATTRIBUTIVE | {"sw"}  # a headline there has *tembo Kenya* for elephants in Kenya
_ATTRIBUTES_LAST = frozenset({"es", "pt", "it", "ca", "gl", "ro", "fr", "id", "ms", "sw"})
_ATTRIBUTES_FIRST = frozenset({"en", "de", "nl", "sv", "da", "nb", "nn"})
_MOST_ATTRIBUTES = 2
_WITHOUT_ARTICLE = frozenset({"ro", "id", "ms", "sw"})
_COMPOUNDING = frozenset({"et", "fi", "hu"})
_SHORTEST_HEAD = 3  # letters of the first part of a compound, and less than those of its end
_MARKS = f" {QUOTES_OPEN}{QUOTES_CLOSE}"


def is_animal(hit: Hit, reading: Reading) -> bool:
    """Whether the words beside the name say that it is an animal's."""
    kinds = _words("kinds", reading.language)
    if not kinds or hit.inflected:
        return False
    if hit.alias.unspaced:
        return _is_unspaced(hit, reading, kinds)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.before(first, _BEFORE) in _words("apposed", reading.language):
        return True
    called = _is_called(first, -1, reading, kinds) or _is_called(last, 1, reading, kinds)
    called = called or _is_given_name(hit, reading)
    articled = reading.before(first) in words_for(reading.language, "vetoes/people/bearers", "articles")
    return called or (reading.starts_sentence(reading.starts[first - articled]) and _is_glossed(last, reading, kinds))


def _is_given_name(hit: Hit, reading: Reading) -> bool:
    """Whether what follows says that an animal told of before is given the name, in languages whose verbs come last."""
    last = reading.index(hit.end - 1)
    naming = proclitic_list(reading.language, "vetoes/things/animals", "given")
    if not naming or f"{reading.word(last + 1)} {reading.word(last + 2)}" not in naming:
        return False
    first, kinds = reading.index(hit.start), _inflected_kinds(reading.language)
    for at in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        if reading.word(at) in kinds:
            return True
        if reading.starts_sentence(reading.starts[at]):
            return False
    return False


def _is_glossed(last: int, reading: Reading, kinds: frozenset[str]) -> bool:
    """Whether a comma and an animal follow, after small words, with which the phrase ends: *X, a poodle from Leeds*."""
    small = function_words(reading.language)
    at = last + 1
    if reading.between(last, at) != ", ":
        return False
    if not (reading.word(at) in small or _has_article(reading, at, kinds)):
        if reading.language not in SLAVIC or reading.is_capital(at):
            return False
        at += is_word_of_age(reading.word(at))  # *X, шестгодишна кобила*
    while at < last + _MOST_BETWEEN and reading.between(at, at + 1) == " " and reading.word(at) in small:
        at += 1
    at = _after_attributes(at, reading, kinds)
    end = at + (reading.language in _ATTRIBUTES_LAST and reading.word(at + 1) not in small)  # *kucing jalanan di*
    ends = reading.between(at, at + 1).strip() != "" or reading.word(end + 1) in small
    return reading.word(at) in kinds and ends and reading.between(at, at + 1) != "-"


def _after_attributes(at: int, reading: Reading, kinds: frozenset[str]) -> int:
    """The animal after a word or two that say which, from the word *at* on: *a stray cat*, *ein junger Wallach*."""
    if reading.language not in _ATTRIBUTES_FIRST:
        return at
    for animal in range(at, at + _MOST_ATTRIBUTES + 1):
        if reading.word(animal) in kinds:
            return animal
        if reading.between(animal, animal + 1) != " " or reading.word(animal) in function_words(reading.language):
            break
    return at


def _has_article(reading: Reading, at: int, kinds: frozenset[str]) -> bool:
    """Whether the word *at* is an animal that needs no article before it: *câinele*, *anjing*."""
    return reading.language in _WITHOUT_ARTICLE and reading.word(at) in kinds


def is_called_so(hit: Hit, reading: Reading) -> bool:
    """Whether an animal or a child that was spoken of is given the name: *found a cat and named him X*.

    What somebody is named stands there as well (*named him X's head*), so what follows has to end the phrase. Founders
    call a firm so, too: without an animal nothing is told.
    """
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    between = reading.between(last, last + 1)
    goes_on = between in {"'", "-"} or (
        between == " " and reading.word(last + 1) not in function_words(reading.language)
    )
    if hit.inflected or hit.alias.unspaced:
        return False
    people = words_for(reading.language, "vetoes/context/beside", "people")
    if any(_is_called(at, step, reading, people, alone=False) for at, step in ((first, -1), (last, 1))):
        return True
    if goes_on or not _is_named(first, reading):
        return False
    kinds, kin = _words("kinds", reading.language), walks("kin", reading.language)
    return any(reading.word(at) in kinds or reading.word(at) in kin for at in range(max(0, first - _NEAR), first))


def _is_named(first: int, reading: Reading) -> bool:
    """Whether a pronoun stands right before the name, or before the verb: *named him X*, *l'a appelé X*."""
    named, whom = _words("named", reading.language), _words("whom", reading.language)
    before, second = reading.before(first, _BEFORE), reading.before(first - 1, _TIES)
    third = reading.before(first - 2, _TIES) if second in function_words(reading.language) else ""
    if before in named and (second in whom or third in whom):
        return True
    return reading.language not in _CLITIC_FIRST and before in whom and second in named


def _is_called(at: int, step: int, reading: Reading, kinds: frozenset[str], *, alone: bool = True) -> bool:
    """Whether one of *kinds* stands on one side of the word *at*, with nothing between but that it is called so.

    An animal may stand *alone* before its name, too.
    """
    called = False
    if alone and step < 0 and _is_apposed(at, reading, kinds):
        return True
    for near in range(_MOST_BETWEEN):
        between = reading.between(min(at, at + step), max(at, at + step)).strip(_MARKS)
        if between and not (called and step < 0 and between == ","):  # *the parrot, called X*
            return False
        at += step
        word = reading.word(at)
        if word in kinds or (near == 0 and _ends_in_kind(word, kinds, reading.language)):
            return called or (alone and near == 0 and step < 0 and not _is_named_itself(at, reading))
        if not alone and word in things_of(reading.language).on_behalf:
            return False  # *a man in the name of X*
        if word in _words("calls", reading.language) or word in things_of(reading.language).naming:
            called = True
        elif word not in function_words(reading.language):
            return False
    return False


def _ends_in_kind(word: str, kinds: frozenset[str], language: str) -> bool:
    """Whether *word* is a compound for an animal: *taksikoer*, *mäyräkoira*."""
    return language in _COMPOUNDING and any(
        word[at:] in kinds for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_HEAD)
    )


def _is_named_itself(at: int, reading: Reading) -> bool:
    """Whether the animal *at* is somebody's name or a firm's: *Fox X*; or from a country: *gajah X*."""
    if reading.language in _ATTRIBUTIVE:
        return True
    return has_own_capital(at, reading) and reading.language not in NOUNS_IN_CAPITALS


def _is_apposed(at: int, reading: Reading, kinds: frozenset[str]) -> bool:
    """Whether the name stands between commas, the first of them behind an animal: *the horse, X, won*."""
    return reading.before(at, (", ",)) in kinds and reading.between(at, at + 1) in {", ", ". "}


def _is_unspaced(hit: Hit, reading: Reading, kinds: frozenset[str]) -> bool:
    left, right = reading.around(hit.start, hit.end, _REACH)
    before, after = left.rstrip(_MARKS), right.lstrip(_MARKS)
    if before.endswith(tuple(_words("apposed", reading.language))):
        return True
    calls = tuple(_words("calls", reading.language))
    return (before.endswith(calls) or after.startswith(calls)) and any(kind in before + after for kind in kinds)


@cache
def _inflected_kinds(language: str) -> InflectedList:
    return InflectedList((kind + "*" for kind in _words("kinds", language)), language)


def _words(key: str, language: str) -> frozenset[str]:
    return words_for(language, "vetoes/things/animals", key)
