from __future__ import annotations

import pytest
from hypothesis import given

from tests.builders import a_mention, a_watchlist, an_entity
from tests.unit.wiretext.tagging.models import FixedTagger, a_model
from tests.unit.wiretext.texts import messy, unhurried
from wirealert import counted
from wirekit.contracts import Watchlist, Zone
from wirekit.contracts.text import composed
from wiretext import Enricher
from wiretext import unknown as module
from wiretext.tagging import Passage, Tag
from wiretext.tagging.engine import PLAIN
from wiretext.tagging.passage import Range
from wiretext.tagging.perceptron import Perceptron
from wiretext.unknown import METHOD, MOST, unknown

TEXT = "\n\nAnna Berg met Otto Lind in Oslo.\n\nRead more: Ole Vik at sea"
ANNA = an_entity("Anna Berg")


def a_tag(surface: str, kind: str = "person", text: str = TEXT) -> Tag:
    start = text.index(surface)
    return Tag(start, start + len(surface), kind, 0.8)


def enriched(*tags: Tag, watchlist: Watchlist | None = None) -> list[tuple[str, str | None, str, str]]:
    enricher = Enricher(watchlist or Watchlist(entities=(ANNA,)), tagger=FixedTagger(*tags))
    article = enricher.enrich_text("art_1", "", TEXT[2:])
    return [(mention.surface, mention.entity_id, mention.method, mention.zone) for mention in article.mentions]


def test_a_name_that_nobody_watches_is_a_mention_without_an_entity() -> None:
    assert enriched(a_tag("Oslo", "place"), a_tag("Otto Lind")) == [
        ("Anna Berg", "anna-berg", "full", "lead"),
        ("Otto Lind", None, METHOD, "lead"),
        ("Oslo", None, METHOD, "lead"),
    ]


@pytest.mark.parametrize("surface", ["Anna Berg", "Anna", "Berg", "Berg met", "Anna Berg met Otto Lind"])
def test_the_watch_list_wins_over_what_meets_its_mention(surface: str) -> None:
    assert enriched(a_tag(surface)) == [("Anna Berg", "anna-berg", "full", "lead")]


def test_a_name_in_boilerplate_says_so() -> None:
    assert enriched(a_tag("Ole Vik"))[-1] == ("Ole Vik", None, METHOD, "boilerplate")


def test_a_tag_goes_on_to_the_last_mark_on_its_last_letter_and_has_a_letter() -> None:
    text = "\n\nThen Ola Olo\u0323\u0301 spoke of \u0301\u0301."
    tagger = FixedTagger(a_tag("Ola Olo", text=text), a_tag("\u0301\u0301.", "organization", text=text))
    article = Enricher(Watchlist(entities=(ANNA,)), tagger=tagger).enrich_text("art_1", "", text[2:])

    assert [mention.surface for mention in article.mentions] == [composed("Ola Olo\u0323\u0301")]


def test_of_two_tags_that_meet_the_first_and_longer_stays() -> None:
    found = enriched(a_tag("Otto"), a_tag("Otto Lind"), a_tag("Lind in Oslo"), a_tag("Oslo", "place"))

    assert [surface for surface, *_ in found] == ["Anna Berg", "Otto Lind", "Oslo"]


@pytest.mark.parametrize(
    "tag",
    [
        Tag(-3, 4, "person", 1.0), Tag(5, 5, "person", 1.0), Tag(9, 4, "person", 1.0), Tag(20, 10_000, "person", 1.0),
        Tag(0, 4, "person", 1.0), Tag(11, 16, "person", 1.0), Tag(29, 33, "date", 1.0),
    ],
)  # fmt: skip
def test_what_is_no_name_of_ours_is_left_out(tag: Tag) -> None:
    assert unknown(FixedTagger(tag), Passage(TEXT, (), "en", "Latn"), (), ()) == ()


