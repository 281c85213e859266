"""Stories: clusters of near-duplicate articles, as a watch sees them. Bounded in time and size; never raises alerts.

An article belongs to the story that holds it already, by its id; else to the open story whose wording is most alike.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from wirealert.digests import digest
from wirealert.similarity import Sketch, keep_readable
from wirekit.contracts import ArticleRef, Candidate, Evidence, Instant, Value, ids

SPAN = dt.timedelta(hours=48)
"""How long after its last article a story stays open, where the cooldown does not ask for longer."""

KEPT = dt.timedelta(days=12)
"""How long a closed story is kept: its articles may still be corrected, and come again through slow feeds."""

MAX_MEMBERS = 100
MAX_PENDING = 3
MAX_PENDING_BYTES = 8192
FRAME_BYTES = 14
"""What a size costs that is kept with the value it measures, and the comma after that."""


class Member(NamedTuple):
    """An article as one feed delivers it, in the wording that supports the story. In a row it is a list.

    Attributes:
        article: Digest of its id.
        wording: Digest of its ``revision_id``.
        found_at: In whole seconds since 1970.
    """

    article: str
    wording: str
    feed_id: str | None
    revision: int
    found_at: int
    domain: str | None
    language: str

    @classmethod
    def of(cls, article: ArticleRef) -> Member:
        """What the story keeps of *article*."""
        return cls(
            article=digest(article.article_id),
            wording=digest(article.revision_id),
            feed_id=article.feed_id,
            revision=article.revision,
            found_at=_seconds(article),
            domain=article.source.domain if article.source else None,
            language=article.language[:35],
        )

    def is_sighting_of(self, article: ArticleRef) -> bool:
        """Whether this is *article* from the same feed, in whatever wording."""
        return (self.article, self.feed_id) == (digest(article.article_id), article.feed_id)

    def is_older_than(self, article: ArticleRef) -> bool:
        """Whether *article*, from the same feed, is a newer wording; a feed that lost its count goes by time."""
        return self.revision < article.revision or self.found_at < _seconds(article)


class Story(Value):
    """A story of a watch.

    Attributes:
        epoch: Counts its openings and makes, with the id, that of the alert.
        revision: Of the last alert.
        raised_at: The row's clock when the cooldown began; None where that was when the story was first seen.
        unlisted: How many articles there are beyond the listed members.
        sketches: Of different wordings.
        pending: Evidence that the cooldown silenced.
        size: Length as JSON, in bytes.
    """

    id: str
    epoch: int = 1
    revision: int = 1
    retracted: bool = False
    entities: tuple[str, ...]
    first_seen: Instant
    raised_at: Instant | None = None
    closes_at: Instant
    members: tuple[Member, ...]
    unlisted: int = 0
    sketches: tuple[Sketch, ...] = ()
    pending: tuple[Evidence, ...] = ()
    size: int = 0

    @classmethod
    def opened(cls, candidate: Candidate, epoch: int, now: dt.datetime, cooldown: dt.timedelta) -> Story:
        """The story that *candidate* opens."""
        return cls(
            id=id_from(candidate),
            epoch=epoch,
            entities=candidate.entities,
            first_seen=now,
            closes_at=now + max(SPAN, cooldown),
            members=(Member.of(candidate.article),),
            sketches=keep_readable((), candidate.fingerprint),
        )

    def alert_id(self, watch_id: str) -> str:
        """The id of the alert that stands for it."""
        return ids.alert_id(watch_id, self.id, self.epoch)

    def silent_until(self, cooldown: dt.timedelta) -> dt.datetime:
        """When the next update may be raised."""
        return (self.raised_at or self.first_seen) + cooldown

    def sighting_of(self, article: ArticleRef) -> Member | None:
        """The member that is *article* from the same feed."""
        return next((member for member in self.members if member.is_sighting_of(article)), None)

    def repeats(self, article: ArticleRef) -> bool:
        """Whether a member is *article* in the very same wording, through whatever feed."""
        known = (digest(article.article_id), digest(article.revision_id))
        return any((member.article, member.wording) == known for member in self.members)

    def joined_by(self, candidate: Candidate, now: dt.datetime, cooldown: dt.timedelta) -> Story:
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
                "sketches": keep_readable(self.sketches, candidate.fingerprint),
                "pending": _pending_without(self, article),
            }
        )

    def reopened_by(self, candidate: Candidate, now: dt.datetime, cooldown: dt.timedelta) -> Story:
        """Opened again by *candidate*, under the next epoch and so under another alert id."""
        update = {
            "epoch": self.epoch + 1,
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

    def is_closed(self, now: dt.datetime) -> bool:
        """Whether the story was over before *now*: only copies of its articles belong to it still."""
        return self.closes_at < now

    def closed(self) -> Story:
        """With only what corrections and copies need."""
        return self.model_copy(update={"sketches": (), "pending": ()}).measured()

    def measured(self) -> Story:
        """With its size."""
        bare = self.model_copy(update={"size": 0})
        return bare.model_copy(update={"size": len(bare.model_dump_json(exclude_defaults=True).encode()) + FRAME_BYTES})


def id_from(candidate: Candidate) -> str:
    """The id of the story that *candidate* opens, or would open."""
    article = candidate.article
    return ids.story_id(candidate.watch_id, article.article_id, article.revision_id)


def _seconds(article: ArticleRef) -> int:
    return int(article.found_at.timestamp())


def _pending_without(story: Story, article: ArticleRef) -> tuple[Evidence, ...]:
    gone = (article.article_id, article.feed_id)
    return tuple(proof for proof in story.pending if (proof.article.article_id, proof.article.feed_id) != gone)
