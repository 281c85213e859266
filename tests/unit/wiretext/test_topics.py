from __future__ import annotations

import pytest

from wiretext.normal import normalise
from wiretext.tables import table
from wiretext.topics import topics

LANGUAGES = {"en", "id", "ru", "ko", "ar", "de", "fr", "es", "uk", "zh", "ja"}


def codes_of(title: str, body: str) -> list[str]:
    return [topic.code for topic in topics(normalise(title).text, normalise(body).text)]


def test_there_are_seventeen_topics_with_cues_in_every_language() -> None:
    tables = table("topics")

    assert len(tables) == 17
    assert all(LANGUAGES <= set(cues) for cues in tables.values())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("The president met the prime minister; parliament votes on the treaty.", "medtop:11000000"),
        ("Presiden bertemu perdana menteri, parlemen membahas perjanjian.", "medtop:11000000"),
        ("Президент встретился с премьером, парламент голосует по договору.", "medtop:11000000"),
        ("Die Mannschaft gewann das Turnier, der Trainer lobte die Spieler im Stadion.", "medtop:15000000"),
        ("L'équipe a gagné le tournoi, l'entraîneur félicite les joueurs au stade.", "medtop:15000000"),
        ("El terremoto y la inundación dejaron víctimas; los bomberos evacuaron el barrio.", "medtop:03000000"),
        ("Лікар оглянув пацієнтів у лікарні, вакцина допомагає від вірусу.", "medtop:07000000"),
        ("대통령과 총리가 국회에서 만나 선거와 정당에 대해 이야기했다.", "medtop:11000000"),
        ("地震の後、消防が救助に向かい、住民は避難した。", "medtop:03000000"),
        ("球队在联赛比赛中获胜，教练称赞球员。", "medtop:15000000"),
        ("ضرب زلزال المدينة، ونقلت فرق الإنقاذ الضحايا بعد الحريق.", "medtop:03000000"),
    ],
)
def test_cue_words_name_the_topic(body: str, code: str) -> None:
    assert codes_of("", body)[0] == code


def test_a_word_of_the_title_counts_twice() -> None:
    body = "The hospital and the doctor are near the stadium and the team."

    assert codes_of("Hospital", body)[0] == "medtop:07000000"
    assert codes_of("Stadium team", body)[0] == "medtop:15000000"


def test_a_topic_says_which_words_speak_for_it() -> None:
    (topic, *_) = topics("", normalise("The vaccine helps the patient in the hospital.").text)

    assert set(topic.evidence) == {"vaccin", "patient", "hospital"}
    assert 0 < topic.score <= 1


def test_a_cue_inside_another_word_is_none() -> None:
    assert codes_of("", "He scanned the blueprint of a courtyard.") == []


def test_no_cue_no_topic() -> None:
    assert codes_of("", "") == []
