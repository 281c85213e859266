"""Tells a name from the ordinary word that opens a sentence with the same letters: *Czad*, *Dania*, *Мали*, *Škoda*.

There any word has a capital. Judges by what countries, firms and parties do in the rest of the sentence, and by what
the article is about; the words are in ``openings.yaml``, by language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import SENTENCE_ENDS, Reading
from wiretext.scripts import CASED
from wiretext.tables import listed_for, table, words_for, words_of
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS, capitals_prove_nothing
from wiretext.vetoes.context.grammar import APOSTROPHES, SUFFIXING
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.wordlists import WordList, as_phrases, joining

_WITHIN = 4  # words after a name among which is what its bearer does
_CLAUSE = 12  # words in which a clause ends
_VERB_WITHIN = 2  # words after the name of a people
# Endings of nouns with the article, which are subjects as names are.
_DEFINITE = dict.fromkeys(("sv", "da", "nb", "nn"), ("en", "ern", "et", "erna", "arna", "orna", "erne", "ene"))
_SHORT = 6  # letters of a name that may end so by chance: *Klarna*
_LISTING = frozenset({"es", "pt", "it", "gl", "ro", "el", "id", "ms", "tl", "sw"})  # no word in a list has a capital
_PHRASE_ENDS = frozenset(f"{SENTENCE_ENDS},:;(")
_COMMON = "!"
_ADVERB = "~"
_BARE = "-"
_GIVEN = "+"
_MARKS = frozenset({_COMMON, _ADVERB, _BARE, _GIVEN})
_GROUP = "@"  # before the name of a list of clues
_PLACES_ACTING = SUFFIXING | {"sk", "sl", "lt", "lv", "et", "fi", "hu", "sq"}
_BODIES_ACTING = _PLACES_ACTING | {"es", "pt", "it", "ca", "gl", "ro", "el", "id", "ms", "tl", "sw"}
_HYPHENED = frozenset({"hu", "fi", "et"})  # languages in which a hyphen parts a name from the noun it is joined to


@dataclass(frozen=True, slots=True)
class _Word:
    """What an article says of which a name is meant, and of which the word is.

    *marks*: whether it is else the word, an adverb and no subject, one without an article, or a given name.
    """

    told: WordList
    other: WordList
    marks: frozenset[str]


def is_told_at_opening(hit: Hit, entity: Entity, reading: Reading) -> bool | None:
    """Whether the name is meant where a word of the language may as well open a sentence; None where none may."""
    if not _may_open(hit, reading):
        return acts(hit, reading) if _is_phrase(hit, reading) else None
    if _is_adjective(hit, reading) or _is_people(hit, reading):
        return False
    word = _word(hit, reading)
    if word is None:
        return None
    listed = _is_listed(hit, reading, place=entity.type == "place")
    deeds = acts(hit, reading) or listed or _is_subject(hit, word, reading)
    acting = (_ADVERB not in word.marks and deeds) or _takes_sides(hit, reading)
    if (acting and not _is_definite(hit, entity, reading)) or _is_said(word.told, hit, reading):
        return True
    common = _COMMON in word.marks or entity.type != "place" or _has_attribute(hit, reading)
    return False if common or _is_said(word.other, hit, reading) else None


def _word(hit: Hit, reading: Reading) -> _Word | None:
    """What the table has of the name in the form in which it stands, or where words only take endings, of its lemma."""
    words = _openers(reading.language)
    found = words.get(reading.text[hit.start : hit.end])
    if found is None and hit.inflected and reading.language in SUFFIXING:
        found = words.get(hit.alias.words[0].lemma)
    return found


def _is_said(words: WordList, hit: Hit, reading: Reading) -> bool:
    """Whether one of *words* stands anywhere in the article, other than the name itself."""
    return not reading.listed(words) <= {*reading.text[hit.start : hit.end].split()}


def _is_phrase(hit: Hit, reading: Reading) -> bool:
    """Whether a German name of several words opens a sentence, and stands in the article with a small last word, too.

    *Die grünen Paprika sind teurer. Die Grünen schmecken herb*: a party has its capital.
    """
    if len(hit.forms) == 1 or reading.language not in NOUNS_IN_CAPITALS or not reading.starts_sentence(hit.start):
        return False
    return _ends_small(reading.text[hit.start : hit.end], reading)


@lru_cache(maxsize=64)  # asked for each place where a name opens a sentence
def _ends_small(name: str, reading: Reading) -> bool:
    """Whether the last word of *name* stands without a capital somewhere where the name does."""
    places = (found.end() - 1 for found in re.finditer(re.escape(name), reading.text))
    return any(not reading.is_capital(reading.index(at)) for at in places)


def _has_attribute(hit: Hit, reading: Reading) -> bool:
    """Whether a preposition follows as after a thing: *Меч с такава дръжка*."""
    return reading.after(reading.index(hit.end - 1)) in _listed("with", reading.language)


def _may_open(hit: Hit, reading: Reading) -> bool:
    """Whether the capital of a name proves nothing, and no quotation marks say that it is a name."""
    if hit.alias.unspaced or hit.alias.words[0].script not in CASED or reading.is_quiet:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if hit.start != reading.starts[first] or hit.end != reading.ends[last]:
        return False
    if any(reading.is_capital(at) and not reading.is_loud(at) for at in range(first + 1, last + 1)):
        return False  # of several words all have a capital where they are a name
    quoted = opens_quotation(hit, reading) and closes_quotation(hit, reading)
    quoted = quoted or (reading.language in APOSTROPHES and reading.text.startswith("'", hit.end))
    upper = hit.alias.acronym and reading.surface(hit.start, hit.end).isupper() and not reading.is_loud(first)
    joined = reading.language in _HYPHENED and reading.text.startswith("-", hit.end)
    return not (quoted or upper or joined) and capitals_prove_nothing(hit, reading)


def acts(hit: Hit, reading: Reading) -> bool:
    """Whether a word soon after the name says what only a country, a firm or a party does, and one of them."""
    language = reading.language
    deeds = _listed("acts", language)
    unlike = tuple(_ends("plural", language) | _ends("nominal", language))
    at = reading.index(hit.end - 1)
    if _is_of_tense(at + 1, reading):
        return not _has_attribute(hit, reading)
    if _has_attribute(hit, reading):
        return False
    for _ in range(_WITHIN):
        if _ends_phrase(at, reading):
            return False
        at += 1
        word = reading.word(at)
        if not word.endswith(unlike) and not reading.is_capital(at) and _is_done(at, deeds, reading):
            return True
    return reading.language in SUFFIXING and _closing_verb(at, reading) in deeds


def _closing_verb(at: int, reading: Reading) -> str:
    """The last word of the clause with the word *at*: its verb, in languages that put it last."""
    for last in range(at, min(at + _CLAUSE, len(reading))):
        if _ends_phrase(last, reading):
            return "" if "," in reading.between(last, last + 1) else reading.word(last)
    return ""


def _ends_phrase(at: int, reading: Reading) -> bool:
    """Whether a mark behind the word *at* ends its phrase, or it is the last; not the colon of a score: *2:0*."""
    between = reading.between(at, at + 1)
    return not reading.word(at + 1) or (between != ":" and not _PHRASE_ENDS.isdisjoint(between))


def _is_done(at: int, deeds: WordList, reading: Reading) -> bool:
    """Whether the verb *at* is one of *deeds*; a reflexive one, as things have it, only if it is listed as such.

    Of things it is *остановилась*, *se vrátila*; *отказалась*, *se ohradila* is of who acts.
    """
    word, language = reading.word(at), reading.language
    particles = _ends("particles", language)
    reflexive = word.endswith(tuple(_ends("middle", language))) or reading.before(at) in particles
    return word in (_listed("reflexive", language) if reflexive or reading.after(at) in particles else deeds)


def _is_subject(hit: Hit, word: _Word, reading: Reading) -> bool:
    """Whether a verb follows at once, as it does no noun without an article: *Boots has closed*; not in a headline."""
    at, language = reading.index(hit.end - 1) + 1, reading.language
    title = reading.text.find("\n\n")
    if hit.inflected or hit.start < title or reading.between(at - 1, at) != " " or reading.is_capital(at):
        return False
    name = reading.text[hit.start : hit.end]
    if _GIVEN in word.marks or (len(name) > _SHORT and name.endswith(_DEFINITE.get(language, "\0"))):
        return False
    verb = reading.word(at)
    if _BARE in word.marks or verb in _ends("subjects", language):
        return verb in _ends("perfect" if _BARE in word.marks else "subjects", language)
    objects = _ends("objects", language)
    if verb in _ends("seeming", language) or (not objects and verb in function_words(language)):
        return False
    return verb.endswith(tuple(_ends("finite", language)) or "\0") and (not objects or reading.after(at) in objects)


def _takes_sides(hit: Hit, reading: Reading) -> bool:
    """Whether the name *is* for or against something: *Junts és contrari*."""
    at = reading.index(hit.end - 1) + 1
    is_copula = reading.between(at - 1, at) == " " and reading.word(at) in words_of("vetoes/words/openings", "copulas")
    return is_copula and reading.after(at) in _ends("stances", reading.language)


def _is_of_tense(at: int, reading: Reading) -> bool:
    """Whether the word *at* goes on the same phrase and has the ending of a verb in the past or the future."""
    tenses = tuple(table("vetoes/words/openings")["tenses"].get(reading.language, ()))
    if not tenses or not reading.word(at) or reading.is_capital(at) or reading.between(at - 1, at) != " ":
        return False
    return reading.surface(reading.starts[at], reading.ends[at]).endswith(tenses)  # with its accents


def opens_acting(hit: Hit, reading: Reading, *, place: bool) -> bool:
    """Whether the name opens a sentence, is a word that does nothing, and does what a firm, a party or a *place* does.

    In some languages only: elsewhere the words beside it tell more.
    """
    if reading.language not in (_PLACES_ACTING if place else _BODIES_ACTING):
        return False
    word = _word(hit, reading) if _may_open(hit, reading) else None
    meant = word is not None and _ADVERB not in word.marks
    return meant and (acts(hit, reading) or (reading.language in _LISTING and _is_listed(hit, reading)))


def _is_listed(hit: Hit, reading: Reading, *, place: bool = False) -> bool:
    """Whether another name follows a comma or *and*, or a colon the name of a place: *Мали: *, *Dania i Szwecja*."""
    last = reading.index(hit.end - 1)
    between = reading.between(last, last + 1)
    if place and between.startswith(":"):
        return True
    joined = reading.after(last) in joining(reading.language)
    other = last + 1 + joined
    if reading.word(other) in offices(reading.language):
        return False  # *Puan dan Tuan*
    if not place and reading.language in NOUNS_IN_CAPITALS:  # *Henkel und Tülle*, but *Union und SPD*
        return joined and reading.is_capital(other) and _is_upper(other, reading)
    return reading.is_capital(other) and (joined or between == ", ")


def _is_upper(at: int, reading: Reading) -> bool:
    return reading.surface(reading.starts[at], reading.ends[at]).isupper()


def _is_adjective(hit: Hit, reading: Reading) -> bool:
    """Whether the name is an adjective, too, and a noun follows it: *Турска кафа*, *Полска болница*."""
    language, last = reading.language, reading.index(hit.end - 1)
    if reading.text[hit.start : hit.end] not in _listed("adjectives", language):
        return False
    noun = reading.after(last)
    if reading.is_capital(last + 1) or noun in function_words(language):
        return False
    if noun in _listed("attributed", language):
        return True
    unlike = noun in _listed("acts", language) or noun in _listed("unlike", language)
    return noun.endswith(tuple(_ends("nouns", language))) and not unlike


def _is_people(hit: Hit, reading: Reading) -> bool:
    """Whether the name is that of the people, too, and the verb says that people do it: *Niemcy przyjechali*."""
    if reading.text[hit.start : hit.end] not in _ends("peoples", reading.language):
        return False
    deeds, at = tuple(_ends("deeds", reading.language)), reading.index(hit.end - 1)
    near = range(at + 1, at + 1 + _VERB_WITHIN)
    return any(reading.is_one_phrase(word - 1) and reading.word(word).endswith(deeds) for word in near)


def _is_definite(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the name has the article of a word behind it, as none of an organisation has: *Възраждането*."""
    ends = tuple(_ends("definite", reading.language))
    return entity.type == "organization" and hit.inflected and reading.text[hit.start : hit.end].endswith(ends)


