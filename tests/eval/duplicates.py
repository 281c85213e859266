"""Near duplicates: 600 articles in 30 languages, and copies of which sentences and words are left out at a rate."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from itertools import combinations

from tests.bench.report import table
from tests.eval.beside import ARTICLES
from wirealert.similarity import MIN_SIMILARITY, Sketch, similarities, sketch
from wiretext.content import Content
from wiretext.fingerprint import fingerprint
from wiretext.layout import layout, sentences

_COUNT = 600
_RATES = (0.1, 0.3)
_SEED = 7


def section() -> str:
    """Recall by rate of edits, and how many pairs of different articles are taken for copies."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as file:
        articles = [text for _, text in json.load(file)]
    luck = random.Random(_SEED)
    luck.shuffle(articles)
    originals = [_sketch(text) for text in articles[:_COUNT]]
    rows = []
    for rate in _RATES:
        copies = [_sketch(_edited(text, rate, luck)) for text in articles[:_COUNT]]
        found = sum(_alike(one, other) for one, other in zip(originals, copies, strict=True))
        rows.append((f"{rate:.0%}", _COUNT, f"{found / _COUNT:.3f}"))
    false = sum(_alikes(originals[:at], originals[at]) for at in range(1, len(originals)))
    pairs = sum(1 for _ in combinations(range(len(originals)), 2))
    return f"{table(['edits', 'articles', 'recall'], rows)}\n\nFalse positives: {false} of {pairs} pairs.\n"


def _sketch(text: str) -> Sketch:
    made = sketch(fingerprint(Content.of(text)))
    assert made
    return made


def _edited(text: str, rate: float, luck: random.Random) -> str:
    """*text* with a dateline and a foot of its own, less *rate* of its sentences and a quarter of that of its words."""
    whole = f"\n\n{text}"
    kept = [whole[a:b] for a, b in sentences(whole, layout("", text).lines, "") if luck.random() >= rate]
    words = [word for word in " ".join(kept).split(" ") if luck.random() >= rate / 4]
    dateline, foot = (
        f"HARBOUR, {luck.randint(1, 28)} March (NEWS) - ",
        "Read more on news.example. All rights reserved.",
    )
    return f"{dateline}{' '.join(words)}\n\n{foot}"


def _alike(one: Sketch, other: Sketch) -> bool:
    return bool(len(one) == len(other) and similarities([one], other)[0] >= MIN_SIMILARITY)


def _alikes(kept: Sequence[Sketch], new: Sketch) -> int:
    return int((similarities([each for each in kept if len(each) == len(new)], new) >= MIN_SIMILARITY).sum())
