"""Measures wiretext in a process of its own: ``python -m tests.bench.enricher.stages '["names", 100]'``.

CPU seconds, so that a busy machine changes little; memory is the largest that the process had (VmHWM).
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import wiretext.enrich
from tests.bench.enricher.material import articles, watchlist
from tests.bench.proc import memory_mib
from tests.builders import a_raw_article, an_instant
from wiretext import Enricher, fingerprint, language
from wiretext.tagging import Tagger
from wiretext.tagging.plugins import BUILT_IN, load
from wiretext.topics import Topics
from wirewatch.enricher.child import enrich
from wirewatch.enricher.chunk import Context

STAGES = {
    "lines and paragraphs": (wiretext.enrich, "layout"),
    "normal form": (wiretext.enrich, "normalise"),
    "zones": (wiretext.enrich, "zones"),
    "language": (language, "detect"),
    "sentences": (wiretext.enrich, "sentences"),
    "words": (wiretext.enrich, "Reading"),
    "names as they are spelt": (wiretext.enrich, "hits"),
    "names as they sound": (wiretext.enrich, "heard"),
    "what speaks against them": (wiretext.enrich, "credible"),
    "names that nobody watches": (wiretext.enrich, "unknown"),
    "topics": (Topics, "of"),
    "fingerprint": (fingerprint, "fingerprint"),
}
"""Where each stage of ``Enricher`` is called."""
BASE = 100
"""Names that every news room has: what more of them cost is told over these."""
REST = "the rest: values and JSON"
_TURNS = 8  # in which all articles are enriched
_PASSES = 5  # other machines on the same host only add to what one takes


class Stages:
    """Counts the CPU seconds of every stage while an article is enriched; what a stage yields is taken at once."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(STAGES, 0.0)
        for stage, (owner, name) in STAGES.items():
            setattr(owner, name, self._timed(stage, getattr(owner, name)))

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            began = time.process_time()
            result = work(*arguments)
            result = list(result) if isinstance(result, Iterator) else result
            self.seconds[stage] += time.process_time() - began
            return result

        return timed


def stages(names: int, sample: int) -> dict[str, Any]:
    """CPU microseconds an article for each stage, with the tagger on: of the fastest of a few passes."""
    enricher, texts = Enricher(watchlist(names), tagger=load(BUILT_IN)), articles(sample)
    _run(enricher, texts)  # tables are read, words are remembered
    counted, passes = Stages(), []
    for _ in range(_PASSES):
        counted.seconds = dict.fromkeys(STAGES, 0.0)
        whole = _run(enricher, texts)
        passes.append((whole, {**counted.seconds, REST: whole - sum(counted.seconds.values())}))
    _, fastest = min(passes, key=lambda each: each[0])
    return {"us": {stage: seconds / len(texts) * 1e6 for stage, seconds in fastest.items()}}


def with_names(names: int, sample: int, tagger: Tagger | None = None) -> dict[str, Any]:
    """How long a list of *names* takes to be read, and how fast articles are enriched with it.

    The first time that it meets their words, and when it has met them all. What it costs over a list of ``BASE`` names
    is the median of turns of some of the articles with the one and the other, for a machine is not always as fast.
    """
    listed, texts = watchlist(names), articles(sample)
    began = time.process_time()
    enricher = Enricher(listed, tagger=tagger)
    made = time.process_time() - began
    new = _run(enricher, texts)
    _run(enricher, texts)
    peak = memory_mib("self", "VmHWM")
    base = Enricher(watchlist(BASE), tagger=tagger)
    _run(base, texts)
    turns = [texts[first::_TURNS] for first in range(_TURNS)]
    passes = [[(_run(base, some), _run(enricher, some)) for some in turns] for _ in range(_PASSES)]
    return {
        "load_seconds": made,
        "new_per_second": len(texts) / new,
        "per_second": len(texts) / min(sum(seconds for _, seconds in each) for each in passes),
        "over_base": statistics.median(seconds / less for each in passes for less, seconds in each) - 1,
        "peak_mib": peak,
    }


def with_tagger(names: int, sample: int) -> dict[str, Any]:
    """The same with the tagger on."""
    return with_names(names, sample, load(BUILT_IN))


def reload(names: int, changed: int) -> dict[str, Any]:
    """Seconds by the clock until a child of the pool has enriched an article with a newer list of *names*."""
    raw = a_raw_article().to_json()
    with tempfile.TemporaryDirectory() as folder:
        seconds = []
        for number in (1, 2):
            path = Path(folder, f"{number}.json")
            path.write_text(watchlist(names, number, changed * (number - 1)).model_dump_json(), encoding="utf-8")
            began = time.monotonic()
            enrich(raw, Context(path, an_instant()).to_bytes())
            seconds.append(time.monotonic() - began)
    return {"names": names, "first_seconds": seconds[0], "reload_seconds": seconds[1]}


MEASURES: dict[str, Callable[[int, int], dict[str, Any]]] = {
    "stages": stages, "names": with_names, "tagger": with_tagger, "reload": reload,
}  # fmt: skip


def _run(enricher: Enricher, texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        enricher.enrich_text("art_1", "", text).to_json()
    return time.process_time() - began


if __name__ == "__main__":
    measure, *arguments = json.loads(sys.argv[1])
    sys.stdout.write(json.dumps(MEASURES[measure](*arguments)))
