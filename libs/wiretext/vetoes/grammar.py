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

COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "is", "fi", "et", "hu"})
"""Languages that write compounds of nouns as one word."""

# In normal form, without those that other words end in, too: -n, -t.
_HUNGARIAN_CASES = re.compile("(?:ban|ben|ba|be|bol|nak|nek|ra|re|rol|tol|nal|nel|hoz|hez|val|vel)$")
_WAVERING = {"hr": ("sr",), "bs": ("hr", "sr"), "cnr": ("sr", "hr"), "sr": ("hr",)}


def alike(language: str) -> tuple[str, ...]:
    """*language*, and those from which a short text in it is hardly told."""
    return language, *_WAVERING.get(language, ())


def is_in_case(word: str, language: str) -> bool:
    """Whether *word* has a Hungarian case ending, as no word does that goes with the name behind it: *a moziban X*."""
    return language == "hu" and _HUNGARIAN_CASES.search(word) is not None
