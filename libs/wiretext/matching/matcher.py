"""Finds every place of a text where an alias may stand, in any inflected form. Does not decide whether it is meant.

The lexicon knows an alias by its longest word; the words around that are compared one by one. Boundaries follow the
script: blanks and marks, proclitics in Arabic and Hebrew, particles after Hangul, neighbour letters in kana and Thai.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wiretext.han import crosses_words
from wiretext.matching.aliases import Alias, Word
from wiretext.matching.compounds import begins_compound
from wiretext.matching.endings import any_endings, endings, first_endings, goes_with, stems_in
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.patronymics import DOTS, inserted, patronymic_after, patronymic_before
from wiretext.matching.reading import Reading
from wiretext.matching.sound import hangul, thai, transcribed
from wiretext.proclitics import ARTICLE, FOR_ARTICLE, LONGEST_PROCLITIC, PROCLITICS
from wiretext.scripts import script_of

_INSIDE_NAMES = {"Arab": frozenset({ARTICLE["Arab"]})}
_NAME_DOTS = frozenset("·-")
_NONE: frozenset[str] = frozenset()
_OWN_MARKS = frozenset("&,،、:")  # between two words of a name that has such a mark: *FN:s barnfond*
_SHORTEST_IN_ANY = 3  # letters of a word that may have the ending of another language; one makes *Maas* of *Ma*
_THAI_DEPENDENT = re.compile("[ะาิีึืุูำัๅ]")


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the text as a form of a word of an alias: normalised characters, without proclitic and particle."""

    start: int
    end: int
    inflected: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias at a place, word by word (in scripts without blanks as one)."""

    alias: Alias
    forms: tuple[Form, ...]

    @property
    def start(self) -> int:
        """The first normalised character."""
        return self.forms[0].start

    @property
    def end(self) -> int:
        """The end of the last normalised character."""
        return self.forms[-1].end

    @property
    def inflected(self) -> bool:
        """Whether a word is not as in the alias."""
        return any(form.inflected for form in self.forms)


def hits(lexicon: Lexicon, reading: Reading) -> Iterator[Hit]:
    """Every place of the article where an alias may stand; places may overlap."""
    for index, alias in lexicon.anchors(reading):
        hit = _spaced(reading, alias, index)
        if hit is not None:
            yield hit
    if lexicon.automaton is None:
        return
    for piece, start, end in lexicon.automaton.find_matches_as_indexes(reading.text, overlapping=True):
        for alias in lexicon.inside(piece):
            hit = _unspaced(reading.text, alias, start, end)
            if hit is not None:
                yield hit


def _unspaced(text: str, alias: Alias, start: int, end: int) -> Hit | None:
    parts = (start, end) if len(alias.words) == 1 else _parts(text, alias, start, end)
    if parts is None:
        return None
    script, (start, end) = alias.words[0].script, parts
    before, after = text[start - 1 : start], text[end : end + 1]
    if script == "Kana" and any(neighbour and script_of(neighbour) == "Kana" for neighbour in (before, after)):
        return None
    if script == "Thai" and _THAI_DEPENDENT.match(after):
        return None
    if script == "Hani" and len(alias.words) == 1 and crosses_words(text, start, end):
        return None
    return Hit(alias, (Form(start, end, inflected=False),))


def _parts(text: str, alias: Alias, start: int, end: int) -> tuple[int, int] | None:
    """Where *alias* stands whose anchor is *start* to *end*: with a dot between two parts, a patronymic, or nothing."""
    for word in reversed(alias.words[: alias.anchor]):
        start = patronymic_before(text, start - (text[start - 1 : start] in DOTS))
        start -= text[start - 1 : start] in DOTS
        if text.endswith(word.lemma, 0, start):
            start -= len(word.lemma)
        elif (start := _given_name_before(text, word, start)) < 0:
            return None
    for word in alias.words[alias.anchor + 1 :]:
        end += text[end : end + 1] in DOTS
        end = patronymic_after(text, end, word.lemma)
        if not text.startswith(word.lemma, end):
            return None
        end += len(word.lemma)
    return start, end


def _given_name_before(text: str, word: Word, end: int) -> int:
    """Where *word* begins that ends before *end* and is spelt otherwise; -1 where it does not stand there.

    In Han characters a dot parts it from the next, and it is the beginning of the name.
    """
    if word.script == "Thai":
        return thai.given_name_before(text, end, word.lemma)
    if word.script != "Hani" or text[end : end + 1] not in _NAME_DOTS:
        return -1
    start = transcribed.given_name_before(text, end, word.lemma)
    return -1 if text[max(0, start - 1) : start] in _NAME_DOTS else start


def _spaced(reading: Reading, alias: Alias, index: int) -> Hit | None:
    """The hit of *alias* whose anchor is a form of the word *index*."""
    middle = _form(reading, alias, alias.anchor, index)
    if middle is None:
        return None
    left, right = _side(reading, alias, index, -1), _side(reading, alias, index, 1)
    return None if left is None or right is None else Hit(alias, (*reversed(left), middle, *right))


def _side(reading: Reading, alias: Alias, index: int, step: int) -> list[Form] | None:
    """The forms of the alias's words on one side of its anchor, outwards; None when one does not fit."""
    found: list[Form] = []
    position = alias.anchor + step
    while 0 <= position < len(alias.words):
        neighbour = _neighbour(reading, alias, index, step)
        form = None if neighbour is None else _form(reading, alias, position, neighbour)
        if form is None and neighbour is not None:
            neighbour = _after_inserted(reading, alias, neighbour, step)
            form = None if neighbour is None else _form(reading, alias, position, neighbour)
        if form is None or neighbour is None:
            return None
        found.append(form)
        index = neighbour
        position += step
    return found


