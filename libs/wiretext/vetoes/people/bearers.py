"""Tells when a person bears the one-word name of a place or an organisation: *the singer Jordan Whitcombe*.

Judges by the words beside the name (``bearers.yaml``): a walk of life before it and a family name after it, what its
bearer does or how old he is after a comma, a relative, an article that only people have. Knows no name.
"""

from __future__ import annotations

import re
from itertools import islice

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.ages import follows_age
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.grammar import ATTRIBUTIVE, DECLINING, UNCHANGING
from wiretext.vetoes.context.roles import is_glossed, role_before
from wiretext.vetoes.context.several import ends_as_several
from wiretext.vetoes.context.thing_words import things_of
from wiretext.vetoes.context.wordlists import WordList, inflected_list, word_list
from wiretext.vetoes.private.namesakes import is_founders
from wiretext.words import occurrences

_TABLE, _SHARED = "vetoes/people/bearers", "vetoes/context/beside"
_WALKS = ("private", "stage", "kin", "retired")
_SHORTEST_FAMILY = 3  # letters
_MOST_REPEATED = 100  # places of a name that are asked whether somebody speaks there
_ATTRIBUTIVE = ATTRIBUTIVE | {"tl", "sw"}
# Languages in which nobody says *the driver Volta X* of whom Volta employs: a case or *of* would say so.
_APPOSED = frozenset({
    "en", "tr", "az", "kk", "ky", "uz", "hu", "fi", "et", "lv", "lt", "sv", "da", "nb", "nn", "nl", "is", "el", "ka",
    "hy", "sq",
})  # fmt: skip
_UNDECLINING = frozenset({"en", "fr", "es", "pt", "it", "ca", "gl", "de", "nl", "sv", "da", "nb", "nn"})
_AGE = re.compile(r", (?:[1-9]\d|[4-9])(?=[,.)])")
_AGE_IN_BRACKETS = re.compile(r" \((?:[1-9]\d|1[4-9]\d\d ?- ?[12]\d\d\d)\)")  # or when somebody lived
_RELATIVE = re.compile(r", who\b")  # English tells people from things there
_PART = re.compile(r"·[ァ-ヺ]{3,}")


