"""Which of the places found are mentions, and of whom."""

from __future__ import annotations

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.matching.binding import bind, longest

ANNA = an_entity("Anna Berg")


def bound(text: str, *entities: Entity) -> list[tuple[str, str, tuple[int, ...]]]:
    """Words, method and entities of each mention; every full name lends itself to short ones."""
    reading = read(text)
    found = longest(hits_in(reading, *entities))
    return [(reading.surface(each.start, each.end), each.method, each.entities) for each in bind(found, found)]


def test_a_short_name_counts_beside_a_full_one_before_or_after() -> None:
    assert bound("Berg came. Later Anna Berg left.", ANNA) == [("Berg", "short", (0,)), ("Anna Berg", "full", (0,))]
    assert bound("Anna Berg came. Later Berg left.", ANNA)[1] == ("Berg", "short", (0,))


def test_only_a_full_name_that_is_licensed_lends_itself_to_short_ones() -> None:
    found = longest(hits_in(read("Anna Berg came. Later Berg left."), ANNA))

    assert [each.method for each in bind(found, [])] == ["full", "bare"]


def test_a_short_name_of_two_entities_means_the_one_that_is_named() -> None:
    assert bound("Anna Berg came. Then Berg left.", ANNA, an_entity("Ole Berg"))[1] == ("Berg", "short", (0,))


def test_two_entities_of_one_full_name_are_ambiguous() -> None:
    assert bound("Anna Berg came.", ANNA, an_entity("Anna Berg", id="twin")) == [("Anna Berg", "ambiguous", (0, 1))]


def test_of_names_that_meet_the_longest_stands() -> None:
    assert bound("Anna Berg Olsen sang.", ANNA, an_entity("Anna Berg Olsen")) == [("Anna Berg Olsen", "full", (1,))]


def test_a_longer_name_on_the_not_list_is_no_mention() -> None:
    entity = an_entity("Anna Berg", **{"not": ("Anna Berg Olsen",)})

    assert bound("Anna Berg Olsen sang.", entity) == []
    assert bound("Anna Berg Olsen sang for Anna Berg.", entity) == [("Anna Berg", "full", (0,))]


def test_a_full_name_goes_before_a_short_one_with_a_title_that_runs_over_its_end() -> None:
    entity = an_entity(
        "Tor Lam", names=("トー・ラム", "또 럼"), short={"Jpan": ("ラム書記長",), "Hang": ("럼 서기장",)}
    )

    assert bound("トー・ラム書記長は笑った。", entity) == [("トー・ラム", "full", (0,))]
    assert bound("또 럼 서기장은 웃었다.", entity) == [("또 럼", "full", (0,))]
    assert [each[1] for each in bound("トー・ラムは笑った。ラム書記長は歌った。", entity)] == ["full", "short"]


def test_a_short_name_beside_the_full_name_of_another_stays() -> None:
    short = an_entity("Tor Lund", short={"Latn": ("Berg Olsen",)})

    assert bound("Anna Berg Olsen sang.", ANNA, short) == [("Berg Olsen", "bare", (1,))]
