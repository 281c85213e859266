"""Which topics there are, what they are called and what each belongs to: ``taxonomy.yaml``, and an operator's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wirekit.contracts import TopicCues
from wiretext.language import told_as
from wiretext.tables import table

ANY = "any"
"""Stands for every language in an operator's file."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Topics by code.

    Attributes:
        labels: What a topic is called.
        broader: The codes above a topic, the nearest first; none above a top term.
    """

    labels: Mapping[str, str]
    broader: Mapping[str, tuple[str, ...]]

    def top(self, code: str) -> str:
        """The top term above *code*; itself where it is one."""
        above = self.broader[code]
        return above[-1] if above else code

    def line(self, code: str) -> tuple[str, ...]:
        """*code* and all above it."""
        return (code, *self.broader[code])

    def tops(self) -> tuple[str, ...]:
        """The topics that belong to no other."""
        return tuple(code for code, above in self.broader.items() if not above)


def taxonomy(additions: Iterable[TopicCues] = ()) -> Taxonomy:
    """The topics of the table, and those of *additions*, in whose order a topic comes after what it belongs to.

    Raises:
        ValueError: An addition belongs to a topic that is not known.
    """
    labels: dict[str, str] = {}
    broader: dict[str, tuple[str, ...]] = {}
    for label, codes in table("topics/taxonomy").items():
        code, *above = codes.split()
        labels[code] = label
        broader[code] = (*above, *broader[above[0]]) if above else ()
    for added in additions:
        if added.code in labels:
            continue
        if added.broader is not None and added.broader not in labels:
            raise ValueError(f"{added.code} belongs to {added.broader}, which is no topic")
        labels[added.code] = added.label or added.code
        broader[added.code] = (added.broader, *broader[added.broader]) if added.broader else ()
    return Taxonomy(labels, broader)


def problems(before: Iterable[TopicCues], topics: Iterable[TopicCues]) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """What is wrong with *topics* that come after those *before*: which one (counted from 0), where in it, and how."""
    known = {*taxonomy().labels, *(topic.code for topic in before)}
    for index, topic in enumerate(topics):
        if topic.code not in known and topic.label is None:
            yield index, ("code",), f"{topic.code} is no topic known here; one of your own needs a label"
        if topic.broader is not None and topic.broader not in known:
            yield index, ("broader",), f"{topic.broader} is no topic known here, nor one further up"
        yield from ((index, ("cues", code), wrong) for code in topic.cues if (wrong := _never_counts(code)))
        known.add(topic.code)


def _never_counts(language: str) -> str | None:
    """Why cues of this *language* would count in no article, and what to write instead; None where they may."""
    told = language if language == ANY else told_as(language)
    if told is None:
        return "no article is ever told to be in that language; `any` stands for all"
    return None if told == language else f"write {told}"