def is_of_bearer(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside *hit*, in one word, say that somebody has the name who is no watched person."""
    if entity.type == "person" or len(hit.forms) > 1 or hit.alias.acronym:
        return entity.type == "organization" and is_founders(hit, reading)
    if hit.alias.unspaced:
        return _is_part_of_person(hit, reading) or _is_spoken_of_politely(hit, entity, reading)
    is_honoured = reading.before(reading.index(hit.start), (" ", ". ")) in _words("honorifics", reading.language)
    loud = reading.is_quiet or reading.is_loud(reading.index(hit.start))
    if loud or script_of(reading.text[hit.start]) not in CASED:
        return False
    if (
        is_honoured
        or _is_glossed_alone(hit, reading)
        or (not hit.inflected and follows_age(reading, hit.end))
        or _ends_opening_name(hit, reading)
        or _is_of_relative(hit, entity, reading)
        or (entity.type == "organization" and _ends_name(hit, reading))
    ):
        return True
    named = not hit.inflected and precedes_family_name(hit, reading)
    return named and (
        _is_told_after(hit, entity, reading)
        or _has_walk_before(hit, entity, reading)
        or (entity.type == "place" and _has_family_name(hit, reading))
    )


def precedes_family_name(hit: Hit, reading: Reading) -> bool:
    """Whether a capitalised word follows that may be a family name: no thing, no firm's word, no title, no month."""
    last = reading.index(hit.end - 1)
    family = reading.after(last)
    if hit.end != reading.ends[last] or len(family) < _SHORTEST_FAMILY or not family.isalpha():
        return False
    return reading.has_telling_capital(last + 1) and not goes_with_names(family, reading.language)


def goes_with_names(word: str, language: str) -> bool:
    """Whether *word* goes with the name of a firm or a place, or with no name at all."""
    things = things_of(language)
    kinds = (
        things.after, things.anywhere, things.venues, things.firms, things.offshoots, things.own, things.clubs_after,
        word_list(_SHARED, "bodies"), word_list("vetoes/context/thing_words", "institutions", "any"), offices(language),
        inflected_list(_SHARED, "kinds", language), function_words(language),
        words_of("function-words", "calendar"), words_of(_TABLE, "firms"),
    )  # fmt: skip
    return any(word in words for words in kinds)


def _has_walk_before(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether what somebody is called stands before the name: *the painter*; not whom the organisation employs."""
    kinds = *(walks(kind, reading.language) for kind in _WALKS), _professions(reading.language)
    role = max(role_before(hit, reading, kind) for kind in kinds)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if role < 0 or any(reading.word(at) in function_words(reading.language) for at in range(role + 1, first)):
        return False
    goes_on = reading.is_capital(last + 2) and reading.between(last + 1, last + 2) == " "
    in_title = goes_on and reading.is_capital(role) and reading.language not in NOUNS_IN_CAPITALS
    if in_title or _is_of_title(reading, role):
        return False
    if reading.language in _ATTRIBUTIVE:
        return entity.type == "organization" and not goes_on and _speaks(hit, reading)
    if _is_given(reading.word(last + 1), reading.language):
        return False
    return is_given(reading.text[hit.start : hit.end]) or _is_of_his_own(hit, entity, reading, role)


def _is_of_his_own(hit: Hit, entity: Entity, reading: Reading, role: int) -> bool:
    """Whether the name after what somebody is called, the word *role*, is not that of whom he works for."""
    last = reading.index(hit.end - 1)
    if entity.type == "organization" and reading.language not in _APPOSED and _is_employed(reading, role):
        return _ends_as_family(reading.word(last + 1)) and _is_called(hit, reading)
    return _is_apposed(hit, reading, role) or _is_called(hit, reading)


def _has_family_name(hit: Hit, reading: Reading) -> bool:
    """Whether the word after the name ends as only family names do, and no preposition says that it is a place."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    endings = tuple(_words("english", reading.language))
    if not endings or reading.is_capital(last + 2):
        return False
    before = reading.before(first)
    apart = before in words_of(_TABLE, "at") or before in words_of(_SHARED, "at")
    if apart or before in words_of(_SHARED, "of") or _is_of_title(reading, first - 1):
        return False
    return reading.word(last + 1).endswith(endings)


def _is_employed(reading: Reading, role: int) -> bool:
    """Whether the word *role* is said of those who work for a firm or play for a team."""
    word, language = reading.word(role), reading.language
    kinds = walks("stage", language), _professions(language), inflected_list(_TABLE, "employed", language)
    return any(word in kind for kind in kinds)


def _is_apposed(hit: Hit, reading: Reading, role: int) -> bool:
    """Whether the name after what somebody is called is his own by its form: no case, and no noun follows it."""
    last, language = reading.index(hit.end - 1), reading.language
    if language in NOUNS_IN_CAPITALS:
        # *Der Bäcker X Y* and a verb: no object stands before it.
        opens = reading.starts_sentence(reading.starts[role - 1]) and not reading.is_capital(last + 2)
        return opens or _ends_as_family(reading.word(last + 1))
    return language not in DECLINING or UNCHANGING.search(reading.text[hit.start : hit.end]) is None


def _is_given(word: str, language: str) -> bool:
    """Whether *word* is a given name, and has no ending of family names; in a case where the language has cases."""
    if language in _UNDECLINING:
        return word in words_of("vetoes/context/given", "Latn")
    return is_given(word) and not _ends_as_family(word)


def _is_called(hit: Hit, reading: Reading) -> bool:
    """Whether the article goes on with the name, and not with the word after it: then that is no name of its own."""
    last = reading.index(hit.end - 1)
    return len(occurrences(reading, last)) > 1 and len(occurrences(reading, last + 1)) == 1


def _speaks(hit: Hit, reading: Reading) -> bool:
    """Whether the article goes on with the name behind a verb of speech: *kata X*."""
    last = reading.index(hit.end - 1)
    if len(occurrences(reading, last + 1)) > 1:
        return False
    verbs = _words("speech", reading.language)
    others = (at for at in islice(occurrences(reading, last), _MOST_REPEATED) if at != last)
    return any(reading.before(at) in verbs and not reading.is_capital(at + 1) for at in others)


def _is_told_after(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a comma follows the two names, and what their bearer does, his age, or *who*."""
    last = reading.index(hit.end - 1) + 1
    if _is_given(reading.word(last), reading.language) and reading.is_capital(last + 1):
        return False
    if any(is_glossed(reading, last, walks(kind, reading.language)) for kind in _WALKS):
        return True
    end = reading.ends[last]
    if _AGE.match(reading.text, end) or follows_age(reading, end):
        return True
    if entity.type == "place" and _AGE_IN_BRACKETS.match(reading.text, end):
        return True
    return reading.language == "en" and _RELATIVE.match(reading.text, end) is not None


def _is_glossed_alone(hit: Hit, reading: Reading) -> bool:
    """Whether what its bearer does in private life follows the name and a comma: where a sentence begins, after *by*.

    *In X, a baker from Y* tells of the baker, and so may any other preposition than those of the table.
    """
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    agents = words_of(_TABLE, "agents")
    led = reading.before(first) in agents or reading.before(first - 1) in words_of(_TABLE, "thanks")
    if hit.inflected or not (led or _starts_sentence(reading, first)):
        return False
    return _is_one_by_trade(reading, last)


def _starts_sentence(reading: Reading, first: int) -> bool:
    """Whether the sentence begins with the word *first*, or with the article that names of people have, too."""
    articled = reading.before(first) in _words("articles", reading.language)
    return reading.starts_sentence(reading.starts[first - articled])


def _is_one_by_trade(reading: Reading, last: int) -> bool:
    """Whether a comma, an article and a private walk of life follow, and a preposition or a mark: *, a baker from*.

    In *X, a farmer said,* somebody speaks of X.
    """
    at = last + 1
    if reading.between(last, at) != ", " or reading.is_capital(at):
        return False
    at += reading.word(at) in function_words(reading.language) and reading.between(at, at + 1) == " "
    private = walks("private", reading.language)
    learns = reading.word(at) in words_of(_TABLE, "learning") and reading.between(at, at + 1) == " "
    at += learns and reading.word(at + 1) in private  # *a trainee plumber*
    if reading.word(at) not in private or ends_as_several(reading, at):
        return False
    following = reading.after(at)
    return not following or following in words_of(_SHARED, "at") | words_of(_SHARED, "of")


def _ends_opening_name(hit: Hit, reading: Reading) -> bool:
    """Whether the sentence begins with another name before this one, and a private walk of life follows a comma."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    given = reading.before(first)
    if (
        hit.inflected
        or not given.isalpha()
        or len(given) < _SHORTEST_FAMILY
        or goes_with_names(given, reading.language)
    ):
        return False
    if not reading.starts_sentence(reading.starts[first - 1]) or given in words_of(_SHARED, "directions", "any"):
        return False
    return _is_one_by_trade(reading, last)


def _ends_name(hit: Hit, reading: Reading) -> bool:
    """Whether a capitalised word that is no other stands before the name, and *who* after a comma: *Priya X, who*."""
    first = reading.index(hit.start)
    given = reading.before(first)
    if reading.language != "en" or hit.inflected or not reading.is_capital(first - 1) or not given.isalpha():
        return False
    told = _RELATIVE.match(reading.text, hit.end) is not None
    apart = reading.starts_sentence(reading.starts[first - 1]) or reading.is_capital(first - 2)
    return told and not apart and not goes_with_names(given, reading.language)


def _is_of_relative(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the name is that of somebody's aunt, or of somebody who has one."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    relatives = _words("relatives", reading.language)
    if not relatives or reading.between(last, last + 1) == "-":
        return False
    if reading.language == "en" and reading.between(last, last + 1) == "'" and reading.word(last + 1) == "s":
        return reading.after(last + 1) in relatives and reading.after(last + 2) not in offices(reading.language)
    if entity.type == "place":
        relatives = relatives | _words("children", reading.language)
    if reading.before(first) not in relatives or _is_of_title(reading, first - 1):
        return False
    if entity.type == "organization":
        return True
    return not hit.inflected and reading.language not in _ATTRIBUTIVE


def _is_of_title(reading: Reading, index: int) -> bool:
    """Whether the word *index* has a capital as nothing explains but a title, or a name."""
    if not reading.is_capital(index) or reading.language in NOUNS_IN_CAPITALS:
        return False
    return not reading.starts_sentence(reading.starts[index])


def _is_part_of_person(hit: Hit, reading: Reading) -> bool:
    """Whether a dot ties the name to another part, behind which something stands that only a person has."""
    persons = tuple(_words("persons", reading.language))
    part = _PART.match(reading.text, hit.end)
    return part is not None and bool(persons) and reading.text.startswith(persons, part.end())


def _is_spoken_of_politely(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a person's polite form of address is joined to the name; in Chinese a gentleman may be of a country."""
    if entity.type == "place" and reading.language != "ja":
        return False
    return reading.text.startswith(tuple(_words("politely", reading.language)), hit.end)


def _ends_as_family(word: str) -> bool:
    return word.endswith(tuple(_words("family", script_of(word[0]))))


def _professions(language: str) -> WordList:
    return inflected_list(_TABLE, "professions", language)


def _words(key: str, language: str) -> frozenset[str]:
    return words_for(language, _TABLE, key)
