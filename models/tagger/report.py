"""Writes what the tagger reaches as tables of Markdown, and from which corpora it comes as a page beside the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.tagger.corpora import CORPORA, Sentence, corpus_sentences, held_out, read
from models.tagger.scoring import Score, score
from wirekit.contracts import Watchlist
from wiretext import Enricher
from wiretext.tagging import Tagger
from wiretext.tagging.model import own_model
from wiretext.tagging.perceptron import Perceptron
from wiretext.tagging.spans import TYPES

_HEAD = "| set | names | F1 | precision | recall | person | place | organization |\n|---|---|---|---|---|---|---|---|"


def section() -> str:
    """What the page on quality says of the model in the package."""
    return evaluation(Perceptron(own_model())) + "\n"


def evaluation(tagger: Tagger) -> str:
    """The F1 on each development split and, apart, on each test set."""
    enricher = Enricher(Watchlist(), tagger=tagger)
    dev = {corpus.key: (corpus_sentences(corpus, "dev"), corpus.language) for corpus in CORPORA}
    test = {}
    for key, path in held_out().items():
        language = key.rpartition(".")[2]
        test[key] = (list(read(path, language)), language)
    return "\n".join(
        [
            f"`{tagger.name}-{tagger.version}`: F1 of exact spans with their type, as `wirewatch enrich` gives them.",
            "Labels without a letter or figure are left out: the Broad Twitter Corpus has 335 lone at signs as names.",
            "",
            *_table("Development splits (settings were chosen on these)", enricher, dev),
            "",
            *_table("Test sets (never trained or tuned on)", enricher, test),
        ]
    )


def _table(title: str, enricher: Enricher, sets: Mapping[str, tuple[Sequence[Sentence], str]]) -> Iterator[str]:
    scores = {key: score(enricher, sentences, language) for key, (sentences, language) in sorted(sets.items())}
    yield f"**{title}**"
    yield ""
    yield _HEAD
    for key, found in scores.items():
        yield _row(key, found)
    totals = [found.f1() for found in scores.values()]
    yield f"| mean | | {_figure(sum(filter(None, totals)) / max(1, len(totals)))} | | | | | |"


def _row(key: str, found: Score) -> str:
    names = found.right.total() + found.missed.total()
    figures = [found.f1(), found.precision, found.recall, *(found.f1(kind) for kind in TYPES)]
    return " | ".join([f"| {key}", str(names), *map(_figure, figures)]) + " |"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def attribution(version: str) -> str:
    """The page beside the model."""
    rows = [
        f"| {corpus.title} | {corpus.language} | {corpus.licence} | {len(corpus_sentences(corpus, 'train'))} |"
        for corpus in CORPORA
    ]
    return "\n".join(
        [
            "# The tagger's model",
            "",
            f"`tagger.model`, version `{version}`, was made by `make models` from the training splits of these corpora",
            "and its confidence fitted to their development splits. It holds weights of hashed features, no text.",
            "The model file itself is offered under CC BY-SA 4.0, as some of them ask of what is made of them.",
            "",
            "| corpus | language | licence | sentences |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
