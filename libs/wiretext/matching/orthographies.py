"""Writes a Cyrillic name of one word as the other languages with that script would transcribe it: Тойота, Тојота.

Plain letter for letter, by way of the Russian spelling. Persons are heard anyway, but for those whose names are but
syllables: Ли Цян, Лі Цян. Acronyms and phrases are translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FEWEST = 5  # letters: what is shorter may be a word of the other language
_WORD = re.compile(r"[А-ЯЁЂЃЄІЇЈЉЊЋЌЎЏҐ][а-яёђѓєіїјљњћќўџґ]+")
_SOUTH, _EAST = re.compile("[ђѓјљњћќџЂЃЈЉЊЋЌЏ]"), re.compile("[єіїўґЄІЇЎҐ]")

_FROM_SOUTH = (
    ("ија", "ия"), ("ја", "я"), ("је", "е"), ("ју", "ю"), ("јо", "йо"), ("ји", "и"), ("ј", "й"), ("ља", "ля"),
    ("љу", "лю"), ("ље", "ле"), ("љи", "ли"), ("љ", "ль"), ("ња", "ня"), ("њу", "ню"), ("ње", "не"), ("њи", "ни"),
    ("њ", "нь"), ("џ", "дж"), ("ђ", "дж"), ("ѓ", "г"), ("ћ", "ч"), ("ќ", "к"),
)  # fmt: skip
_FROM_EAST = (("йо", "йо"), ("ьо", "ё"), ("ї", "и"), ("і", "и"), ("є", "е"), ("ґ", "г"), ("ў", "у"), ("'", ""))
_TO_SOUTH = (
    ("ия", "ија"), ("ья", "ја"), ("ью", "ју"), ("ьо", "јо"), ("щ", "шч"), ("ё", "јо"), ("я", "ја"), ("ю", "ју"),
    ("й", "ј"), ("ы", "и"), ("э", "е"), ("ъ", ""), ("дж", "џ"),
)  # fmt: skip
_SOFT = (("ль", "љ"), ("нь", "њ"), ("ь", ""))
_HARD = (("ь", ""),)
_TO_UKRAINIAN = (("ё", "ьо"), ("ы", "и"), ("э", "е"), ("ъ", ""))
_TO_BULGARIAN = (("ё", "ьо"), ("ы", "и"), ("э", "е"), ("ь", ""))
_SYLLABLES = re.compile(r"(?:[А-ЯЁЄІЇ][а-яёєії]{0,4}[ -]?\b){2,3}", re.IGNORECASE)
_OPENING = (("Ьо", "Йо"), ("Ё", "Йо"))
_SYLLABIC = (
    (("ё", "ьо"), ("э", "е"), ("и", "і"), ("ы", "и")),
    (("и", "і"),),
    (("ь", ""), ("ё", "ьо"), ("э", "е"), ("ы", "и")),
    (("ьо", "ё"), ("йо", "ё"), ("є", "е"), ("ї", "и"), ("і", "и")),
)
_AFTER_VOWEL = re.compile("(?<=[аеёиоуыэюя])и")
_BEFORE_CONSONANT = re.compile("(?<=[дтзсцжшчр])и(?=[бвгджзклмнпрстфхцчшщ])")


def orthographies(label: str) -> Iterator[str]:
    """The spellings of *label* in Russian, Ukrainian, Bulgarian, and Serbian or Macedonian; some are equal to it."""
    if len(label) < _FEWEST or not _WORD.fullmatch(label):
        return
    lower = label.lower()
    if _SOUTH.search(lower):
        lower = _spelt(lower, _FROM_SOUTH)
    elif _EAST.search(lower):
        lower = _spelt(lower, _FROM_EAST)
    if "иа" in lower:
        yield lower.replace("иа", "ия").capitalize()
    ukrainian = _spelt(_AFTER_VOWEL.sub("ї", lower), _TO_UKRAINIAN)
    south = _spelt(lower, _TO_SOUTH)
    for form in (
        lower,
        ukrainian.replace("и", "і"),
        _BEFORE_CONSONANT.sub("\0", ukrainian).replace("и", "і").replace("\0", "и"),
        _spelt(lower, _TO_BULGARIAN),
        _spelt(south, _SOFT),
        _spelt(south, _HARD),
    ):
        yield form.capitalize()


def syllabic(label: str) -> Iterator[str]:
    """The spellings of a person's name of short syllables in Ukrainian, Belarusian, Bulgarian and Russian."""
    if _SYLLABLES.fullmatch(label):
        for letters in _SYLLABIC:
            both = (*letters, *((old.capitalize(), new.capitalize()) for old, new in letters))
            yield _spelt(_spelt(label, both), _OPENING)


def _spelt(word: str, letters: tuple[tuple[str, str], ...]) -> str:
    for old, new in letters:
        word = word.replace(old, new)
    return word
