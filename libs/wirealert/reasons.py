"""The reason code of every decision, and what it means. Codes are open strings on the wire; these are ours."""

from __future__ import annotations

NEW_STORY = "new_story"
REOPENED = "reopened"
COOLDOWN_OVER = "cooldown_over"
ARTICLE_LEFT = "article_left"
WORDING_REVISED = "wording_revised"
ALREADY_DECIDED = "already_decided"
OLDER_WORDING = "older_wording"
WATCH_DELETED = "watch_deleted"
BACKFILL = "backfill"
LANGUAGE = "language"
LANGUAGE_UNKNOWN = "language_unknown"
SOURCE = "source"
SOURCE_UNKNOWN = "source_unknown"
TOPIC = "topic"
OUT_OF_SCOPE = "out_of_scope"
DUPLICATE_ARTICLE = "duplicate_article"
SAME_STORY_IN_COOLDOWN = "same_story_in_cooldown"

REASONS = {
    NEW_STORY: "no open story of the watch tells the same",
    REOPENED: "the story was retracted, or long over, and is told again",
    COOLDOWN_OVER: "the open story goes on, and its cooldown is over",
    ARTICLE_LEFT: "a corrected article supports the story no longer; others do",
    WORDING_REVISED: "the feed delivered another wording that lacks the names; nothing else supports the story",
    ALREADY_DECIDED: "another copy of a record that was decided before",
    OLDER_WORDING: "the feed has delivered a newer wording of the article",
    WATCH_DELETED: "the watch is no longer in the watch list",
    BACKFILL: "from a feed's past, and the watch does not ask for that",
    LANGUAGE: "the watch takes other languages",
    LANGUAGE_UNKNOWN: "the watch takes certain languages, and the article's is unknown",
    SOURCE: "the watch leaves the source out, or takes others",
    SOURCE_UNKNOWN: "the watch takes certain sources, and the article names none",
    TOPIC: "the watch takes other topics",
    OUT_OF_SCOPE: "the names stand too far apart",
    DUPLICATE_ARTICLE: "the same article in the same wording through another feed",
    SAME_STORY_IN_COOLDOWN: "the story is open, and its cooldown runs",
}
"""What each code means, for readers. A retraction or a departure by a revised wording that a filter refuses has the
filter's code."""
