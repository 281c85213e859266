"""Says for which topics and sources a watch would take no article at all, and what is allowed."""

from __future__ import annotations

import re

from wirekit.contracts import Watch

_OF_MEDIA_TOPICS = "medtop:"
_CODE = re.compile(r"[^\s:]+:[^\s:]\S*")
_SHOWN = 8
_NO_DOMAIN = re.compile(r"[\s/@]")


def no_topic(code: str) -> str | None:
    """Why no article is ever told to have the topic *code*; None where one may: topics of one's own are not known."""
    from wiretext.topics.taxonomy import taxonomy  # noqa: PLC0415 - it loads what reads articles

    labels = taxonomy().labels
    if code in labels or (_CODE.fullmatch(code) and not code.startswith(_OF_MEDIA_TOPICS)):
        return None
    meant = next((known for known, label in labels.items() if label == code.lower()), None)
    hint = (
        f": write {meant}" if meant else "; allowed: a code of docs/topics.md, as medtop:11000000, or one of your own"
    )
    return f"no article is ever told to have the topic {code!r}{hint}"


def no_domain(domain: str) -> str | None:
    """Why no source has the *domain*; None where one may."""
    if domain and not _NO_DOMAIN.search(domain):
        return None
    return f"{domain!r} is no domain; allowed: the domain of a source alone, as gazette.example"


def unmet_sources(watch: Watch, domains: frozenset[str]) -> str | None:
    """That *watch* takes none of *domains*, those of all feeds; None where it takes one, or there are none."""
    from wirealert.filters import is_of  # noqa: PLC0415 - it loads what compares articles

    wanted = watch.sources.include or ()
    if not wanted or not domains or any(is_of(domain, one) for domain in domains for one in wanted):
        return None
    listed = ", ".join(sorted(domains)[:_SHOWN]) + (", …" if len(domains) > _SHOWN else "")
    return f"watch {watch.id} takes articles of {', '.join(wanted)} alone, and the feeds are of {listed}"
