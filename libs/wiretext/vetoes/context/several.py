"""Tells the word for several people from that for one: *bağbanlar*, *die Schüler*, *os alunos*.

Judges by endings that say nothing else in their language, and by the articles in ``several.yaml``. Knows no name.
"""

from __future__ import annotations

import re

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import words_for
from wiretext.vetoes.context.wordlists import joining

# As they are spelt, accents and all.
_ENDINGS = {
    **dict.fromkeys(("tr", "az", "tk", "uz", "crh"), re.compile(r"l[aeə]r$")),
    **dict.fromkeys(("kk", "ky", "tt", "ba"), re.compile(r"[лдт][аеоөә]р$")),
    "mn": re.compile(r"(?:нууд|нүүд|чууд|чүүд)$"), "hu": re.compile(r"(?<!gyer)(?<!di)[aáeéoóöőiíuúüű]k$"),
    "fi": re.compile(r"[aeioyäöu]t$"), "et": re.compile(r"[aeiu]d$"), "ka": re.compile(r"ებ(?:ი|მა|ს)$"),
    "hy": re.compile(r"եր(?:ը|ն)?$"), "en": re.compile(r"[^s]s$"), "sv": re.compile(r"(?:or|ar|er)na$"),
    "da": re.compile(r"(?:er|e)ne$"), "nb": re.compile(r"(?:er|e)ne$"), "lt": re.compile(r"ai$"),
    "lv": re.compile(r"(?:ēni|āji|nieki|isti|ori)$"), "cs": re.compile(r"(?:é|ové|[^c]i|níci)$"),
    "sk": re.compile(r"(?:ia|íci|ári)$"), "ro": re.compile(r"(?:ii|ele|ilor|elor)$"),
    "pl": re.compile(r"(?:rze|cy|ści|owie|ele|dzy)$"), "nl": re.compile(r"(?<!jong)(?:en|ers|aars|oren)$"),
    "bn": re.compile(r"(?:রা|দের|গণ)$"), "ta": re.compile(r"ர்கள்$"), "te": re.compile(r"లు$"), "ne": re.compile(r"हरू"),
    **dict.fromkeys(("sl", "hr", "sr", "bs"), re.compile(r"(?:ari|elji|isti|anti|arji|ари|ељи|исти|анти)$")),
}  # fmt: skip
# What stands between a name and *met*, in languages in which one word may be that for several people.
_MET = {
    "hi": re.compile(r" से (?:मिल|मुलाक|भेंट)"), "ur": re.compile(normalise(r" سے (?:مل|بات)").text),
    "mr": re.compile(r" यां(?:ना|ची|च्याशी) (?:भेट|बोल|संवाद)"),
}  # fmt: skip
_MASCULINE = re.compile(r"(?<!schwest)(?<!mutt)(?<!tocht)er$|innen$|leute$|ten$|linge$")  # German: *die Lehrer*


def are_several(hit: Hit, reading: Reading, role: int) -> bool:
    """Whether the word *role* names several people, and one name follows it: then they do something with its bearer."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) == ", " or reading.word(last + 1) in joining(reading.language):
        return False
    met = _MET.get(reading.language)
    if ends_as_several(reading, role) or (met is not None and met.match(reading.text, hit.end) is not None):
        return True
    if reading.before(role) not in words_for(reading.language, "vetoes/context/several", "before"):
        return False
    return reading.language != "de" or _MASCULINE.search(reading.word(role)) is not None


def ends_as_several(reading: Reading, index: int) -> bool:
    """Whether the word *index* ends as only the word for several people does."""
    ending = _ENDINGS.get(reading.language)
    word = reading.surface(reading.starts[index], reading.ends[index]).lower()
    return ending is not None and ending.search(word) is not None
