from __future__ import annotations

from typing import Any

from tests.articles import written
from tests.builders import a_watch
from wirealert.counting import counted
from wirealert.evidence import MAX_SENTENCE, Setting, evidence
from wirealert.matching import meet, reference
from wirekit.contracts import EnrichedArticle, Evidence


def proofs(article: EnrichedArticle, **watch: Any) -> tuple[Evidence, ...]:
    meeting = meet(a_watch(**watch), article, counted(article))
    assert meeting is not None
    return evidence(meeting.watch, Setting(article, reference(article), None), meeting.close)


def test_every_sentence_with_both_names_is_evidence_and_others_are_not() -> None:
    article = written("Ana Brodie met Tomas Ilk. Ana Brodie spoke. Later Tomas Ilk thanked Ana Brodie.", "Harbour")

    found = proofs(article)

    assert [proof.sentence for proof in found] == ["Ana Brodie met Tomas Ilk.", "Later Tomas Ilk thanked Ana Brodie."]
    assert {"sentence"} == {proof.scope for proof in found}


def test_without_a_common_sentence_the_best_sentence_of_each_entity_is_evidence() -> None:
    article = written("Ana Brodie spoke. Rain fell. Ana Brodie left.\n\nTomas Ilk stayed.")

    found = proofs(article)

    assert [proof.sentence for proof in found] == ["Ana Brodie spoke.", "Tomas Ilk stayed."]
    assert {"article"} == {proof.scope for proof in found}


def test_the_surer_mention_is_the_better_sentence() -> None:
    article = written("Ana Brodie spoke. Ana Brodie left.\n\nTomas Ilk stayed.")
    unsure = article.mentions[0].model_copy(update={"confidence": 0.6})

    found = proofs(article.model_copy(update={"mentions": (unsure, *article.mentions[1:])}))

    assert [proof.sentence for proof in found] == ["Ana Brodie left.", "Tomas Ilk stayed."]


def test_names_that_meet_in_one_paragraph_are_proved_from_that_paragraph() -> None:
    article = written("Ana Brodie slept.\n\nTomas Ilk came. Ana Brodie woke.")

    assert [proof.sentence for proof in proofs(article)] == ["Tomas Ilk came.", "Ana Brodie woke."]


def test_selectors_quote_the_sentence_with_its_surroundings_and_point_at_it_in_code_points() -> None:
    article = written("𝕎ind rose. Ana Brodie met Tomas Ilk. Rain fell.", "Harbour 🌊 talks in the old town hall")

    (proof,) = proofs(article)

    assert proof.sentence == proof.quote.exact == article.full_text[proof.position.start : proof.position.end]
    assert article.full_text[: proof.position.start].endswith(proof.quote.prefix)
    assert article.full_text[proof.position.end :].startswith(proof.quote.suffix)
    assert (len(article.full_text[: proof.position.start][-32:]), proof.quote.suffix) == (32, " Rain fell.")
    assert [article.full_text[m.start : m.end] for m in proof.mentions] == ["Ana Brodie", "Tomas Ilk"]


def test_an_overlong_sentence_is_cut_around_the_names_that_stand_closest() -> None:
    filler = "and the wind rose " * 100
    article = written(f"Ana Brodie spoke {filler} until Ana Brodie met Tomas Ilk {filler}.")

    (proof,) = proofs(article)

    assert MAX_SENTENCE == len(proof.sentence) == proof.position.end - proof.position.start
    assert "Ana Brodie met Tomas Ilk" in proof.sentence
    assert [mention.entity_id for mention in proof.mentions] == ["ana-brodie", "tomas-ilk"]


def test_evidence_stays_few_however_often_the_names_meet() -> None:
    assert len(proofs(written("Ana Brodie met Tomas Ilk. " * 40))) == 8


def test_a_name_outside_every_sentence_is_shown_with_the_text_around_it() -> None:
    article = written("Ana Brodie met Tomas Ilk").model_copy(update={"sentences": (), "paragraphs": ()})

    found = proofs(article)

    assert all("Ana Brodie met Tomas Ilk" in proof.sentence for proof in found)
    assert [mention.entity_id for proof in found for mention in proof.mentions] == ["ana-brodie", "tomas-ilk"]
