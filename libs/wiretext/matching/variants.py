"""Writes a label as others may write it: umlauts spelt out, parts joined, one nasal for another. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"})
_NON_JOINER = "\u200c"
_JOINED = re.compile(r"(?<=[ء-ۓ]) (?=[ء-ۓ])")
_FEWEST_JOINED = 7  # letters of a name in Arabic letters that is told with its blank left out, as بن سلمان is not
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")

# In Devanagari and Gujarati a nasal before a consonant is a letter or a sign: हिन्दी, हिंदी.
_NASAL = re.compile(r"[ङञणनम]्(?=[क-म])|[ઙઞણનમ]્(?=[ક-મ])")
_NASAL_SIGN = re.compile(r"ं(?=[क-म])|ં(?=[ક-મ])")

# The affricate of foreign names inside a word in Arabic letters: عراقجي, عراقچی, عراقتشي.
_AFFRICATE = re.compile(r"(?<=[ء-ۓ])(?:تش|تج|چ|ج)(?=[ء-ۓ])")
_AFFRICATES = ("ج", "چ", "تش")


def _nasal_sign(match: re.Match[str]) -> str:
    return "ं" if match[0] < "ઁ" else "ં"


def _nasal(match: re.Match[str]) -> str:
    devanagari = match[0] < "ઁ"
    labial = match.string[match.end()] in "पफबभमપફબભમ"
    return {(True, True): "म्", (True, False): "न्", (False, True): "મ્", (False, False): "ન્"}[devanagari, labial]


def variants(label: str) -> Iterable[str]:
    """The label, with umlauts spelt out, with its parts joined, and with either nasal and any affricate."""
    if label.isascii() and "-" not in label:
        return (label,)
    forms = [label, label.translate(_SPELT_OUT)]
    forms += [_HYPHENS.sub("", form) for form in forms]
    forms += [form.replace(_NON_JOINER, " ") for form in forms] + [form.replace("ů", "o") for form in forms]
    forms += [_NASAL.sub(_nasal_sign, form) for form in forms] + [_NASAL_SIGN.sub(_nasal, form) for form in forms]
    if len(label) > _FEWEST_JOINED and len(_JOINED.findall(label)) == 1:
        forms += [_JOINED.sub("", form) for form in forms]
    if _AFFRICATE.search(label):
        forms += [_AFFRICATE.sub(spelt, form) for form in forms for spelt in _AFFRICATES]
    return dict.fromkeys(forms)