def test_a_confidence_beyond_the_scale_is_brought_back_to_it() -> None:
    zones = (Zone(start=2, end=34, kind="lead"),)
    tags = [Tag(2, 11, "person", 7.0), Tag(16, 25, "person", -1.0)]

    found = unknown(FixedTagger(*tags), Passage(TEXT, (), "en", "Latn"), (), zones)

    assert [mention.confidence for mention in found] == [1.0, 0.0]


def test_of_names_without_end_the_first_are_told() -> None:
    text = "\n\n" + "Otto met. " * 1_000
    tags = [Tag(2 + 10 * number, 6 + 10 * number, "person", 0.9) for number in range(1_000)]

    found = unknown(FixedTagger(*tags), Passage(text, (), "en", "Latn"), (), (Zone(start=2, end=10_000, kind="lead"),))

    assert len(found) == MOST
    assert found[0].start == 2


def test_a_name_that_a_tagger_found_never_counts_for_a_watch() -> None:
    article = Enricher(Watchlist(), tagger=FixedTagger(a_tag("Anna Berg"))).enrich_text("art_1", "", TEXT[2:])

    assert [mention.surface for mention in article.mentions] == ["Anna Berg"]
    assert counted(article) == ()


def test_an_article_says_which_tagger_read_it() -> None:
    article = Enricher(a_watchlist(), tagger=FixedTagger()).enrich_text("art_1", "", "x")

    assert article.enricher.models["tagger"] == "fixed-1"
    assert "tagger" not in Enricher(a_watchlist()).enrich_text("art_1", "", "x").enricher.models


CHANCE = Enricher(Watchlist(entities=(ANNA,)), tagger=Perceptron(a_model(), PLAIN))
PLAIN_ENRICHER = Enricher(Watchlist(entities=(ANNA,)))


@unhurried
@given(messy, messy)
def test_mentions_never_meet_and_lead_back_to_their_words(title: str, text: str) -> None:
    article = CHANCE.enrich_text("art_1", title, text)

    ends = [0, *(mention.end for mention in article.mentions)]
    assert all(end <= mention.start for end, mention in zip(ends, article.mentions, strict=False))
    for mention in article.mentions:
        assert article.full_text[mention.start : mention.end] == mention.surface == mention.surface.strip()


@unhurried
@given(messy, messy)
def test_what_the_watch_list_finds_is_the_same_with_a_tagger(title: str, text: str) -> None:
    watched = [m for m in CHANCE.enrich_text("art_1", title, text).mentions if m.method != METHOD]

    assert watched == list(PLAIN_ENRICHER.enrich_text("art_1", title, text).mentions)


def test_a_megabyte_is_read_by_its_beginning() -> None:
    text = "Anna Berg met Ida Holm at a table near Riga while ships left for Bergen. " * 16_000

    article = CHANCE.enrich_text("art_1", "", text)

    tagged = [mention for mention in article.mentions if mention.method == METHOD]
    assert 0 < len(tagged) <= MOST
    assert len(tagged) < len(article.mentions)


@pytest.mark.parametrize(
    ("longest", "text", "sentences"),
    [
        (99, "Otto met. Anna sang.", ((0, 9), (10, 20))),
        (12, "Otto met. An", ((0, 9), (10, 12))),
        (10, "Otto met. ", ((0, 9),)),
    ],
)
def test_a_tagger_is_given_the_beginning_of_a_long_text_and_what_of_its_sentences_lies_in_it(
    longest: int, text: str, sentences: tuple[Range, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONGEST", longest)
    tagger = FixedTagger()

    unknown(tagger, Passage("Otto met. Anna sang.", ((0, 9), (10, 20)), "en", "Latn"), (), ())

    assert tagger.asked == [Passage(text, sentences, "en", "Latn")]


def test_what_is_known_may_be_ambiguous_and_wins_all_the_same() -> None:
    known = (a_mention("Anna Berg", TEXT, entity_id=None, candidates=("a", "b")),)

    assert unknown(FixedTagger(a_tag("Berg")), Passage(TEXT, (), "en", "Latn"), known, ()) == ()
