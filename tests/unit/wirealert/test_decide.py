from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.builders import a_watch, a_watchlist, an_evidence, an_instant
from tests.sightings import HOUR, seen, sighted
from wirealert import REASONS, Decision, Watches, WatchRow, decide
from wirealert.raising import MAX_ALERT
from wirekit.contracts import AlertRaised, AlertSuppressed, Candidate, TextQuote, Watch, ids

PAIR = a_watch()


def fold(*candidates: Candidate, watch: Watch = PAIR) -> list[Decision]:
    """What each of *candidates*, which lie at offsets 0, 1, …, gives."""
    watches, row, given = Watches.of(a_watchlist(watch)), None, []
    for offset, candidate in enumerate(candidates):
        row, (decision,) = decide(watches, row, candidate, offset)
        given.append(decision)
    return given


def words(given: list[Decision]) -> list[str]:
    return [decision.kind if isinstance(decision, AlertRaised) else decision.reason for decision in given]


def raised(decision: Decision) -> AlertRaised:
    assert isinstance(decision, AlertRaised)
    return decision


def test_the_first_article_opens_an_alert_that_says_everything() -> None:
    candidate = seen(sighted())

    alert = raised(fold(candidate)[0])

    story = ids.story_id("brodie-ilk", "art_a", "rev_w")
    assert (ids.alert_id("brodie-ilk", story, 1), 1, "opened", "new_story") == (
        alert.alert_id,
        alert.revision,
        alert.kind,
        alert.reason,
    )
    assert [entity.name for entity in alert.pair] == ["Ana Brodie", "Tomas Ilk"]
    assert (alert.severity.text, alert.severity.number) == ("medium", 2)
    assert (story, 1, ("f1.example",), ("en",)) == (
        alert.story.id,
        alert.story.articles,
        alert.story.sources,
        alert.story.languages,
    )
    assert (candidate.evidence, ("desk-1",)) == (alert.evidence, alert.notify)
    assert (candidate.article.published_at, candidate.found_at, candidate.enriched_at, candidate.matched_at) == (
        alert.latency.published,
        alert.latency.found,
        alert.latency.enriched,
        alert.latency.matched,
    )
    assert (None, None, candidate.article.url) == (alert.latency.raised, alert.links.console, alert.links.article)
    assert (candidate.found_at, 1) == (alert.coverage.since, alert.coverage.candidates)


def test_a_scope_of_a_later_version_is_no_obstacle() -> None:
    assert words(fold(seen(sighted(), scope="chapter"))) == ["opened"]


def test_a_syndicated_copy_within_the_cooldown_is_silent_and_names_the_alert() -> None:
    opened, silent = fold(seen(sighted("a")), seen(sighted("b", "f2", at=60)))

    assert isinstance(silent, AlertSuppressed)
    assert ("same_story_in_cooldown", opened.alert_id) == (silent.reason, silent.alert_id)
    assert silent.detail.endswith("until 2026-03-02 18:00Z")


def test_another_story_always_opens_whatever_the_cooldown() -> None:
    watch = a_watch(story={"cooldown": "30d"})

    given = fold(seen(sighted("a"), "one"), seen(sighted("b", wording="x", at=1), "two"), watch=watch)

    assert words(given) == ["opened", "opened"]
    assert len({decision.alert_id for decision in given}) == 2


def test_after_the_cooldown_a_further_article_updates_the_alert() -> None:
    opened, updated = map(raised, fold(seen(sighted("a")), seen(sighted("b", "f2", wording="x", at=6 * HOUR))))

    assert (updated.kind, updated.reason, updated.revision) == ("updated", "cooldown_over", 2)
    assert opened.alert_id == updated.alert_id
    assert (updated.story.articles, updated.story.sources) == (2, ("f1.example", "f2.example"))


def test_an_update_shows_what_the_cooldown_silenced_after_its_own_evidence_and_only_once() -> None:
    given = fold(
        seen(sighted("a")),
        seen(sighted("b", wording="w1", at=1 * HOUR)),
        seen(sighted("c", wording="w2", at=6 * HOUR)),
        seen(sighted("d", wording="w3", at=12 * HOUR)),
    )

    assert words(given) == ["opened", "same_story_in_cooldown", "updated", "updated"]
    assert [proof.article.article_id for proof in raised(given[2]).evidence] == ["art_c", "art_b"]
    assert [proof.article.article_id for proof in raised(given[3]).evidence] == ["art_d"]


