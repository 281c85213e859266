"""Names of places and organisations that scripts of South Asia spell with other vowels."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place
from tests.unit.wiretext.readings import read
from wirekit.contracts import Watchlist
from wiretext import Enricher
from wiretext.matching.indic import IndicNames


def heard(text: str, language: str, *labels: str) -> int:
    """How many names *text* has that are spelt much as one of the *labels*."""
    return len(list(IndicNames((0, label) for label in labels).heard(read(text, language))))


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("bn", "গ্রোসভেন্টা", "কাল গ্রসভ্যান্টায় গেলেন।"),
        ("hi", "ग्रोज़वेंटा", "कल ग्रोजवैन्टा में हुआ।"),
        ("ne", "ग्रोजभेन्टा", "हिजो ग्रोजभ्यान्टामा भयो।"),
        ("gu", "ગ્રોઝવેન્ટા", "કાલે ગ્રોઝવૅન્ટામાં થયું."),
        ("pa", "ਗ੍ਰੋਜ਼ਵੈਂਟਾ", "ਕੱਲ੍ਹ ਗ੍ਰੋਜਵੇਂਟਾ ਵਿੱਚ ਹੋਇਆ।"),
        ("ta", "க்ரோஸ்வென்ட்", "நேற்று க்ரோஜ்வென்டில் நடந்தது."),
        ("te", "గ్రోస్వెంటియా", "నిన్న గ్రోస్వెంటియలోని వారు."),
        ("kn", "ಗ್ರೋಸ್ವೆಂಟ", "ನಿನ್ನೆ ಗ್ರೊಸ್ವೆಂಟಾದಲ್ಲಿ ನಡೆಯಿತು."),
        ("ml", "ഗ്രോസ്‌വെന്റ്", "ഇന്നലെ ഗ്രോസ്വെൻറിൽ നടന്നു."),
        ("bn", "গ্রোসভেইন", "কাল গ্রোসভেন বলল।"),
        ("hi", "ग्रोसवेलिया", "कल ग्रोसवेलीया में हुआ।"),
        ("hi", "ग्रोस वेलंट", "कल ग्रॉस वेलण्ट ने कहा।"),
    ],
)
def test_a_name_is_heard_whose_vowels_and_nasals_may_be_written_so(language: str, label: str, text: str) -> None:
    assert heard(text, language, label) == 1


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("bn", "গ্রোসভেন", "কাল গ্রিসভেন বলল।"),
        ("bn", "গ্রোসভেন", "কাল গ্রসভেন বলল।"),
        ("hi", "ग्रोसवेन", "कल क्रोसवेन आया।"),
        ("hi", "ग्रोसवेन", "कल ग्रोसवेनर आया।"),
        ("hi", "ग्रोवे", "कल ग्रोवै आया।"),
        ("hi", "ग्रोसवान", "कल ग्रोसवियान आया।"),
        ("ta", "க்ரஸ்வே", "நேற்று க்ரஸவே வந்தது."),
        ("bn", "ग्रोसवेन", "কাল গ্রোসভেন বলল।"),
        ("hi", "Grosvent", "कल ग्रोसवेंट आया।"),
        ("de", "ग्रोसवेन", "Gestern kam Grosven."),
        ("hi", "ग्रोस वेलंट", "कल ग्रॉस। वेलण्ट ने कहा।"),
    ],
    ids=[
        "another vowel", "an o that is not written", "another consonant", "one more", "too few", "one vowel more",
        "a sign for no vowel", "another script", "a label in letters", "a text in letters", "a sentence ends",
    ],
)  # fmt: skip
def test_another_word_is_not_heard(language: str, label: str, text: str) -> None:
    assert heard(text, language, label) == 0


@pytest.mark.parametrize(
    ("language", "label", "text", "surface"),
    [
        ("te", "గోపిబాబు వేలుడు", "నిన్న గోపిబాబు వేలుడిని కలిశారు.", "గోపిబాబు వేలుడిని"),
        ("te", "గోపిబాబు వేలుడు", "నిన్న గోపిబాబు వేలుడి ప్రభుత్వం పడింది.", "గోపిబాబు వేలుడి"),
        ("te", "గోపిబాబు వేలుడు", "నిన్న గోపిబాబువేలుడు వచ్చారు.", "గోపిబాబువేలుడు"),
        ("te", "సావంత్ రెల్లి", "నిన్న సావంత్‌రెల్లికి చెప్పారు.", "సావంత్‌రెల్లికి"),
        ("te", "సవన్ కళ్యాన్", "నిన్న సవన్‌ కల్యాణ్‌ వచ్చారు.", "సవన్‌ కల్యాణ్"),
        ("te", "Donald Rusk", "నిన్న మంత్రి డొనాల్డ్ రస్క్ వచ్చారు.", "డొనాల్డ్ రస్క్"),
        ("hi", "Ronald Tusk", "कल मंत्री रोनाल्ड टस्क आए।", "रोनाल्ड टस्क"),
    ],
    ids=["accusative", "genitive", "joined", "joined by a mark", "another l and n", "in letters", "no affricate"],
)
def test_a_person_is_found_as_papers_there_write_names(language: str, label: str, text: str, surface: str) -> None:
    person = a_person(label)

    found = Enricher(Watchlist(entities=(person,))).enrich_text("", "", text, declared=language).mentions

    assert [mention.surface for mention in found if mention.entity_id] == [surface]


def test_in_a_long_name_one_vowel_may_be_any_other() -> None:
    assert heard("कल ग्रुसवेंटल में हुआ।", "hi", "ग्रोसवेंटल") == 1
    assert heard("कल ग्रुसविंटाल में हुआ।", "hi", "ग्रोसवुंटल") == 0


def test_a_place_that_is_heard_is_believed() -> None:
    place = a_place("Grosventa", "গ্রোসভেন্টা")

    article = Enricher(Watchlist(entities=(place,))).enrich_text("", "", "কাল প্রধানমন্ত্রী গ্রোসভ্যান্টায় গেলেন।")

    assert [mention.surface for mention in article.mentions if mention.entity_id] == ["গ্রোসভ্যান্টায়"]
