from __future__ import annotations

from tests.builders import a_watch, a_watchlist
from tests.sightings import HOUR, corrected, seen, sighted
from wirealert import Decision, Watches, WatchRow, decide, holds, retract
from wirekit.contracts import AlertRaised, AlertSuppressed, ArticleRevised, Candidate, Watch

WATCHES = Watches.of(a_watchlist())
Cause = Candidate | ArticleRevised


def fold(*causes: Cause, watch: Watch | None = None) -> tuple[WatchRow, list[tuple[Decision, ...]]]:
    """The row after *causes*, which lie at offsets 0, 1, …, and what each of them gave."""
    watches = Watches.of(a_watchlist(watch)) if watch else WATCHES
    row, given = None, []
    for offset, cause in enumerate(causes):
        if isinstance(cause, Candidate):
            row, decisions = decide(watches, row, cause, offset)
        else:
            assert row is not None
            row, decisions = retract(watches, row, cause, offset)
        given.append(decisions)
    assert row is not None
    return row, given


def kinds(given: list[tuple[Decision, ...]]) -> list[list[str]]:
    return [[d.kind if isinstance(d, AlertRaised) else d.reason for d in decisions] for decisions in given]


def test_a_correction_without_the_names_retracts_the_alert() -> None:
    _, given = fold(seen(sighted()), corrected(sighted(wording="w2", revision=2, at=60)))

    (opened,), (retracted,) = given
    assert isinstance(opened, AlertRaised)
    assert isinstance(retracted, AlertRaised)
    assert (retracted.kind, retracted.reason, retracted.revision) == ("retracted", "wording_revised", 2)
    assert opened.alert_id == retracted.alert_id
    assert (opened.notify, opened.pair) == (retracted.notify, retracted.pair)
    assert (retracted.story.articles, retracted.evidence) == (0, ())


def test_a_new_wording_that_was_a_candidate_is_not_retracted() -> None:
    revised = sighted(wording="w2", revision=2, at=60)

    _, given = fold(seen(sighted()), seen(revised), corrected(revised))

    assert kinds(given) == [["opened"], ["same_story_in_cooldown"], []]


def test_a_feed_does_not_correct_what_another_feed_delivered() -> None:
    _, given = fold(seen(sighted(feed="f1")), corrected(sighted(feed="f2", wording="w2", revision=2, at=60)))

    assert kinds(given) == [["opened"], []]


def test_a_correction_of_one_sighting_leaves_the_story_to_the_other_with_an_update() -> None:
    _, given = fold(
        seen(sighted(feed="f1")),
        seen(sighted(feed="f2", at=30)),
        corrected(sighted(feed="f1", wording="w2", revision=2, at=60)),
    )

    (updated,) = given[-1]
    assert isinstance(updated, AlertRaised)
    assert (updated.kind, updated.reason, updated.revision) == ("updated", "article_left", 2)
    assert (updated.story.articles, updated.story.sources) == (1, ("f2.example",))


def test_the_last_article_to_leave_retracts() -> None:
    _, given = fold(
        seen(sighted("a")),
        seen(sighted("b", wording="w1", at=30)),
        corrected(sighted("a", wording="w2", revision=2, at=60)),
        corrected(sighted("b", wording="w3", revision=2, at=90)),
    )

    assert [kinds(given)[-2][0], kinds(given)[-1][0]] == ["updated", "retracted"]


def test_a_new_wording_that_the_filters_refuse_retracts_with_their_reason() -> None:
    revised = seen(sighted(wording="w2", revision=2, at=60), scope="article", in_scope=False)

    _, given = fold(seen(sighted()), revised, corrected(revised.article))

    (retracted,) = given[1]
    assert isinstance(retracted, AlertRaised)
    assert (retracted.kind, retracted.reason) == ("retracted", "out_of_scope")
    assert given[2] == ()


