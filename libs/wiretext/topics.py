"""Guesses the IPTC Media Topics (top level) of an article by cue words. Every topic says which words speak for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from wirekit.contracts import Topic
from wiretext.normal import normalise
from wiretext.scripts import UNSPACED, script_of
from wiretext.tables import table

MODEL = "cues-1"

_ENOUGH = 3.0  # weight below which a topic is a guess of one word
_SHARE = 0.5  # of the strongest topic's weight
_MOST = 3
_EVIDENCE = 5


class _Cues:
    """Cue words of ``topics.yaml`` behind one automaton; a cue that ends in ``*`` is the beginning of a word."""

    def __init__(self, tables: dict[str, dict[str, object]]) -> None:
        self.labels = {code: str(cues["label"]) for code, cues in tables.items()}
        meanings: dict[str, set[str]] = defaultdict(set)
        for code, cues in tables.items():
            for language, words in cues.items():
                if language != "label":
                    for cue in str(words).split(","):
                        meanings[cue.strip()].add(code)
        self._cues = [(normalise(cue.rstrip("*")).text, _is_beginning(cue), codes) for cue, codes in meanings.items()]
        self._automaton = AhoCorasick([cue for cue, _, _ in self._cues], store_patterns=False)

    def count(self, text: str) -> dict[str, Counter[str]]:
        """How often each cue of each topic stands in the normalised *text*."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            cue, beginning, codes = self._cues[pattern]
            free = script_of(cue[0]) in UNSPACED
            if free or (not text[start - 1 : start].isalnum() and (beginning or not text[end : end + 1].isalnum())):
                for code in codes:
                    found[code][cue] += 1
        return found


def _is_beginning(cue: str) -> bool:
    return cue.endswith("*") or script_of(cue[-1]) == "Hang"  # particles follow


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    return _Cues(table("topics"))


def topics(title: str, body: str) -> tuple[Topic, ...]:
    """At most three topics, strongest first; *title* and *body* are normalised, a word of the title counts twice."""
    cues = _cues()
    found = cues.count(body)
    for code, counts in cues.count(title).items():
        found[code].update({cue: 2 * count for cue, count in counts.items()})
    weights = {code: sum(min(count, 3) for count in counts.values()) for code, counts in found.items()}
    if not weights:
        return ()
    strongest = max(weights.values())
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    return tuple(
        Topic(
            code=code,
            label=cues.labels[code],
            score=round(weights[code] / total, 3),
            evidence=tuple(cue for cue, _ in found[code].most_common(_EVIDENCE)),
        )
        for code in ranked[:_MOST]
        if weights[code] >= max(_ENOUGH, _SHARE * strongest) or (weights[code] == strongest and code == ranked[0])
    )
