"""Tells what the people of an article do, by the words beside their names: the public office, the private walk of life.

The words are in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import listed, words_for, words_of
from wiretext.vetoes.context.ages import is_word_of_age, words_of_age
from wiretext.vetoes.context.apposed import is_in_another_case
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.grammar import SLAVIC, is_attribute, is_definite
from wiretext.vetoes.context.several import are_several
from wiretext.vetoes.context.wordlists import WordList, as_phrases, word_list

_COMMAS = frozenset({", ", "، ", ",", " - ", " (", "՝ "})
_JOINED = frozenset({" ", "-", "'"})
_GLOSS, _SENTENCE, _AGE_WITHIN = 6, 20, 4  # words after a comma, of a sentence, of an age: *forty-five years old*
# Languages in which a phrase ends with what somebody is: behind a comma it is told of who is named: *X, taksi şoförü*.
_ROLE_LAST = frozenset({"hy", "ka", "tr", "az", "kk", "ky", "uz", "fi", "et", "lt", "lv"})
_PLACE_FIRST = frozenset({"et", "fi", "lv", "lt"})  # languages in which a school and its town stand before the pupil
_ADJECTIVE = {
    **dict.fromkeys(("sk", "cs", "sl", "hr", "bs"), re.compile(r"\w{2,}(?:n|sk|ck|ov)[yiae]|mlad\w{1,4}")),
    "pl": re.compile(r"\w{2,}(?:[nwł]y|[nwł]a|[sc]ki|[sc]ka)|mlod\w{1,3}"),
    **dict.fromkeys(("ru", "uk", "be"), re.compile(r"\w{3,}(?:[ыиіо]й|[аяы]я|[нвк]а|ы)|молод\w{1,3}")),
    **dict.fromkeys(("bg", "mk"), re.compile(r"\w{2,}(?:н|ск|ов|ш|ен|нат|чк)(?:и|а|о|от|ата|ият)?|млад\w{0,4}")),
    "sr": re.compile(r"\w{2,}(?:n|sk|ck|ov|н|ск|ов)[iaиа]|(?:mlad|млад)\w{1,3}"),
}
_DEFINITE = {
    "en": ("the",), "fr": ("le", "la"), "es": ("el", "la"), "it": ("il", "la"), "pt": ("o", "a"), "de": ("der", "die"),
    "nl": ("de",), "hu": ("a", "az"), "el": ("ο", "ι"),
}  # fmt: skip
# Languages in which what somebody is called stands before his name, or after a comma.
_ROLE_FIRST = frozenset({
    "de", "lb", "nl", "sv", "da", "nb", "nn", "is", "fr", "es", "pt", "it", "ca", "gl", "ro", "el", "ru", "uk",
    "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk", "lv", "lt", "et", "fi", "sq", "ar", "he",
    "tr", "az", "kk", "ky", "uz", "tk", "mn", "ka", "hy", "am", "fa", "ur", "hi", "mr", "ne", "bn", "ta", "te",
})  # fmt: skip
_ADJECTIVE_LAST = frozenset({"es", "pt", "it", "ca", "gl", "fr", "ro"})
_NAMES_ALONE = SLAVIC | {"fi", "et", "lv", "lt", "sv", "da", "nb", "nn"}  # in which no trade has a capital
_CAPITAL_ATTRIBUTES = frozenset({"id", "ms"})  # *penyanyi Irak X*
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "fi", "et", "is", "bn", "hi", "mr", "ne"})
_SHORTEST_HEAD, _SHORTEST_ROLE = 3, 5  # letters of the parts of a compound
# What may stand behind the walk of life that follows a name in a script without blanks: 李强工人 may be 工人阶级.
_ENDS_ROLE = re.compile(r"(?![一-鿿])|[说的在是和与告介今从把也都]")
_LINKS = " の、·"
_JOINED_TO_OFFICES = frozenset("ולשو")  # in Hebrew and Arabic
_NEAR = 3  # words before a name among which its bearer's office may be
REACH = 12
"""Characters beside a name among which its bearer's office or a thing may be, in a script without blanks."""


def _are_offices(roles: WordList, reading: Reading) -> bool:
    return roles is offices(reading.language)


