from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_raw_article, a_watchlist, an_entity, an_instant
from tests.unit.wiretext.texts import messy, unhurried
from wirekit.contracts import EnrichedArticle, Entity, Mention, Watchlist
from wiretext import Composition, Enricher

ANNA = an_entity("Anna Berg", names=("Анна Берг", "安娜·贝里", "أنا برغ"))
OTTO = an_entity("Otto Lind")
PAIR = Watchlist(number=7, entities=(ANNA, OTTO))
SEED = Path(__file__).parents[4] / "shared" / "seed" / "kompas-kim-shoigu.id.txt"


def mentions_of(text: str, *entities: Entity, title: str = "") -> tuple[Mention, ...]:
    return Enricher(Watchlist(entities=entities)).enrich_text("art_1", title, text).mentions


def found(text: str, *entities: Entity, title: str = "") -> list[tuple[str | None, str, str]]:
    mentions = mentions_of(text, *entities, title=title)
    return [(mention.entity_id, mention.surface, mention.method) for mention in mentions]


def test_an_article_keeps_what_it_was_and_says_what_made_it() -> None:
    raw = a_raw_article(revision=2, ingest_mode="backfill")

    article = Enricher(a_watchlist(), version="9").enrich(raw, enriched_at=an_instant(5))

    kept = ("article_id", "revision", "revision_id", "feed_id", "source", "url", "canonical_url", "published_at")
    assert [getattr(article, name) for name in kept] == [getattr(raw, name) for name in kept]
    assert (article.ingest_mode, article.found_at, article.enriched_at) == ("backfill", raw.found_at, an_instant(5))
    assert article.text == "Ana Brodie met Tomas Ilk in the harbour.\n\nThe talks lasted two hours."
    assert (article.enricher.version, article.enricher.watchlist_revision) == ("9", 3)
    assert {"language", "topics", "fingerprint"} <= set(article.enricher.models)


def test_a_full_name_in_the_title_lends_itself_to_a_short_one_in_the_text() -> None:
    assert found("Berg left.", ANNA, title="Anna Berg came") == [
        ("anna-berg", "Anna Berg", "full"),
        ("anna-berg", "Berg", "short"),
    ]


def test_a_short_name_alone_names_a_candidate_and_no_entity() -> None:
    (mention,) = mentions_of("We saw Berg there.", ANNA)

    assert (mention.entity_id, mention.candidates, mention.method) == (None, ("anna-berg",), "bare")
    assert mention.confidence < 0.5


def test_a_full_name_in_boilerplate_lends_nothing_to_a_short_one() -> None:
    mentions = mentions_of("We saw Berg there.\n\nRead more: Anna Berg at sea", ANNA)

    assert [(mention.method, mention.zone) for mention in mentions] == [("bare", "lead"), ("full", "boilerplate")]


def test_a_short_name_of_two_named_entities_is_ambiguous() -> None:
    other = an_entity("Ole Berg")

    mentions = mentions_of("Anna Berg met Ole Berg. Then Berg left.", ANNA, other)

    assert [mention.entity_id for mention in mentions] == ["anna-berg", "ole-berg", None]
    assert (mentions[2].candidates, mentions[2].method) == (("anna-berg", "ole-berg"), "ambiguous")
    assert mentions[2].confidence < 0.5


@pytest.mark.parametrize("zone_text", [("Anna Berg came", "", "title"), ("", "Anna Berg came.", "lead")])
def test_a_mention_knows_its_zone(zone_text: tuple[str, str, str]) -> None:
    title, text, zone = zone_text

    (mention,) = mentions_of(text, ANNA, title=title)

    assert mention.zone == zone


def holds(article: EnrichedArticle) -> None:
    """What is true of every enriched article."""
    full_text = article.full_text
    assert unicodedata.is_normalized("NFC", full_text)
    for mention in article.mentions:
        assert full_text[mention.start : mention.end] == mention.surface
        assert mention.surface.strip()
        assert (mention.entity_id is None) == bool(mention.candidates)
    starts = [mention.start for mention in article.mentions]
    assert starts == sorted(starts)
    for spans in (article.zones, article.paragraphs, article.sentences):
        assert all(0 <= span.start < span.end <= len(full_text) for span in spans)


@unhurried
@given(messy, messy)
def test_offsets_lead_back_to_the_words_whatever_the_text(title: str, text: str) -> None:
    holds(Enricher(PAIR).enrich_text("art_1", title, text))


@unhurried
@given(messy, st.sampled_from(["Anna Berg", "Анна Берг", "安娜·贝里"]))
def test_offsets_lead_back_into_the_text_as_given(noise: str, name: str) -> None:
    text = unicodedata.normalize("NFD", f"{noise}\n\n{name}\n\n{noise}")
    given_text = f"\n\n{text}"
    composition = Composition(given_text)

    for mention in Enricher(PAIR).enrich_text("art_1", "", text).mentions:
        start, end = composition.given(mention.start, mention.end)
        assert unicodedata.normalize("NFC", given_text[start:end]) == mention.surface


def test_a_megabyte_is_read() -> None:
    text = ("Anna Berg met Otto Lind in the harbour. " + "They talked of cranes and of the old harbour. " * 50) * 430

    article = Enricher(PAIR).enrich_text("art_1", "Long", text)

    assert len(text) > 1_000_000
    assert len(article.mentions) == 860
    holds(article)


@pytest.mark.parametrize("text", ["", "\x00\x01\x02", "\u202e\u200f", "\n" * 1000, "?" * 1000, "a" * 100_000, "\ud800"])
def test_odd_texts_are_read(text: str) -> None:
    holds(Enricher(PAIR).enrich_text("art_1", "", text))


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the project only where it is developed")
def test_the_seed_article_names_both_ministers_again_and_again() -> None:
    kim = Entity(id="kim", type="person", name="Kim Jong Un", names=("Kim Jong-un",), short={"Latn": ("Kim",)})
    shoigu = Entity(id="shoigu", type="person", name="Sergei Shoigu", short={"Latn": ("Shoigu",)})
    text = SEED.read_text("utf-8")

    article = Enricher(Watchlist(entities=(kim, shoigu))).enrich_text("art_1", "", text)

    holds(article)
    assert article.language.code == "id"
    assert article.topics != ()
    surfaces = {(mention.entity_id, mention.surface, mention.method) for mention in article.mentions}
    assert surfaces >= {
        ("kim", "Kim Jong Un", "full"),
        ("kim", "Kim", "short"),
        ("shoigu", "Sergei Shoigu", "full"),
        ("shoigu", "Shoigu", "short"),
    }
    related = text.index("Baca Juga:") + 2
    assert [zone.kind for zone in article.zones if zone.start == related] == ["boilerplate"]
    assert all(mention.zone != "boilerplate" for mention in article.mentions if mention.method == "short")
