"""Tells which words stand inside a name without being part of it: a father's name, an initial, an ending set off.

*Sergei Kuzhugetovich*, *İlham Heydər oğlu*, *谢尔盖·库茹盖托维奇*: what stands between the given name and the family
name says whose child somebody is. Knows the endings and the words for it, and no name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import words_of

_ENDING = re.compile(
    r".*(?:(?:о|е|йо|а|я)?(?:вич|віч)|[иі]ч)(?:а|у|ем|ом|ам|е|і|и|ы|ой|ою|ею|й|я|ю)?"
    r"|.*(?:ов|ев|ич|ів|їв|аў|еў|оў|яў)н(?:а|ы|и|е|і|у|ой|ою|ею|ей|ай|аю)"
    r"|.*(?:[oeaiy]vi(?:ch|tch|c|cs|ts|tj|tsj|sh)|[oe]wi(?:cz|tsch|c)|[oe]v[ie]ci)[a-z]{0,4}"
    r"|.*(?:[oe][vw]n|ivn)(?:a[a-z]{0,4}|e|ej|i|ie|o|oi|oj|oju|om|ou|oy|oyu|u|y)"
    r"|.{3,}(?:[ұу]лы|уулу|[қкг]ызы|uly|uulu|[kq][iy]z[iy])"
    r"|.*(?:[οε]βιτσ|[οε]βνα)[α-ω]{0,3}|.*(?:ვიჩ|ოვნა|ევნა)[ა-ჰ]{0,3}|.*(?:վիչ|ովնա|եվնա)[ա-և]{0,3}"
    r"|.*(?:وفيتش|يفيتش|وويج|وويچ|فيتش|ويچ|وفنا|يفنا|ونا)|.*(?:וביץ'?|יביץ'?|ובנה|יבנה)"
    r"|.*(?:विच|वना)|.*(?:ভিচ|ভনা)|.*(?:விச்|வ்னா)[஀-௿]{0,4}|.*(?:비치|브나)|.*(?:ቪች|ቭና)",
)
_SOUTH_SLAVIC = re.compile(r".*[ое]в[аи]?")
_SOUTH_SLAVIC_LANGUAGES = frozenset({"bg", "mk"})
_ENDING_UNSPACED = re.compile(
    r"(?:[㐀-鿿]{1,9}(?:维奇|夫娜)|[ァ-ヺ]{2,12}(?:ヴイチ|ヴナ|フナ|ウナ)|[฀-๿]{3,16}(?:วช|วิช|นา))[·· -]?"
)
_LONGEST, _LONGEST_UNSPACED = 40, 20  # letters
_INITIAL = 1
# And, or, with and the like in one letter, where capitals do not tell: *PETR A PAVEL*, *پطرس و پولس*.
_JOINING = frozenset({*"aeiouyаеиіоуыηοωвсзк", "و", "व", "ও", "և"})
_TIES = frozenset(" -")
DOTS = frozenset("·-= ")
"""What may part a name in a script without blanks."""


def inserted(reading: Reading, index: int, step: int) -> int:
    """How many words from *index* on, going *step*, may stand inside a name without being part of it."""
    child = index + 1 if step > 0 else index
    if is_of_child(reading.word(child)) and reading.between(child - 1, child) in _TIES:
        return 2
    return int(is_inserted(reading, index))


def is_inserted(reading: Reading, index: int) -> bool:
    """Whether the word may stand inside a name: a patronymic, an initial, or an ending after an apostrophe."""
    word = reading.word(index)
    if reading.between(index - 1, index) == "'" or (len(word) == _INITIAL and _is_initial(reading, index)):
        return True
    return len(word) <= _LONGEST and _is_patronymic(word, reading.language)


def may_be_inserted(word: str) -> bool:
    """Whether *word* may be a patronymic or an initial in some language, wherever it stands."""
    return len(word) == _INITIAL or (len(word) <= _LONGEST and _may_be_patronymic(word))


@lru_cache(maxsize=1 << 14)
def _may_be_patronymic(word: str) -> bool:
    return _ENDING.fullmatch(word) is not None or _SOUTH_SLAVIC.fullmatch(word) is not None


def joins(word: str) -> bool:
    """Whether *word* is an *and* or *with* of one letter, and an initial only where it is ``marked``."""
    return word in _JOINING


def is_of_child(word: str) -> bool:
    """Whether *word* says that somebody is the child of who is named before it: *oğlu*, *qizi*."""
    return word in words_of("matching/particles", "child")


def _is_initial(reading: Reading, index: int) -> bool:
    """Whether a word of one letter is no *and* or *with*: it has a full stop, or a capital that tells."""
    if reading.between(index, index + 1).startswith("."):
        return True
    if reading.has_telling_capital(index):
        return True
    cased = script_of(reading.word(index)[0]) in CASED and not reading.is_loud(index) and not reading.is_quiet
    return not cased and reading.word(index) not in _JOINING


@lru_cache(maxsize=1 << 14)
def _is_patronymic(word: str, language: str) -> bool:
    south = language in _SOUTH_SLAVIC_LANGUAGES and _SOUTH_SLAVIC.fullmatch(word) is not None
    return south or _ENDING.fullmatch(word) is not None


def patronymic_before(text: str, end: int) -> int:
    """Where a patronymic begins that ends at *end* in a text without blanks; *end* itself where there is none."""
    for at in range(max(1, end - _LONGEST_UNSPACED), end):
        if text[at - 1] in DOTS and _ENDING_UNSPACED.fullmatch(text, at, end):
            return at
    return end


def patronymic_after(text: str, start: int, following: str) -> int:
    """Where a patronymic ends that begins at *start* and has *following* after it; *start* where there is none."""
    at = text.find(following, start, start + _LONGEST_UNSPACED + len(following))
    return at if at > start and _ENDING_UNSPACED.fullmatch(text, start, at) and text[at - 1] in DOTS else start
