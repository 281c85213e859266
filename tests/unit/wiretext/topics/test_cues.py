"""The cue lists, which people review by language."""

from __future__ import annotations

from collections import Counter

import pytest
import stopwordsiso
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import unhurried
from wirekit.contracts import TopicCues
from wiretext.content import Content
from wiretext.normal import normalise
from wiretext.tables import table
from wiretext.topics.cues import CueList, CueLists, cues_of, languages
from wiretext.topics.taxonomy import taxonomy
from wiretext.words import Words

LISTED = sorted(languages())
TOPS_OF_ALL = {code for code in taxonomy().tops() if code != "medtop:08000000"}
# Nouns of the news that the lists of frequent words hold, too.
NOUNS = {
    "en": {"novel", "fire", "billion", "oldest"},
    "ar": {"مليار"},
    "fa": {"میلیارد"},
    "hr": {"nasa"},
    "sk": {"nasa"},
    "hu": {"űr"},
    "it": {"miliardi"},
    "pt": {"viagem"},
    "ur": {"آگ"},
}
FREQUENCY_LISTS = {"ms"}  # of stopwordsiso: the words that newspapers use most
STOP_WORDS_OF = {"nb": "no"}


def normal(cue: str) -> str:
    return normalise(cue.rstrip("*")).text


def test_thirty_languages_and_more_have_a_list() -> None:
    assert len(LISTED) >= 30


@pytest.mark.parametrize("language", LISTED)
def test_a_list_has_cues_for_all_top_terms_and_only_for_topics_that_there_are(language: str) -> None:
    topics = taxonomy()

    assert {topics.top(code) for code in cues_of(language)} >= TOPS_OF_ALL
    assert set(table(f"topics/cues/{language}")) <= set(topics.labels.values())


@pytest.mark.parametrize("language", LISTED)
def test_no_cue_stands_twice_in_a_list(language: str) -> None:
    cues = [(normal(cue), cue.endswith("*")) for words in cues_of(language).values() for cue in words]

    assert [cue for cue, times in Counter(cues).items() if times > 1] == []


@pytest.mark.parametrize("language", LISTED)
def test_a_cue_is_a_word_or_the_beginning_of_one(language: str) -> None:
    cues = [cue for words in cues_of(language).values() for cue in words]

    assert [cue for cue in cues if not normal(cue) or "*" in cue[:-1] or cue != cue.strip()] == []
    assert [cue for cue in cues if cue.endswith("*") and len(normal(cue)) < 3] == []


@pytest.mark.parametrize("language", [language for language in LISTED if language not in FREQUENCY_LISTS])
def test_no_cue_is_a_stop_word_of_its_language(language: str) -> None:
    words = {*stopwordsiso.stopwords(STOP_WORDS_OF.get(language, language))}
    words |= {*str(table("function-words").get(language, "")).split()}
    stops = {normal(word) for word in words} - {normal(noun) for noun in NOUNS.get(language, ())}
    cues = [cue for each in cues_of(language).values() for cue in each if not cue.endswith("*")]

    assert [cue for cue in cues if normal(cue) in stops] == []


def test_a_list_counts_only_in_texts_of_its_language() -> None:
    lists = CueLists()
    german, english = lists.of("de"), lists.of("en")

    assert german is not None
    assert english is not None
    assert "medtop:20000056" in english.count(Content.of("it was the war of the century"))
    assert not german.count(Content.of("er war nicht da"))


def test_a_language_without_a_list_has_none_and_a_near_one_has_its_neighbours() -> None:
    lists = CueLists()

    assert lists.of("und") is None
    assert lists.of("am") is None
    assert lists.of("nn") is lists.of("nb")


