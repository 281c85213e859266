"""What an article is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirekit.contracts import Topic, TopicCues
from wiretext.content import Content
from wiretext.topics import Topics
from wiretext.topics.cues import languages
from wiretext.topics.deciding import MOST_BELOW, MOST_TOPS
from wiretext.topics.taxonomy import taxonomy

GOLDEN = yaml.safe_load((Path(__file__).parents[3] / "data" / "wiretext" / "topics.yaml").read_text(encoding="utf-8"))
TOPICS = Topics()
WORDS = ["war", "peace", "vote", "goal", "film", "school", "rain", "oil", "戦争", "선거", "войны"]
METHODS = {"cues", "model", "cues+model"}
HEALTH, SPORT, POLITICS = "medtop:07000000", "medtop:15000000", "medtop:11000000"


def topics_of(body: str, title: str = "", language: str = "en", added: tuple[TopicCues, ...] = ()) -> tuple[Topic, ...]:
    topics = Topics(added) if added else TOPICS
    return topics.of(Content.of(f"{title}\n{body}", title), language)


def codes_of(body: str, title: str = "", language: str = "en") -> list[str]:
    return [topic.code for topic in topics_of(body, title, language)]


@pytest.mark.parametrize("article", GOLDEN, ids=lambda article: f"{article['language']}: {article['title'][:30]}")
def test_an_article_has_the_topics_that_an_editor_gives_it(article: dict[str, Any]) -> None:
    found = codes_of(article["text"], article["title"], article["language"])

    assert article["topics"][0] == next(code for code in found if code in taxonomy().tops())
    assert set(article["topics"]) <= set(found)


def test_a_topic_comes_with_all_that_it_belongs_to() -> None:
    text = "Voters went to the polling stations; the election, the ballot and the referendum end tonight."
    found = {topic.code: topic for topic in topics_of(text)}

    assert (POLITICS,) == found["medtop:20000574"].broader
    assert found["medtop:20000574"].score <= found[POLITICS].score


def test_a_topic_says_how_it_was_found_and_which_words_speak_for_it() -> None:
    (topic, *_) = topics_of("The vaccine helps the patient in the hospital.")

    assert topic.code == HEALTH
    assert topic.method in METHODS
    assert {"vaccin", "patient", "hospital"} <= set(topic.evidence)


def test_a_language_without_a_list_has_topics_by_the_model_alone() -> None:
    text = "የቡድኑ ተጫዋቾች በእግር ኳስ ጨዋታው አሸነፉ፤ አሰልጣኙ በዋንጫው ተደሰተ። የዓለም ሻምፒዮና ውድድር እና ኦሎምፒክ ስፖርት።"
    found = topics_of(text, language="am")

    assert "am" not in languages()
    assert {"model"} == {topic.method for topic in found}
    assert all(topic.evidence for topic in found)


def test_a_word_of_the_title_counts_twice() -> None:
    body = "The hospital and the doctor are near the stadium and the team."
    by_title = {title: {t.code: t.score for t in topics_of(body, title)} for title in ("Hospital", "Stadium")}

    assert by_title["Hospital"][HEALTH] > by_title["Stadium"].get(HEALTH, 0)
    assert by_title["Stadium"][SPORT] > by_title["Hospital"].get(SPORT, 0)


@pytest.mark.parametrize("text", ["", " \n ", "1999, 2001 and", "?!"])
def test_a_text_that_says_nothing_has_no_topic(text: str) -> None:
    assert codes_of(text) == []


def test_an_operators_cues_add_to_a_topic_and_to_topics_of_their_own() -> None:
    corridor = TopicCues(
        code="desk:corridor",
        label="grain corridor",
        broader="medtop:20000373",
        cues={"en": ("grain corridor", "bulker*")},
    )
    text = "The grain corridor stays open, and three bulkers sailed; trade and exports grow."
    found = {topic.code: topic for topic in topics_of(text, added=(corridor,))}

    assert found["desk:corridor"].label == "grain corridor"
    assert found["desk:corridor"].broader[0] == "medtop:20000373"
    assert {"grain corridor", "bulker"} == set(found["desk:corridor"].evidence)


def test_cues_for_any_language_count_in_a_language_without_a_list() -> None:
    league = TopicCues(code="desk:league", label="the league", broader=SPORT, cues={"any": ("NPFL", "Eburru")})
    text = "NPFL Eburru NPFL Eburru ጨዋታ እግር ኳስ ቡድን ተጫዋች"

    assert "desk:league" in {topic.code for topic in topics_of(text, language="am", added=(league,))}


def test_an_own_topic_that_belongs_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="desk:nowhere"):
        Topics((TopicCues(code="desk:x", label="x", broader="desk:nowhere", cues={"en": ("xyz",)}),))


@settings(deadline=None)  # a list is made when it is first asked for
@given(st.text(max_size=300), st.text(max_size=60), st.sampled_from([*sorted(languages()), "am", "und"]))
def test_no_text_breaks_it_and_all_topics_keep_their_form(body: str, title: str, language: str) -> None:
    found = topics_of(body, title, language)
    tops = [topic for topic in found if not topic.broader]

    assert len(tops) <= MOST_TOPS
    assert len(found) - len(tops) <= MOST_BELOW
    assert all(0 <= topic.score <= 1 and topic.method in METHODS and topic.label for topic in found)
    assert len({topic.code for topic in found}) == len(found)


@settings(deadline=None)  # the same
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_topics_stand_in_the_order_of_their_scores_and_belong_to_one_another(words: list[str]) -> None:
    found = topics_of(" ".join(words))
    codes = {topic.code for topic in found}

    assert [topic.score for topic in found] == sorted((topic.score for topic in found), reverse=True)
    assert all(topic.broader[-1] in codes for topic in found if topic.broader)


def test_the_same_text_has_the_same_topics_whatever_was_read_before() -> None:
    first = topics_of("The vaccine helps the patient.")
    for article in GOLDEN:
        topics_of(article["text"], article["title"], article["language"])

    assert first == topics_of("The vaccine helps the patient.")
