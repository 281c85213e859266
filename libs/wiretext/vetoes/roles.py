"""Tells what the people of an article do, by the words beside their names: the public office, the private walk of life.

The words are in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.wordlists import WordList, inflected_list, word_list

_COMMAS = frozenset({", ", "، ", ",", " - ", " ("})
_JOINED = frozenset({" ", "-", "'"})
_GLOSS = 6  # words after the comma
_ARTICLES = {
    "en": ("a", "an", "the"), "fr": ("un", "une", "le", "la"), "es": ("un", "una", "el", "la"), "ca": ("un", "una"),
    "it": ("un", "una", "il", "la"), "pt": ("um", "uma", "o", "a"), "de": ("ein", "eine", "der", "die"),
    "nl": ("een", "de"), "sv": ("en",), "da": ("en",), "nb": ("en",), "hu": ("egy", "a", "az"), "ro": ("un", "o"),
    "el": ("ο", "ι", "ενασ", "μια"),
}  # fmt: skip
# Languages in which what somebody is called stands before his name, or after a comma.
_ROLE_FIRST = frozenset({
    "de", "lb", "nl", "sv", "da", "nb", "nn", "is", "fr", "es", "pt", "it", "ca", "gl", "ro", "el", "ru", "uk",
    "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk",
})  # fmt: skip
_LINKS = " の、·"
_NEAR = 3  # words before a name among which its bearer's office may be
REACH = 12
"""Characters beside a name among which its bearer's office or a thing may be, in a script without blanks."""


def offices() -> WordList:
    """What people in office are called."""
    return word_list("vetoes/titles", "public")


def walks(kind: str, language: str) -> WordList:
    """What people are called in a text of *language* who are in no office: ``private``, ``stage`` or ``kin``."""
    return inflected_list("vetoes/titles", kind, language)


def has_role(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether one of *roles* stands beside *hit*."""
    if hit.alias.unspaced:
        before, after = reading.around(hit.start, hit.end, REACH)
        return roles.begins(after) or roles.ends(before.rstrip(_LINKS))
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    return (
        reading.word(_leading(reading, first)) in roles
        or (_may_follow(hit, reading, roles) and reading.after(last) in roles)
        or _is_glossed(reading, last, roles)
    )


def _may_follow(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether a role may stand right after the name: *X told pupils* says in many languages *told X pupils*."""
    return not hit.inflected and (roles is offices() or reading.language not in _ROLE_FIRST)


def is_private(hit: Hit, reading: Reading) -> bool:
    """Whether a private walk of life stands beside *hit*."""
    return reading.text.endswith(_phrases(), 0, hit.start) or has_role(hit, reading, walks("private", reading.language))


def _leading(reading: Reading, first: int) -> int:
    """The word before the word *first*, or before one that only says what somebody is called: *a baker named X*."""
    index = first - 1
    while reading.between(index, index + 1) == " " and reading.word(index) in _naming() and first - index <= _NEAR:
        index -= 1
    return index if reading.between(index, index + 1) == " " else -1


def is_introduced(hit: Hit, reading: Reading) -> bool:
    """Whether an office is named beside *hit*: up to three words before it, or right after it."""
    public = offices()
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    near = [*range(max(0, first - _NEAR), first), *range(last + 1, min(last + 3, len(reading.spans)))]
    return any(reading.word(at) in public for at in near if "\n" not in reading.between(min(at, last), max(at, first)))


def _is_glossed(reading: Reading, last: int, roles: WordList) -> bool:
    """Whether a comma follows and what the bearer does: *Anna Berg, a teacher in Bergen*; a name may come first."""
    for at in (last, last + 1):
        if reading.between(at, at + 1) in _COMMAS:
            return _says(reading, at + 1, roles)
        if reading.between(at, at + 1) != " " or not reading.is_capital(at + 1):
            return False
    return False


def _says(reading: Reading, first: int, roles: WordList) -> bool:
    """Whether the words from *first* on say what somebody does: at once, or after an article or a number."""
    if reading.word(first) in roles:
        return True
    opens = reading.word(first) in _ARTICLES.get(reading.language, ()) or reading.word(first).isdigit()
    for at in range(first + 1, min(first + _GLOSS, len(reading.spans)) if opens else first):
        if reading.between(at - 1, at) not in _JOINED or reading.word(at) in offices():
            return False
        if reading.word(at) in roles:
            return True
    return False


@cache
def _naming() -> WordList:
    return WordList((*listed("vetoes/things", "naming", "any"), *listed("vetoes/titles", "linking")))


@cache
def _phrases() -> tuple[str, ...]:
    """What people do in words that stand apart, each with a blank after it."""
    return tuple(f"{normalise(phrase.replace('_', ' ')).text} " for phrase in listed("vetoes/titles", "phrases"))
