"""Decides what a watch leaves out: back-fill, languages, sources, topics, scope. An unknown attribute fails closed.

Never looks at stories: a refused article was not even considered for one.
"""

from __future__ import annotations

from dataclasses import dataclass

from wirealert import reasons
from wirekit.contracts import LIVE, UNKNOWN_LANGUAGE, Candidate, Watch


@dataclass(frozen=True, slots=True)
class Traits:
    """What filters look at.

    Attributes:
        language: BCP 47 code; ``und`` when unknown.
        domain: Domain of the source; None when unknown.
        scope: The closest scope that holds enough entities.
    """

    ingest_mode: str
    language: str
    domain: str | None
    topics: tuple[str, ...]
    scope: str
    in_scope: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a watch leaves an article out: a code, and a sentence."""

    reason: str
    detail: str

    @classmethod
    def of(cls, reason: str, more: str = "") -> Refusal:
        """With what the code means as the sentence, and *more* at its end."""
        return cls(reason, " ".join(filter(None, (reasons.REASONS[reason], more))))


def traits_of(candidate: Candidate) -> Traits:
    """What *candidate* shows to filters; its scope is as matched, under the watch of that moment."""
    article = candidate.article
    domain = article.source.domain if article.source else None
    return Traits(article.ingest_mode, article.language, domain, candidate.topics, candidate.scope, candidate.in_scope)


def refusal(watch: Watch, traits: Traits) -> Refusal | None:
    """The first reason why *watch* leaves an article out; None where it takes it."""
    if traits.ingest_mode != LIVE and not watch.backfill:
        return Refusal(reasons.BACKFILL, f"the article is {traits.ingest_mode}, and the watch takes live ones")
    refused = _language(watch, traits) or _source(watch, traits) or _topic(watch, traits)
    if refused is None and not traits.in_scope:
        wanted = watch.scope if isinstance(watch.scope, str) else f"window of {watch.scope.window} tokens"
        refused = Refusal(reasons.OUT_OF_SCOPE, f"the closest scope is {traits.scope}, and the watch wants {wanted}")
    return refused


def _language(watch: Watch, traits: Traits) -> Refusal | None:
    if watch.languages is None:
        return None
    wanted = ", ".join(watch.languages)
    if traits.language == UNKNOWN_LANGUAGE:
        return Refusal(reasons.LANGUAGE_UNKNOWN, f"the language is unknown, and the watch takes {wanted}")
    if any(_within(traits.language.lower(), code.lower()) for code in watch.languages):
        return None
    return Refusal(reasons.LANGUAGE, f"the language is {traits.language}, and the watch takes {wanted}")


def _source(watch: Watch, traits: Traits) -> Refusal | None:
    include, exclude = watch.sources.include, watch.sources.exclude
    if traits.domain is None:
        if include is None:
            return None
        return Refusal(reasons.SOURCE_UNKNOWN, f"the source is unknown, and the watch takes {', '.join(include)}")
    if any(is_of(traits.domain, domain) for domain in exclude):
        return Refusal(reasons.SOURCE, f"the watch leaves {traits.domain} out")
    if include is None or any(is_of(traits.domain, domain) for domain in include):
        return None
    return Refusal(reasons.SOURCE, f"the source is {traits.domain}, and the watch takes {', '.join(include)}")


def _topic(watch: Watch, traits: Traits) -> Refusal | None:
    if watch.topics is None or not set(watch.topics).isdisjoint(traits.topics):
        return None
    have = ", ".join(traits.topics) or "none"
    return Refusal(reasons.TOPIC, f"the topics are {have}, and the watch takes {', '.join(watch.topics)}")


def _within(code: str, wanted: str) -> bool:
    """Whether *code* is *wanted* or more specific (RFC 4647, basic filtering)."""
    return code == wanted or code.startswith(wanted + "-")


def is_of(domain: str, wanted: str) -> bool:
    """Whether *domain* is *wanted* or a subdomain of it."""
    domain, wanted = domain.lower().rstrip("."), wanted.lower().rstrip(".")
    return domain == wanted or domain.endswith("." + wanted)
