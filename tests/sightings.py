"""Candidates for decisions, said in few words: which article, through which feed, in which wording, of which story."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from typing import Any

from tests.builders import a_candidate, a_source, an_article_ref, an_evidence, an_instant
from wirekit.contracts import ArticleRef, ArticleRevised, Candidate, Fingerprint

HOUR = 3600.0


def a_fingerprint(story: str, wording: str) -> Fingerprint:
    """Wordings of one story are alike in three quarters of the signature, others in nothing."""
    values = _values(story, 96) + _values(f"{story}/{wording}", 32)
    return Fingerprint(method="minhash-128-w3", signature=base64.b64encode(values).decode(), shingles=40)


def sighted(
    article: str = "a", feed: str = "f1", wording: str = "w", *, revision: int = 1, at: float = 0, **changes: Any
) -> ArticleRef:
    """The reference to *article* as *feed* delivers it, found *at* seconds after noon."""
    defaults = {
        "article_id": f"art_{article}",
        "feed_id": feed,
        "revision": revision,
        "revision_id": f"rev_{wording}",
        "source": a_source(domain=f"{feed}.example"),
        "url": f"https://news.example/{article}",
        "found_at": an_instant(at),
    }
    return an_article_ref(**{**defaults, **changes})


def seen(ref: ArticleRef, story: str | None = "s", **changes: Any) -> Candidate:
    """The candidate for *ref*, whose wording tells *story*; None where it has no fingerprint."""
    fingerprint = None if story is None else a_fingerprint(story, ref.revision_id)
    defaults = {
        "article": ref,
        "found_at": ref.found_at,
        "evidence": (an_evidence(article=ref),),
        "fingerprint": fingerprint,
    }
    return a_candidate(**{**defaults, **changes})


def corrected(ref: ArticleRef) -> ArticleRevised:
    """The news that the feed of *ref* delivers that wording now."""
    return ArticleRevised(article=ref, found_at=ref.found_at)


def hours(number: float) -> dt.timedelta:
    return dt.timedelta(hours=number)


def _values(seed: str, count: int) -> bytes:
    """Values of 32 bits."""
    return hashlib.shake_128(seed.encode()).digest(4 * count)