def has_role(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether one of *roles* stands beside *hit*."""
    if hit.alias.unspaced:
        before, after = reading.around(hit.start, hit.end, REACH)
        follows = (
            roles.begins(after) if _are_offices(roles, reading) else any(map(_ENDS_ROLE.match, roles.rests(after)))
        )
        led = before.rstrip(_LINKS)
        local = _are_offices(roles, reading) and word_list("vetoes/context/titles", "local").ends(led)
        return follows or (roles.ends(led) and not local)
    last = reading.index(hit.end - 1)
    return (
        role_before(hit, reading, roles) >= 0
        or (_may_follow(hit, reading, roles) and reading.after(last) in roles)
        or is_glossed(reading, last, roles)
    )


def role_before(hit: Hit, reading: Reading, roles: WordList) -> int:
    """The word before *hit*, or before what says where its bearer is from, if it is one of *roles*; else -1."""
    leading = leading_word(reading, reading.index(hit.start))
    if (
        not _are_offices(roles, reading)
        and reading.language in _ADJECTIVE_LAST
        and reading.before(leading) in offices(reading.language)
    ):
        return -1  # *el líder camionero X*
    is_role = _leads(reading, leading, roles) and not (
        is_in_another_case(hit, reading, leading, whole=roles.has_whole(reading.word(leading)))
        or (not _are_offices(roles, reading) and are_several(hit, reading, leading))
    )
    return leading if is_role else -1


def _may_follow(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether a role may stand right after the name: *X told pupils* says in many languages *told X pupils*."""
    return not hit.inflected and (_are_offices(roles, reading) or reading.language not in _ROLE_FIRST)


def _leads(reading: Reading, index: int, roles: WordList) -> bool:
    """Whether the word *index*, or the one before a word that says where somebody is from, is one of *roles*."""
    if _is_of(reading, index, roles):
        return True
    if not _are_offices(roles, reading) and reading.word(index) in words_of("vetoes/context/titles", "complements"):
        return reading.before(index) in roles
    return (_is_attribute(reading, index) and reading.before(index) in roles) or _is_owned(reading, index, roles)


def _is_family_name(reading: Reading, index: int) -> bool:
    """Whether the word *index*, if it is a trade, is somebody's name: *Kovář* within a sentence."""
    if reading.language not in _NAMES_ALONE or not reading.has_telling_capital(index):
        return False
    return not reading.starts_sentence(reading.starts[index])


def _is_of_earlier_days(reading: Reading, index: int) -> bool:
    """Whether the word before the word *index* says that somebody was so once: *бывший учитель*."""
    return reading.language in SLAVIC and reading.before(index) in word_list("vetoes/context/titles", "former")


def _ends_in_role(word: str, roles: WordList, public: WordList) -> bool:
    """Whether *word* is a compound like the German *Grundschullehrer*, and no office."""
    starts = range(_SHORTEST_HEAD, len(word) - _SHORTEST_ROLE + (script_of(word[:1]) not in CASED) + 1)
    return any(word[at:] in roles for at in starts) and not any(word[at:] in public for at in (0, *starts))


def _is_attribute(reading: Reading, index: int) -> bool:
    if reading.language in _CAPITAL_ATTRIBUTES:
        return reading.is_capital(index) and reading.word(index) not in offices(reading.language)
    return is_attribute(reading.word(index), reading.language)


def _is_owned(reading: Reading, index: int, roles: WordList) -> bool:
    """Whether up to two words before and with the word *index* say of what the role before them is, and no office."""
    for owner in (index, index - 1):
        if not is_definite(reading.word(owner), reading.language) or reading.word(owner) in offices(reading.language):
            return False
        role = reading.before(owner)
        if role in roles and not is_definite(role, reading.language):
            return True
    return False


def is_private(hit: Hit, reading: Reading) -> bool:
    """Whether a private walk of life stands beside *hit*, or at the beginning of the next sentence."""
    walk = walks("private", reading.language)
    return _follows(hit, reading, "phrases") or has_role(hit, reading, walk) or _is_called_next(hit, reading, walk)


def is_on_stage(hit: Hit, reading: Reading) -> bool:
    """Whether what a player or an artist is called stands beside *hit*: many of them are known by their names."""
    return _follows(hit, reading, "stage_phrases") or has_role(hit, reading, walks("stage", reading.language))


def _follows(hit: Hit, reading: Reading, phrases: str) -> bool:
    return reading.text.endswith(_phrases(phrases), 0, hit.start)


def leading_word(reading: Reading, first: int) -> int:
    """The word before the word *first*, or before one that only says what somebody is called: *a baker named X*."""
    index = first - 1
    while reading.between(index, index + 1) == " " and reading.word(index) in _naming() and first - index <= _NEAR:
        index -= 1
    pair = f"{reading.before(index)}_{reading.word(index)}"  # *un cioban pe nume X*
    index -= 2 * (pair in words_for(reading.language, "vetoes/context/titles", "introducing"))
    return index if reading.between(index, index + 1) == " " else -1


def is_introduced(hit: Hit, reading: Reading, *, within: int = _NEAR) -> bool:
    """Whether an office is named beside *hit*: up to *within* words before it, or right after it."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    near = [*range(max(0, first - within), first), *range(last + 1, min(last + 3, len(reading)))]
    return any(
        _is_office(reading.language, reading.word(at))
        for at in near
        if "\n" not in reading.between(min(at, last), max(at, first))
    )


def _is_office(language: str, word: str) -> bool:
    """Whether *word* is an office, also after a letter for *and*, *to* or *that*; not *בראש*, at the head of."""
    return word in offices(language) or (word[:1] in _JOINED_TO_OFFICES and word[1:] in offices(language))


def is_glossed(reading: Reading, last: int, roles: WordList) -> bool:
    """Whether a comma follows and what the bearer does: *Anna Berg, a teacher in Bergen*; a name may come first."""
    for at in (last, last + 1):
        if reading.between(at, at + 1) in _COMMAS:
            return _says(reading, at + 1 + words_of_age(reading, at + 1), roles)
        if reading.between(at, at + 1) != " " or not reading.is_capital(at + 1):
            return False
    return False


def _says(reading: Reading, first: int, roles: WordList) -> bool:
    """Whether the words from *first* on say what somebody does: at once, or after an article, an age or a place.

    Hungarian family names are trades, too: *X, Szabó Y* is a list.
    """
    if reading.between(first, first + 1) == "- ":
        first += 2  # *Kranken- und Altenpflegerin*
    if _is_of(reading, first, roles):
        if not _are_offices(roles, reading) and reading.language in _ROLE_LAST and _leads_to_name(reading, first):
            return False
        return reading.language != "hu" or _are_offices(roles, reading) or not reading.is_capital(first)
    told = _told_after(reading, first, roles)
    if told < 0 or _is_article(reading.word(first), reading.language) or reading.word(first).isdigit():
        return told >= 0
    leads = _is_aged(reading, first) or (reading.language in _PLACE_FIRST and reading.is_capital(first))
    leads = leads or _are_adjectives(reading, range(first, told)) or _ends_gloss(reading, told)
    return leads and not _are_offices(roles, reading) and not _goes_on_as_name(reading, told)


def _is_article(word: str, language: str) -> bool:
    return word in words_for(language, "function-words", "indefinite") or word in _DEFINITE.get(language, ())


def _ends_gloss(reading: Reading, told: int) -> bool:
    """Whether the phrase ends with the word *told*, in languages in which that is what the phrase is about."""
    tie = reading.between(told, told + 1)
    return reading.language in _ROLE_LAST and (not reading.word(told + 1) or tie[:1] in {",", ".", "։", "\n", ")"})


def _are_adjectives(reading: Reading, words: range) -> bool:
    """Whether all *words* are adjectives that may stand before what somebody does, in languages that tell."""
    adjective = _ADJECTIVE.get(reading.language)
    return adjective is not None and all(adjective.fullmatch(reading.word(at)) for at in words)


def _goes_on_as_name(reading: Reading, told: int) -> bool:
    """Whether a capital follows what somebody does: then it is said of somebody else."""
    return reading.between(told, told + 1) == " " and reading.is_capital(told + 1)


def _leads_to_name(reading: Reading, told: int) -> bool:
    """Whether two capitals follow what somebody does: *X, toimittaja Aino Y* is a list."""
    return _goes_on_as_name(reading, told) and _goes_on_as_name(reading, told + 1)


def _told_after(reading: Reading, first: int, roles: WordList) -> int:
    """The word after the word *first* that says what somebody does, with no office before it, else -1."""
    for at in range(first + 1, min(first + _GLOSS, len(reading))):
        if reading.between(at - 1, at) not in _JOINED or reading.word(at) in offices(reading.language):
            return -1
        if _is_of(reading, at, roles):
            return at
    return -1


def _is_aged(reading: Reading, first: int) -> bool:
    """Whether the words from *first* on say how old somebody is, in figures or in words."""
    return any(is_word_of_age(reading.word(at)) for at in range(first, min(first + _AGE_WITHIN, len(reading))))


def _is_called_next(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether the next sentence begins with the age and the walk of life of who is named: *X won. The cook, 67*."""
    at, last = reading.index(hit.end - 1) + 1, len(reading)
    if hit.alias.unspaced:
        return False
    until = min(last, at + _SENTENCE)
    while at < until and not reading.starts_sentence(reading.starts[at]):
        at += 1
    if at == until:
        return False
    first = at + _is_article(reading.word(at), reading.language)
    told = _told_after(reading, first, roles)
    named = reading.between(told, told + 1) in {" ", ", "} and reading.is_capital(told + 1)
    return told > 0 and not named and any(is_word_of_age(reading.word(word)) for word in range(first, told))


def _is_of(reading: Reading, index: int, roles: WordList) -> bool:
    """Whether the word *index* is one of *roles*, or a compound that ends in one."""
    word = reading.word(index)
    if not _are_offices(roles, reading) and (_is_family_name(reading, index) or _is_of_earlier_days(reading, index)):
        return False
    if word in roles:
        return True
    public = offices(reading.language)
    return reading.language in _COMPOUNDING and roles is not public and _ends_in_role(word, roles, public)


@cache
def _naming() -> WordList:
    return WordList(
        (*listed("vetoes/context/thing_words", "naming", "any"), *listed("vetoes/context/titles", "linking"))
    )


@cache
def _phrases(key: str) -> tuple[str, ...]:
    """What people do in words that stand apart, each with a blank after it."""
    return tuple(f"{phrase} " for phrase in as_phrases(listed("vetoes/context/titles", key)))
