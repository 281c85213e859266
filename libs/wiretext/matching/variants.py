"""Writes a label as others may write it: umlauts spelt out, parts joined, one nasal for another. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"})
_NON_JOINER = "\u200c"
_JOINED = re.compile(r"(?<=[ء-ۓ]) (?=[ء-ۓ])|(?<=[ऄ-ॏ]) (?=[ऄ-ह])")
_FEWEST_JOINED = 7  # letters of a name in Arabic or Devanagari that is told with its blank left out, as بن سلمان is not
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")

# The two syllables of a Korean or Chinese given name in Cyrillic letters: Мун Чжэ Ин, Мун Чжэин.
_SYLLABLES = re.compile(r"^([А-ЯЁІ][а-яёіў]{1,4} [А-ЯЁІ][а-яёі]{1,4}) ([А-ЯЁІЫа-яі][а-яёі]{1,4})$")

# In Devanagari and Gujarati a nasal before a consonant is a letter or a sign: हिन्दी, हिंदी.
_NASAL = re.compile(r"[ङञणनम]्(?=[क-म])|[ઙઞણનમ]્(?=[ક-મ])")
_NASAL_SIGN = re.compile(r"ं(?=[क-म])|ં(?=[ક-મ])")

# The affricate of foreign names inside a word in Arabic letters: عراقجي, عراقچی, عراقتشي.
_AFFRICATE = re.compile(r"(?<=[ء-ۓ])(?:تش|تج|چ|ج)(?=[ء-ۓ])")
_AFFRICATES = ("ج", "چ", "تش")

# Which of two rows of stops a foreign t and d are written with: टो लाम, तो लाम.
_DENTAL = str.maketrans("टठडढটঠডঢટઠડઢਟਠਡਢ", "तथदधতথদধતથદધਤਥਦਧ")
_RETROFLEX = str.maketrans("तथदधতথদধતથદધਤਥਦਧ", "टठडढটঠডঢટઠડઢਟਠਡਢ")

# Arabic cases of names: those of a plural of people (الحوثيون, الحوثيين), and of *father of* and *possessor of*.
_PLURAL = re.compile(r"\b(ال[ء-ي]{3,})ون\b")
_POSSESSOR = re.compile(r"\b(أب|اب|ذ)و(?= [ء-ي])")

# Words that are written as one, with a hyphen or apart: הבינלאומי, הבין־לאומי; بینالمللی, بین المللی.
_TOGETHER = re.compile(r"\b(ה?בי)נ(?=[א-ת]{4})")
_PREFIXED = re.compile(
    r"\b(ה?(?:תת|חוץ|אנטי|פרו|פוסט|(?:רב|דו|תלת)(?=לאומי|צדדי|תחומי))|بين|بین)(?=[א-ת]{4}|ال[ء-ۓ]{3})"
)
_APART = re.compile(r"(?<=בי)ן[-־ ](?=[א-ת]{3})")
_HYPHENATED = re.compile(r"(?<=[א-ת])[-־](?=[א-ת])")

# The Arabic article and *son of* in Hangul stand apart or with what follows, or the article is left out: 누리 말리키.
_PARTICLE = re.compile(r"(?<=[가-힣] )(알|엘|빈)(?=[가-힣]{2})")
_PARTICLE_APART = re.compile(r"(?<=[가-힣] )(알|엘|빈) (?=[가-힣]{2})")
_ARTICLE_APART = re.compile(r"(?<=[가-힣] )[알엘] (?=[가-힣]{2})")


def _nasal_sign(match: re.Match[str]) -> str:
    return "ं" if match[0] < "ઁ" else "ં"


def _nasal(match: re.Match[str]) -> str:
    devanagari = match[0] < "ઁ"
    labial = match.string[match.end()] in "पफबभमપફબભમ"
    return {(True, True): "म्", (True, False): "न्", (False, True): "મ્", (False, False): "ન્"}[devanagari, labial]


_REWRITTEN: tuple[Callable[[str], str], ...] = (
    partial(_HYPHENS.sub, ""),
    partial(_SYLLABLES.sub, r"\1\2"),
    lambda form: form.replace(_NON_JOINER, " "),
    lambda form: form.replace("ů", "o"),
    partial(_NASAL.sub, _nasal_sign),
    partial(_NASAL_SIGN.sub, _nasal),
    lambda form: form.translate(_DENTAL),
    lambda form: form.translate(_RETROFLEX),
    partial(_PLURAL.sub, r"\1ين"),
    partial(_POSSESSOR.sub, r"\1ا"),
    partial(_POSSESSOR.sub, r"\1ي"),
    partial(_PREFIXED.sub, r"\1 "),
    partial(_TOGETHER.sub, r"\1ן "),
    partial(_APART.sub, "נ"),
    partial(_HYPHENATED.sub, ""),
    partial(_PARTICLE_APART.sub, r"\1"),
    partial(_PARTICLE.sub, r"\1 "),
    partial(_ARTICLE_APART.sub, ""),
)


def variants(label: str) -> Iterable[str]:
    """The label, with umlauts spelt out, parts joined or apart, either nasal and stop, and any affricate and case."""
    if label.isascii() and "-" not in label:
        return (label,)
    forms = dict.fromkeys((label, label.translate(_SPELT_OUT)))
    for rewritten in _REWRITTEN:
        forms |= dict.fromkeys(rewritten(form) for form in tuple(forms))
    if len(label) > _FEWEST_JOINED and len(_JOINED.findall(label)) == 1:
        forms |= dict.fromkeys(_JOINED.sub("", form) for form in tuple(forms))
    if _AFFRICATE.search(label):
        forms |= dict.fromkeys(_AFFRICATE.sub(spelt, form) for form in tuple(forms) for spelt in _AFFRICATES)
    return forms
