"""Finds every place of a text where an alias may stand, in any inflected form. Does not decide whether it is meant.

The automaton finds the longest word of an alias; the words around it are compared one by one. Boundaries follow the
script: blanks and marks, proclitics in Arabic and Hebrew, particles after Hangul, neighbour letters in kana and Thai.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from wiretext.endings import any_endings, endings
from wiretext.lexicon import Alias, Lexicon, Word
from wiretext.scripts import WORD, script_of

_PROCLITICS = {
    "Arab": frozenset(
        {"و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "بال", "فال", "كال", "ول", "وب", "فل", "ولل", "فب", "وك"}
    ),
    "Hebr": frozenset(
        {"ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "מה", "כש", "לכש", "שב", "ושה"}
    ),
    "Ethi": frozenset({"የ", "በ", "ለ", "ከ", "እና", "ስለ"}),
}
_LONGEST_PROCLITIC = 3
_BETWEEN = re.compile(r" ?['\"·.-]? ?")
_PATRONYMIC = re.compile(
    r".*(?:ович|евич|ич|овна|евна|ична|йович|ович|івна|ївна|овіч|евіч|аўна|еўна)(?:а|у|ем|ом|е|і|и|ы|ой|ою|ей)?"
    r"|.*(?:ovich|evich|ovitch|evitch|ovic|evic|owicz|ewicz|ovics|evics|ovna|evna|ovitj|evitj)[a-z]{0,4}"
    r"|.*(?:owitsch|ewitsch|ovits|evits)[a-z]{0,4}"
)
_THAI_DEPENDENT = re.compile("[ะาิีึืุูำัๅ]")


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias at a place: normalised characters *start* to *end*; *inflected* when a word is not as in the alias."""

    alias: Alias
    start: int
    end: int
    inflected: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """A word of the text as a form of a word of an alias."""

    start: int
    end: int
    inflected: bool


def hits(lexicon: Lexicon, text: str, language: str) -> Iterator[Hit]:
    """Every place of the normalised *text* where an alias may stand, in no particular order; places may overlap."""
    if lexicon.automaton is None:
        return
    words = _Words(text, language)
    for pattern, start, end in lexicon.automaton.find_matches_as_indexes(text, overlapping=True):
        for alias in lexicon.buckets[pattern]:
            hit = _unspaced(text, alias, start, end) if alias.unspaced else words.match(alias, start)
            if hit is not None:
                yield hit


def _unspaced(text: str, alias: Alias, start: int, end: int) -> Hit | None:
    script = alias.words[0].script
    before, after = text[start - 1 : start], text[end : end + 1]
    if script == "Kana" and any(neighbour and script_of(neighbour) == "Kana" for neighbour in (before, after)):
        return None
    if script == "Thai" and _THAI_DEPENDENT.match(after):
        return None
    return Hit(alias, start, end, inflected=False)


class _Words:
    """The words of a text, and how an alias lies on them."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._spans = [word.span() for word in WORD.finditer(text)]
        self._starts = [start for start, _ in self._spans]

    def match(self, alias: Alias, at: int) -> Hit | None:
        """The hit of *alias* whose anchor word has its stem at the character *at*."""
        index = bisect.bisect_right(self._starts, at) - 1
        if at - self._starts[index] > (_LONGEST_PROCLITIC if alias.words[0].script in _PROCLITICS else 0):
            return None
        middle = self._form(alias, alias.anchor, index)
        if middle is None:
            return None
        left, right = self._side(alias, index, -1), self._side(alias, index, 1)
        if left is None or right is None:
            return None
        forms = (*reversed(left), middle, *right)
        return Hit(alias, forms[0].start, forms[-1].end, any(form.inflected for form in forms))

    def _side(self, alias: Alias, index: int, step: int) -> list[_Form] | None:
        """The forms of the alias's words on one side of its anchor, outwards; None when one does not fit."""
        found: list[_Form] = []
        position = alias.anchor + step
        while 0 <= position < len(alias.words):
            neighbour = self._neighbour(index, step)
            form = None if neighbour is None else self._form(alias, position, neighbour)
            if form is None and neighbour is not None and self._inserted(neighbour):
                neighbour = self._neighbour(neighbour, step)
                form = None if neighbour is None else self._form(alias, position, neighbour)
            if form is None or neighbour is None:
                return None
            found.append(form)
            index = neighbour
            position += step
        return found

    def _neighbour(self, index: int, step: int) -> int | None:
        """The next word on one side, if nothing but a blank, hyphen, dot or apostrophe lies between."""
        other = index + step
        if not 0 <= other < len(self._spans):
            return None
        first, second = min(index, other), max(index, other)
        between = self._text[self._spans[first][1] : self._spans[second][0]]
        return other if _BETWEEN.fullmatch(between) else None

    def _inserted(self, index: int) -> bool:
        """Whether the word may stand inside a name: a patronymic, an initial, or an ending after an apostrophe."""
        start, end = self._spans[index]
        word = self._text[start:end]
        return len(word) == 1 or self._text[start - 1 : start] == "'" or _PATRONYMIC.fullmatch(word) is not None

    def _form(self, alias: Alias, position: int, index: int) -> _Form | None:
        """The word *index* of the text as the word *position* of *alias*."""
        start, end = self._spans[index]
        word = alias.words[position]
        allowed = endings(self._language, word.script)
        if len(alias.words) > 1:
            allowed = any_endings(word.script)
        inflected = _inflected(word, self._text[start:end], allowed)
        proclitics = _PROCLITICS.get(word.script, ()) if position == 0 else ()
        length = 0
        while inflected is None and proclitics and length < _LONGEST_PROCLITIC:
            length += 1
            if self._text[start : start + length] in proclitics:
                inflected = _inflected(word, self._text[start + length : end], allowed)
        return None if inflected is None else _Form(start + length, end, inflected)


def _inflected(word: Word, form: str, allowed: frozenset[str]) -> bool | None:
    """False when *form* is the word itself, True when it is another form of it, None when it is another word."""
    if form == word.lemma:
        return False
    for stem in (word.lemma, *word.stems):
        if form.startswith(stem) and form[len(stem) :] in allowed:
            return True
    return None