def test_an_update_shows_only_the_last_wording_of_a_page_that_the_cooldown_silenced() -> None:
    given = fold(
        seen(sighted("a")),
        seen(sighted("b", wording="w1", at=1 * HOUR)),
        seen(sighted("b", wording="w2", revision=2, at=2 * HOUR)),
        seen(sighted("c", wording="w3", at=6 * HOUR)),
    )

    assert [proof.article.revision_id for proof in raised(given[3]).evidence] == ["rev_w3", "rev_w2"]


def test_the_cooldown_starts_anew_with_each_update() -> None:
    given = fold(*(seen(sighted(str(n), wording=str(n), at=n * 4 * HOUR)) for n in range(5)))

    assert words(given) == ["opened", "same_story_in_cooldown", "updated", "same_story_in_cooldown", "updated"]


def test_without_cooldown_every_further_article_updates() -> None:
    given = fold(seen(sighted("a")), seen(sighted("b", wording="x")), watch=a_watch(story={"cooldown": "0s"}))

    assert words(given) == ["opened", "updated"]


@pytest.mark.parametrize("at", [60, 7 * HOUR])
def test_the_same_article_through_another_feed_is_a_duplicate_at_any_time(at: float) -> None:
    opened, silent = fold(seen(sighted(feed="f1")), seen(sighted(feed="f2", at=at)))

    assert isinstance(silent, AlertSuppressed)
    assert ("duplicate_article", opened.alert_id) == (silent.reason, silent.alert_id)


def test_the_same_article_in_other_words_through_another_feed_belongs_to_its_story() -> None:
    given = fold(
        seen(sighted(feed="f1"), "one"),
        seen(sighted(feed="f2", wording="x", at=60), "two"),
        seen(sighted(feed="f3", wording="y", at=6 * HOUR), "three"),
    )

    assert words(given) == ["opened", "same_story_in_cooldown", "updated"]
    assert (raised(given[2]).story.articles, len(raised(given[2]).story.sources)) == (1, 3)


def test_another_feeds_sighting_is_decided_on_its_own_text() -> None:
    given = fold(seen(sighted(feed="f1"), in_scope=False), seen(sighted(feed="f2", at=60)))

    assert words(given) == ["out_of_scope", "opened"]


def test_a_live_page_with_many_wordings_updates_once_a_cooldown() -> None:
    given = fold(*(seen(sighted(wording=str(n), revision=n + 1, at=n * 600)) for n in range(100)))

    assert words(given).count("opened") == 1
    assert words(given).count("updated") == 2
    assert words(given).count("same_story_in_cooldown") == 97


def test_an_undated_clock_goes_by_found_at_and_never_back() -> None:
    given = fold(
        seen(sighted("a", at=0)), seen(sighted("b", wording="x", at=6 * HOUR)), seen(sighted("c", wording="y", at=60))
    )

    assert words(given) == ["opened", "updated", "same_story_in_cooldown"]


@pytest.mark.parametrize(
    ("candidates", "watch", "expected"),
    [
        pytest.param([seen(sighted()), seen(sighted())], {}, "already_decided", id="another copy of the record"),
        pytest.param(
            [seen(sighted(revision=3, at=9)), seen(sighted(wording="x", revision=2, at=3))],
            {},
            "older_wording",
            id="a wording that was overtaken",
        ),
        pytest.param([seen(sighted())], {"id": "other"}, "watch_deleted", id="the watch is gone"),
        pytest.param([seen(sighted(ingest_mode="backfill"))], {}, "backfill", id="back-fill"),
        pytest.param([seen(sighted())], {"languages": ("ko",)}, "language", id="language"),
        pytest.param(
            [seen(sighted(language="und"))], {"languages": ("ko",)}, "language_unknown", id="language unknown"
        ),
        pytest.param([seen(sighted())], {"sources": {"exclude": ("f1.example",)}}, "source", id="source"),
        pytest.param(
            [seen(sighted(source=None))], {"sources": {"include": ("x.example",)}}, "source_unknown", id="no source"
        ),
        pytest.param([seen(sighted())], {"topics": ("medtop:15000000",)}, "topic", id="topic"),
        pytest.param([seen(sighted(), in_scope=False)], {}, "out_of_scope", id="scope"),
        pytest.param([seen(sighted()), seen(sighted(feed="f2"))], {}, "duplicate_article", id="same article"),
        pytest.param([seen(sighted()), seen(sighted("b"))], {}, "same_story_in_cooldown", id="same story"),
    ],
)
def test_every_silence_has_a_reason_and_a_sentence(
    candidates: list[Candidate], watch: dict[str, Any], expected: str
) -> None:
    silent = fold(*candidates, watch=a_watch(**watch))[-1]

    assert isinstance(silent, AlertSuppressed)
    assert expected == silent.reason
    assert expected in REASONS
    assert silent.detail
    assert (candidates[-1].article, candidates[-1].entities, 3) == (
        silent.article,
        silent.entities,
        silent.watchlist_revision,
    )


