"""Says what is a language tag (BCP 47, RFC 5646), and for which of them a watch would take no article at all."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

# ISO 639-1 with what it has given up: `in`, `iw`, `ji`, `jw`, `mo`, `sh` and `bh` still stand in feeds.
_OF_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji
jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb
nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr
ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_THREE = 3  # letters, of ISO 639-3
_SHAPE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


def problem(tag: str) -> str | None:
    """Why *tag* is no language tag, and what is allowed; None where it is one."""
    found = _SHAPE.fullmatch(tag)
    if found is not None and (found[1].lower() in _OF_TWO_LETTERS.split() or len(found[1]) == _THREE):
        return None
    return (
        f"{tag!r} is no language tag; allowed: the code of ISO 639, two letters as ru or, where it has none, three as "
        "ckb, and after it a script or a country, as sr-Latn or pt-BR"
    )


def never_told(tag: str) -> str | None:
    """Why a watch for *tag* would take no article, and what it must say instead; None where it takes some."""
    from wiretext import language  # noqa: PLC0415 - it loads what reads articles

    code = language.told_as(tag)
    if code == tag.lower():
        return None
    if code is None:
        return f"no article is ever told to be in {tag!r}; without `languages` the watch takes all"
    return f"articles are told by their language alone, and {tag!r} as {code}: write {code}"


def _known(tag: str) -> str:
    if wrong := problem(tag):
        raise ValueError(wrong)
    return tag


LanguageTag = Annotated[str, AfterValidator(_known)]
"""Two letters that ISO 639-1 knows, or three, of which there are thousands; what follows only has the shape."""
