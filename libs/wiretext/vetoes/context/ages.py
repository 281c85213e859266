"""Tells how old somebody is by what stands beside his name: *X, de 8 años*, *the 58-year-old farmer X*, *X(五八)*.

No place or firm is called so. The words are in ``ages.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed, listed_for, table, words_of
from wiretext.vetoes.context.wordlists import alternatives

OF_AGE = 20
"""Years: who is younger is in no office."""
_TABLE = "vetoes/context/ages"
_NEVER = re.compile(r"(?!)")
_REACH = 60  # characters before a name in which an age may be
_YEARS = r"(?:1[01]\d|[^\D0]\d)"  # in figures of any script
_BELOW_AGE = r"1?\d"
_HONORIFICS = "さん|ちゃん|くん|君| ?(?:씨|군|양)"  # beside which an age stands in Japanese and Korean
_TENS = "一二三四五六七八九"
_EASTERN = frozenset({"ja", "ko", "vi", "zh", "th"})
_ENDS_AGE = frozenset({", ", "، ", ",", "), "})  # X, 41, a plumber; X (41), a plumber
_WORD = re.compile(
    r"\w*(?:rocn[yaei]\w*|letn[iaeo]\w{0,2}|godisnj\w+|metis|mete|vjecar\w{0,2})|metu|gadu|gadus|\w*gadig\w+|\w*aastane|\w*aastase"
    r"|\w*jahrige[rn]?|\w*jarige|\w*arig[ae]?|aring(?:en)?"
    r"|\w*vuotias|\w*vuotiaan|eves|\w{3,}eves|\w*(?:летн|річн|гадов|годишн|годишњ)\w{1,3}|\w*letni[aej]?\w{0,2}"
)


def follows_age(reading: Reading, end: int) -> bool:
    """Whether an age in words of the text's language stands after the character *end*, and is all that does."""
    return _alone(reading.language).match(reading.text, end) is not None


@cache
def _alone(language: str) -> re.Pattern[str]:
    if language not in table(_TABLE)["units"]:
        return _NEVER
    units, numbers, led = (_either(key, language) for key in ("units", "numbers", "before"))
    number = rf"(?:[1-9]\d?|{numbers})"
    first = language in table(_TABLE)["number_last"]
    age = rf"(?:{units}) {number}" if first else rf"{number}[ -](?:{units})"
    return re.compile(rf"(?:, | \()(?:(?:{led}) )?(?:{age})(?=[,.;)])")


def has_age(hit: Hit, reading: Reading) -> bool:
    """Whether the age of the bearer stands right beside *hit*: *X, 58,*, *X (58)*, *the 58-year-old farmer X*."""
    if _behind().match(reading.text, hit.end) or age_in_east(hit, reading) is not None:
        return True
    return _before().search(text_before(hit, reading)) is not None


def age_in_east(hit: Hit, reading: Reading) -> int | None:
    """The age behind the name in an East Asian text, also in Han characters."""
    aged = _in_east().match(reading.text, hit.end) if is_eastern(reading.language) else None
    if aged is None:
        return None
    return int(aged[1]) if aged[1] is not None else _number(aged[2])


def is_eastern(language: str) -> bool:
    """Whether texts in *language* always say how old somebody is in years."""
    return language in _EASTERN


def _number(han: str) -> int:
    """The number in Han characters, with tens or by its digits: *五十八*, *五八*."""
    tens, ten, units = han.rpartition("十")
    digits = f"{tens[-1:] or '一'}{units or '〇'}" if ten else han
    return int("".join(str(_TENS.find(digit) + 1) for digit in digits))


@cache
def _behind() -> re.Pattern[str]:
    aged = rf"(?:(?:{_either('aged')})[' ]){{0,3}}{_YEARS}"
    years = _either("years")
    bracket = rf" ?\({aged}(?:[- ]?(?:{years})|(?=[,)،、]))"  # not (30.), a minute, nor (29. June)
    return re.compile(
        rf"(?:{_HONORIFICS})?(?:{bracket}|(?: ?[,،、] ?| - ){aged}(?:[- ]?(?:{years})|(?=[,.،、](?!\d))))"
    )


@cache
def _before() -> re.Pattern[str]:
    number = rf"(?<!\d){_YEARS}|(?<!\w)(?:{_either('tens')})"
    return re.compile(rf"(?:{number})[- ]?(?:{_either('old')}) ?(?:[\w-]+ ){{0,2}}$")


@cache
def _in_east() -> re.Pattern[str]:
    """X(五八), Xさん=当時(72)=, X今年六十八岁, X(58·농업), X อายุ 34 ปี, all in normal form."""
    called = rf"(?:{_HONORIFICS}| ?(?:{_either('called')}))?"
    now = _either("now")
    led = rf"(?:(?: ?[,、] ?| ?\(|[·=]?(?:{now})\()(?:[男女],? ?)?(?:{now})?|(?:{now})| ?(?:{_either('thai')}) ?)"
    return re.compile(rf"{called}{led}(?:(\d{{1,3}})|([{_TENS}十百〇]{{1,4}})) ?(?:\)|·|,|{_either('counted')})")


def text_before(hit: Hit, reading: Reading) -> str:
    """What stands before the name as far as its bearer's age may."""
    return reading.text[max(0, hit.start - _REACH) : hit.start]


def words_after_low_age(hit: Hit, reading: Reading) -> list[str] | None:
    """The words between an age below twenty and the name behind it, three at most: *17-летний нападающий X*."""
    aged = _low_before(reading.language).search(text_before(hit, reading))
    return aged[1].split() if aged is not None else None


@cache
def _low_before(language: str) -> re.Pattern[str]:
    teens, young = _either("teens", language), _either("young", language)
    number = rf"(?<![\d.,-]){_BELOW_AGE}[- ]?|(?<!\w)(?:{teens})[- ]?"
    return re.compile(rf"(?:{number})(?:{young}) ((?:[\w\"-]+ ){{0,3}})\"?$")


def follows_low_age(hit: Hit, reading: Reading) -> bool:
    """Whether a clause behind the name says that its bearer is not twenty: *, који има 17 година,*."""
    return _low_behind(reading.language).match(reading.text, hit.end) is not None


@cache
def _low_behind(language: str) -> re.Pattern[str]:
    has, years = _either("has", language), _either("has_years", language)
    return re.compile(rf", (?:(?:[^\W\d]+ ){{0,3}}(?:{has}) )?{_BELOW_AGE} (?:{years})(?![\w ])")


def is_word_of_age(word: str) -> bool:
    """Whether *word* alone says how old somebody is, or that it is told before it: *шестгодишна*, *aastane*."""
    return _WORD.fullmatch(word) is not None


def words_of_age(reading: Reading, first: int) -> int:
    """How many words from *first* on are an age that something else is told after: *41, *, *41 ans, *."""
    if not reading.word(first).isdigit():
        return 0
    if reading.between(first, first + 1) in _ENDS_AGE:
        return 1
    return 2 * (
        reading.word(first + 1) in words_of(_TABLE, "years") and reading.between(first + 1, first + 2) in _ENDS_AGE
    )


def _either(key: str, language: str = "") -> str:
    return alternatives(listed_for(language, _TABLE, key) if language else listed(_TABLE, key))