def _after_inserted(reading: Reading, alias: Alias, index: int, step: int) -> int | None:
    """The word beyond what may stand inside a name from *index* on; None where nothing does."""
    skipped = inserted(reading, index, step)
    at: int | None = index
    for _ in range(skipped):
        at = None if at is None else _neighbour(reading, alias, at, step)
    return at if skipped else None


def _neighbour(reading: Reading, alias: Alias, index: int, step: int) -> int | None:
    """The next word on one side, if but a blank, hyphen, dot or apostrophe lies between, or *alias*'s own mark."""
    other = index + step
    first = min(index, other)
    mark = reading.between(first, first + 1).strip(" ")
    joined = mark in _OWN_MARKS and mark in alias.label  # *Skills and Sport* behind a comma
    return other if joined or reading.may_be_one_name(first) else None


def _form(reading: Reading, alias: Alias, position: int, index: int) -> Form | None:
    """The word *index* of the text as the word *position* of *alias*."""
    start, end = reading.starts[index], reading.ends[index]
    word, text = alias.words[position], reading.text[start:end]
    following = any_endings(word.script) if position else first_endings(reading.language, word.script)
    foreign = len(alias.words) > 1 and len(word.lemma) >= _SHORTEST_IN_ANY
    allowed = following if foreign else endings(reading.language, word.script)
    if (word.script == "Geor" and position < len(alias.words) - 1) or (word.script == "Ethi" and len(alias.words) > 1):
        allowed |= {""}  # an adjective loses its ending before some cases of its noun; an article is in the last letter
    if not foreign:
        word = replace(word, stems=word.stems and stems_in(reading.language, word.lemma, word.script))
    inflected = _form_of(word, text, allowed)
    joined = PROCLITICS if position == 0 and reading.joins_words else _INSIDE_NAMES
    proclitics = joined.get(word.script, _NONE)
    length = 0
    while inflected is None and proclitics and length < LONGEST_PROCLITIC:
        length += 1
        if text[:length] in proclitics:
            inflected = _form_of(word, text[length:], allowed)
    if inflected is None and position == 0 and (rest := _without_article(word, text)):
        inflected, length = True, len(text) - rest
    if inflected is None and word.script == "Hang" and position < alias.anchor and hangul.may_be_one(word.lemma, text):
        return Form(start, end, inflected=True)
    if inflected is None and not begins_compound(alias, text, reading.language):
        return None
    inflected = inflected is not False
    start += length
    return Form(start, start + len(word.lemma) if word.script == "Hang" else end, inflected)


def _without_article(word: Word, text: str) -> int:
    """How much of *word* stands at the end of *text*, where a preposition takes the place of its article; or 0."""
    rest = word.lemma.removeprefix(ARTICLE.get(word.script, ""))
    swallowed = rest != word.lemma and any(text == joined + rest for joined in FOR_ARTICLE[word.script])
    return len(rest) if swallowed else 0


def _form_of(word: Word, form: str, allowed: frozenset[str]) -> bool | None:
    """False when *form* is the word itself, True when it is another form of it, None when it is another word."""
    if form == word.lemma:
        return False
    for stem in (word.lemma, *word.stems):
        if form.startswith(stem) and form[len(stem) :] in allowed and goes_with(form[len(stem) :], stem):
            return True
    return None
