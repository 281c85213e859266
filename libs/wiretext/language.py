"""Tells the language and script of a text: CLD2 where it is sure, langid where it is not.

A declared language decides nothing but short texts, in which it is believed where a detector holds it possible too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache

from wirekit.contracts import UNKNOWN_LANGUAGE, Language
from wiretext.scripts import main_script
from wiretext.siblings import sibling
from wiretext.tables import table

try:
    import pycld2
except ImportError:  # no wheel for this Python; langid alone is nearly as good on whole articles
    pycld2 = None

MODELS = "pycld2+py3langid" if pycld2 else "py3langid"

_SAMPLE = 3000
_BEGINNING = 600  # code points by which CLD2 tells most articles, in a third of the time
_SHORT = 150  # code points below which a declared language is believed when it is possible
_GUESS = 0.15  # confidence of langid below which a short text could be in any language
_SURE_SHARE = 70  # per cent of the text that CLD2 must give to its first language
_CLEAR_SHARE = 95  # of the beginning alone
_MALAY_SURE = 400  # code points from which langid tells Indonesian from Malay better than CLD2
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TRADITIONAL = re.compile("[國會這對來說時們個與為學開後無業發關長門東車書電話]")
_SIMPLIFIED = re.compile("[国会这对来说时们个与为学开后无业发关长门东车书电话]")
_CODES = {"iw": "he", "jw": "jv", "in": "id", "ji": "yi", "no": "nb", "fil": "tl", "sdh": "ckb", "zh-Hant": "zh",
          "zh-Hans": "zh", "sr-ME": "sr", "bh": "bho", "mo": "ro",
          "pcm": "en",  # Nigerian Pidgin, for which langid takes short English texts with many names
          "xx": UNKNOWN_LANGUAGE, "un": UNKNOWN_LANGUAGE}  # fmt: skip
_NO_LANGUAGE = {UNKNOWN_LANGUAGE, "xxx", "zxx", "zzb", "zze", "zzh", "zzp"}  # unknown, none, and CLD2's jokes


def detect(text: str, declared: str | None = None) -> Language:
    """The language of *text*; *declared* is what the feed or page says (BCP 47)."""
    sample = _CONTROLS.sub(" ", text[:_SAMPLE])
    script = main_script(sample)
    if script == "Zyyy":
        return Language(code=UNKNOWN_LANGUAGE, script="Zyyy", confidence=0.0, declared=declared)
    code, confidence = _detect(sample)
    hint = _base(declared)
    if hint and hint != code and ({hint, code} == {"id", "ms"} or _may_be(hint, sample)):
        code, confidence = hint, 0.5
    if code in {"ku", "ckb"}:
        code = "ckb" if script == "Arab" else "ku"
    return Language(
        code=code, script=_chinese(sample, script, code), confidence=round(confidence, 3), declared=declared
    )


def told_as(tag: str) -> str | None:
    """The code by which articles in the language of *tag* (BCP 47) are told; None where none ever is.

    Scripts and countries are not told apart: ``pt`` for ``pt-BR``, ``nb`` for ``no``.
    """
    code = _base(tag)
    return code if code in _told_by_cld2() or code in _told_by_langid() else None


@cache
def _told_by_cld2() -> frozenset[str]:
    languages = pycld2.LANGUAGES if pycld2 else ()
    told = {_CODES.get(code, code).partition("-")[0] for _, code in languages}
    return frozenset(told - _NO_LANGUAGE | {"ckb"})  # `detect` tells Sorani from Kurdish by its script


@cache
def _told_by_langid() -> frozenset[str]:
    return frozenset(_CODES.get(code, code) for code, _ in _ranked("")) - _NO_LANGUAGE


def _base(declared: str | None) -> str | None:
    if not declared:
        return None
    code = declared.replace("_", "-").partition("-")[0].lower()
    code = _of_two_letters().get(code, code)
    return _CODES.get(code, code)


@cache
def _of_two_letters() -> Mapping[str, str]:
    """The code of two letters by each of three that a language with one has: ``en`` by ``eng``."""
    return {long: code for code, longs in table("language-codes").items() for long in longs.split()}


def _detect(sample: str) -> tuple[str, float]:
    reliable, code, share = _cld2(sample[:_BEGINNING])
    if not reliable or share < _CLEAR_SHARE:
        reliable, code, share = _cld2(sample)
    if not reliable or code == UNKNOWN_LANGUAGE or share < _SURE_SHARE:
        code, confidence = _langid(sample)
        if confidence < _GUESS and len(sample) < _SHORT and main_script(sample) == "Latn":
            code = "en"  # a few words and names, in which no language stands out: what most headlines are in
    else:
        confidence = share / 100
    return _among_siblings(sample, code), confidence


def _cld2(sample: str) -> tuple[bool, str, int]:
    if pycld2 is None:
        return False, UNKNOWN_LANGUAGE, 0
    try:
        reliable, _, details = pycld2.detect(sample)
    except pycld2.error:
        return False, UNKNOWN_LANGUAGE, 0
    return reliable, _CODES.get(details[0][1], details[0][1]), details[0][2]


def _langid(sample: str) -> tuple[str, float]:
    ranked = _ranked(sample)
    temperature = math.sqrt(len(sample.encode()))  # keeps the probabilities comparable across lengths
    best = ranked[0][1]
    total = sum(math.exp((score - best) / temperature) for _, score in ranked)
    return _CODES.get(ranked[0][0], ranked[0][0]), 1 / total


def _ranked(sample: str) -> list[tuple[str, float]]:
    """All languages that langid knows, the likeliest first."""
    import py3langid  # noqa: PLC0415 - with numpy it takes longer to load than the rest, and CLD2 is mostly sure

    ranked: list[tuple[str, float]] = py3langid.rank(sample)
    return ranked


def _among_siblings(sample: str, code: str) -> str:
    """*code* or a language that is taken for it; Indonesian and Malay are told by langid where words do not."""
    if code not in {"id", "ms"}:
        return sibling(sample, code) or code
    told = sibling(sample, code, lead=2)
    if told is None and len(sample) >= _MALAY_SURE:
        second = _langid(sample)[0]
        return second if second in {"id", "ms"} else code
    return told or code


def _may_be(code: str, sample: str) -> bool:
    """Whether a short text may be in the language *code*."""
    if len(sample) >= _SHORT:
        return False
    ranked = [_CODES.get(other, other) for other, _ in _ranked(sample)[:5]]
    return code in {*ranked, _cld2(sample)[1]}


def _chinese(sample: str, script: str, code: str) -> str:
    """``Hans`` or ``Hant`` for Chinese, by characters that only one of them has."""
    if script != "Hani" or code != "zh":
        return script
    return "Hant" if len(_TRADITIONAL.findall(sample)) > len(_SIMPLIFIED.findall(sample)) else "Hans"
