"""Which languages do with names and nouns what the vetoes have to know. Knows languages (ISO 639), no words."""

from __future__ import annotations

import re

SLAVIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk"})

DECLINING = SLAVIC - {"bg", "mk"}
"""Slavic languages in which a name has cases."""

UNCHANGING = re.compile("[eiouyеиіїоуыэює]$")
"""The last letter of a name in normal form that has none in them: *trener Peru* is also *the coach of Peru*."""

ATTRIBUTIVE = frozenset({"id", "ms", "vi"})
"""Languages in which a country is an attribute as it stands: *penyanyi Yordania X* is a singer from there."""

SYLLABIC = frozenset({"vi"})
"""Languages that write each syllable of a name apart, so that a name of one word is a name of two."""

BY_GIVEN_NAME = frozenset({"th"})
"""Languages in which everybody is called by his given name."""

VERB_FIRST = frozenset({"ar", "he", "tl", "am"})
"""Languages in which two names may stand behind their verb."""

OWNING = frozenset({"mr", "ne", "bn", "ta", "te", "kn", "ml", "gu", "pa", "kk", "ky", "uz"})
"""Languages in which a name with an ending is not that of the thing behind it, but of its owner or giver, or who does
something with it: *शरद पवारांनी पूल पाहिला*, *Анна Бергтің сыйлығы*."""

COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "is", "fi", "et", "hu"})
"""Languages that write compounds of nouns as one word."""

SUFFIXING = frozenset({"tr", "az", "kk", "ky", "uz", "mn"})
"""Languages in which all words, names too, take the same endings behind an unchanged form, and verbs come last."""

APOSTROPHES = frozenset({"tr", "crh"})
"""Languages in which an apostrophe parts a name from its ending, and no other word."""

# In normal form, without those that other words end in, too: -n, -t.
_HUNGARIAN_CASES = re.compile("(?:ban|ben|ba|be|bol|nak|nek|ra|re|rol|tol|nal|nel|hoz|hez|val|vel)$")
# What says where somebody is from, in languages that put it after what he does.
_ATTRIBUTES = {
    "ar": re.compile(r"ال\w{2,}ي(?:ه)?"), "he": re.compile(r"ה\w{3,}(?:י|ית)"), "fa": re.compile(r"\w{4,}ي"),
    "fr": re.compile(
        r"\w{2,}(?:[ao]ise?|[ie]en(?:ne)?|aine?|gnole?|llemande?|[lgs]ane?|ntine?|chine)|grec|turc|turque|russe|belge|suisse"
        r"|tcheque|slovaque|slovene|serbe|croate|bulgare|arabe|kurde"
    ),
    "es": re.compile(r"\w{3,}(?:[aeiou]n[oa]|e[sn]a?|ola?|[ae]c[oa]|nse|i|ita)"),
    "it": re.compile(r"\w{3,}(?:[ai]no|iana|eno|ese|sc[oa]|ec[oa]|acc[oa]|nolo|ita)"),
    **dict.fromkeys(("pt", "gl", "ca"), re.compile(r"\w{3,}(?:[aie]no|iana|nse|es|esa|ol|ola|ac[oa]|ita|ia)")),
    "ro": re.compile(r"\w{3,}(?:an|ian|ez|in|en|esc)(?:a|ul)?"),
}  # fmt: skip
# The article that is joined to the last noun of a phrase alone.
_LAST_NOUN = {"ar": "ال", "he": "ה"}
_SHORTEST_NOUN = 3  # letters behind it
_WAVERING = {"hr": ("sr",), "bs": ("hr", "sr"), "cnr": ("sr", "hr"), "sr": ("hr",)}


def alike(language: str) -> tuple[str, ...]:
    """*language*, and those from which a short text in it is hardly told."""
    return language, *_WAVERING.get(language, ())


def is_in_case(word: str, language: str) -> bool:
    """Whether *word* has a Hungarian case ending, as no word does that goes with the name behind it: *a moziban X*."""
    return language == "hu" and _HUNGARIAN_CASES.search(word) is not None


def is_attribute(word: str, language: str) -> bool:
    """Whether *word* ends as what says where somebody is from, behind what he does: *le chanteur tunisien*."""
    pattern = _ATTRIBUTES.get(language)
    return pattern is not None and pattern.fullmatch(word) is not None


def is_definite(word: str, language: str) -> bool:
    """Whether *word* begins with the article, as the last noun of a phrase does: *بائع الخضر*, *נהג האוטובוס*."""
    article = _LAST_NOUN.get(language)
    return article is not None and word.startswith(article) and len(word) >= len(article) + _SHORTEST_NOUN