def _alike(language: str) -> tuple[str, ...]:
    """*language*, and those that are hardly told from it where a text is short."""
    return language, *table("vetoes/words/openings")["like"].get(language, ())


@cache
def _listed(key: str, language: str) -> WordList:
    return WordList(word for each in _alike(language) for word in listed_for(each, "vetoes/words/openings", key))


@cache
def _ends(key: str, language: str) -> frozenset[str]:
    return frozenset().union(*(words_for(each, "vetoes/words/openings", key) for each in _alike(language)))


@cache
def _openers(language: str) -> dict[str, _Word]:
    """The words that are names, too, by their forms in normal form."""
    content = table("vetoes/words/openings")
    found: dict[str, _Word] = {}
    for each in reversed(_alike(language)):
        groups = content["clues"].get(each, {})
        for forms, clues in content["words"].get(each, {}).items():
            told, _, other = (part.split() for part in clues.partition("|"))
            words = (word for clue in told if clue not in _MARKS for word in _clues(clue, groups))
            read = _Word(WordList(words), WordList(other), _MARKS.intersection(told))
            found |= dict.fromkeys(as_phrases(forms.split()), read)
    return found


def _clues(clue: str, groups: dict[str, str]) -> list[str]:
    """The words of a group, or the *clue* alone."""
    return groups[clue.removeprefix(_GROUP)].split() if clue.startswith(_GROUP) else [clue]
