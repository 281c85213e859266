"""Stories: clusters of near-duplicate articles, as a watch sees them. Bounded in time and size; never raises alerts.

An article belongs to the story that holds it already, by its id; else to the open story whose wording is most alike.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from wirealert.similarity import keep_readable
from wirekit.contracts import ArticleRef, Candidate, Evidence, Fingerprint, Instant, Value, ids

SPAN = dt.timedelta(hours=48)
"""How long after its last article a story stays open, where the cooldown does not ask for longer."""

KEPT = dt.timedelta(days=12)
"""How long a closed story is kept: its articles may still be corrected, and come again through slow feeds."""

MAX_MEMBERS = 100
MAX_PENDING = 3
MAX_PENDING_BYTES = 8192


class Member(Value):
    """An article as one feed delivers it, in the wording that supports the story."""

    article_id: str
    feed_id: str | None
    revision: int
    revision_id: str
    found_at: Instant
    domain: str | None
    language: str

    @classmethod
    def of(cls, article: ArticleRef) -> Member:
        """What the story keeps of *article*."""
        return cls(
            article_id=article.article_id,
            feed_id=article.feed_id,
            revision=article.revision,
            revision_id=article.revision_id,
            found_at=article.found_at,
            domain=article.source.domain if article.source else None,
            language=article.language[:35],
        )

    def is_sighting_of(self, article: ArticleRef) -> bool:
        """Whether this is *article* from the same feed, in whatever wording."""
        return (self.article_id, self.feed_id) == (article.article_id, article.feed_id)

    def is_older_than(self, article: ArticleRef) -> bool:
        """Whether *article*, from the same feed, is a newer wording; a feed that lost its count goes by time."""
        return self.revision < article.revision or self.found_at < article.found_at


class Story(Value):
    """A story of a watch.

    ``epoch`` counts its openings and makes, with ``id``, the ``alert_id``; ``revision`` is that of the last alert;
    ``raised_at`` (row clock) starts the cooldown; ``unlisted`` counts articles beyond the listed members; ``pending``
    is evidence that the cooldown silenced; ``size`` is the length of the rest as JSON, in bytes.
    """

    id: str
    epoch: int
    alert_id: str
    revision: int = 1
    retracted: bool = False
    entities: tuple[str, ...]
    first_seen: Instant
    raised_at: Instant
    closes_at: Instant
    members: tuple[Member, ...]
    unlisted: int = 0
    fingerprints: tuple[Fingerprint, ...] = ()
    pending: tuple[Evidence, ...] = ()
    size: int = 0

    @classmethod
    def opened(cls, candidate: Candidate, epoch: int, now: Instant, cooldown: dt.timedelta) -> Story:
        """The story that *candidate* opens."""
        article = candidate.article
        story_id = id_from(candidate)
        return cls(
            id=story_id,
            epoch=epoch,
            alert_id=ids.alert_id(candidate.watch_id, story_id, epoch),
            entities=candidate.entities,
            first_seen=now,
            raised_at=now,
            closes_at=now + max(SPAN, cooldown),
            members=(Member.of(article),),
            fingerprints=keep_readable((), candidate.fingerprint),
        )

    def holds(self, article: ArticleRef) -> bool:
        """Whether a member has the id of *article*, through whatever feed."""
        return any(member.article_id == article.article_id for member in self.members)

    def sighting_of(self, article: ArticleRef) -> Member | None:
        """The member that is *article* from the same feed."""
        return next((member for member in self.members if member.is_sighting_of(article)), None)

    def repeats(self, article: ArticleRef) -> bool:
        """Whether a member is *article* in the very same wording, through whatever feed."""
        known = (article.article_id, article.revision_id)
        return any((member.article_id, member.revision_id) == known for member in self.members)

    def joined_by(self, candidate: Candidate, now: Instant, cooldown: dt.timedelta) -> Story:
        """With the article of *candidate* as a member, in place of its older wording from the same feed."""
        article = candidate.article
        others = tuple(member for member in self.members if not member.is_sighting_of(article))
        full = len(others) >= MAX_MEMBERS
        return self.model_copy(
            update={
                "members": others if full else (*others, Member.of(article)),
                "unlisted": self.unlisted + full,
                "closes_at": max(self.closes_at, now + max(SPAN, cooldown)),
                "entities": tuple(dict.fromkeys((*self.entities, *candidate.entities))),
                "fingerprints": keep_readable(self.fingerprints, candidate.fingerprint),
                "pending": _pending_without(self, article),
            }
        )

    def reopened_by(self, candidate: Candidate, now: Instant, cooldown: dt.timedelta) -> Story:
        """Opened again by *candidate*, under the next epoch and so under another alert id."""
        update = {
            "epoch": self.epoch + 1,
            "alert_id": ids.alert_id(candidate.watch_id, self.id, self.epoch + 1),
            "revision": 1,
            "retracted": False,
            "entities": candidate.entities,
            "raised_at": now,
        }
        return self.joined_by(candidate, now, cooldown).model_copy(update=update)

    def left_by(self, article: ArticleRef) -> Story:
        """Without what the feed of *article* delivered of it."""
        members = tuple(member for member in self.members if not member.is_sighting_of(article))
        return self.model_copy(update={"members": members, "pending": _pending_without(self, article)})

    def silencing(self, evidence: Sequence[Evidence]) -> Story:
        """With the first of *evidence* kept for the next update, where there is room."""
        kept = tuple(proof for proof in evidence[:1] if len(proof.model_dump_json()) <= MAX_PENDING_BYTES)
        return self.model_copy(update={"pending": (*self.pending, *kept)[:MAX_PENDING]})

    def is_closed(self, now: Instant) -> bool:
        """Whether the story was over before *now*: only copies of its articles belong to it still."""
        return self.closes_at < now

    def closed(self) -> Story:
        """With only what corrections and copies need."""
        return self.model_copy(update={"fingerprints": (), "pending": ()}).measured()

    def measured(self) -> Story:
        """With its size."""
        bare = self.model_copy(update={"size": 0})
        return bare.model_copy(update={"size": len(bare.model_dump_json().encode())})


def id_from(candidate: Candidate) -> str:
    """The id of the story that *candidate* opens, or would open."""
    article = candidate.article
    return ids.story_id(candidate.watch_id, article.article_id, article.revision_id)


def _pending_without(story: Story, article: ArticleRef) -> tuple[Evidence, ...]:
    gone = (article.article_id, article.feed_id)
    return tuple(proof for proof in story.pending if (proof.article.article_id, proof.article.feed_id) != gone)
