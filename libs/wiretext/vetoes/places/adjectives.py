"""Tells what is of a place, and who lives there, from the place: *Kosovski premijer*, *ein Schweizer*, *Românii*.

Judges by endings, as the words are spelt, accents and all. Knows no name.
"""

from __future__ import annotations

import re

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading

_SOUTH_SLAVIC = re.compile(r"(?:[sšč]k|[сшч]к)(?:i|oga?|ome?|ima?|ih|и|ога?|оме?|има?|их)$")
_FEMININE = re.compile(r"(?:ska|cka|ска|чка)$")  # *Hrvatska*, which has an instrumental as adjectives have
_INSTRUMENTAL = ("om", "ом")
_CZECH_SLOVAK = re.compile(r"[sc]k(?:[ýáéíú]|ého|ému|ým|ých|ými|ém|ej|ou)$")
# By language, of a form that is not the name itself.
_ADJECTIVES = {
    **dict.fromkeys(("de", "lb"), re.compile(r"er(?:n|s|in|innen)?$")),
    **dict.fromkeys(("hr", "sr", "bs", "cnr", "sh"), _SOUTH_SLAVIC),
    **dict.fromkeys(("cs", "sk"), _CZECH_SLOVAK),
    "pl": re.compile(r"sk(?:ie|ich|iego|im|iemu|imi)$"),
    "hu": re.compile(r"i$"),
    "hi": re.compile(r"याई$"),
    **dict.fromkeys(("bn", "as"), re.compile("ীয(?:\u09bc)?$|ীয়$")),
    "ta": re.compile(r"ிய$"),
    "ml": re.compile(r"ൻ$"),
    "ro": re.compile(r"(?<![ec])ii$"),
    **dict.fromkeys(("kk", "ky", "tt", "ba"), re.compile(r"[лдт](?:ық|ік|ык|ик|ук|үк)$")),
}  # fmt: skip


def is_adjective(hit: Hit, reading: Reading) -> bool:
    """Whether an inflected name in one word has the ending of an adjective or of an inhabitant."""
    adjective = _ADJECTIVES.get(reading.language)
    if adjective is None or not hit.inflected or len(hit.forms) > 1:
        return False
    form = reading.surface(hit.start, hit.end).lower()
    if _FEMININE.search(hit.alias.words[0].lemma) and form.endswith(_INSTRUMENTAL):
        return False
    return adjective.search(form) is not None
