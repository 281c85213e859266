"""Decides what a change of the registry does to what is remembered of a feed. A removal is the caller's delete."""

from __future__ import annotations

import datetime as dt

from wirekit.contracts import FeedSpec, FeedState


def registered(state: FeedState | None, spec: FeedSpec, at: dt.datetime) -> FeedState | None:
    """The feed after *spec* was registered; None where that changes nothing.

    A changed feed is due at once and no longer gone. Another URL has other validators; what was delivered stays known.
    """
    if state is None:
        return FeedState(
            spec=spec, due_at=at, due_reason="registered", interval_seconds=spec.poll_every.min.total_seconds()
        )
    if state.spec == spec:
        return None
    changes = {"spec": spec, "due_at": at, "due_reason": "registry changed", "gone": False, "gone_since": None}
    if spec.url != state.spec.url:
        forgotten = ("etag", "last_modified", "body_sha256", "moved_to", "last_error", "last_status")
        changes |= dict.fromkeys(forgotten) | {"plain_only": False, "error_score": 0.0}
    return state.model_copy(update=changes)