@pytest.mark.parametrize(
    ("cue", "text", "counts"),
    [
        ("war", "the war ended", True),
        ("war", "a warning came", False),
        ("war*", "a warning came", True),
        ("war", "the cold-war years", True),
        ("war", "a dwarf came", False),
        ("선거", "선거를 치렀다", True),
        ("선거", "총선거를 치렀다", False),
        ("選挙", "総選挙が行われた", True),
        ("محكمة", "قالت المحكمة", True),
        ("محكمة", "وبالمحكمة", False),
        ("محكمة", "والمحكمة قالت", True),
        ("משטרה", "המשטרה הודיעה", True),
        ("משטרה", "קלמשטרה", False),
        ("ምርጫ", "የምርጫ ቦርድ", True),
        ("Große Koalition", "die große koalition steht", True),
        ("cold war", "the cold warning", False),
        ("cold war*", "the cold warning", True),
        ("cold war", "a scold war", False),
        ("युद्ध", "महायुद्ध में", False),
        ("आग", "वह आगे बढ़ा", False),
        ("आग", "जंगल में आग लगी", True),
        ("#freethem", "they cried #freethem again", True),
        ("#freethem", "they cried freethem again", False),
        ("c++", "in c++ again", True),
        ("AI技術", "新しいAI技術が", True),
        ("ネットTV", "ネットTVS", False),
        ("€", "100€ more", True),
        ("w" * 100, "the " + "w" * 100, True),
        ("w" * 98 + "*", "the " + "w" * 100, True),
        ("w" * 98, "the " + "w" * 100, False),
        ("ッ ", "one - two", False),
    ],
)
def test_where_a_cue_may_stand(cue: str, text: str, counts: bool) -> None:
    found = CueList({"desk:x": [cue]}).count(Content.of(text))

    assert counts == bool(found)


def test_a_word_may_speak_for_two_topics() -> None:
    found = CueList({"desk:a": ["embargo"], "desk:b": ["embargo"]}).count(
        Content.of("the embargo holds, the embargo stays")
    )

    assert {"desk:a": {"embargo": 2}, "desk:b": {"embargo": 2}} == found


def test_an_operators_cues_count_in_their_language_and_in_those_that_share_its_list() -> None:
    lists = CueLists([TopicCues(code="desk:x", label="x", cues={"no": ("fjellrev",), "any": ("Eburru",)})])
    found = {language: lists.of(language) for language in ("nb", "nn", "am", "en")}
    text = Content.of("eburru fjellrev")
    counted = {name: set(cues.count(text)["desk:x"]) for name, cues in found.items() if cues is not None}

    assert {"nb": {"eburru", "fjellrev"}, "nn": {"eburru", "fjellrev"}, "am": {"eburru"}, "en": {"eburru"}} == counted


@pytest.mark.parametrize(
    ("title", "text", "times"),
    [
        ("War", "War\nthe war of words", 3),
        ("War", "War", 2),
        ("The end", "The end\nof the war", 1),
        ("戦争", "戦争\n戦争の", 3),
        ("Cold", "Cold war", 2),
        ("", "War", 1),
    ],
    ids=repr,
)
def test_a_cue_of_the_title_counts_once_more(title: str, text: str, times: int) -> None:
    found = CueList({"desk:x": ["war", "cold war", "戦争"]}).count(Content.of(text, title))

    assert sum(found["desk:x"].values()) == times


@unhurried
@given(
    st.lists(st.sampled_from(["war", "wars", "戦争", "の", "ال", "محكمة", " ", "-", "\n"]), max_size=9),
    st.integers(0, 9),
)
def test_what_counts_in_a_title_is_what_counts_in_it_alone(pieces: list[str], titled: int) -> None:
    cues = CueList({"desk:x": ["war", "war*", "戦争", "争の", "محكمة"], "desk:y": ["war"]})
    title, rest = "".join(pieces[:titled]), "".join(pieces[titled:])

    alone = [cues.count(Content.of(text)) for text in (title, title, rest)]
    codes = {code for found in alone for code in found}
    expected = {code: sum((Counter(found.get(code, {})) for found in alone), Counter()) for code in codes}
    assert cues.count(Content.of(f"{title}\n{rest}", title)) == expected


def test_what_the_page_adds_does_not_count() -> None:
    text = "war\nof words\nwar 戦争"

    found = CueList({"desk:x": ["war", "戦争"]}).count(Content(Words(normalise(text)), [(0, 12)], 3))

    assert found == {"desk:x": {"war": 2}}
