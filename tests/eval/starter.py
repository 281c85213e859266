"""What the starter pack finds in real sentences: each of its entities watched for in the corpora of the tagger.

What nobody labelled as a name, or labelled as a person where a place or an organisation was found, is a word that only
looks like it, or an oversight of the corpus. What tells is a share that falls from one commit to the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.tagger.corpora import CORPORA, Sentence, corpus_sentences
from tests.bench.report import table
from wirekit.contracts import Watchlist
from wiretext.matching.aliases import FULL
from wiretext.matching.binding import longest
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import hits
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.places import place, place_ids
from wiretext.starter import reviewed
from wiretext.vetoes import credible

_SENTENCES = 2500  # of a corpus


def section() -> str:
    """How many mentions of entities of the starter pack each corpus has, and which share of them is labelled so."""
    entities = (*reviewed().values(), *map(place, place_ids()))
    lexicon = Lexicon.compile(Watchlist(entities=entities))
    rows = []
    for corpus in CORPORA:
        found = [
            labelled
            for sentence in corpus_sentences(corpus, "train")[:_SENTENCES]
            for labelled in _labelled(lexicon, sentence, corpus.language)
        ]
        rows.append((corpus.key, len(found), f"{sum(found) / len(found):.3f}" if found else "-"))
    return f"{table(['set', 'found', 'labelled'], rows)}\n"


def _labelled(lexicon: Lexicon, sentence: Sentence, language: str) -> Iterator[bool]:
    """Of each mention in *sentence*, once for an entity and a place, whether a fitting label is on it."""
    normal = normalise(sentence.text)
    reading = Reading(normal, language)
    meant = credible(longest(hits(lexicon, reading)), lexicon.entities, reading)
    mentions = {(hit.alias.entity, normal.span(hit.start, hit.end)) for hit in meant if hit.alias.kind == FULL}
    for entity, (start, end) in sorted(mentions):
        person = lexicon.entities[entity].type == "person"
        labels = {label for first, last, label in sentence.spans if first < end and last > start}
        yield "PER" in labels if person else bool(labels - {"PER"})
