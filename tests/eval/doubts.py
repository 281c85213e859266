"""What is doubted in real sentences: each name of the corpora beside the project, watched for where it stands.

No label says who is meant, so not all should be believed: most persons who are doubted are told to be private. What
tells is a share that falls from one commit to the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from models.tagger.corpora import CHARACTERS, CORPORA, Sentence, corpus_sentences
from tests.bench.report import table
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.binding import longest
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import hits
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.vetoes import credible

_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}
_SENTENCES, _TOGETHER = 1500, 200  # of a corpus, and for one watch list
_SHORTEST, _PARTS = 3, 2  # letters of a name; words of a person's, where words are parted
_BEFORE_MARKS = re.compile(r" (?=[.,;:!?)\]])")


def section() -> str:
    """How many names of each corpus are found as they are spelt, and which share of them is believed, by type."""
    rows = []
    for corpus in CORPORA:
        found, believed = _counted(corpus_sentences(corpus, "train")[:_SENTENCES], corpus.language)
        cells = (_cells(found[each], believed[each]) for each in _TYPES.values())
        rows.append((corpus.key, *(cell for pair in cells for cell in pair)))
    return f"{table(['set', *(head for each in _TYPES.values() for head in (each, 'believed'))], rows)}\n"


def _cells(found: int, believed: int) -> tuple[str, str]:
    return (str(found), f"{believed / found:.3f}") if found else ("", "")


def _counted(sentences: Sequence[Sentence], language: str) -> tuple[Counter[str], Counter[str]]:
    found: Counter[str] = Counter()
    believed: Counter[str] = Counter()
    for at in range(0, len(sentences), _TOGETHER):
        block = sentences[at : at + _TOGETHER]
        entities = tuple(dict.fromkeys(named for sentence in block for named in _names(sentence, language)))
        lexicon = Lexicon.compile(Watchlist(entities=tuple(map(_entity, count(), entities))))
        for sentence in block:
            reading = Reading(normalise(_BEFORE_MARKS.sub("", sentence.text)), language)
            spelt = longest(hits(lexicon, reading))
            meant = {hit.alias.entity for hit in credible(spelt, lexicon.entities, reading)}
            own = set(_names(sentence, language))
            for index in {hit.alias.entity for hit in spelt if entities[hit.alias.entity] in own}:
                found[entities[index][0]] += 1
                believed[entities[index][0]] += index in meant
    return found, believed


def _names(sentence: Sentence, language: str) -> Iterator[tuple[str, str]]:
    """The type and the words of each name; of persons only whole names, where words are parted."""
    for start, end, label in sentence.spans:
        name = _BEFORE_MARKS.sub("", sentence.text[start:end])
        whole = label != "PER" or language in CHARACTERS or len(name.split()) >= _PARTS
        if len(name) >= _SHORTEST and name[0].isalpha() and whole:
            yield _TYPES[label], name


def _entity(number: int, named: tuple[str, str]) -> Entity:
    of_type, name = named
    return Entity.model_validate({"id": f"name-{number}", "type": of_type, "name": name})
