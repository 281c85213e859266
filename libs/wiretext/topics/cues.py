"""Finds cue words of topics in a text: of the list of its own language, ``cues/<language>.yaml``, and of an operator.

A cue that ends in ``*`` is the beginning of a word. In Korean every cue is, for particles follow; Arabic, Hebrew and
Ethiopic join the article and short words to its beginning; in scripts without blanks a cue may stand anywhere.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import TopicCues
from wiretext.content import Content
from wiretext.kindred import kindred
from wiretext.normal import normalise
from wiretext.picking import Heads, Picker
from wiretext.proclitics import LONGEST_PROCLITIC, PROCLITICS
from wiretext.remembering import Remembered
from wiretext.scripts import UNSPACED, WORD, is_unspaced, script_of
from wiretext.tables import table
from wiretext.topics.taxonomy import ANY, taxonomy

Cues = Mapping[str, Iterable[str]]
"""Cues by the code of their topic."""


class Cue(NamedTuple):
    """A cue in normal form, and the topics it speaks for.

    Attributes:
        is_beginning: Whether it is the beginning of a word.
        lead: Characters before its first word.
        is_open: Whether its first word is the beginning of one: it is that and nothing follows.
    """

    text: str
    codes: tuple[str, ...]
    is_beginning: bool
    lead: int
    is_open: bool


class CueList:
    """The cues of one language: by their first words, and in scripts without blanks behind one automaton."""

    def __init__(self, cues: Cues) -> None:
        meanings: dict[str, set[str]] = defaultdict(set)
        for code, words in cues.items():
            for cue in words:
                meanings[cue].add(code)
        self._begun_by: dict[str, list[Cue]] = defaultdict(list)
        self._anywhere: list[Cue] = []
        for made in (_cue(given, codes) for given, codes in meanings.items()):
            first = WORD.search(made.text)
            if first is not None and not is_unspaced(first[0]):
                self._begun_by[first[0]].append(made)
            elif made.text.strip():
                self._anywhere.append(made)
        self._heads = Heads(self._begun_by)
        self._longest = LONGEST_PROCLITIC + max(map(len, self._begun_by), default=0)
        self._automaton = AhoCorasick([cue.text for cue in self._anywhere], store_patterns=False)
        self._candidates = Remembered(self._cues_of, 1 << 12)
        self._picker = Picker(self._may_begin, 1 << 14)  # a megabyte a list

    def count(self, content: Content) -> dict[str, dict[str, int]]:
        """How often each cue of each topic stands in *content*, and once more in its title."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for cue, times in Counter([*self._by_words(content), *self._inside(content)]).items():
            for code in cue.codes:
                found[code][cue.text] = found[code].get(cue.text, 0) + times
        return found

    def _by_words(self, content: Content) -> Iterator[Cue]:
        words, title_end = content.words, len(content.title)
        for index in self._picker.among(content.places, words):
            start = words.starts[index]
            for offset, cue in self._candidates[words.word(index)[: self._longest]]:
                end = start + offset + len(cue.text)
                if words.text.startswith(cue.text, start + offset) and (cue.is_beginning or _ends(words.text, end)):
                    yield from (cue,) * (1 + (end <= title_end))

    def _may_begin(self, word: str, _language: str) -> bool:
        return self._heads.may_begin(word) and bool(self._cues_of(word[: self._longest]))

    def _cues_of(self, word: str) -> tuple[tuple[int, Cue], ...]:
        """The cues that *word* may begin, and where, seen from its beginning: after what may be joined to it."""
        joined = PROCLITICS.get(script_of(word[0]), frozenset())
        starts = [0, *(size for size in range(1, LONGEST_PROCLITIC + 1) if word[:size] in joined)]
        ends = range(1, len(word) + 1)
        return tuple(
            (start - cue.lead, cue)
            for start in starts
            for end in ends
            for cue in self._begun_by.get(word[start:end], ())
            if cue.is_open or _ends(word, end)
        )

    def _inside(self, content: Content) -> Iterator[Cue]:
        if self._anywhere:
            for text in (content.text, content.title):
                for number, _, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                    if self._anywhere[number].is_beginning or _ends(text, end):
                        yield self._anywhere[number]


def _cue(given: str, codes: set[str]) -> Cue:
    text = normalise(given.rstrip("*")).text
    first = WORD.search(text)
    is_beginning = given.endswith("*") or script_of(given[-1]) == "Hang"
    lead, end = (0, 0) if first is None else first.span()
    return Cue(text, tuple(sorted(codes)), is_beginning, lead, is_beginning and end == len(text))


def _ends(text: str, end: int) -> bool:
    following = text[end : end + 1]
    is_vowel_sign = following > "" and unicodedata.category(following).startswith("M")
    return not (following.isalnum() or is_vowel_sign) or script_of(text[end - 1]) in UNSPACED


@cache
def languages() -> frozenset[str]:
    """The languages that have a list."""
    folder = resources.files("wiretext").joinpath("topics", "cues")
    return frozenset(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))


@cache
def cues_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """The cues of the list of *language*, by code."""
    codes = {label: code for code, label in taxonomy().labels.items()}
    rows = table(f"topics/cues/{language}").items()
    return {codes[label]: tuple(cue.strip() for cue in cues.split(",")) for label, cues in rows}


class CueLists:
    """The lists of all languages, with *additions*; each is made when a text first asks for it."""

    def __init__(self, additions: Iterable[TopicCues] = ()) -> None:
        self._additions = tuple(additions)
        self._lists: dict[str, CueList | None] = {}

    def of(self, language: str) -> CueList | None:
        """The list for texts in *language* (BCP 47); None where there is none."""
        language = kindred(language, languages())
        if language not in self._lists:
            self._lists[language] = self._made(language)
        return self._lists[language]

    def _added(self, language: str) -> Iterator[tuple[str, str]]:
        for topic in self._additions:
            for spoken, words in topic.cues.items():
                if spoken == ANY or kindred(spoken, languages()) == language:
                    yield from ((topic.code, word) for word in words)

    def _made(self, language: str) -> CueList | None:
        cues = {code: list(words) for code, words in (cues_of(language) if language in languages() else {}).items()}
        for code, word in self._added(language):
            cues.setdefault(code, []).append(word)
        return CueList(cues) if cues else None
