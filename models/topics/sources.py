"""Reads what the topic model is trained on: SIB-200 sentences, the labels of the IPTC taxonomy, and our own cue lists.

The split is by sentence number, for SIB-200 has each sentence in all its languages: one held out was seen in none.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from models.beside import SHARED
from wiretext.normal import normalise
from wiretext.topics.cues import cues_of, languages
from wiretext.topics.taxonomy import Taxonomy

DATA = SHARED / "data" / "topics"
TOP_OF = {
    "entertainment": "medtop:01000000",
    "health": "medtop:07000000",
    "politics": "medtop:11000000",
    "science/technology": "medtop:13000000",
    "sports": "medtop:15000000",
    "travel": "medtop:10000000",
    "geography": "medtop:20000746",
}
"""SIB-200's classes as Media Topics; geography is no top term, and is learnt for what it is not."""

_TENTHS, _HELD_OUT = 10, 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of SIB-200: ``number`` is that of its sentence in every language, ``text`` is normalised."""

    language: str
    number: int
    topic: str
    text: str


def bucket(number: int) -> int:
    """Which tenth of the sentences a sentence belongs to; the first is never trained on."""
    return int(hashlib.sha256(str(number).encode()).hexdigest(), 16) % _TENTHS


def sentences(*, held_out: bool) -> list[Sentence]:
    """The sentences that are held out, or those that are not, in the order of the file."""
    with gzip.open(DATA / "sib200.train.tsv.gz", "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [
        Sentence(language, int(number), TOP_OF[topic], normalise(text).text)
        for _, language, number, topic, text in rows
        if (bucket(int(number)) == _HELD_OUT) == held_out
    ]


@dataclass(frozen=True, slots=True)
class Concept:
    """A Media Topic: its labels by language, the code of what it belongs to, and whether it is out of use."""

    labels: dict[str, str]
    broader: str | None
    retired: bool


def concepts() -> dict[str, Concept]:
    """All Media Topics by code."""
    with gzip.open(DATA / "iptc-mediatopics-2019.json.gz", "rt", encoding="utf-8") as file:
        rows = json.load(file)["concepts"]
    return {row["qcode"]: Concept(row["label"], _code(row["broader"]), row["retired"]) for row in rows}


def _code(broader: list[str] | None) -> str | None:
    return f"medtop:{broader[0].rsplit('/', 1)[-1]}" if broader else None


def labels(topics: Taxonomy) -> Iterator[tuple[str, str]]:
    """Pairs of a top term and a label of a concept below it, normalised, in the languages of the taxonomy."""
    known = concepts()
    for code, concept in known.items():
        top = code
        while above := known[top].broader:
            top = above
        if top in topics.labels and not concept.retired:
            yield from ((top, normalise(label).text) for _, label in sorted(concept.labels.items()))


def cue_documents(topics: Taxonomy) -> Iterator[tuple[str, str]]:
    """Pairs of a top term and a cue for it, normalised."""
    for language in sorted(languages()):
        for code, cues in cues_of(language).items():
            yield from ((topics.top(code), normalise(cue.rstrip("*")).text) for cue in cues)