def test_a_story_whose_names_come_back_is_opened_again_under_another_alert_id() -> None:
    _, given = fold(
        seen(sighted(wording="w1")),
        corrected(sighted(wording="w2", revision=2, at=60)),
        seen(sighted(wording="w1", revision=3, at=120)),
    )

    opened, again = given[0][0], given[2][0]
    assert isinstance(opened, AlertRaised)
    assert isinstance(again, AlertRaised)
    assert (again.kind, again.reason, again.revision) == ("opened", "reopened", 1)
    assert opened.alert_id != again.alert_id
    assert opened.story.id == again.story.id


def test_every_opening_of_a_story_has_an_alert_id_of_its_own() -> None:
    flips = [
        seen(sighted(wording="w", revision=n + 1, at=n * 60))
        if n % 2 == 0
        else corrected(sighted(wording="x", revision=n + 1, at=n * 60))
        for n in range(6)
    ]

    _, given = fold(*flips)

    assert kinds(given) == [["opened"], ["retracted"]] * 3
    assert len({decision.alert_id for (decision,) in given}) == 3


def test_a_story_without_fingerprint_is_opened_again_too() -> None:
    _, given = fold(
        seen(sighted(), None),
        corrected(sighted(wording="w2", revision=2, at=60)),
        seen(sighted(revision=3, at=120), None),
    )

    assert kinds(given) == [["opened"], ["retracted"], ["opened"]]
    assert len({given[0][0].alert_id, given[2][0].alert_id}) == 2


def test_another_copy_of_the_correction_retracts_nothing_more() -> None:
    revised = corrected(sighted(wording="w2", revision=2, at=60))

    _, given = fold(seen(sighted()), revised, revised)

    assert kinds(given) == [["opened"], ["retracted"], []]


def test_a_correction_that_is_replayed_repeats_the_retraction() -> None:
    revised = corrected(sighted(wording="w2", revision=2, at=60))
    row, given = fold(seen(sighted()), revised, seen(sighted("b", wording="b", at=90), "b"))

    assert (row, given[1]) == retract(WATCHES, row, revised, 1)


def test_a_correction_passes_over_the_cooldown_and_does_not_start_it_anew() -> None:
    watch = a_watch(story={"cooldown": "6h"})
    _, given = fold(
        seen(sighted("a")),
        seen(sighted("b", wording="w1", at=5 * HOUR)),
        corrected(sighted("a", wording="w2", revision=2, at=5.5 * HOUR)),
        seen(sighted("c", wording="w3", at=6.5 * HOUR)),
        watch=watch,
    )

    assert kinds(given) == [["opened"], ["same_story_in_cooldown"], ["updated"], ["updated"]]


def test_a_feed_that_lost_its_count_is_followed_by_time() -> None:
    _, given = fold(seen(sighted(revision=5)), corrected(sighted(wording="w2", revision=2, at=60)))

    assert kinds(given) == [["opened"], ["retracted"]]


def test_a_correction_that_comes_when_the_story_is_long_over_still_retracts() -> None:
    _, given = fold(
        seen(sighted()),
        seen(sighted("b", wording="b", at=200 * HOUR), "b"),
        corrected(sighted(wording="w2", revision=2, at=201 * HOUR)),
    )

    assert kinds(given)[2] == ["retracted"]
    assert given[2][0].alert_id == given[0][0].alert_id


def test_a_correction_for_a_deleted_watch_is_silent_with_a_reason() -> None:
    row, _ = decide(WATCHES, None, seen(sighted()), 0)
    others = Watches.of(a_watchlist(a_watch(id="other")))

    _, (decision,) = retract(others, row, corrected(sighted(wording="w2", revision=2, at=60)), 1)

    assert isinstance(decision, AlertSuppressed)
    assert (decision.reason, decision.entities) == ("watch_deleted", ())


def test_a_row_that_holds_an_article_shows_it_in_its_bytes() -> None:
    row, _ = decide(WATCHES, None, seen(sighted()), 0)

    assert holds(row.to_json(), "art_a")
    assert not holds(row.to_json(), "art_b")
