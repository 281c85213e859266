"""Tells when an acronym stands for another organisation here: the article spells it out, and not as a watched name.

*Oficina de Movilidad Sostenible (OMS)* is no world organisation. Judges acronyms only, and only by the article itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from operator import attrgetter

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, main_script
from wiretext.tables import words_of
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS
from wiretext.vetoes.context.wordlists import word_list
from wiretext.vetoes.words.acronyms_before import follows_word_of_another
from wiretext.vetoes.words.acronyms_kinds import is_of_another_kind
from wiretext.vetoes.words.initials import (
    LONGEST_LINK,
    are_initials,
    differs_from_namesake,
    has_full_form,
    resemble,
    skips_one,
)

_BRACKET = re.compile(r" *[(（\[]\"?$")
_OPENED = re.compile(r" *[(（]\"?| -+ \"?|, ")
_GLOSS = re.compile(r" *[(（]\"?$")
_GLOSSED = re.compile(r" [(（]\"?")
_CLOSED = re.compile(r"\"?[)）]")
_LONGEST_GLOSSED = 4  # words without a capital after the first of a name
_WITHIN_NAME = re.compile(r"[ '-]+| & ")
_LONGEST_NAME = 12  # words
_LONGEST_SHORTENED = 3  # words between a full form and its acronym
_FEWEST_INITIALS = 3  # letters of an acronym that words in lower case may spell out


def acronyms_of_others(hits: list[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The entities whose acronym belongs to somebody else in this article."""
    spelt_out = {hit.alias.entity for hit in hits if hit.alias.kind == FULL and not hit.alias.acronym}
    acronyms = [hit for hit in hits if hit.alias.entity not in spelt_out and _may_be_others(hit, entities)]
    initials = _initials(reading) if acronyms else {}
    foreign = {
        letters
        for letters in {_letters(hit, reading) for hit in acronyms}
        # *VW-Werk* spells nothing out
        if any(_spells(reading, at, letters) for at in initials.get(letters[0], ()) if reading.word(at) != letters)
    }
    foreign |= {
        _letters(hit, reading)
        for hit in acronyms
        for entity in (entities[hit.alias.entity],)
        if _is_told_to_be_short(hit, reading)
        or is_of_another_kind(hit, entity, reading)
        or follows_word_of_another(hit, entity, reading)
        or _is_spelt_before(hit, entity, reading)
        or _is_spelt_after(hit, entity, reading)
        or _glosses_other_name(hit, entity, reading)
    }
    # The last of each stands behind all the names that another of them does.
    latest = {(hit.alias.entity, _letters(hit, reading)): hit for hit in sorted(acronyms, key=attrgetter("start"))}
    foreign |= {
        letters
        for (entity, letters), hit in latest.items()
        if _is_spelt_with_gap(hit, entities[entity], reading, initials)
        or _is_spelt_in_lower_case(hit, entities[entity], reading, initials)
    }
    return {hit.alias.entity for hit in acronyms if _letters(hit, reading) in foreign or _is_gloss(hit, reading)}


def _may_be_others(hit: Hit, entities: tuple[Entity, ...]) -> bool:
    """Whether the hit is an acronym, and the watch list says of what."""
    return hit.alias.acronym and has_full_form(entities[hit.alias.entity])


def _letters(hit: Hit, reading: Reading) -> str:
    return reading.text[hit.start : hit.end]


def _is_gloss(hit: Hit, reading: Reading) -> bool:
    """Whether Latin letters stand in brackets after words of a script that has no capitals to make an acronym of.

    There nobody glosses a name that he has not just written out, and it was not a watched one.
    """
    bracket = _GLOSS.search(reading.text[max(0, hit.start - 4) : hit.start])
    if bracket is None or hit.alias.words[0].script not in CASED:
        return False
    before = reading.text[max(0, hit.start - 40) : hit.start]
    return main_script(before) not in {*CASED, "Zyyy"}


