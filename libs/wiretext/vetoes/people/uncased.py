"""Tells in scripts without capitals when somebody bears a one-word name: *the mechanic Bharat Yadav*, *actor X Ford*.

Judges by the word after the name, which many have for a family name, by an age, and by what its bearer does with a
given name or a family name beside it. The words are in ``uncased.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED
from wiretext.tables import listed_for, words_for, words_of
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.context.wordlists import WordList, word_list

_COMMAS = frozenset({", ", "، ", " ("})
_OLDEST = 45  # years: a state or a firm has a longer history that may be told so
_SHORTEST = 3  # letters of a given name
_VERB_LAST = frozenset({"hi", "mr", "ur", "bn", "ta"})  # languages in which no object stands behind its subject
_ARTICLE, _LONGER = "ال", 5  # Arabic names in Persian and Urdu have it, which have no article


def is_of_uncased_bearer(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside *hit*, in one word, say that somebody has the name of a place or an organisation."""
    if entity.type == "person" or not _is_bare(hit, reading):
        return False
    return (
        has_other_family_name(hit, entity, reading)
        or _is_addressed(hit, reading)
        or _is_aged(hit, reading)
        or _has_given_name_after(hit, reading)
        or _is_told_after(hit, reading)
        or _is_called(hit, reading)
        or _is_family_name(hit, entity, reading)
    )


def has_other_family_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a family name of many follows the one word of *hit*, and no label of *entity* has it."""
    if not (_is_bare(hit, reading) or _ends_in_given_name(hit, reading)):
        return False
    following = reading.after(reading.index(hit.end - 1))
    return _is_family(following, reading.language) and not any(
        own in {following, following[: len(own)]}
        for label in (entity.name, *entity.names)
        for own in spelling(label)
        if len(own) >= _SHORTEST
    )


def _is_bare(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is one word as it stands, in a script without capitals, with nothing joined to it."""
    if len(hit.forms) > 1 or hit.inflected or hit.alias.unspaced or hit.alias.acronym:
        return False
    return hit.alias.words[0].script not in CASED and hit.end == reading.ends[reading.index(hit.end - 1)]


def _ends_in_given_name(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is of several words, the last a second given name: *X Kumar*, where *X Kumar Y* is another."""
    if len(hit.forms) < 2 or hit.inflected or hit.alias.kind != FULL:  # noqa: PLR2004 (a given name and a second one)
        return False
    form = hit.forms[-1]
    return reading.text[form.start : form.end] in words_for(reading.language, "vetoes/people/uncased", "seconds")


def _is_family(word: str, language: str) -> bool:
    if language in {"ur", "fa"} and word.startswith(_ARTICLE) and len(word) >= _LONGER:
        return True
    return word in _families(language)


def _is_addressed(hit: Hit, reading: Reading) -> bool:
    """Whether a form of address stands before the name, and no verb follows that says that somebody goes there."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    addressed = reading.before(first) in words_for(reading.language, "vetoes/people/uncased", "addressed")
    return addressed and reading.after(last) not in things_of(reading.language).reached


def _is_aged(hit: Hit, reading: Reading) -> bool:
    """Whether an age stands before the name, right there or before what its bearer is; or after a comma."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    for at in (first - 1, first - 2):
        if reading.word(at) in words_of("vetoes/context/ages", "uncased") and _is_age(reading.word(at - 1)):
            return at == first - 1 or _is_walk(reading.word(first - 1), reading.language)
    aged = words_for(reading.language, "vetoes/context/ages", "uncased_after")
    if reading.between(last, last + 1) not in _COMMAS or reading.word(last + 1) not in aged:
        return False
    years = words_for(reading.language, "vetoes/context/ages", "uncased_years")
    return reading.word(last + 3) in years if years else _is_age(reading.word(last + 2))


def _is_called(hit: Hit, reading: Reading) -> bool:
    """Whether somebody is said to be called so: *भारत नाम के लड़के*; a firm is called so, too."""
    at = reading.index(hit.end - 1) + 1
    called = words_for(reading.language, "vetoes/private/namesakes", "called_after")
    if f"{reading.word(at)}_{reading.word(at + 1)}" in called:
        at += 1
    elif reading.word(at) not in called:
        return False
    at += 1
    at += reading.word(at) in words_for(reading.language, "vetoes/private/works_as", "is")  # নামের এক কৃষক
    people = words_for(reading.language, "vetoes/context/beside", "people")
    return reading.word(at) in people or _is_walk(reading.word(at), reading.language)


def _is_age(word: str) -> bool:
    return word.isdecimal() and int(word) <= _OLDEST


def _has_given_name_after(hit: Hit, reading: Reading) -> bool:
    """Whether what somebody is stands before the name, and a given name follows, as a father's does."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    following = reading.after(last)
    return _is_walk(reading.before(first), reading.language) and len(following) >= _SHORTEST and is_given(following)


def _is_told_after(hit: Hit, reading: Reading) -> bool:
    """Whether a comma and a walk of life follow two names: a given one and this one, or this one and a Persian *-i*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    given = reading.before(first)
    if reading.between(last, last + 1) in _COMMAS:
        if reading.starts_sentence(reading.starts[first]) and _is_glossed_alone(last, reading):
            return True
        known = is_given(given) and given not in function_words(reading.language)
        return known and _is_walk(reading.word(last + 1), reading.language)
    family = reading.after(last)
    if (
        reading.language != "fa"
        or not family.endswith("ي")
        or family in words_of("vetoes/people/uncased", "adjectives")
    ):
        return False
    led = given in function_words("fa")
    told = reading.between(last + 1, last + 2) in _COMMAS and _is_walk(reading.word(last + 2), reading.language)
    return told and not led


def _is_glossed_alone(last: int, reading: Reading) -> bool:
    """Whether one word of a trade follows a comma, and an age or where that is done after it: *ירדן, נגר בן 61*."""
    word, following = reading.word(last + 1), reading.word(last + 2)
    if reading.between(last + 1, last + 2) != " ":
        return False
    if word in walks("kin", reading.language):
        return following.isdecimal()  # *ایران، دختر ۹ ساله*
    if word not in walks("private", reading.language):
        return False
    aged = words_for(reading.language, "vetoes/context/ages", "uncased_after")
    return following in aged or following.startswith(
        tuple(words_for(reading.language, "vetoes/people/uncased", "works"))
    )


def _is_family_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a given name stands before the name and what its bearer does before that; a place is the subject then."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    given, noun = reading.before(first), reading.before(first - 1)
    if len(given) < _SHORTEST or given in function_words(reading.language) or given in offices(reading.language):
        return False
    if _is_walk(given, reading.language) or not _is_walk(noun, reading.language):
        return False
    if entity.type == "place":
        if reading.language == "he":  # a country that is the object has a preposition joined to it, or *את* before it
            return is_given(given) and hit.start == reading.starts[first]
        says = word_list("vetoes/context/beside", "says")
        return reading.language in _VERB_LAST and is_given(given) and reading.after(last) in says
    common = given in word_list("vetoes/context/beside", "signs") or given.isdecimal()
    on_stage = noun in walks("stage", reading.language) and reading.language in _VERB_LAST
    return not common and (on_stage or is_given(given))


def _is_walk(word: str, language: str) -> bool:
    return any(word in walks(kind, language) for kind in ("private", "stage", "kin"))


@cache
def _families(language: str) -> WordList:
    return WordList(listed_for(language, "vetoes/people/uncased", "families"))
