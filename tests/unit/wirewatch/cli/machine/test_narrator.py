from __future__ import annotations

from tests import builders
from wirekit.contracts import WatchRef
from wirewatch.cli.machine.narrator import MOST_TITLES, Narrator


def narrator() -> Narrator:
    told = Narrator()
    told.watch(builders.a_watchlist())
    told.register({"example", "other"})
    return told


def test_an_alert_is_told_with_the_title_and_its_evidence() -> None:
    lines = list(narrator().hear(builders.an_alert()))

    assert lines == [
        "ALERT opened · Brodie and Ilk · Ana Brodie + Tomas Ilk · “Harbour talks”",
        "      Example News (en): “Ana Brodie met Tomas Ilk in the harbour.”",
    ]


def test_names_that_the_watch_has_in_its_own_are_not_repeated() -> None:
    alert = builders.an_alert(watch=WatchRef(id="w", name="Ana Brodie and Tomas Ilk", revision=1))

    assert next(narrator().hear(alert)) == "ALERT opened · Ana Brodie and Tomas Ilk · “Harbour talks”"


def test_a_retraction_has_the_title_that_the_alert_had() -> None:
    told = narrator()
    retracted = builders.an_alert(kind="retracted", evidence=())

    list(told.hear(builders.an_alert()))

    assert list(told.hear(retracted)) == [
        "ALERT retracted · Brodie and Ilk · Ana Brodie + Tomas Ilk · “Harbour talks”",
    ]


def test_a_retraction_of_what_was_raised_before_the_start_or_long_ago_has_no_title() -> None:
    told = narrator()
    retracted = builders.an_alert(kind="retracted", evidence=(), watch=WatchRef(id="w", revision=1))
    before = list(told.hear(retracted))

    for number in range(MOST_TITLES + 1):
        list(told.hear(builders.an_alert(alert_id=str(number))))

    assert before == ["ALERT retracted · w · Ana Brodie + Tomas Ilk"]
    assert next(told.hear(retracted.model_copy(update={"alert_id": "1"}))).endswith("“Harbour talks”")
    assert next(told.hear(retracted.model_copy(update={"alert_id": "0"}))).endswith("Tomas Ilk")


def test_when_nothing_came_the_summary_counts_who_was_named() -> None:
    told = narrator()
    article = builders.an_article(mentions=(builders.a_mention("Ana Brodie"),))
    for message in (builders.a_feed_state(last_polled_at=builders.NOON, articles=1), article):
        list(told.hear(message))

    assert list(told.summary()) == [
        "since this start 1 of 2 feeds polled, 1 article enriched",
        "no alert for brodie-ilk yet: of 1 article, Ana Brodie in 1, Tomas Ilk in 0; never together",
    ]


def test_where_they_were_together_the_summary_blames_nobodys_names() -> None:
    told = narrator()
    article = builders.an_article(mentions=(builders.a_mention("Ana Brodie"), builders.a_mention("Tomas Ilk")))
    for message in (builders.a_feed_state(last_polled_at=builders.NOON), article):
        list(told.hear(message))

    assert list(told.summary())[1] == (
        "no alert for brodie-ilk yet: together in 1 of 1 article, on which the alerter has yet to decide"
    )


def test_what_was_read_before_a_watch_was_changed_says_nothing_of_it() -> None:
    told = narrator()
    article = builders.an_article(mentions=(builders.a_mention("Ana Brodie"),))
    for message in (builders.a_feed_state(last_polled_at=builders.NOON), article):
        list(told.hear(message))
    told.watch(builders.a_watchlist(builders.a_watch(scope="sentence")))
    fresh = list(told.summary())[1]
    list(told.hear(article))

    assert fresh == "no alert for brodie-ilk yet: no article was enriched since it was applied"
    assert "of 1 article, Ana Brodie in 1, Tomas Ilk in 0" in list(told.summary())[1]


def test_a_name_in_a_line_of_links_or_a_doubtful_one_is_not_counted() -> None:
    told = narrator()
    linked = builders.an_article(mentions=(builders.a_mention("Ana Brodie", zone="boilerplate"),))
    unsure = builders.an_article(mentions=(builders.a_mention("Ana Brodie", confidence=0.4),))
    for message in (builders.a_feed_state(last_polled_at=builders.NOON), linked, unsure):
        list(told.hear(message))

    assert "Ana Brodie in 0" in list(told.summary())[1]


def test_a_suppressed_candidate_is_the_reason_that_the_summary_gives() -> None:
    told = narrator()
    list(told.hear(builders.a_feed_state(last_polled_at=builders.NOON)))

    (line,) = told.hear(builders.a_suppressed_alert())

    assert line.startswith("no alert (brodie-ilk): the story is open, and its cooldown runs until 2026-03-02 18:00Z")
    assert line.endswith(', "Harbour talks"')
    assert list(told.summary())[1] == "no alert for brodie-ilk yet: 1 suppressed (same_story_in_cooldown)"


def test_back_fill_that_was_not_alerted_is_said() -> None:
    state = builders.a_feed_state(last_polled_at=builders.NOON, articles=14, backfilled=12)

    assert list(narrator().hear(state)) == [
        "feed example was read: 14 articles so far, 12 items of back-fill not alerted",
    ]


def test_a_feed_that_fails_is_told_once_with_its_next_try() -> None:
    told = narrator()
    state = builders.a_feed_state(last_polled_at=builders.NOON, last_error="dns: no such host", due_at=builders.NOON)

    assert list(told.hear(state)) == [
        "feed example could not be read: dns: no such host; next try 2026-03-02 12:00:00 UTC",
    ]
    assert list(told.hear(state)) == []
    assert next(told.summary()) == "since this start 1 of 2 feeds polled, 1 of them cannot be read, 0 articles enriched"


def test_a_feed_that_was_registered_but_not_polled_counts_as_not_polled() -> None:
    told = narrator()
    list(told.hear(builders.a_feed_state()))

    assert list(told.summary()) == [
        "since this start 0 of 2 feeds polled, 0 articles enriched",
        "no alert for brodie-ilk yet: no article was enriched since this start",
    ]


def test_a_newsroom_without_feeds_is_told_where_to_name_some() -> None:
    assert list(Narrator().summary()) == ["there are no feeds: name some in feeds.yaml, then `wirewatch apply`"]


def test_a_watch_that_was_applied_meanwhile_is_summed_up_and_a_removed_one_is_not() -> None:
    told = narrator()
    told.watch(builders.a_watchlist(builders.a_watch(id="other")))

    assert [line.partition(":")[0] for line in told.summary()][1:] == ["no alert for other yet"]
