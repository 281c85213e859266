"""Tells when a short name stands after a given name that is not its bearer's: *Anna Orbán* is not Viktor Orbán.

The given names are in ``given.yaml``: those that are common in the news of the world, of nobody in particular.
"""

from __future__ import annotations

from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.endings import any_endings
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.matching.sound.hearing import is_small
from wiretext.matching.sound.letters import LONGEST, VOCAL, sounds
from wiretext.scripts import CASED, script_of
from wiretext.tables import table, words_of
from wiretext.vetoes.context.callings import forms_of_address, offices
from wiretext.vetoes.context.grammar import DECLINING, SYLLABIC

_FOREIGN = VOCAL - {"Latn"}
_LONGEST_ENDING = 4
_SHORTEST = 3  # letters of a given name before an ending
_LOST = {"Latn": "a", "Cyrl": "а"}  # the last letter of names, for which an ending may stand
_REACH = 12  # characters before a name in a script without blanks
# Languages in which a given name has no ending before a family name: Turkish *törende X* is no form of *Tor*.
_GIVEN_BARE = frozenset({"tr", "az", "kk", "ky", "uz", "tk", "tt", "fi", "et", "mn", "eu"})
_CLEAR = 5  # letters of a given name that is no other word by chance
_SAME = 3  # first letters by which a given name may be a form of the bearer's own

_SHORTEST_OF_LETTERS = 4  # of an acronym that is a given name, too: *ESA* is written *Esa*
_WITH_ARTICLES = frozenset({"es", "pt", "it", "fr", "ca", "gl"})  # before the letters of bodies


def follows_other_given_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a given name stands before *hit* that no label of *entity* has."""
    if hit.alias.unspaced:
        return _is_part_by_part(hit, reading)
    first = reading.index(hit.start)
    word = reading.before(first)
    if not word or not _has_capital(reading, first - 1) or _is_no_given(reading, first - 1):
        return False
    others = _own_words(entity).difference(part.lemma for part in hit.alias.words)  # *Eric Ericsson* is like his own
    bare = reading.language not in _GIVEN_BARE or _is_listed(word, script_of(word[0]))
    return bare and is_given(word) and not any(_is_near(word, own) for own in others)


def _is_no_given(reading: Reading, index: int) -> bool:
    """Whether the word *index* may be another that opens a sentence (*Nur X*), or is of a saint's town (*San José*)."""
    word = reading.word(index)
    if script_of(word[0]) not in CASED and word in function_words(reading.language):
        return True  # *is* in Georgian sounds as Aris
    opens = reading.starts_sentence(reading.starts[index]) and _is_another(word, reading.language)
    if word in words_of("function-words", "calendar") and word not in _names(script_of(word[0])):
        return True  # Friday is like Frida in some case
    return opens or reading.before(index, (" ", ". ")) in words_of("vetoes/context/given", "saints")


def _is_another(word: str, language: str) -> bool:
    """Whether *word* is a given name by nothing but its capital: a small word, or a short one that is only heard."""
    heard = script_of(word[0]) in _FOREIGN and len(word) < _CLEAR and word not in _names(script_of(word[0]))
    return heard or word in function_words(language)


def is_of_person(hit: Hit, reading: Reading) -> bool:
    """Whether the one word of a place's name is somebody's, whose given name stands before it: *singer Anna Berlin*.

    A capital before the two is that of a headline, or of a king.
    """
    if len(hit.forms) > 1 or hit.inflected or hit.alias.words[0].script not in CASED:
        return False
    if _is_marked(hit, reading):
        return False
    at = reading.index(hit.start) - 1
    given = reading.before(at + 1)
    if not given or not reading.has_telling_capital(at) or reading.is_quiet:
        return False
    led = reading.is_capital(at - 1) or reading.word(at - 1) in offices(reading.language)
    if _is_no_given(reading, at) or (led and not reading.starts_sentence(reading.starts[at])):
        return False
    return is_given(given) and given not in words_of("function-words", "calendar")


def _is_marked(hit: Hit, reading: Reading) -> bool:
    """Whether the word before a Vietnamese name has accents, so that it is no foreign given name: *lính Mỹ*."""
    at = reading.index(hit.start) - 1
    if at < 0 or reading.language not in SYLLABIC:
        return False
    return not reading.surface(reading.starts[at], reading.ends[at]).isascii()


def is_family_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the one word of an organisation's name is a family name here: *Anna Siemens*, *Werner von Siemens*."""
    if len(hit.forms) > 1 or hit.alias.acronym or (entity.type == "place" and _is_marked(hit, reading)):
        return False
    if hit.alias.unspaced:
        return _follows_unspaced_given_name(hit, reading)
    if entity.type == "place" and hit.alias.words[0].script not in CASED:
        return False  # *Ali Lebanon* says in many languages where Ali goes
    first = reading.index(hit.start)
    if _is_owner(hit, reading):
        return False
    if reading.before(first, (" ", "-")) in words_of("matching/particles", "noble"):
        return hit.alias.words[0].script not in CASED or (
            reading.is_capital(first - 2) and is_given(reading.word(first - 2))
        )
    return follows_other_given_name(hit, entity, reading) or is_addressed(hit, reading)


