"""Finds cue words of topics in a text: of the list of its own language, ``cues/<language>.yaml``, and of an operator.

A cue that ends in ``*`` is the beginning of a word. In Korean every cue is, for particles follow; Arabic, Hebrew and
Ethiopic join the article and short words to its beginning; in scripts without blanks a cue may stand anywhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import TopicCues
from wiretext.kindred import kindred
from wiretext.normal import normalise
from wiretext.proclitics import LONGEST_PROCLITIC, PROCLITICS
from wiretext.scripts import UNSPACED, script_of
from wiretext.tables import table
from wiretext.topics.taxonomy import taxonomy

ANY = "any"
"""Stands for every language in an operator's file."""

Cues = Mapping[str, Iterable[str]]
"""Cues by the code of their topic."""


class CueList:
    """The cues of one language behind one automaton."""

    def __init__(self, cues: Cues) -> None:
        meanings: dict[str, set[str]] = defaultdict(set)
        for code, words in cues.items():
            for cue in words:
                meanings[cue].add(code)
        normal = [(normalise(cue.rstrip("*")).text, _is_beginning(cue), codes) for cue, codes in meanings.items()]
        self._cues = [(text, beginning, tuple(sorted(codes))) for text, beginning, codes in normal if text]
        self._automaton = AhoCorasick([text for text, _, _ in self._cues], store_patterns=False)

    def count(self, text: str, title: str = "") -> dict[str, dict[str, int]]:
        """How often each cue of each topic stands in the normalised *text*, and once more in its *title*."""
        places = self._places(text)
        counted = [pattern for pattern, _ in places]
        if text.startswith(title) and not text[len(title) : len(title) + 1].isalnum():
            counted += [pattern for pattern, end in places if end <= len(title)]
        else:
            counted += [pattern for pattern, _ in self._places(title)]
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for pattern, times in Counter(counted).items():
            cue, _, codes = self._cues[pattern]
            for code in codes:
                found[code][cue] = found[code].get(cue, 0) + times
        return found

    def _places(self, text: str) -> list[tuple[int, int]]:
        """Which cues stand in *text*, and where each ends."""
        return [
            (pattern, end)
            for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if _begins(text, start) and (self._cues[pattern][1] or _ends(text, end))
        ]


def _is_beginning(cue: str) -> bool:
    return cue.endswith("*") or script_of(cue[-1]) == "Hang"


def _begins(text: str, start: int) -> bool:
    """Whether a word, or what an article or preposition is written before, begins at *start*."""
    if not text[start - 1 : start].isalnum():
        return True
    script = script_of(text[start])
    if script in UNSPACED:
        return True
    if (joined := PROCLITICS.get(script)) is None:
        return False
    return any(
        text[start - size : start] in joined and not text[start - size - 1 : start - size].isalnum()
        for size in range(1, min(start, LONGEST_PROCLITIC) + 1)
    )


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum() or script_of(text[end - 1]) in UNSPACED


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
