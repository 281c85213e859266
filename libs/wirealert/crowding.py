"""Decides what a row gives up that holds too many stories: details of the oldest first, then the oldest stories.

A thin story is still known by its articles and its wording, goes on, and is retracted as any other. Never judges which
story matters more.
"""

from __future__ import annotations

from collections.abc import Sequence

from wirealert.story import Story

STORIES_BYTES = 400 * 1024
THIN_MEMBERS = 5


def fitting(stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """*stories*, the latest last, within their budget: which are kept, and how; and which are forgotten.

    The latest is kept as it is, whatever its size.
    """
    kept, room = list(stories), STORIES_BYTES - sum(story.size for story in stories)
    for place, story in enumerate(stories[:-1]):
        if room >= 0:
            break
        if not is_thin(story):
            kept[place] = thinned(story)
            room += story.size - kept[place].size
    full = 0
    while room < 0 and full < len(kept) - 1:
        room, full = room + kept[full].size, full + 1
    return tuple(kept[full:]), tuple(kept[:full])


def is_thin(story: Story) -> bool:
    """Whether *story* has no details left to give up."""
    return not story.pending and len(story.sketches) <= 1 and len(story.members) <= THIN_MEMBERS


def thinned(story: Story) -> Story:
    """*story* without silenced evidence, with its first wording and its first articles; the others are counted."""
    cut = len(story.members[THIN_MEMBERS:])
    update = {"members": story.members[:THIN_MEMBERS], "unlisted": story.unlisted + cut, "pending": ()}
    return story.model_copy(update={**update, "sketches": story.sketches[:1]}).measured()