def _is_owner(hit: Hit, reading: Reading) -> bool:
    """Whether the name has a case behind a word that opens a sentence: *Власти Румынии* are no given name and another.

    Many a noun that begins so is like some given name in some case.
    """
    before = reading.index(hit.start) - 1
    return hit.inflected and reading.language in DECLINING and reading.starts_sentence(reading.starts[before])


def has_fathers_name(entity: Entity) -> bool:
    """Whether the person's name is made of given names alone, the last of them a father's: then many bear it."""
    return any(_is_of_fathers(label) for label in (entity.name, *entity.names))


@lru_cache(maxsize=1 << 12)
def _is_of_fathers(label: str) -> bool:
    names = [word for word in spelling(label) if not is_small(word)]
    return len(names) > 1 and words_of("vetoes/context/given", "fathers").issuperset(names)


def is_addressed(hit: Hit, reading: Reading) -> bool:
    """Whether a form of address stands before the name: *Mrs*, *Frau*, *pani*."""
    return reading.before(reading.index(hit.start), (" ", ". ")) in forms_of_address(reading.language)


def is_after_capital(hit: Hit, reading: Reading) -> bool:
    """Whether any given name may stand before the name: a word with a capital, but no small word that has one."""
    at = reading.index(hit.start) - 1
    word = reading.before(at + 1)
    return bool(word) and reading.is_capital(at) and word not in function_words(reading.language)


def _is_part_by_part(hit: Hit, reading: Reading) -> bool:
    """Whether a dot ties the name to another part, in a script without blanks: then both are somebody's name."""
    return "·" in {reading.text[hit.start - 1 : hit.start], reading.text[hit.end : hit.end + 1]}


def _follows_unspaced_given_name(hit: Hit, reading: Reading) -> bool:
    """Whether a given name stands before the name, in a script without blanks.

    In Chinese a dot says so; in Japanese it parts the firms of a list, too.
    """
    before, _ = reading.around(hit.start, hit.end, _REACH)
    if hit.alias.words[0].script == "Hani":
        return reading.language != "ja" and before.endswith("·") and script_of(before[-2:-1] or "·") == "Hani"
    given = before.rstrip("· ")
    if not given or (given == before and hit.alias.words[0].script == "Kana"):
        return False
    nobles = words_of("matching/particles", "noble")
    return given.endswith((*_names(hit.alias.words[0].script), *(noble for noble in nobles if len(noble) >= _SHORTEST)))


def _has_capital(reading: Reading, index: int) -> bool:
    """Whether the word *index* begins with a capital, or with a letter that has none."""
    return reading.is_capital(index) or script_of(reading.word(index)[0]) not in CASED


def is_given_for_letters(hit: Hit, reading: Reading) -> bool:
    """Whether the letters of a body are written as the given name that they spell: *Irena*, but not *la Irena*."""
    text = reading.text[hit.start : hit.end]
    if not hit.alias.acronym or len(text) < _SHORTEST_OF_LETTERS or text not in _names(hit.alias.words[0].script):
        return False
    led = reading.language in _WITH_ARTICLES and reading.before(reading.index(hit.start)) in function_words(
        reading.language
    )
    return reading.surface(hit.start, hit.end).istitle() and not led


def is_given(word: str) -> bool:
    """Whether *word* is a given name that is common in the news of the world, in any form."""
    return 0 < len(word) <= LONGEST and _is_given(word)


@lru_cache(maxsize=1 << 14)
def _is_given(word: str) -> bool:
    if word in words_of("vetoes/context/given", "bodies"):
        return False
    script = script_of(word[0])
    if script == "Hang":  # a syllable is a letter there
        return word in _names(script)
    for length in range(len(word), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1):
        if length == len(word) or word[length:] in any_endings(script):
            stem = word[:length]
            if any(_is_listed(name, script) for name in (stem, *(stem + letter for letter in _LOST.get(script, "")))):
                return True
    return False


def _is_listed(name: str, script: str) -> bool:
    if name in _names(script):
        return True
    return script in _FOREIGN and any(reading in _sounded() for reading in sounds(name))


def _is_near(word: str, own: str) -> bool:
    """Whether *word* may be a form or a spelling of the bearer's *own* given name."""
    if word[:_SAME] == own[:_SAME]:
        return True
    if script_of(word[0]) not in VOCAL or script_of(own[0]) not in VOCAL:
        return False
    return any(ours[:_SAME] == theirs[:_SAME] for ours in sounds(word) for theirs in sounds(own))


def _own_words(entity: Entity) -> frozenset[str]:
    return frozenset(word for label in (entity.name, *entity.names) for word in spelling(label))


@cache
def _names(script: str) -> frozenset[str]:
    return words_of("vetoes/context/given", script) if script in table("vetoes/context/given") else frozenset()


@cache
def _sounded() -> frozenset[str]:
    return frozenset(sound for name in _names("Latn") for sound in sounds(name) if len(sound) >= _SHORTEST)