def test_a_decision_taken_before_the_watch_changed_is_repeated_as_it_was() -> None:
    before = Watches.of(a_watchlist(a_watch(severity="high"), number=3))
    after = Watches.of(a_watchlist(a_watch(severity="low", languages=("ko",)), number=4))
    row, first = decide(before, None, seen(sighted()), 7)

    assert (row, first) == decide(after, row, seen(sighted()), 7)


def test_a_decision_that_the_row_has_forgotten_is_not_taken_again() -> None:
    watches = Watches.of(a_watchlist(PAIR))
    row: WatchRow | None = None
    for offset in range(400):
        row, _ = decide(watches, row, seen(sighted(str(offset), wording=str(offset)), str(offset)), offset)

    assert (row, ()) == decide(watches, row, seen(sighted("0", wording="0"), "0"), 0)


def test_a_wording_refused_once_is_decided_anew_only_as_a_new_wording() -> None:
    given = fold(
        seen(sighted(), in_scope=False),
        seen(sighted(wording="x", revision=2, at=60)),
    )

    assert words(given) == ["out_of_scope", "opened"]


def test_an_alert_stays_within_its_bound_by_leaving_the_last_sentences_out() -> None:
    long = [an_evidence(quote=TextQuote(exact="\x01" * 3000), sentence=str(n)) for n in range(5)]

    alert = raised(fold(seen(sighted(), evidence=tuple(long)))[0])

    assert len(alert.to_json()) <= MAX_ALERT
    assert [proof.sentence for proof in alert.evidence] == ["0", "1", "2"]


def test_a_copy_that_comes_when_the_story_is_over_is_still_a_duplicate() -> None:
    given = fold(seen(sighted(feed="f1")), seen(sighted(feed="f2", at=100 * HOUR)))

    assert words(given) == ["opened", "duplicate_article"]


def test_a_page_that_tells_something_new_after_a_long_pause_opens_another_story() -> None:
    given = fold(
        seen(sighted(wording="w1"), "s"),
        seen(sighted(wording="w2", revision=2, at=100 * HOUR), "t"),
        seen(sighted("copy", "f2", wording="w2", at=101 * HOUR), "t"),
    )

    assert words(given) == ["opened", "opened", "same_story_in_cooldown"]
    assert given[0].alert_id != given[1].alert_id == given[2].alert_id


def test_a_page_that_says_again_what_opened_a_closed_story_opens_it_under_another_alert_id() -> None:
    given = fold(
        seen(sighted(wording="w1")),
        seen(sighted(wording="w2", revision=2, at=60)),
        seen(sighted(wording="w1", revision=3, at=100 * HOUR)),
    )

    assert words(given) == ["opened", "same_story_in_cooldown", "opened"]
    assert (raised(given[2]).reason, raised(given[2]).revision) == ("reopened", 1)
    assert given[0].alert_id != given[2].alert_id


def test_a_story_that_paused_for_longer_than_it_stays_open_opens_anew() -> None:
    pause = dt.timedelta(hours=49).total_seconds()

    given = fold(seen(sighted("a")), seen(sighted("b", wording="x", at=pause)))

    assert words(given) == ["opened", "opened"]
    assert an_instant(pause) == raised(given[1]).story.first_seen
