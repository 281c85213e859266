"""Decides which topics an article has: the model's weight and the cues' weight become one probability.

A top term's cues are its own and those of all below it. Below the top, cues decide alone: a topic is as likely as its
top term, times the share that it has of the top term's cues. Knows no language but by its cue list.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wirekit.contracts import Topic, TopicCues
from wiretext.content import Content
from wiretext.scripts import WORD, is_unspaced
from wiretext.topics.cues import CueLists
from wiretext.topics.features import Units
from wiretext.topics.model import Calibration, LinearModel, shipped
from wiretext.topics.taxonomy import taxonomy

MODEL = "linear-1+cues-3"

MOST_TOPS, MOST_BELOW = 3, 4
"""Topics of an article: so many top terms at most, and so many below them."""

LIKELY = 0.4
"""Probability from which a top term is a topic of the article; half of it is enough below one."""

_ENOUGH = 2  # cues' weight below which nothing is said below the top
_REPEATS = 3  # times that one cue counts at most
_UNKNOWN = -3.0  # the model's weight for a topic that it does not know
_UNSURE = 1.0  # cues' weight that is taken to speak for none of the topics below a top term
_EVIDENCE = 5
_TELLING = 4  # letters of a word that tells a reader something, in scripts with blanks


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for topics in one text.

    Attributes:
        units: The text's units.
        model: The model's weight for each top term that it knows.
        cues: Cues and their counts, by topic.
        weights: The cues' weight for each topic, those below it included.
        listed: Whether there is a cue list for the text's language.
    """

    units: Units
    model: Mapping[str, float]
    cues: Mapping[str, Mapping[str, int]]
    weights: Mapping[str, float]
    listed: bool

    def speaks_for(self, codes: Iterable[str]) -> Iterator[tuple[float, float, float]]:
        """What speaks for each of *codes*: the first three numbers that a ``Calibration`` weighs, in training too."""
        total = sum(self.weights.get(code, 0.0) for code in self.model) or 1.0
        for code in codes:
            weight = self.weights.get(code, 0.0)
            yield self.model.get(code, _UNKNOWN), math.log1p(weight), weight / total


def likelihoods(support: Support, codes: Iterable[str], calibration: Calibration) -> dict[str, float]:
    """The probability of each top term of *codes*."""
    codes = tuple(codes)
    likely: dict[str, float] = {}
    for code, (model, cues, share) in zip(codes, support.speaks_for(codes), strict=True):
        speaks = calibration.model * model + calibration.cues * cues + calibration.share * share + calibration.bias
        likely[code] = 1 / (1 + math.exp(-max(-30.0, min(30.0, speaks))))
    return likely


class Topics:
    """Tells the topics of texts, with an operator's *additions* to topics and cues; not safe for threads.

    Raises:
        ValueError: An addition belongs to a topic that is not known.
    """

    def __init__(self, additions: Iterable[TopicCues] = ()) -> None:
        additions = tuple(additions)
        self._taxonomy = taxonomy(additions)
        self._lists = CueLists(additions)
        self._tops = self._taxonomy.tops()
        self._lines = {code: self._taxonomy.line(code) for code in self._taxonomy.labels}

    def of(self, content: Content, language: str) -> tuple[Topic, ...]:
        """The topics of an article, the likeliest first; *language* is BCP 47. A cue of the title counts once more."""
        model = shipped()
        support = self.support(content, language, model)
        if support is None:
            return ()
        likely = likelihoods(support, self._tops, model.with_cues if support.listed else model.without_cues)
        tops = _likeliest({code: each for code, each in likely.items() if each >= LIKELY}, MOST_TOPS)
        below = {code: each for code, each in self._below(support, tops).items() if each >= LIKELY / 2}
        found = tops | _likeliest(below, MOST_BELOW)
        return tuple(self._topic(support, code, each) for code, each in _likeliest(found, len(found)).items())

    def support(self, content: Content, language: str, model: LinearModel) -> Support | None:
        """What speaks for topics in the article; None where it has no words."""
        units = Units.of(content.text)
        if not len(units):
            return None
        cues: Mapping[str, Mapping[str, int]] = {}
        if (listed := self._lists.of(language)) is not None:
            cues = listed.count(content)
        return Support(units, model.weigh(units), cues, self._weights(cues), listed is not None)

    def _weights(self, cues: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
        weights: dict[str, int] = {}
        for code, counts in cues.items():
            weight = sum([min(count, _REPEATS) for count in counts.values()])
            for above in self._lines[code]:
                weights[above] = weights.get(above, 0) + weight
        return weights

    def _below(self, support: Support, tops: Mapping[str, float]) -> dict[str, float]:
        """How likely the topics below *tops* are, of those that have cues of their own in the text."""
        likely: dict[str, float] = {}
        for code in support.cues:
            top, weight = self._lines[code][-1], support.weights[code]
            if code != top and top in tops and weight >= _ENOUGH:
                likely[code] = tops[top] * weight / (support.weights[top] + _UNSURE)
        return likely

    def _topic(self, support: Support, code: str, likely: float) -> Topic:
        counts: dict[str, int] = {}
        for found, cues in support.cues.items():
            if code in self._lines[found]:
                for cue, times in cues.items():
                    counts[cue] = counts.get(cue, 0) + times
        evidence = sorted(counts, key=counts.__getitem__, reverse=True)[:_EVIDENCE]
        by_model = not evidence or support.model.get(code, _UNKNOWN) > 0
        if by_model and len(evidence) < _EVIDENCE:
            words = _words(shipped().strongest(support.units, code, _EVIDENCE))
            telling = (word for word in words if len(word) >= _TELLING or is_unspaced(word))
            evidence += [word for word in telling if not word.startswith(tuple(evidence))]
        return Topic(
            code=code,
            label=self._taxonomy.labels[code],
            score=round(likely, 3),
            method="+".join(["cues"] * bool(counts) + ["model"] * by_model),
            evidence=tuple(evidence[:_EVIDENCE]),
            broader=self._taxonomy.broader[code],
        )


def _likeliest(likely: Mapping[str, float], most: int) -> dict[str, float]:
    return dict(sorted(likely.items(), key=lambda item: (-item[1], item[0]))[:most])


def _words(units: Iterable[str]) -> Iterator[str]:
    return filter(None, (" ".join(WORD.findall(unit)) for unit in units))