def _is_spelt_before(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words before brackets with the acronym are its full form, in any case, and no watched name."""
    last = _last_spelt(hit, reading)
    for first in range(last, max(-1, last - _LONGEST_NAME), -1):
        if first < last and not _WITHIN_NAME.fullmatch(reading.between(first, first + 1)):
            return False
        words = [reading.word(at) for at in range(first, last + 1)]
        if _may_begin_name(reading, first, hit) and are_initials(words, _letters(hit, reading), reading.language):
            return not resemble(words, entity) or differs_from_namesake(words, entity, _letters(hit, reading))
    return False


def _last_spelt(hit: Hit, reading: Reading) -> int:
    """The last word that may be of the full form before brackets, or before *, abbreviated*; -1 where there is none."""
    last = reading.index(hit.start) - 1
    if _BRACKET.search(reading.text[max(0, hit.start - 4) : hit.start]):
        return last
    shortened = words_of("vetoes/words/acronyms", "shortened")
    for at in range(last, max(-1, last - _LONGEST_SHORTENED), -1):
        if reading.word(at) in shortened:
            return at - 1 - (reading.word(at - 1) in function_words(reading.language))
    return -1


def _may_begin_name(reading: Reading, first: int, hit: Hit) -> bool:
    """Whether the word *first* has a capital, or words in lower case fit the acronym by no chance: it is long."""
    return reading.is_capital(first) or hit.end - hit.start >= _FEWEST_INITIALS


def _is_spelt_after(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether brackets, a dash or a comma after the acronym set off its full form, in any case, and no watched name."""
    if not _OPENED.match(reading.text, hit.end):
        return False
    first = reading.index(hit.end - 1) + 1
    if reading.word(first) in function_words(reading.language) and reading.is_capital(first + 1):
        first += 1  # *le FMI, la Fédération …*
    words: list[str] = []
    for at in range(first, min(first + _LONGEST_NAME, len(reading))):
        if words and not _WITHIN_NAME.fullmatch(reading.between(at - 1, at)):
            break
        words.append(reading.word(at))
    if len(words) > 1 and len(words[-1]) == 1:
        del words[-1]  # *e.V.*
    letters = _letters(hit, reading)
    spelt = len(words) > 1 and (are_initials(words, letters, reading.language) or _begin_with(words, letters))
    return spelt and (not resemble(words, entity) or differs_from_namesake(words, entity, letters))


def _begin_with(words: list[str], letters: str) -> bool:
    """Whether the first long ones of *words*, which go on, are a name for *letters*: *el PMA, el puesto de mando …*."""
    long = [word for word in words if len(word) > LONGEST_LINK][: len(letters)]
    return len(letters) >= _FEWEST_INITIALS and "".join(word[0] for word in long) == letters


def _glosses_other_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the acronym stands in brackets behind a name that has no word of the watched one: *Ilmatieteen laitos*.

    Only behind a name that ends in lower case, as no person's does who works there; in English only a description does.
    """
    last = reading.index(hit.start) - 1
    in_brackets = _GLOSSED.fullmatch(reading.between(last, last + 1)) and _CLOSED.match(reading.text, hit.end)
    if not in_brackets or reading.language == "en":
        return False
    first = last
    while (
        first > last - _LONGEST_GLOSSED and reading.between(first - 1, first) == " " and not reading.is_capital(first)
    ):
        first -= 1
    if first == last:
        return _is_title_of_other(last, entity, reading)
    if not reading.is_capital(first) or reading.starts_sentence(reading.starts[first]):
        return False
    words = [reading.word(at) for at in range(first, last + 1)]
    described = (
        function_words(reading.language).intersection(words)
        or reading.surface(reading.starts[first], reading.ends[first]).isupper()
    )
    return not described and not resemble(words, entity)


def _is_title_of_other(last: int, entity: Entity, reading: Reading) -> bool:
    """Whether words with capitals, up to *last*, have nothing of the watched name but *international* and the like."""
    first, links = last, function_words(reading.language)
    while (
        first > last - _LONGEST_NAME
        and reading.between(first - 1, first) == " "
        and (reading.is_capital(first - 1) or reading.word(first - 1) in links)
    ):
        first -= 1
    words = [reading.word(at) for at in range(first, last + 1) if reading.is_capital(at)]
    if len(words) < _FEWEST_INITIALS or reading.is_loud(first):
        return False
    return resemble(words, entity, by_any=True) and not resemble(words, entity)


def _is_spelt_with_gap(hit: Hit, entity: Entity, reading: Reading, initials: dict[str, list[int]]) -> bool:
    """Whether an earlier name has the letters as initials, and one more: *England and Wales Cricket Board*."""
    letters, here = _letters(hit, reading), reading.index(hit.start)
    if len(letters) < _FEWEST_INITIALS or reading.language in NOUNS_IN_CAPITALS:
        return False
    for first in initials.get(letters[0], ()):
        if first < here and not reading.is_loud(first) and _may_open(reading, first):
            words = _name_from(reading, first)
            if skips_one(words, letters) and not resemble(words, entity):
                return True
    return False


def _is_spelt_in_lower_case(hit: Hit, entity: Entity, reading: Reading, initials: dict[str, list[int]]) -> bool:
    """Whether as many long words as there are letters are a name for them: *Mezinárodní mládežnický festival*."""
    letters, count = _letters(hit, reading), hit.end - hit.start
    if count < _FEWEST_INITIALS or reading.language in NOUNS_IN_CAPITALS:
        return False
    for first in initials.get(letters[0], ()):
        words = [reading.word(at) for at in range(first, first + count)]
        apart = {reading.between(at, at + 1) for at in range(first, first + count - 1)} != {" "}
        if apart or reading.is_loud(first) or reading.starts_sentence(reading.starts[first]):
            continue
        if all(len(word) > LONGEST_LINK and word[0] == letter for word, letter in zip(words, letters, strict=True)):
            return not resemble(words, entity) or differs_from_namesake(words, entity, letters)
    return False


def _is_told_to_be_short(hit: Hit, reading: Reading) -> bool:
    """Whether its sentence says that it is short for something: *FMI, joka on Ilmatieteen laitoksen lyhenne*."""
    short, first = word_list("vetoes/words/acronyms", "abbreviations"), reading.index(hit.start)
    rest = range(first + 1, min(first + _LONGEST_NAME, len(reading)))
    until = next((at for at in rest if reading.starts_sentence(reading.starts[at])), rest.stop)
    return any(reading.word(at) in short for at in range(max(0, first - 2), until))


def _may_open(reading: Reading, first: int) -> bool:
    """Whether the word before *first* is of no name: it has no capital, or is an article at a beginning."""
    return not reading.is_capital(first - 1) or reading.word(first - 1) in function_words(reading.language)


def _name_from(reading: Reading, first: int) -> list[str]:
    """The words from *first* on, up to the last with a capital before one that is long and has none."""
    last = at = first
    while at < first + _LONGEST_NAME and _WITHIN_NAME.fullmatch(reading.between(at, at + 1)):
        at += 1
        if reading.is_capital(at):
            last = at
        elif len(reading.word(at)) > LONGEST_LINK:
            break
    return [reading.word(at) for at in range(first, last + 1)]


def _initials(reading: Reading) -> dict[str, list[int]]:
    """The words with a capital, by their first letters."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, start in enumerate(reading.starts):
        if reading.is_capital(index):
            found[reading.text[start]].append(index)
    return found


def _spells(reading: Reading, index: int, letters: str) -> bool:
    """Whether the words from *index* on, of which the first begins with the first of *letters*, are a name for them."""
    found = 1
    for at in range(index + 1, min(index + _LONGEST_NAME, len(reading))):
        word = reading.word(at)
        if not _WITHIN_NAME.fullmatch(reading.between(at - 1, at)):
            return False
        if found < len(letters) and word[0] == letters[found] and reading.is_capital(at):
            found += 1
            if found == len(letters):
                return True
        elif len(word) > LONGEST_LINK:
            return False
    return False
